//! Calls that block the runtime's thread: each is told by its name and the line that a comment
//! marks, and what does not block is left alone.
#![cfg(all(target_os = "linux", target_env = "gnu"))]

use std::{
    backtrace::Backtrace,
    fs::{self, File},
    io::{Read, Seek, Write},
    net::{TcpListener, TcpStream, ToSocketAddrs},
    panic::{self, AssertUnwindSafe},
    process::Command,
    sync::{Arc, Barrier, Condvar, Mutex, RwLock, mpsc},
    thread,
    time::Duration,
};

use kit::{Journal, ms};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    task::spawn_blocking,
    time::sleep,
};

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Runs `body` and gives the sentence it fails with.
fn told_of<F: Future<Output = ()> + 'static>(body: impl FnOnce() -> F + Send + 'static) -> String {
    let test = kit::Test { name: "blocking::fixture", file: file!() };
    let ended = panic::catch_unwind(AssertUnwindSafe(|| kit::run(test, body)));
    ended.map_or_else(
        |payload| *payload.downcast::<String>().expect("a text"),
        |()| "passed".to_owned(),
    )
}

/// Asserts that `body` is told to be blocked by `call` at the line marked with `name`.
#[track_caller]
fn assert_blocked<F: Future<Output = ()> + 'static>(
    call: &str,
    name: &str,
    body: impl FnOnce() -> F + Send + 'static,
) {
    let lines = include_str!("blocking.rs").lines().zip(1..);
    let mark = format!("// stuck here: {name}");
    let marked: Vec<usize> =
        lines.filter(|(line, _)| line.ends_with(&mark)).map(|(_, number)| number).collect();
    let [line] = marked[..] else { panic!("one line is marked `{name}`: {marked:?}") };

    let told = told_of(body);

    assert_eq!(
        told,
        format!(
            "blocked: {call} holds the only thread of the runtime; while it does, no other task \
             runs and no timer fires; it waits at tests/blocking.rs:{line}"
        )
    );
}

/// Asserts that `body` passes.
#[track_caller]
fn assert_fine<F: Future<Output = ()> + 'static>(body: impl FnOnce() -> F + Send + 'static) {
    assert_eq!(told_of(body), "passed");
}

/// A file on a disk, with something in it.
fn file() -> File {
    let mut file = tempfile::tempfile().expect("a temporary file");
    file.write_all(b"log of the harbor").expect("it is written");
    file.rewind().expect("it is rewound");
    file
}

#[test]
fn the_calls_of_the_standard_library_come_to_the_probe() {
    assert!(kit_probe::is_taken());
}

#[test]
fn a_sleep_is_named_in_the_body_and_in_a_task() {
    assert_blocked("`std::thread::sleep`", "sleep", || async {
        thread::sleep(HOUR); // stuck here: sleep
    });
    assert_blocked("`std::thread::sleep`", "sleep in a task", || async {
        let task = async {
            sleep(ms(10)).await;
            thread::sleep(ms(1)); // stuck here: sleep in a task
        };
        tokio::spawn(task).await.expect("it does not panic");
    });
}

#[test]
fn a_sleep_that_is_seen_is_not_slept() {
    let (sender, receiver) = mpsc::channel();

    let told = told_of(move || async move {
        for hour in 0..5 {
            thread::sleep(HOUR);
            sender.send(hour).expect("the test listens");
        }
    });

    assert!(told.starts_with("blocked: `std::thread::sleep`"), "{told}");
    assert_eq!(receiver.iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
}

#[test]
fn a_run_that_goes_on_to_another_failure_was_blocked_first() {
    let told = told_of(|| async {
        thread::sleep(HOUR);
        assert_eq!(1, 2, "and the answer is wrong too");
    });

    assert!(told.starts_with("blocked: `std::thread::sleep`"), "{told}");
}

#[test]
fn files_are_named_by_what_is_done_with_them() {
    assert_blocked("opening a file with `std::fs`", "open", || async {
        let _ = fs::read("Cargo.toml"); // stuck here: open
    });
    assert_blocked("opening a file with `std::fs`", "missing", || async {
        let _ = File::open("there is no such file"); // stuck here: missing
    });
    assert_blocked("listing a folder with `std::fs`", "list", || async {
        let _ = fs::read_dir("src"); // stuck here: list
    });
    let mut read = file();
    assert_blocked("reading a file with `std::fs`", "read", || async move {
        let _ = read.read(&mut [0; 4]); // stuck here: read
    });
    let mut written = file();
    assert_blocked("writing a file with `std::fs`", "write", || async move {
        let _ = written.write(b"fog"); // stuck here: write
    });
    let synced = file();
    assert_blocked("writing a file with `std::fs`", "sync", || async move {
        let _ = synced.sync_all(); // stuck here: sync
    });
}

#[test]
fn sockets_that_block_are_named() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("it has one");
    let here = TcpStream::connect(address).expect("somebody listens");
    let (there, _) = listener.accept().expect("somebody calls");

    assert_blocked("connecting with `std::net`", "connect", move || async move {
        let _ = TcpStream::connect(address); // stuck here: connect
    });
    assert_blocked("waiting for a connection with `std::net`", "accept", move || async move {
        let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
        let _ = silent.accept(); // stuck here: accept
    });
    let mut stream = here.try_clone().expect("it is open");
    assert_blocked("sending with `std::net`", "send", move || async move {
        let _ = stream.write(b"ahoy"); // stuck here: send
    });
    let mut stream = here.try_clone().expect("it is open");
    assert_blocked("receiving with `std::net`", "receive", move || async move {
        let _ = stream.read(&mut [0; 4]); // stuck here: receive
    });
    drop(there);
}

