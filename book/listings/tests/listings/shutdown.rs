//! Runs the listings of the chapter on shutdown.

use kit::{ms, timed};
use listings::{harbors::Harbors, shutdown};
use tokio::{join, time::sleep};
use tokio_util::sync::CancellationToken;

use crate::record::Page;

const PAGE: Page = Page::of("shutdown");

const NAMES: [&str; 4] = ["bergen", "tromso", "oslo", "molde"];

#[kit::test]
async fn closing() {
    let ((), took) = timed(shutdown::closing(&Harbors::new())).await;

    assert_eq!(took, ms(140), "the second round ends after the stop");
    PAGE.output("closing");
    PAGE.timeline("closing");
    PAGE.text("closing_took", &format!("{}\n", took.as_millis()));
}

/// A real signal: to this process, which does not end by it.
#[cfg(unix)]
#[test]
fn heard() {
    use std::process::{Command, id};

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("this runtime needs nothing that could be missing");
    let (heard, ()) = runtime.block_on(async {
        // The handler is there after the first poll of `heard`.
        join!(shutdown::heard(), async {
            let kill = Command::new("kill").args(["-TERM", &id().to_string()]).status();
            assert!(kill.expect("`kill` can be started").success());
        })
    });

    assert_eq!(heard.expect("the system takes a handler"), "SIGTERM");
}

#[kit::test]
async fn drained() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::patrol(&harbors, &NAMES, &stop, ms(1000)));
    let (patrol, ()) = join!(patrol, after(30, &stop));

    assert_eq!(patrol, ((2, 0), ms(100)), "two were asked before the stop, and both answered");
    PAGE.timeline("drained");
}

/// Each value of the slider is a run of its own, beginning at 0 ms.
#[test]
fn grace() {
    let seen = [(20, (0, 2), 50), (50, (0, 2), 80), (65, (1, 1), 95), (90, (2, 0), 100)];
    for (grace, counted, took) in seen {
        kit::run(kit::Test { name: "shutdown::grace", file: file!() }, move || async move {
            let harbors = Harbors::new();
            let stop = CancellationToken::new();

            let patrol = timed(shutdown::patrol(&harbors, &NAMES, &stop, ms(grace)));
            let (patrol, ()) = join!(patrol, after(30, &stop));

            assert_eq!(patrol, (counted, ms(took)));
            PAGE.timeline(&format!("grace/{grace}"));
            if grace == 65 {
                PAGE.text("limit_took", &format!("{took}\n"));
            }
        });
    }
}

#[kit::test]
async fn dropped() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::dropped(&harbors, &NAMES, &stop));
    let (((), took), ()) = join!(patrol, after(30, &stop));
    kit::settle().await;

    assert_eq!(took, ms(30), "it is over with the stop");
    PAGE.timeline("dropped");
}

#[kit::test]
async fn unclosed() {
    let ((), took) = timed(shutdown::unclosed(&Harbors::new())).await;

    assert_eq!(took, ms(1000));
    PAGE.output("unclosed");
    PAGE.lines("unclosed_lines");
}

/// Cancels the token at this millisecond, and marks it.
async fn after(millis: u64, stop: &CancellationToken) {
    sleep(ms(millis)).await;
    listings::say::say("stop");
    stop.cancel();
}
