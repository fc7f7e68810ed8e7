//! Differs by: a thread of its own reads standard input into a channel, and `main` returns without waiting for it.

use std::{io, process::ExitCode, thread};

use futures::{Stream, StreamExt, stream};
use tokio::{select, sync::mpsc};

/// Runs the watch.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut signals = signals();
    println!("watching");

    let (sender, mut events) = mpsc::channel(8);
    thread::spawn(move || {
        for event in io::stdin().lines().map_while(Result::ok) {
            if sender.blocking_send(event).is_err() {
                return;
            }
        }
    });
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
            // Without a sender this branch is out, and the signals remain.
            Some(event) = events.recv() => match event.split_once(' ') {
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
