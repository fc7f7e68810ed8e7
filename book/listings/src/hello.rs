//! Hello: a future does nothing until it is awaited.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Waker},
    time::Duration,
};

use tokio::time::{advance, sleep};

use crate::say::{journal, say};

/// Makes a future, sets the table, then awaits the future.
///
/// # Cancel safety
///
/// Dropping it leaves what is not yet done undone.
// ANCHOR: breakfast
pub async fn breakfast() {
    let tea = brew();
    say("the table is set");
    tea.await;
    say("breakfast");
}

async fn brew() {
    say("the kettle is on");
    sleep(Duration::from_secs(180)).await;
    say("the tea is ready");
}
// ANCHOR_END: breakfast

// ANCHOR: main
#[tokio::main]
async fn main() {
    println!("{}", forecast("Bergen").await);
}

async fn forecast(town: &str) -> String {
    sleep(Duration::from_millis(20)).await;
    format!("{town}: rain")
}
// ANCHOR_END: main

/// Runs `main` as the program would, in real time.
pub fn run_main() {
    main();
}

/// Throws the waiting away.
///
/// # Cancel safety
///
/// It has no await at which it could be dropped.
#[expect(clippy::let_underscore_future, reason = "this is the mistake that the chapter shows")]
// ANCHOR: cold_tea
pub async fn cold_tea() {
    say("the kettle is on");
    let _ = sleep(Duration::from_secs(180));
    say("the tea is ready");
}
// ANCHOR_END: cold_tea

/// Stirs four times, one stir every 10 ms, while somebody grinds coffee.
///
/// # Cancel safety
///
/// Dropping it leaves what is not yet done undone.
// ANCHOR: grinding
pub async fn grinding() {
    tokio::join!(stir(), grind());
}

async fn stir() {
    for turn in 1..=4 {
        sleep(Duration::from_millis(10)).await;
        say(format!("stir {turn}"));
    }
}

async fn grind() {
    say("the mill is on");
    compute_for(Duration::from_millis(50)); // no `.await` in it
    say("the coffee is ground");
}
// ANCHOR_END: grinding

/// Lets virtual time pass while the thread is kept, as computing or `std::thread::sleep` would.
fn compute_for(duration: Duration) {
    let kept = journal().begin("thread kept");
    // The first poll moves the clock; the second one would only let other tasks run.
    let _ = pin!(advance(duration)).poll(&mut Context::from_waker(Waker::noop()));
    kept.done();
}
