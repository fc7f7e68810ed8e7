//! What a test says about code that can never go on: in which way, since when, and on which line.
//!
//! `cargo run -p awaitlings-kit --example deadlock` runs a test whose code waits for itself, one
//! whose task is left behind, one whose task panics unseen, and one that never ends.

use std::future::pending;

use kit::{Service, ms};
use tokio::{sync::mpsc, time::sleep};

/// Waits for the end of a queue whose sender it holds itself.
async fn keeps_its_own_sender() {
    let printer = Service::new();
    let (sender, mut receiver) = mpsc::channel(8);
    for page in ["page 1", "page 2"] {
        sender.send(page).await.expect("there is room");
    }
    while let Some(page) = receiver.recv().await {
        printer.call(page, ms(50), Ok::<_, ()>(())).await.expect("it always prints");
    }
}

async fn leaves_a_task_behind() {
    drop(tokio::spawn(pending::<()>()));
}

async fn loses_a_panic() {
    drop(tokio::spawn(async { panic!("the mail was not sent") }));
    sleep(ms(10)).await;
}

async fn polls_for_ever() {
    loop {
        sleep(ms(10)).await;
    }
}

fn main() {
    let test = kit::Test { name: "it_comes_to_its_end", file: file!() };

    let found = kit::try_run(test, keeps_its_own_sender);
    println!("{}", found.expect_err("nobody drops the sender"));
    let found = kit::try_run(test, leaves_a_task_behind);
    println!("{}", found.expect_err("a task is left"));
    let found = kit::try_run(test, loses_a_panic);
    println!("{}", found.expect_err("a task panicked"));
    let found = kit::try_run(test, polls_for_ever);
    println!("{}", found.expect_err("it never ends"));
}