#[test]
fn names_of_hosts_and_processes_are_waited_for() {
    assert_blocked("looking up a host's name with `std::net`", "host", || async {
        let _ = ("localhost", 80).to_socket_addrs(); // stuck here: host
    });
    assert_blocked("waiting for a process with `std::process`", "process", || async {
        let _ = Command::new("true").status(); // stuck here: process
    });
}

#[test]
fn threads_are_waited_for() {
    assert_blocked("waiting for a thread with `JoinHandle::join`", "join", || async {
        let other = thread::spawn(|| thread::sleep(HOUR));
        let _ = other.join(); // stuck here: join
    });
    assert_blocked("`std::thread::park`", "park", || async {
        thread::park(); // stuck here: park
    });
    assert_blocked("waiting for the threads of `std::thread::scope`", "scope", || async {
        let long = || thread::sleep(HOUR);
        thread::scope(|scope| drop(scope.spawn(long))); // stuck here: scope
    });
}

#[test]
fn channels_of_std_are_waited_for() {
    assert_blocked("waiting for a channel of `std::sync::mpsc`", "channel", || async {
        let (_sender, receiver) = mpsc::channel::<u32>();
        let _ = receiver.recv(); // stuck here: channel
    });
    assert_blocked("waiting for a channel of `std::sync::mpsc`", "full channel", || async {
        let (sender, _receiver) = mpsc::sync_channel(1);
        sender.send(1).expect("there is room");
        let _ = sender.send(2); // stuck here: full channel
    });
    assert_blocked("waiting for a channel of `std::sync::mpsc`", "timeout", || async {
        let (_sender, receiver) = mpsc::channel::<u32>();
        let _ = receiver.recv_timeout(ms(1)); // stuck here: timeout
    });
}

#[test]
fn locks_of_std_are_waited_for_also_those_that_another_thread_holds() {
    assert_blocked("waiting for a lock of `std::sync`", "own lock", || async {
        let lock = Mutex::new(());
        let _held = lock.lock().expect("it is free");
        let _again = lock.lock(); // stuck here: own lock
    });
    assert_blocked("waiting for a lock of `std::sync`", "lock over an await", || async {
        let lock = Arc::new(Mutex::new(0));
        #[expect(clippy::await_holding_lock, reason = "that is the mistake")]
        let visit = |lock: Arc<Mutex<u32>>| async move {
            let mut count = lock.lock().expect("no panic"); // stuck here: lock over an await
            sleep(ms(1)).await;
            *count += 1;
        };
        tokio::join!(visit(Arc::clone(&lock)), visit(lock));
    });
    assert_blocked("waiting for a lock of `std::sync`", "read lock", || async {
        let lock = RwLock::new(());
        let _held = lock.write().expect("it is free");
        let _again = lock.read(); // stuck here: read lock
    });
    assert_blocked("waiting for a lock of `std::sync`", "their lock", || async {
        let lock = Arc::new(Mutex::new(()));
        let theirs = Arc::clone(&lock);
        let (held, is_held) = tokio::sync::oneshot::channel();
        spawn_blocking(move || {
            let _guard = theirs.lock();
            held.send(()).expect("somebody waits");
            thread::sleep(HOUR);
        });
        is_held.await.expect("it is held");
        drop(lock.lock()); // stuck here: their lock
    });
}

