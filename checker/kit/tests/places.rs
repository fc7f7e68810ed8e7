//! Where a run is stuck: the line that a comment in the fixture marks.

use std::{
    env,
    panic::{self, AssertUnwindSafe},
    process::{Command, Stdio},
    time::Duration,
};
#[cfg(target_os = "linux")]
use std::{
    future::Future,
    hint::black_box,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use futures::future::join_all;
use tokio::{
    sync::{Mutex, Notify, Semaphore, mpsc, oneshot, watch},
    time::{sleep, timeout},
};

/// The marked lines of this file with `name`.
fn marked(name: &str) -> Vec<String> {
    let lines = include_str!("places.rs").lines().zip(1..);
    let mark = format!("// stuck here: {name}");
    let marked = lines.filter(|(line, _)| line.ends_with(&mark));
    marked.map(|(_, number)| format!("tests/places.rs:{number}")).collect()
}

/// Asserts that `body` comes to a deadlock at the marked lines with `name`, and that all are named.
#[track_caller]
fn assert_stuck<F: Future<Output = ()> + 'static>(
    name: &str,
    body: impl FnOnce() -> F + Send + 'static,
) {
    assert_ends("deadlock: ", name, body);
}

/// Asserts that the thread of `body` computes at the marked line with `name`. `body` shall end when
/// what it is given is true: its thread is left behind.
#[cfg(target_os = "linux")]
#[track_caller]
fn assert_busy<F: Future<Output = ()> + 'static>(
    name: &str,
    body: impl FnOnce(Arc<AtomicBool>) -> F + Send + 'static,
) {
    let is_over = Arc::new(AtomicBool::new(false));
    let ends = Arc::clone(&is_over);
    assert_ends("`fixture` is stuck: something computes ", name, move || body(ends));
    is_over.store(true, Ordering::Relaxed);
}

/// Asserts that `body` fails with `words` first, and the marked lines with `name` last.
#[track_caller]
fn assert_ends<F: Future<Output = ()> + 'static>(
    words: &str,
    name: &str,
    body: impl FnOnce() -> F + Send + 'static,
) {
    let test = kit::Test { name: "places::fixture", file: file!() };
    let text = kit::try_run(test, body).expect_err("it is stuck").message;

    assert!(text.starts_with(words), "{text}");
    let places = text.split_once("it waits at ").or_else(|| text.split_once("it computes at "));
    let (_, places) = places.unwrap_or_else(|| panic!("no place: {text}"));
    let mut places: Vec<String> = places
        .split(" and ")
        .map(|place| {
            let from =
                place.find("tests/places.rs").unwrap_or_else(|| panic!("another file: {text}"));
            place[from..].to_owned()
        })
        .collect();
    places.sort();
    let mut expected = marked(name);
    expected.sort();
    assert!(!expected.is_empty(), "no line is marked `{name}`");
    assert_eq!(places, expected, "{text}");
}

/// The fixture: `a_call_that_was_dropped_is_named_where_it_waited` runs it in a process of its own.
#[test]
fn fixture_that_loses_ten() {
    let test = kit::Test { name: "places::fixture", file: file!() };
    let body = || async {
        let act = async |account: &Mutex<u32>| {
            *account.lock().await -= 10;
            sleep(Duration::from_millis(1)).await; // stuck here: dropped
            *account.lock().await += 10;
        };
        let check = async |account: &Mutex<u32>| assert_eq!(*account.lock().await, 100);
        kit::at_every_poll(|| Mutex::new(100), act, check).await;
    };

    let ended = panic::catch_unwind(AssertUnwindSafe(|| kit::run(test, body)));

    assert!(ended.is_err(), "ten are missing");
}

#[test]
fn a_call_that_was_dropped_is_named_where_it_waited() {
    let program = env::current_exe().expect("a test program has a path");
    let mut command = Command::new(program);
    command.args(["fixture_that_loses_ten", "--exact", "--nocapture"]).stdin(Stdio::null());

    let output = command.output().expect("the test program starts");

    let said = String::from_utf8_lossy(&output.stdout);
    let [line] = marked("dropped").try_into().expect("one line is marked");
    let note = "this is a run in which the call was dropped after its first poll; it waited at ";
    assert!(said.contains(&format!("{note}{line}\n")), "{said}");
}

async fn take_twice(lock: &Mutex<()>) {
    let _first = lock.lock().await;
    let _second = lock.lock().await; // stuck here: lock
}

#[test]
fn a_lock_that_is_taken_twice_also_through_a_helper() {
    assert_stuck("lock", || async {
        let lock = Mutex::new(());
        let helper = async { take_twice(&lock).await };
        helper.await;
    });
}

#[test]
fn a_permit_that_nobody_returns() {
    assert_stuck("permit", || async {
        let semaphore = Semaphore::new(1);
        let _held = semaphore.acquire().await;
        let _second = semaphore.acquire().await; // stuck here: permit
    });
}

#[test]
fn a_queue_whose_sender_lives_on() {
    assert_stuck("queue", || async {
        let (sender, mut receiver) = mpsc::channel::<u32>(1);
        while receiver.recv().await.is_some() {} // stuck here: queue
        drop(sender);
    });
}

#[test]
fn a_full_queue_that_nobody_reads() {
    assert_stuck("full", || async {
        let (sender, _receiver) = mpsc::channel(1);
        for number in 0..2 {
            sender.send(number).await.expect("it is open"); // stuck here: full
        }
    });
}

