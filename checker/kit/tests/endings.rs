//! Each way in which a run can end, on purpose: the sentence it fails with, or none.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use kit::{Outcome, Service, ms};
use tokio::{
    sync::{Mutex as AsyncMutex, oneshot},
    time::sleep,
};

/// Runs `body` and gives the sentence it fails with, without the place: `places.rs` is about that.
fn failure_of<F: Future<Output = ()> + 'static>(
    body: impl FnOnce() -> F + Send + 'static,
) -> String {
    let test = kit::Test { name: "endings::fixture", file: file!() };
    let text = kit::try_run(test, body).err().map_or("passed".to_owned(), |found| found.message);
    // "it waits at" the place of a deadlock, "it waited at" the one where it was dropped.
    let places = ["; it wait", "; it computes at "];
    places.iter().fold(text.as_str(), |text, at| text.split(at).next().unwrap_or(text)).to_owned()
}

#[test]
fn a_body_that_ends_and_leaves_nothing_passes() {
    let ended = failure_of(|| async {
        let task = tokio::spawn(sleep(ms(10)));
        task.await.expect("the task ends");
    });

    assert_eq!(ended, "passed");
}

#[test]
fn a_deadlock_is_named_with_its_time_and_the_calls_under_way() {
    let ended = failure_of(|| async {
        let service = Service::new();
        service.call("/first", ms(30), Ok::<_, ()>(())).await.expect("it answers");
        let lock = AsyncMutex::new(());
        let _held = lock.lock().await;
        let _call = service.journal().begin("/second");
        let _never = lock.lock().await;
    });

    insta::assert_snapshot!(ended, @"deadlock: after 30 ms of virtual time nothing can make progress any more: everyone waits, and nobody is left to wake them; still under way: /second");
}

#[test]
fn a_timer_loop_is_endless_and_no_deadlock() {
    let ended = failure_of(|| async {
        loop {
            sleep(Duration::from_secs(60)).await;
        }
    });

    insta::assert_snapshot!(ended, @"endless: timers fire and tasks run, but the test does not come to its end");
}

#[test]
fn a_loop_of_a_millisecond_is_endless_long_before_the_day_is_over() {
    let ended = failure_of(|| async {
        loop {
            sleep(ms(1)).await;
        }
    });

    assert!(ended.starts_with("endless"), "{ended}");
}

#[test]
fn a_thread_that_sleeps_is_blocked() {
    let ended = failure_of(|| async { thread::sleep(Duration::from_secs(60)) });

    // Where calls are not seen, the thread is, after a while.
    match kit_probe::is_supported() {
        true => {
            insta::assert_snapshot!(ended, @"blocked: `std::thread::sleep` holds the only thread of the runtime; while it does, no other task runs and no timer fires")
        }
        false => {
            insta::assert_snapshot!(ended, @"`fixture` is stuck: something waits without `.await` and blocks the only thread of the runtime: a call that blocks, or a lock of `std` whose guard lives across an `.await`; while it does, no other task runs and no timer fires")
        }
    }
}

#[test]
fn a_thread_that_has_work_before_it_sleeps_is_blocked_too() {
    let ended = failure_of(|| async {
        let work = std::time::Instant::now();
        while work.elapsed() < Duration::from_millis(200) {
            std::hint::spin_loop();
        }
        thread::sleep(Duration::from_secs(60));
    });

    // By its call, or where calls are not seen, by its sleep.
    let words = ["holds the only thread", "blocks the only thread"];
    assert!(words.iter().any(|words| ended.contains(words)), "{ended}");
}

#[test]
fn blocking_work_on_a_thread_of_its_own_is_no_blocked_runtime() {
    let ended = failure_of(|| async {
        let work = tokio::task::spawn_blocking(|| thread::sleep(Duration::from_millis(1_500)));
        work.await.expect("the work ends");
    });

    assert_eq!(ended, "passed");
}

