//! Rejected by: step_3_it_drains_first
//! Outcome: wrong_answer
//! Why people write it: a fixed sleep stands for "everybody will be out by then".

use std::{process::ExitCode, time::Duration};

use futures::{Stream, StreamExt, stream};
use tokio::{
    io::{AsyncBufReadExt, BufReader, stdin},
    runtime::Builder,
    select,
    time::sleep,
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
                if inside > 0 {
                    sleep(Duration::from_millis(100)).await;
                    inside = 0;
                }
            }
            event = events.next_line(), if has_input => {
                let event = event.ok().flatten();
                match event.as_deref().map(|event| event.split_once(' ').unwrap_or((event, ""))) {
                    Some(("enter", name)) if is_draining => println!("refused {name}"),
                    Some(("enter", name)) => {
                        inside += 1;
                        println!("in {name}");
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
