//! The bodies, by name.

#![expect(unsafe_code, reason = "safe code closes no file that is not its own")]

use std::{
    fs::File,
    future::Future,
    mem,
    panic::{self, panic_any},
    pin::Pin,
    process, thread,
    time::Duration,
};

use tokio::task::{spawn_blocking, yield_now};

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Runs the body with `name` as a test of the kit.
pub fn run(name: &str) {
    let name = name.to_owned();
    let test = kit::Test { name: "bad_input::fixture", file: file!() };
    kit::run(test, move || async move { body(&name).await });
}

async fn body(name: &str) {
    match name {
        "is well" => kit::settle().await,
        "panics" => panic!("man overboard"),
        "panics with a number" => panic_any(7),
        "panics in a drop" => drop(Overboard),
        "panics in a panic" => {
            let _overboard = Overboard;
            panic!("and once more");
        }
        "exits" => process::exit(0),
        "exits with 3" => process::exit(3),
        "exits in a thread" => {
            thread::spawn(|| process::exit(0)).join().expect("it does not come back")
        }
        "aborts" => process::abort(),
        "recurses" => assert!(deeper(1) > 0),
        "recurses in polls" => deeper_in_polls().await,
        "panics in a thread" => {
            let other = thread::spawn(|| panic!("man overboard"));
            assert!(spawn_blocking(|| other.join().is_err()).await.expect("no panic"));
        }
        "closes the streams" => close(0..=2),
        "closes the streams and is wrong" => {
            close(0..=2);
            panic!("man overboard");
        }
        "closes every file" => close(0..=255),
        "leaves no room for a file" => leave_no_room(),
        "leaves no room and is wrong" => {
            leave_no_room();
            panic!("man overboard");
        }
        "computes" => loop {
            std::hint::spin_loop();
        },
        "yields" => loop {
            yield_now().await;
        },
        name if name.starts_with("leaves a thread") => leave_a_thread(name),
        name if name.starts_with("sets a hook") => set_a_hook(name),
        name => wait(name),
    }
}

fn leave_a_thread(name: &str) {
    match name {
        "leaves a thread that sleeps" => drop(thread::spawn(|| thread::sleep(HOUR))),
        "leaves a thread that computes" => drop(thread::spawn(|| {
            loop {
                std::hint::spin_loop();
            }
        })),
        "leaves a thread of the runtime" => drop(spawn_blocking(|| thread::sleep(HOUR))),
        "leaves a thread that is about to end" => drop(thread::spawn(|| deep(1_000))),
        name => unknown(name),
    }
}

fn set_a_hook(name: &str) {
    match name {
        "sets a hook" => panic::set_hook(Box::new(|_| {})),
        "sets a hook and is wrong" => {
            panic::set_hook(Box::new(|_| {}));
            panic!("man overboard");
        }
        "sets a hook that calls the one before" => {
            let before = panic::take_hook();
            panic::set_hook(Box::new(move |info| before(info)));
        }
        "sets a hook and gives it back" => {
            let before = panic::take_hook();
            panic::set_hook(Box::new(|_| {}));
            panic::set_hook(before);
        }
        name => unknown(name),
    }
}

fn wait(name: &str) {
    match name {
        "parks" => loop {
            thread::park();
        },
        "sleeps in a loop" => loop {
            thread::sleep(Duration::from_millis(1));
        },
        "sleeps in a loop and may" => {
            let _allowed = kit::allow_blocking();
            loop {
                thread::sleep(Duration::from_millis(1));
            }
        }
        "waits in a drop after the end" => drop(tokio::spawn(async {
            let _slow = SlowToGo;
            std::future::pending::<()>().await;
        })),
        name => unknown(name),
    }
}

fn unknown(name: &str) {
    panic!("there is no body `{name}`");
}

struct Overboard;

impl Drop for Overboard {
    fn drop(&mut self) {
        panic!("man overboard");
    }
}

struct SlowToGo;

impl Drop for SlowToGo {
    fn drop(&mut self) {
        thread::sleep(HOUR);
    }
}

/// Comes to no end, but for that of the stack.
fn deeper(n: u64) -> u64 {
    if std::hint::black_box(n) == 0 { 0 } else { std::hint::black_box(deeper(n + 1) + 1) }
}

/// Comes to an end.
fn deep(n: u64) -> u64 {
    if std::hint::black_box(n) == 0 { 0 } else { std::hint::black_box(deep(n - 1) + 1) }
}

fn deeper_in_polls() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async { deeper_in_polls().await })
}

fn close(files: std::ops::RangeInclusive<i32>) {
    for file in files {
        // SAFETY: it is not safe, which is the point: somebody else believes to own the file.
        unsafe { libc::close(file) };
    }
}

fn leave_no_room() {
    let limit = libc::rlimit { rlim_cur: 48, rlim_max: 48 };
    // SAFETY: it reads the limit and keeps nothing.
    unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit) };
    while let Ok(file) = File::open("/dev/null") {
        mem::forget(file);
    }
}
