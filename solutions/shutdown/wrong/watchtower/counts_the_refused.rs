//! Rejected by: step_4_nobody_enters_while_it_drains
//! Outcome: wrong_answer
//! Why people write it: the ship is counted on its arrival, before it is refused.

use std::process::ExitCode;

use futures::{Stream, StreamExt, stream};
use tokio::{
    io::{AsyncBufReadExt, BufReader, stdin},
    runtime::Builder,
    select,
};

/// Runs the watch. The runtime is shut down without a wait: a thread of it reads standard input and
/// would hold the process until the next line comes.
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
    let (mut has_input, mut is_draining, mut inside) = (true, false, 0);
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
            event = events.next_line(), if has_input => {
                let event = event.ok().flatten();
                match event.as_deref().map(|event| event.split_once(' ').unwrap_or((event, ""))) {
                    Some(("enter", name)) => {
                        inside += 1;
                        println!("{} {name}", if is_draining { "refused" } else { "in" });
                    }
                    Some(("leave", name)) => {
                        inside -= 1;
                        println!("out {name}");
                    }
                    Some(_) => {}
                    None => has_input = false,
                }
            }
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
