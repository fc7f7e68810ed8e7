//! A program for tests of programs: it does what each line of its input says.

use std::{
    io::{self, BufRead},
    process::exit,
    thread,
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
            (unknown, _) => unreachable!("the test wrote `{unknown}`"),
        }
    }
    println!("no more input");
}