#[test]
fn conditions_of_std_are_waited_for() {
    assert_blocked("waiting for a `std::sync::Condvar`", "condition", || async {
        let (lock, condition) = (Mutex::new(()), Condvar::new());
        drop(condition.wait(lock.lock().expect("it is free"))); // stuck here: condition
    });
    assert_blocked("waiting at a `std::sync::Barrier`", "barrier", || async {
        Barrier::new(2).wait(); // stuck here: barrier
    });
}

#[test]
fn threads_that_may_block_are_left_alone() {
    assert_fine(|| async {
        let work = spawn_blocking(|| {
            let lines = fs::read_to_string("Cargo.toml").expect("it is there").lines().count();
            thread::sleep(ms(1));
            thread::spawn(|| ()).join().expect("it does not panic");
            lines
        });
        assert!(work.await.expect("it does not panic") > 0);
        assert!(tokio::fs::read("Cargo.toml").await.is_ok());
    });
}

#[test]
fn what_tokio_does_for_a_program_is_left_alone() {
    assert_fine(|| async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("it has one");
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("somebody calls");
            stream.write_all(b"ahoy").await.expect("it is read");
        });
        let mut stream = tokio::net::TcpStream::connect(address).await.expect("it listens");
        let mut said = String::new();
        stream.read_to_string(&mut said).await.expect("it is text");
        server.await.expect("it does not panic");
        assert_eq!(said, "ahoy");
        assert!(tokio::net::lookup_host("localhost:80").await.is_ok());
        // Virtual time stands still as long as this thread of the runtime is at work.
        let (work, is_over) = mpsc::channel::<()>();
        let worker = spawn_blocking(move || is_over.recv().is_err());
        let status = tokio::process::Command::new("true").status().await;
        drop(work);
        assert!(status.expect("there is such a program").success());
        assert!(worker.await.expect("no panic"));
    });
}

#[test]
fn what_does_not_wait_does_not_block() {
    assert_fine(|| async {
        let (sender, receiver) = mpsc::channel();
        sender.send(1).expect("it is open");
        assert_eq!((receiver.recv(), receiver.try_recv().ok()), (Ok(1), None));
        *Mutex::new(0).lock().expect("it is free") += 1;
        thread::current().unpark();
        thread::park();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("it can");
        assert!(listener.accept().is_err(), "nobody calls");
        let mut child = Command::new("true").spawn().expect("there is such a program");
        let _ = child.try_wait();
        spawn_blocking(move || child.wait()).await.expect("no panic").expect("it ends");
    });
}

#[test]
fn devices_and_what_the_kernel_tells_are_no_files_on_a_disk() {
    assert_fine(|| async {
        let mut null = File::options().write(true).open("/dev/null").expect("it is there");
        null.write_all(b"nothing").expect("it takes everything");
        assert!(fs::read_to_string("/proc/self/stat").is_ok());
        assert!(thread::available_parallelism().is_ok());
    });
}

#[test]
fn those_who_print_and_compare_are_left_alone() {
    assert_fine(|| async {
        println!("to standard output");
        eprintln!("to standard error");
        assert!(!Backtrace::force_capture().to_string().is_empty());
        insta::assert_snapshot!("one line", @"one line");
    });
}

#[test]
fn a_lock_that_others_hold_for_a_moment_does_not_block() {
    assert_fine(|| async {
        let lock = Arc::new(Mutex::new(0_u64));
        let threads: Vec<_> = (0..3)
            .map(|_| {
                let lock = Arc::clone(&lock);
                let add = move || (0..20_000).for_each(|_| *lock.lock().expect("no panic") += 1);
                spawn_blocking(add)
            })
            .collect();
        for _ in 0..20_000 {
            *lock.lock().expect("no panic") += 1;
        }
        for thread in threads {
            thread.await.expect("no panic");
        }
        assert_eq!(*lock.lock().expect("no panic"), 80_000);
    });
}

#[test]
fn blocking_that_is_allowed_is_done_and_not_told() {
    let journal = || async {
        let journal = Journal::new();
        let allowed = kit::allow_blocking();
        thread::sleep(ms(1));
        let other = thread::spawn(|| 7).join();
        drop(allowed);
        journal.mark(format!("{other:?}"));
        assert_eq!(journal.lines(), ["Ok(7)"]);
    };

    assert_fine(journal);
}

#[test]
fn blocking_counts_again_when_it_is_no_longer_allowed() {
    assert_blocked("`std::thread::sleep`", "again", || async {
        {
            let _allowed = kit::allow_blocking();
            thread::sleep(ms(1));
        }
        thread::sleep(ms(1)); // stuck here: again
    });
}
