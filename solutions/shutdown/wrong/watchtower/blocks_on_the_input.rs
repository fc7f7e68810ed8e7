//! Rejected by: step_2_a_signal_ends_it_well
//! Outcome: wrong_answer
//! Why people write it: `std::io::stdin().lines()` in an `async fn` reads line after line, and the runtime never gets to the signal.

use std::{io, process::ExitCode};

use futures::{Stream, StreamExt, stream};
use tokio::{runtime::Builder, select};

/// Runs the watch.
fn main() -> ExitCode {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a process at its start has what a runtime needs");
    runtime.block_on(watch())
}

async fn watch() -> ExitCode {
    let mut signals = signals();
    println!("watching");

    let mut events = stream::iter(io::stdin().lines());
    let (mut is_draining, mut inside) = (false, 0);
    loop {
        select! {
            Some(()) = signals.next() => {
                if is_draining {
                    println!("giving up");
                    return ExitCode::from(130);
                }
                is_draining = true;
                println!("draining {inside}");
            }
            Some(Ok(event)) = events.next() => match event.split_once(' ') {
                Some(("enter", name)) if is_draining => println!("refused {name}"),
                Some(("enter", name)) => {
                    inside += 1;
                    println!("in {name}");
                }
                Some(("leave", name)) => {
                    inside -= 1;
                    println!("out {name}");
                }
                _ => {}
            },
        }
        if is_draining && inside == 0 {
            println!("bye");
            return ExitCode::SUCCESS;
        }
    }
}

#[cfg(unix)]
fn signals() -> impl Stream<Item = ()> + Unpin {
    use tokio::signal::unix::{SignalKind, signal};

    let streams = [SignalKind::terminate(), SignalKind::interrupt()].map(|kind| {
        let mut signals = signal(kind).expect("a program may ask for these two signals");
        stream::poll_fn(move |cx| signals.poll_recv(cx))
    });
    stream::select_all(streams)
}

#[cfg(windows)]
fn signals() -> impl Stream<Item = ()> + Unpin {
    use tokio::signal::windows::{ctrl_break, ctrl_c};

    let mut ctrl_c = ctrl_c().expect("a program may ask for Ctrl-C");
    let mut ctrl_break = ctrl_break().expect("a program may ask for Ctrl-Break");
    stream::select(
        stream::poll_fn(move |cx| ctrl_c.poll_recv(cx)),
        stream::poll_fn(move |cx| ctrl_break.poll_recv(cx)),
    )
}
