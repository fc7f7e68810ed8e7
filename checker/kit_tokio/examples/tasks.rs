//! What a run tells of its tasks where the façade stands in for tokio: who was left, spawned where,
//! and where it waits.
//!
//! `cargo run -p awaitlings-kit-tokio --example tasks` prints what a failing test says.

extern crate kit_tokio as tokio;

use std::sync::Arc;

use kit::ms;
use tokio::{
    sync::Semaphore,
    time::{sleep, timeout},
};

/// The code under test: three ships at two berths. Who loses patience leaves the others to it.
async fn unload_all(berths: Arc<Semaphore>) {
    let ships = [30, 40, 50].map(|hold| {
        let berths = Arc::clone(&berths);
        tokio::spawn(async move {
            let _berth = berths.acquire_owned().await.expect("the port is open");
            sleep(ms(hold)).await;
        })
    });
    for ship in ships {
        ship.await.expect("no ship panics");
    }
}

fn main() {
    let test = kit::Test { name: "nothing_goes_on", file: file!() };

    let found = kit::try_run(test, || async {
        let berths = Arc::new(Semaphore::new(2));
        let call = timeout(ms(35), unload_all(berths)).await;
        assert!(call.is_err(), "three ships at two berths take 80 ms");
    });

    print!("{}", found.expect_err("two ships go on without their caller"));
}
