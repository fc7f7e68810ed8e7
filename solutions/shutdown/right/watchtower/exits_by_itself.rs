//! Differs by: many threads, the names of the ships in a set, and `process::exit` where the work is done.

use std::{collections::HashSet, process};

use futures::{Stream, StreamExt, stream};
use tokio::{
    io::{AsyncBufReadExt, BufReader, stdin},
    select,
};

/// Runs the watch.
#[tokio::main]
async fn main() {
    let mut signals = signals();
    println!("watching");

    let mut events = BufReader::new(stdin()).lines();
    let mut signals_so_far = 0;
    let mut inside = HashSet::new();
    loop {
        select! {
            Some(()) = signals.next() => {
                signals_so_far += 1;
                if signals_so_far == 2 {
                    println!("giving up");
                    process::exit(130);
                }
                println!("draining {}", inside.len());
            }
            Ok(Some(event)) = events.next_line() => match event.split_once(' ') {
                Some(("enter", name)) if signals_so_far > 0 => println!("refused {name}"),
                Some(("enter", name)) => {
                    inside.insert(name.to_owned());
                    println!("in {name}");
                }
                Some(("leave", name)) => {
                    inside.remove(name);
                    println!("out {name}");
                }
                _ => {}
            },
        }
        if signals_so_far > 0 && inside.is_empty() {
            println!("bye");
            process::exit(0);
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