#[test]
fn an_answer_a_notice_and_a_change_that_do_not_come() {
    assert_stuck("answer", || async {
        let (_sender, receiver) = oneshot::channel::<u32>();
        let _ = receiver.await; // stuck here: answer
    });
    assert_stuck("notice", || async {
        let notify = Notify::new();
        notify.notify_waiters();
        notify.notified().await; // stuck here: notice
    });
    assert_stuck("change", || async {
        let (_sender, mut receiver) = watch::channel(0);
        let _ = receiver.changed().await; // stuck here: change
    });
}

#[test]
fn a_task_that_does_not_end_is_awaited_there() {
    assert_stuck("task", || async {
        let task = tokio::spawn(std::future::pending::<()>());
        let _ = task.await; // stuck here: task
    });
}

#[test]
fn a_fixed_number_of_futures_is_named_one_by_one() {
    assert_stuck("both", || async {
        let (one, two) = (Mutex::new(()), Mutex::new(()));
        let (_one, _two) = (one.lock().await, two.lock().await);
        let first = async {
            let _one = one.lock().await; // stuck here: both
        };
        let second = async {
            let _two = two.lock().await; // stuck here: both
        };
        tokio::join!(first, second);
    });
}

#[test]
fn many_futures_are_named_where_they_are_awaited_together() {
    assert_stuck("many", || async {
        let lock = Mutex::new(());
        let _held = lock.lock().await;
        let waiting = (0..40).map(|_| lock.lock());
        join_all(waiting).await; // stuck here: many
    });
}

#[test]
fn what_went_well_before_is_not_named() {
    assert_stuck("after", || async {
        let late = timeout(Duration::from_millis(10), std::future::pending::<()>());
        assert!(late.await.is_err());
        let (_sender, receiver) = oneshot::channel::<u32>();
        let _ = receiver.await; // stuck here: after
    });
}

/// How a run ends whose thread is held: at once where calls are seen, and after a while elsewhere.
#[cfg(unix)]
fn held() -> &'static str {
    if kit_probe::is_supported() { "blocked: " } else { "`fixture` is stuck: something waits " }
}

#[cfg(unix)]
#[test]
fn a_thread_that_sleeps_is_named_where_it_does() {
    assert_ends(held(), "sleep", || async {
        std::thread::sleep(Duration::from_secs(60)); // stuck here: sleep
    });
}

#[cfg(unix)]
#[test]
fn a_lock_and_a_channel_of_std_and_another_thread_are_named() {
    assert_ends(held(), "std lock", || async {
        let lock = std::sync::Mutex::new(());
        let _held = lock.lock().expect("it is free");
        let _again = lock.lock(); // stuck here: std lock
    });
    assert_ends(held(), "std channel", || async {
        let (_sender, receiver) = std::sync::mpsc::channel::<u32>();
        let _ = receiver.recv(); // stuck here: std channel
    });
    assert_ends(held(), "thread", || async {
        let other = std::thread::spawn(|| std::thread::sleep(Duration::from_secs(60)));
        let _ = other.join(); // stuck here: thread
    });
}

/// Nobody but the system knows of this call: the thread sleeps until it does.
#[cfg(unix)]
#[test]
fn a_call_that_is_not_seen_is_named_where_it_is_made() {
    use std::io::Read;

    let (mut reader, _writer) = std::io::pipe().expect("a pipe");
    assert_ends("`fixture` is stuck: something waits ", "pipe", move || async move {
        let _ = reader.read(&mut [0]); // stuck here: pipe
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_thread_that_computes_is_named_where_it_does() {
    assert_busy("computes", |is_over| async move {
        while !is_over.load(Ordering::Relaxed) {} // stuck here: computes
    });
    assert_busy("allocates", |is_over| async move {
        while !is_over.load(Ordering::Relaxed) {
            black_box((0..40).map(|n| n.to_string()).collect::<Vec<_>>()); // stuck here: allocates
        }
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_helper_that_computes_is_named_also_in_a_task() {
    fn polish(is_over: &AtomicBool) {
        while !is_over.load(Ordering::Relaxed) {} // stuck here: polishes
    }

    assert_busy("polishes", |is_over| async move {
        tokio::spawn(async move { polish(&is_over) }).await.expect("no panic");
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_loop_that_lets_the_others_go_first_for_ever_is_named_too() {
    assert_busy("yields", |is_over| async move {
        while !is_over.load(Ordering::Relaxed) {
            tokio::task::yield_now().await; // stuck here: yields
        }
    });
}

/// Who waits beside it for something that does not come is not named.
#[cfg(target_os = "linux")]
#[test]
fn the_one_of_several_that_never_rests_is_named() {
    assert_busy("beside", |is_over| async move {
        let (_sender, receiver) = tokio::sync::oneshot::channel::<()>();
        // Boxed: the kit is optimized, these tests with it, and one future would melt into the other.
        let turns: Pin<Box<dyn Future<Output = ()>>> = Box::pin(async {
            while !is_over.load(Ordering::Relaxed) {
                tokio::task::yield_now().await; // stuck here: beside
            }
        });
        tokio::select! {
            _ = receiver => {}
            () = turns => {}
        }
    });
}

/// The fixture's own line is that of whoever calls it, on every system.
#[test]
fn a_fixture_that_says_that_it_blocks_is_named_where_it_is_called() {
    #[track_caller]
    fn checksum(page: &str) -> u32 {
        kit::blocking_call("Archive::checksum");
        page.bytes().map(u32::from).sum()
    }

    let words = "blocked: `Archive::checksum` holds the only thread of the runtime";
    assert_ends(words, "fixture", || async {
        let beside = tokio::task::spawn_blocking(|| checksum("a page"));
        assert_eq!(beside.await.expect("no panic"), 542);
        {
            let _allowed = kit::allow_blocking();
            checksum("a page");
        }
        checksum("a page"); // stuck here: fixture
    });
}
