//! How soon the watch screen answers, and what it costs while it does.
//!
//! `cargo bench --profile dev --package checker --bench watch`: the profile is the one in which
//! learners run the checker. Each figure is the median of thirty; a save changes a token.

#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../tests/cli/copy.rs"]
mod copy;
#[path = "../tests/cli/given.rs"]
mod given;
#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../tests/cli/screen.rs"]
mod screen;

use std::{
    fs,
    time::{Duration, Instant},
};

use copy::{ANSWER, Copy};
use screen::Screen;

const TIMES: usize = 30;

fn main() {
    let copy = Copy::new();
    let mut screen = Screen::open(&copy, 80, 24, &[]);
    screen.wait_for("hello/nothing_happens is unanswered");
    screen.press("l/greet\r\r");
    screen.wait_for("not yet: hello/greet");

    let key = median(|number| {
        let (key, seen) =
            if number % 2 == 0 { ("?", "Esc does the same") } else { ("b", "not yet:") };
        let start = Instant::now();
        screen.press(key);
        screen.wait_for(seen);
        start.elapsed()
    });
    println!("key to page                        {key:>6.1?}");

    let solution = copy.read("solutions/hello/src/greet.rs");
    let save = |number: usize, verdict: &str| {
        let greeting = if verdict == "passed" { "Ahoy" } else { "Ahoi" };
        let text = solution.replace("Ahoy", greeting);
        copy.write(ANSWER, &format!("{text}\npub const SAVE: usize = {number};\n"));
    };
    let mut feedback = Vec::new();
    let verdict = median(|number| {
        let verdict = if number % 2 == 0 { "passed" } else { "not yet" };
        let start = Instant::now();
        save(number, verdict);
        screen.wait_for("checking");
        feedback.push(start.elapsed());
        screen.wait_until(verdict, |text| text.starts_with(verdict));
        start.elapsed()
    });
    feedback.sort();
    println!("save to first feedback             {:>6.1?}", feedback[TIMES / 2]);
    println!("save to verdict                    {verdict:>6.1?}");

    let second = median(|number| {
        let verdict = if number % 2 == 0 { "passed" } else { "not yet" };
        save(2 * TIMES + 2 * number, verdict);
        screen.wait_for("checking");
        let start = Instant::now();
        save(2 * TIMES + 2 * number + 1, verdict);
        screen.wait_until(verdict, |text| text.starts_with(verdict));
        start.elapsed()
    });
    println!("save during a check to its verdict {second:>6.1?}");

    match most_memory(&screen) {
        Some(bytes) => println!("most memory                        {:>6} MB", bytes / 1_000_000),
        None => println!("most memory                        not known on this system"),
    }
    let _ = fs::remove_dir_all(&copy.root);
}

/// The most memory the program has held at once, in bytes, where the system tells.
fn most_memory(screen: &Screen) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", screen.process_id()?)).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// The median of as many measurements.
fn median(mut measure: impl FnMut(usize) -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES).map(&mut measure).collect();
    times.sort();
    times[TIMES / 2]
}
