//! A program for tests of programs: it does what each line of its input says.

use std::{
    io::{self, BufRead},
    process::exit,
    thread,
};

use tokio::{
    sync::mpsc::{self, UnboundedSender},
    task,
};

fn main() {
    for line in io::stdin().lock().lines() {
        let line = line.expect("the test writes text");
        match line.split_once(' ').unwrap_or((&line, "")) {
            ("say", word) => println!("{word}"),
            ("exit", code) => exit(code.parse().expect("the test writes a number")),
            ("panic", why) => panic!("{why}"),
            ("todo", task) => todo!("{task}"),
            ("spin", _) => loop {
                std::hint::spin_loop();
            },
            ("in_the_background", word) => {
                let word = word.to_owned();
                thread::spawn(move || println!("{word}"));
            }
            ("mumble", length) => {
                let length = length.parse().expect("the test writes a number");
                eprintln!("{}", "m".repeat(length));
            }
            ("keys_on_a_blocking_thread", _) => return serve_with_a_blocking_thread(),
            ("keys_on_a_thread", _) => return serve_with_a_thread(),
            (unknown, _) => unreachable!("the test wrote `{unknown}`"),
        }
    }
    println!("no more input");
}

/// A server that waits for keys on a thread of its runtime, which is waited for in its turn.
#[tokio::main(flavor = "current_thread")]
async fn serve_with_a_blocking_thread() {
    let (keyboard, mut keys) = mpsc::unbounded_channel();
    drop(task::spawn_blocking(move || read_keys(keyboard)));
    keys.recv().await;
    println!("serving");
}

/// A server that waits for keys on a thread that ends with the program.
#[tokio::main(flavor = "current_thread")]
async fn serve_with_a_thread() {
    let (keyboard, mut keys) = mpsc::unbounded_channel();
    thread::spawn(move || read_keys(keyboard));
    keys.recv().await;
    println!("serving");
}

/// Hands on the one key that is pressed, and waits for another.
fn read_keys(keys: UnboundedSender<char>) {
    if keys.send('s').is_ok() {
        loop {
            thread::park();
        }
    }
}
