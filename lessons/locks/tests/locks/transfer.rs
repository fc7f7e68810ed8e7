//! The steps of `transfer`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use locks::transfer::Bank;
use worlds::{Ledger, Overdraft};

/// 30 of 100 cents move; of the 70 that are left, 71 do not.
#[kit::test]
async fn step_1_money_moves_and_is_never_made() {
    let ledger = Ledger::new().account(1, 100).account(2, 50);
    let bank = Bank::new(ledger.clone());

    let paid = bank.transfer(1, 2, 30).await;
    let after_paid = ledger.balances([1, 2]);
    let refused = bank.transfer(1, 2, 71).await;

    assert_eq!(
        (paid, after_paid),
        (Ok(()), [70, 80]),
        "30 cents from an account with 100 to one with 50 leave 70 and 80"
    );
    assert_eq!(
        (refused, ledger.balances([1, 2])),
        (Err(Overdraft { account: 1 }), [70, 80]),
        "71 of 70 cents is an overdraft, and the balances stay 70 and 80: was one of them written \
         before the other was known?"
    );
}

/// From 1 to 2 and from 2 to 1 at once: both end.
#[kit::test]
async fn step_2_opposite_transfers_both_end() {
    let ledger = Ledger::new().account(1, 100).account(2, 100);
    let bank = Bank::new(ledger.clone());

    let both = tokio::join!(bank.transfer(1, 2, 10), bank.transfer(2, 1, 30));

    assert_eq!(
        (both, ledger.balances([1, 2])),
        ((Ok(()), Ok(())), [120, 80]),
        "10 cents one way and 30 the other leave 120 and 80"
    );
}

/// An account pays itself: that ends too, needs the money, and changes nothing.
#[kit::test]
async fn step_3_an_account_can_pay_itself() {
    let ledger = Ledger::new().account(1, 100);
    let bank = Bank::new(ledger.clone());

    let paid = bank.transfer(1, 1, 100).await;
    let refused = bank.transfer(1, 1, 101).await;

    assert_eq!(
        (paid, refused, ledger.balances([1])),
        (Ok(()), Err(Overdraft { account: 1 }), [100]),
        "an account with 100 cents can pay itself 100, but not 101, and keeps its 100"
    );
}

/// From 1 to 2 and from 3 to 4 at once take as long as one of them.
#[kit::test]
async fn step_4_strangers_do_not_wait_for_each_other() {
    let ledger = Ledger::new().account(1, 100).account(3, 100);
    let bank = Bank::new(ledger.clone());
    let (_, alone) = timed(bank.transfer(1, 2, 1)).await;

    let (_, took) =
        timed(async { tokio::join!(bank.transfer(1, 2, 1), bank.transfer(3, 4, 1)) }).await;

    assert_eq!(
        took, alone,
        "two transfers without a common account took {took:?} instead of {alone:?}, the time of \
         one: do all of them need one and the same lock?"
    );
}

/// Two transfers of 80 out of 100 cents: one is paid, one is refused.
#[kit::test]
async fn step_5_the_same_money_is_not_spent_twice() {
    let ledger = Ledger::new().account(1, 100);
    let bank = Bank::new(ledger.clone());

    let (to_2, to_3) = tokio::join!(bank.transfer(1, 2, 80), bank.transfer(1, 3, 80));

    let paid = [to_2, to_3].iter().filter(|transfer| transfer.is_ok()).count();
    assert_eq!(
        (paid, ledger.balances([1])[0], ledger.total()),
        (1, 20, 100),
        "of two transfers of 80 out of 100 cents, {paid} were paid instead of 1; {} cents are \
         left instead of 20 and {} in all instead of 100: was the balance read under one lock and \
         written under another?",
        ledger.balances([1])[0],
        ledger.total(),
    );
}

/// Dropped at any of its awaits, also while the second account is busy: all or nothing.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    for busy in [1, 2] {
        kit::at_every_poll(
            || Ledger::new().account(1, 100).account(2, 50),
            async |ledger: &Ledger| {
                let bank = Bank::new(ledger.clone());
                let held = ledger.lock(busy).await;
                let release = async {
                    tokio::time::sleep(ms(50)).await;
                    drop(held);
                };
                tokio::join!(bank.transfer(1, 2, 30), release).0
            },
            async |ledger| {
                let balances = ledger.balances([1, 2]);
                assert!(
                    balances == [100, 50] || balances == [70, 80],
                    "after 30 cents from 100 to 50, the balances are {balances:?} instead of \
                     [100, 50] or [70, 80]: is there an await between the two writes?"
                );
                let left = (ledger.locked(), ledger.under_way());
                assert_eq!(
                    left,
                    (0, 0),
                    "the call is gone, but {} accounts are locked instead of 0 and {} calls of \
                     `lock` wait instead of 0: who owns the transfer?",
                    left.0,
                    left.1,
                );
            },
        )
        .await;
    }
}

/// From 1 to 2 and from 2 to 1 in tasks of their own: both end in every order of their turns.
#[kit::explore(by = "cargo checker run locks/transfer")]
async fn step_7_ends_in_every_order() {
    let ledger = Ledger::new().account(1, 100).account(2, 100);
    let bank = std::sync::Arc::new(Bank::new(ledger.clone()));

    let transfers = [(1, 2, 10), (2, 1, 30)].map(|(from, to, cents)| {
        let bank = std::sync::Arc::clone(&bank);
        tokio::spawn(async move { bank.transfer(from, to, cents).await })
    });
    for transfer in transfers {
        assert_eq!(transfer.await.expect("a transfer does not panic"), Ok(()));
    }

    assert_eq!(
        ledger.balances([1, 2]),
        [120, 80],
        "in this order of the tasks, 10 cents one way and 30 the other leave these balances instead \
         of 120 and 80"
    );
}
