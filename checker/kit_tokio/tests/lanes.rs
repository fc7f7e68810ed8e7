//! What a timeline tells of tasks that the façade has spawned, in runs that are not explored.

extern crate kit_tokio as tokio;

use std::{
    env,
    process::{Command, Stdio},
    sync::Arc,
};

use kit::{Event, Found, Outcome, Trace, ms};
use tokio::{
    sync::{Mutex, Semaphore, mpsc},
    task::JoinSet,
    time::{advance, sleep, timeout},
};

fn run<F: Future<Output = ()> + 'static>(
    body: impl FnOnce() -> F + Send + 'static,
) -> Result<Trace, Box<Found>> {
    kit::try_run(kit::Test { name: "lanes::fixture", file: file!() }, body)
}

/// The line of this file that ends with a mark, as messages name it.
fn marked(name: &str) -> String {
    let mark = format!("// {name}");
    let mut lines = include_str!("lanes.rs").lines().zip(1..);
    let (_, number) = lines.find(|(line, _)| line.ends_with(&mark)).expect("the mark is there");
    format!("tests/lanes.rs:{number}")
}

/// A drawing whose lines of this file are numbered by the order in which they come.
fn drawn(trace: &Trace) -> String {
    let mut text = trace.timeline();
    let lanes = trace.lanes.iter().filter_map(|lane| lane.spawned_at.clone());
    let strips = trace.strips.iter().map(|strip| strip.made_at.clone());
    for place in lanes.chain(strips) {
        let (_, line) = place.rsplit_once(':').expect("a line");
        text = text
            .replace(&format!("lanes.rs:{line}"), &format!("lanes.rs:{}", "N".repeat(line.len())));
    }
    text
}

