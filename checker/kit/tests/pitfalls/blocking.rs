//! What holds up the only thread of a runtime, and what holds up its end: numbers 41 to 45.

use kit::{End, Program, Seen};

use crate::{
    bridges,
    told::{PASSED, told},
};

#[cfg(unix)]
#[test]
fn p41_blocking_call() {
    use std::{thread, time::Duration};

    use kit::timed;
    use tokio::time::sleep;

    const MINUTE: Duration = Duration::from_secs(60);

    async fn wrong() {
        thread::sleep(MINUTE); // stuck here
    }
    async fn right() {
        sleep(MINUTE).await;
    }
    async fn check(boil: impl AsyncFn()) {
        let ((), took) = timed(boil()).await;

        assert_eq!(took, MINUTE);
    }

    assert_eq!(told(|| check(wrong)), "blocked at `thread::sleep(MINUTE);`");
    assert_eq!(told(|| check(right)), PASSED);
}

/// Number 41 with a file, one that gives nothing before somebody writes: a disk at its slowest.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_not_ready_blocks_too() {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    async fn wrong(letter: &Path) -> Vec<u8> {
        fs::read(letter).unwrap() // stuck here
    }
    async fn right(letter: &Path) -> Vec<u8> {
        tokio::fs::read(letter).await.unwrap()
    }
    async fn check(read: impl AsyncFn(&Path) -> Vec<u8>, letter: PathBuf) {
        let (read, written) = tokio::join!(read(&letter), tokio::fs::write(&letter, "dear"));

        written.unwrap();
        assert_eq!(read, b"dear");
    }

    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| {
        let letter = folder.path().join(name);
        mknodat(CWD, &letter, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        letter
    });
    assert_eq!(told(|| check(wrong, one)), "blocked at `fs::read(letter).unwrap()`");
    assert_eq!(told(|| check(right, other)), PASSED);
}

#[cfg(target_os = "linux")]
#[test]
fn p42_computing_without_a_yield() {
    use std::sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    };

    use tokio::task::{spawn_blocking, yield_now};

    async fn wrong(is_over: Arc<AtomicBool>) -> u64 {
        let mut nonce = 0;
        while !is_over.load(Ordering::Relaxed) {
            nonce = next(nonce);
        }
        nonce
    }
    async fn right(is_over: Arc<AtomicBool>) -> u64 {
        let mut nonce = 0;
        while !is_over.load(Ordering::Relaxed) {
            nonce = (0..1_000).fold(nonce, |nonce, _| next(nonce));
            yield_now().await;
        }
        nonce
    }
    async fn right_on_a_thread(is_over: Arc<AtomicBool>) -> u64 {
        let mining = spawn_blocking(move || {
            let mut nonce = 0;
            while !is_over.load(Ordering::Relaxed) {
                nonce = next(nonce);
            }
            nonce
        });
        mining.await.unwrap()
    }
    fn next(nonce: u64) -> u64 {
        std::hint::black_box(nonce.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1))
    }
    async fn check(mine: impl AsyncFn(Arc<AtomicBool>) -> u64, is_over: Arc<AtomicBool>) {
        let somebody_else_finds_it = async {
            for _ in 0..3 {
                yield_now().await;
            }
            is_over.store(true, Ordering::Relaxed);
        };

        tokio::join!(mine(Arc::clone(&is_over)), somebody_else_finds_it);
    }

    let is_over = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&is_over);
    assert_eq!(told(|| check(wrong, seen)), "busy");
    // The thread is left behind; it shall not take the time of the other tests.
    is_over.store(true, Ordering::Relaxed);
    assert_eq!(told(|| check(right, Arc::default())), PASSED);
    assert_eq!(told(|| check(right_on_a_thread, Arc::default())), PASSED);
}

async fn costs_seven(label: impl AsyncFn() -> String) {
    assert_eq!(label().await, "7 coins");
}

#[test]
fn p43_block_on_inside_a_runtime() {
    let wrong = told(|| costs_seven(bridges::block_on_in_a_task));

    let expected = "panicked at `label(|| Handle::current().block_on(price()))`: Cannot start a \
                    runtime from within a runtime.";
    assert!(wrong.starts_with(expected), "{wrong}");
    assert_eq!(told(|| costs_seven(bridges::await_first)), PASSED);
    assert_eq!(told(|| costs_seven(bridges::block_on_on_a_thread)), PASSED);
}

#[test]
fn p44_block_in_place_on_one_thread() {
    assert_eq!(
        told(|| costs_seven(bridges::block_in_place_on_one_thread)),
        "panicked at `block_in_place(|| label(|| 7))`: can call blocking only when running on the \
         multi-threaded runtime"
    );
    assert_eq!(told(|| costs_seven(bridges::blocking_on_a_thread)), PASSED);
}

/// The twins are programs: it is their end that is held up.
#[test]
fn p45_blocking_thread_outlives_main() {
    async fn check(twin: &str) {
        let server = Program::start(env!("CARGO_BIN_EXE_kit_parrot")).await;
        server.write(twin);
        assert_eq!(server.next().await, "serving");

        let seen = server.next().await;

        assert!(seen == Seen::End(End::Code(0)), "main has returned, and what comes is {seen}");
    }

    assert_eq!(
        told(|| check("keys_on_a_blocking_thread")),
        "wrong_answer: main has returned, and what comes is silence (the program waits)"
    );
    assert_eq!(told(|| check("keys_on_a_thread")), PASSED);
}
