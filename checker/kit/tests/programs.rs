//! What a test sees of a program that it starts.

use std::panic::{self, AssertUnwindSafe};

use kit::{End, Program, Seen, Signal, ms};
use tokio::time::Instant;

async fn parrot() -> Program {
    Program::start(env!("CARGO_BIN_EXE_kit_parrot")).await
}

#[kit::test]
async fn lines_are_seen_in_their_order() {
    let parrot = parrot().await;

    parrot.write("say one");
    parrot.write("say two");
    parrot.write("in_the_background three");

    assert_eq!(parrot.next().await, "one");
    assert_eq!(parrot.next().await, "two");
    assert_eq!(parrot.next().await, "three");
}

#[kit::test]
async fn a_program_that_waits_is_silent_and_no_virtual_time_passes() {
    let parrot = parrot().await;
    let before = Instant::now();

    let seen = parrot.next().await;

    assert_eq!(seen, Seen::Silence);
    assert_eq!(before.elapsed(), ms(0));
    parrot.write("say still here");
    assert_eq!(parrot.next().await, "still here");
}

/// Only Linux tells what the threads of another process do; elsewhere this would be silence.
#[cfg(target_os = "linux")]
#[kit::test]
async fn a_program_that_computes_for_nothing_has_no_rest() {
    let parrot = parrot().await;

    parrot.write("spin");

    assert_eq!(parrot.next().await, Seen::Unrest);
}

#[kit::test]
async fn the_last_line_comes_before_the_end() {
    let parrot = parrot().await;

    parrot.write("say farewell");
    parrot.write("exit 7");

    assert_eq!(parrot.next().await, "farewell");
    assert_eq!(parrot.next().await, Seen::End(End::Code(7)));
    assert_eq!(parrot.next().await, Seen::End(End::Code(7)), "an end stays");
}

#[kit::test]
async fn the_end_of_the_input_reaches_the_program() {
    let parrot = parrot().await;

    parrot.close_input();
    parrot.write("say nobody hears this");

    assert_eq!(parrot.next().await, "no more input");
    assert_eq!(parrot.next().await, Seen::End(End::Code(0)));
}

#[cfg(unix)]
#[kit::test]
async fn a_signal_that_nobody_handles_ends_the_program() {
    for (signal, number) in [(Signal::Terminate, 15), (Signal::Interrupt, 2)] {
        let parrot = parrot().await;

        parrot.send(signal);

        assert_eq!(parrot.next().await, Seen::End(End::Signal(number)));
        parrot.send(signal);
    }
}

#[kit::test]
async fn a_long_complaint_does_not_stop_the_program() {
    let parrot = parrot().await;

    parrot.write("mumble 1000000");
    parrot.write("say done");

    assert_eq!(parrot.next().await, "done");
}

#[test]
fn a_panic_of_the_program_is_a_panic_of_the_test() {
    assert_eq!(
        failure_of("panic the cage is open").as_deref(),
        Some("`kit_parrot` panicked at PLACE: the cage is open")
    );
    assert_eq!(
        failure_of("todo learn to whistle").as_deref(),
        Some("not yet implemented: learn to whistle")
    );
    assert_eq!(failure_of("exit 1"), None, "an exit code is no panic");
}

/// What a test fails with that writes this line and looks at what comes.
fn failure_of(line: &'static str) -> Option<String> {
    let test = kit::Test { name: "programs::fixture", file: file!() };
    let body = move || async move {
        let parrot = parrot().await;
        parrot.write(line);
        parrot.next().await;
    };
    let payload = panic::catch_unwind(AssertUnwindSafe(|| kit::run(test, body))).err()?;
    let text = payload.downcast::<String>().expect("a panic with a text");
    let Some((before, after)) = text.split_once(" panicked at ") else { return Some(*text) };
    let (place, message) = after.split_once(": ").expect("a place and a message");
    assert!(place.contains("parrot.rs:"), "the panic is in the parrot, not in `{place}`");
    Some(format!("{before} panicked at PLACE: {message}"))
}

#[test]
fn a_program_that_does_not_exist_is_named() {
    let test = kit::Test { name: "programs::fixture", file: file!() };
    let body = || async {
        Program::start("no/such/program").await;
    };

    let ended = panic::catch_unwind(AssertUnwindSafe(|| kit::run(test, body)));

    let payload = ended.expect_err("it cannot be started");
    let text = payload.downcast::<String>().expect("a panic with a text");
    assert!(text.starts_with("`no/such/program` cannot be started: "), "{text}");
}