#[test]
fn each_task_has_its_lane_and_each_semaphore_its_strip() {
    let trace = run(|| async {
        let permits = Arc::new(Semaphore::new(2));
        let mut set = JoinSet::new();
        for pause in [20, 30, 10] {
            let permits = Arc::clone(&permits);
            set.spawn(async move {
                let _permit = permits.acquire_owned().await.expect("it is open");
                sleep(ms(pause)).await;
            });
        }
        set.spawn(async { kit::planned_panic("the ink is dry") });
        let watch = tokio::spawn(std::future::pending::<()>());
        while set.join_next().await.is_some() {}
        watch.abort();
    });

    insta::assert_snapshot!(drawn(&trace.expect("it passes")), @"
                         0         10        20        30 ms
    body                 |...................|.........o
    task 1  lanes.rs:NN  |...................o
    task 2  lanes.rs:NN  |.............................o
    task 3  lanes.rs:NN  |...................|.........o
    task 4  lanes.rs:NN  !
    task 5  lanes.rs:NN  |.............................x
    permits lanes.rs:NN  000000000000000000000000000000
    tasks: | polled  . waits  o done  x dropped  ! panicked
    ");
}

#[test]
fn a_queue_is_told_until_its_receiver_is_gone() {
    let trace = run(|| async {
        let (sender, mut receiver) = mpsc::channel(2);
        let letters = tokio::spawn(async move {
            for letter in 0..4 {
                sender.send(letter).await.expect("somebody reads");
            }
        });
        while receiver.recv().await.is_some() {
            sleep(ms(10)).await;
        }
        letters.await.expect("no panic");
    });

    insta::assert_snapshot!(drawn(&trace.expect("it passes")), @"
                         0         10        20        30        40 ms
    body                 |.........|.........|.........|.........o
    task 1  lanes.rs:NN  |.........o
    queue lanes.rs:NN    2222222222222222222211111111110000000000
    tasks: | polled  . waits  o done
    ");
}

#[test]
fn a_task_that_holds_the_thread_while_time_passes_blocks() {
    let trace = run(|| async {
        let grinder = tokio::spawn(async {
            // Time passes within one poll, as it does in a call that blocks.
            let mut grinding = Box::pin(advance(ms(20)));
            let waker = std::task::Waker::noop();
            let _ = grinding.as_mut().poll(&mut std::task::Context::from_waker(waker));
        });
        grinder.await.expect("no panic");
    });

    let trace = trace.expect("it passes");
    assert!(trace.lanes[1].polls[0].is_blocked(), "{:?}", trace.lanes);
}

#[test]
fn a_deadlock_names_where_each_task_waits() {
    let found = run(|| async {
        let lock = Arc::new(Mutex::new(()));
        let held = lock.clone().lock_owned().await;
        let task = tokio::spawn(async move {
            let _second = lock.lock().await; // stuck: task
        });
        task.await.expect("no panic"); // stuck: body
        drop(held);
    });

    let found = found.expect_err("nobody can go on");
    assert_eq!(found.outcome, Outcome::Deadlock);
    let (body, task) = (marked("stuck: body"), marked("stuck: task"));
    let waits = format!("; body waits at {body}; task 1 waits at {task}");
    assert!(found.message.ends_with(&waits), "{}", found.message);
    assert_eq!(found.place, Some(task.clone()));
    assert_eq!(found.trace.lanes[1].waits_at, [task]);
}

#[test]
fn a_task_that_is_left_is_named_with_its_spawn_and_where_it_waits() {
    let found = run(|| async {
        let late = tokio::spawn(async {
            sleep(ms(3_600_000)).await; // left: waits
        });
        assert!(timeout(ms(5), late).await.is_err());
    });

    let found = found.expect_err("it is left");
    assert_eq!(found.outcome, Outcome::LeakedTasks);
    let waits = marked("left: waits");
    assert!(
        found.message.contains("who stops it?\nstill there: task 1, spawned at "),
        "{}",
        found.message
    );
    assert!(found.message.ends_with(&format!(", waits at {waits}")), "{}", found.message);
    assert!(found.place.is_some_and(|place| place.contains("lanes.rs:")));
}

#[test]
fn each_world_has_its_own_tasks() {
    let trace = run(|| async {
        kit::repeat(3, async || {
            sleep(ms(10)).await;
            tokio::spawn(sleep(ms(5))).await.expect("no panic");
        })
        .await;
    });

    let lanes = trace.expect("it passes").lanes;
    let names: Vec<_> = lanes.iter().map(|lane| (lane.name.as_str(), lane.from, lane.to)).collect();
    assert_eq!(names, [("body", 0, 15), ("task 1", 10, 15)]);
}

/// Everything here happens in two moments, and in a moment of one millisecond causes come before what
/// they cause.
#[test]
fn what_happens_in_one_moment_is_told_in_its_order() {
    let trace = run(|| async {
        let journal = kit::Journal::new();
        let (fast, slow) = (journal.clone(), journal.clone());
        let task = tokio::spawn(async move {
            let call = fast.begin("fast");
            sleep(ms(10)).await;
            call.done();
            fast.mark("fast has answered");
        });
        let slow = async move {
            let _call = slow.begin("slow");
            sleep(ms(10)).await;
            std::future::pending::<()>().await;
        };
        tokio::select! {
            done = task => done.expect("no panic"),
            () = slow => {}
        }
        journal.mark("the race is over");
    });
    let trace = trace.expect("it passes");

    let told = trace.order.iter().map(|event| match *event {
        Event::Began(call) => (trace.calls[call].from, "begins", trace.calls[call].name.as_str()),
        Event::Ended(call) => (trace.calls[call].to, "ends", trace.calls[call].name.as_str()),
        Event::Noted(mark) => (trace.marks[mark].at, "note", trace.marks[mark].text.as_str()),
        Event::Spawned(lane) => {
            (trace.lanes[lane].from, "spawned", trace.lanes[lane].name.as_str())
        }
        Event::Polled(lane, poll) => {
            (trace.lanes[lane].polls[poll].from, "polled", trace.lanes[lane].name.as_str())
        }
        Event::Gone(lane) => (trace.lanes[lane].to, "gone", trace.lanes[lane].name.as_str()),
        Event::Changed(..) => unreachable!("nobody shares a number"),
    });
    let told: Vec<_> = told.map(|(at, what, whose)| format!("{at} {what}: {whose}")).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    0 polled: body
    0 spawned: task 1
    0 begins: slow
    0 polled: task 1
    0 begins: fast
    10 polled: body
    10 polled: task 1
    10 ends: fast
    10 note: fast has answered
    10 gone: task 1
    10 ends: slow
    10 note: the race is over
    10 gone: body
    ");
}

/// The fixture: `two_processes_tell_the_same` prints what it draws, and its data.
fn everything() -> Trace {
    let trace = run(|| async {
        let (sender, mut receiver) = mpsc::channel(3);
        let permits = Arc::new(Semaphore::new(2));
        for number in 0..5_u64 {
            let (sender, permits) = (sender.clone(), Arc::clone(&permits));
            tokio::spawn(async move {
                let _permit = permits.acquire().await.expect("it is open");
                sleep(ms(number * 7 % 5 * 10)).await;
                let _ = sender.send(number).await;
            });
        }
        drop(sender);
        let mut sum = 0;
        loop {
            // Without `biased`: which branch comes first is drawn by lot.
            tokio::select! {
                number = receiver.recv() => match number {
                    Some(number) => sum += number,
                    None => break,
                },
                () = sleep(ms(10)) => {}
            }
        }
        assert_eq!(sum, 10);
    });
    trace.expect("it passes")
}

#[test]
fn print_everything() {
    let trace = everything();
    let data = serde_json::to_string(&trace).expect("plain data");
    println!("told: {data}\n{}told.", trace.timeline());
}

#[test]
fn two_processes_tell_the_same() {
    let tell = || {
        let program = env::current_exe().expect("a test program has a path");
        let output = Command::new(program)
            .args(["print_everything", "--exact", "--nocapture"])
            .stdin(Stdio::null())
            .output()
            .expect("the test program starts");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let from = text.find("told: ").expect("it told something");
        let to = text.find("told.").expect("it told all of it");
        text[from..to].to_owned()
    };

    let first = tell();

    assert!(first.contains("task 5"), "{first}");
    for _ in 0..5 {
        assert_eq!(first, tell());
    }
}
