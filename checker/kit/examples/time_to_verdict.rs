//! How long it takes from the start of a test to the verdict that it is stuck: the first time in a
//! process, when the program's lines are looked up, and the median of thirty times.
//!
//! `RUST_BACKTRACE=0 cargo run -p awaitlings-kit --example time_to_verdict 2>/dev/null`

use std::{
    future::Future,
    panic::{self, AssertUnwindSafe},
    sync::Mutex as StdMutex,
    thread,
    time::{Duration, Instant},
};

use tokio::sync::Mutex;

const TIMES: usize = 30;

fn main() {
    tell("deadlock of a tokio lock", || async {
        let lock = Mutex::new(());
        let _held = lock.lock().await;
        let _again = lock.lock().await;
    });
    tell("thread::sleep of a minute", || async {
        thread::sleep(Duration::from_secs(60));
    });
    tell("deadlock of a std lock", || async {
        let lock = StdMutex::new(());
        let _held = lock.lock();
        let _again = lock.lock();
    });
}

fn tell<F: Future<Output = ()> + 'static>(what: &str, body: fn() -> F) {
    let mut times: Vec<Duration> = (0..TIMES).map(|_| time_of(body)).collect();
    let first = times[0];
    times.sort();
    println!("{what}: first {first:.1?}, median {:.1?}", times[TIMES / 2]);
}

fn time_of<F: Future<Output = ()> + 'static>(body: fn() -> F) -> Duration {
    let test = kit::Test { name: "time_to_verdict::stuck", file: file!() };
    let start = Instant::now();
    let ended = panic::catch_unwind(AssertUnwindSafe(|| kit::run(test, body)));
    assert!(ended.is_err(), "it is stuck");
    start.elapsed()
}
