//! A call that blocks the only thread of the runtime: which, and from where.
//!
//! `cargo run -p awaitlings-kit --example blocking` prints what a failing test says. The minute is not
//! slept.

use std::{thread, time::Duration};

/// The code under test: it waits for the tide, and so does everybody else.
async fn wait_for_the_tide() {
    thread::sleep(Duration::from_secs(60));
}

fn main() {
    let test = kit::Test { name: "the_harbor_stays_open", file: file!() };

    let found = kit::try_run(test, wait_for_the_tide);

    print!("{}", found.expect_err("the thread is held"));
}
