//! Rejected by: step_5_a_second_signal_gives_up
//! Outcome: wrong_answer
//! Why people write it: the draining is a second loop, and nobody listens for signals in it.

use std::process::ExitCode;

use futures::{Stream, StreamExt, stream};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines, Stdin, stdin},
    runtime::Builder,
    select,
};

/// Runs the watch.
fn main() -> ExitCode {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a process at its start has what a runtime needs");
    let code = runtime.block_on(watch());
    runtime.shutdown_background();
    code
}

async fn watch() -> ExitCode {
    let mut signals = signals();
    println!("watching");

    let mut events = BufReader::new(stdin()).lines();
    let mut inside = 0;
    loop {
        select! {
            Some(()) = signals.next() => break,
            event = next(&mut events) => match event.split_once(' ') {
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
    }

    println!("draining {inside}");
    while inside > 0 {
        match next(&mut events).await.split_once(' ') {
            Some(("enter", name)) => println!("refused {name}"),
            Some(("leave", name)) => {
                inside -= 1;
                println!("out {name}");
            }
            _ => {}
        }
    }
    println!("bye");
    ExitCode::SUCCESS
}

/// The next line; waits for ever when there is none.
async fn next(events: &mut Lines<BufReader<Stdin>>) -> String {
    match events.next_line().await {
        Ok(Some(event)) => event,
        _ => std::future::pending().await,
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