#[cfg(target_os = "linux")]
#[test]
fn a_thread_that_computes_is_busy() {
    // The thread is left behind: told to, it ends.
    let is_over = Arc::new(AtomicBool::new(false));
    let ends = Arc::clone(&is_over);
    let ended = failure_of(move || async move {
        while !ends.load(Ordering::Relaxed) {
            std::hint::spin_loop();
        }
    });
    is_over.store(true, Ordering::Relaxed);

    insta::assert_snapshot!(ended, @"`fixture` is stuck: something computes without ever reaching an `.await` that waits; while it does, no other task runs and no timer fires");
}

#[test]
fn a_task_left_behind_is_a_leak() {
    let ended = failure_of(|| async {
        drop(tokio::spawn(std::future::pending::<()>()));
    });

    insta::assert_snapshot!(ended, @"1 task is still alive after the call has ended: who stops it?");
}

#[test]
fn an_aborted_task_is_no_leak() {
    let ended = failure_of(|| async {
        tokio::spawn(std::future::pending::<()>()).abort();
    });

    assert_eq!(ended, "passed");
}

#[test]
fn a_panic_in_a_task_that_nobody_joins_fails_the_run() {
    let ended = failure_of(|| async {
        drop(tokio::spawn(async { panic!("the mail was not sent") }));
        sleep(ms(10)).await;
    });

    insta::assert_snapshot!(ended, @"a task panicked and nobody noticed: the mail was not sent");
}

#[test]
fn a_planned_panic_does_not() {
    let ended = failure_of(|| async {
        let task = tokio::spawn(async { kit::planned_panic("scripted") });
        let error = task.await.expect_err("it panics");
        assert!(error.is_panic());
    });

    assert_eq!(ended, "passed");
}

#[test]
fn a_failing_assertion_keeps_its_own_words() {
    let ended = failure_of(|| async { assert_eq!(1 + 1, 3, "arithmetic") });

    insta::assert_snapshot!(ended, @r"
    assertion `left == right` failed: arithmetic
      left: 2
     right: 3
    ");
}

#[test]
fn cancel_at_every_poll_names_the_poll_and_draws_that_world_alone() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let worlds = Arc::clone(&seen);
    let ended = failure_of(move || async move {
        kit::at_every_poll(
            || (Service::new(), Mutex::new(0)),
            async |(service, paid)| {
                *paid.lock().expect("not poisoned") += 10;
                let _ = service.call("send", ms(5), Ok::<_, ()>(())).await;
                *paid.lock().expect("not poisoned") -= 10;
            },
            async |(_, paid)| {
                let paid = *paid.lock().expect("not poisoned");
                worlds.lock().expect("not poisoned").push(paid);
                assert!(paid == 0, "10 were paid and nothing was sent");
            },
        )
        .await;
    });

    insta::assert_snapshot!(ended, @"
    10 were paid and nothing was sent
    this is a run in which the call was dropped after its first poll
    ");
    assert_eq!(*seen.lock().expect("not poisoned"), [0, 10], "dropped unpolled, then after one");
}

#[test]
fn a_run_knows_nothing_of_another_on_the_same_thread() {
    let first = failure_of(|| async { drop(tokio::spawn(async { panic!("in the first run") })) });
    let second = failure_of(|| async {
        let (sender, receiver) = oneshot::channel();
        sender.send(7).expect("the receiver waits");
        assert_eq!(receiver.await, Ok(7));
    });

    assert!(first.contains("in the first run"), "{first}");
    assert_eq!(second, "passed");
}

#[test]
fn what_was_found_has_its_place_and_its_timeline() {
    let test = kit::Test { name: "endings::fixture", file: file!() };
    let line = line!() + 5;
    let found = kit::try_run(test, || async {
        let service = Service::new();
        service.call("/tea", ms(20), Ok::<_, ()>(())).await.expect("it answers");
        let calls = service.gauge().finished();
        assert!(calls == 2, "{calls} of 2 cups are ready");
    });

    let found = found.expect_err("one cup is missing");
    assert_eq!(
        (found.outcome, found.message.as_str()),
        (Outcome::WrongAnswer, "1 of 2 cups are ready")
    );
    assert_eq!(found.place, Some(format!("{}:{line}", file!())));
    assert_eq!((found.trace.end, found.trace.calls[0].name.as_str()), (20, "/tea"));
}
