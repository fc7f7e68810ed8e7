//! `at_every_poll`: whether a call may be dropped at each of its awaits.
//!
//! `cargo run -p awaitlings-kit --example cancel_everywhere` shows what a test says about a transfer
//! that loses money when it is dropped half-way, and about one that does not.

use std::sync::{Mutex, PoisonError};

use kit::{Service, ms};

/// Two accounts, and the office that has to confirm each transfer.
struct Bank {
    cents: Mutex<[i64; 2]>,
    office: Service,
}

impl Bank {
    fn new() -> Bank {
        Bank { cents: Mutex::new([100, 0]), office: Service::new() }
    }

    /// Waits between the two halves of the change.
    async fn transfer_in_two_halves(&self) {
        self.book(0, -30);
        self.confirm().await;
        self.book(1, 30);
    }

    /// Waits first, and then changes both.
    async fn transfer_at_once(&self) {
        self.confirm().await;
        self.book(0, -30);
        self.book(1, 30);
    }

    async fn confirm(&self) {
        self.office.call("confirm", ms(10), Ok::<_, ()>(())).await.expect("it always does");
    }

    fn book(&self, account: usize, cents: i64) {
        self.cents.lock().unwrap_or_else(PoisonError::into_inner)[account] += cents;
    }

    fn in_all(&self) -> i64 {
        self.cents.lock().unwrap_or_else(PoisonError::into_inner).iter().sum()
    }
}

/// The test. In a test file it is a `#[kit::test] async fn`.
async fn no_money_is_lost(transfer: impl AsyncFn(&Bank)) {
    kit::at_every_poll(Bank::new, transfer, async |bank| {
        assert_eq!(bank.in_all(), 100, "there were 100 cents");
    })
    .await;
}

fn main() {
    let test = kit::Test { name: "no_money_is_lost", file: file!() };

    let found = kit::try_run(test, || no_money_is_lost(Bank::transfer_in_two_halves));
    println!("in two halves\n\n{}", found.expect_err("money is lost"));

    kit::try_run(test, || no_money_is_lost(Bank::transfer_at_once)).expect("it is right");
    println!("at once passes");
}
