//! Runs the listings of the chapter on tasks.

use std::thread;

use kit::{ms, timed};
use listings::{harbors::Harbors, say::journal, tasks};
use tokio::{runtime::Builder, time::sleep};
use trace::{Fate, Trace};

use crate::record::Page;

const PAGE: Page = Page::of("tasks");

const NAMES: [&str; 3] = ["bergen", "oslo", "tromso"];

#[kit::test]
async fn two_tasks() {
    let ((), took) = timed(tasks::two_tasks(&Harbors::new())).await;

    assert_eq!(took, ms(100));
    PAGE.output("two_tasks");
    PAGE.timeline("two_tasks");
    let of_oslo = journal().lines().into_iter().filter(|line| line.contains("oslo"));
    PAGE.text("two_tasks_oslo", &of_oslo.map(|line| line + "\n").collect::<String>());
}

#[kit::test]
async fn survey() {
    let (ended, took) = timed(tasks::survey(&Harbors::new(), &NAMES)).await;

    let levels: Vec<_> = ended.into_iter().flatten().flatten().collect();
    assert_eq!(levels, [12, 3, 15]);
    PAGE.timeline("survey");
    PAGE.text("survey_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn outcomes() {
    tasks::outcomes(&Harbors::new()).await;

    PAGE.output("outcomes");
}

/// A program that lives for 50 ms more, as seen after its end.
#[test]
fn forgotten() {
    let trace = whole_program(async || {
        tasks::forget(&Harbors::new(), &NAMES);
        sleep(ms(50)).await;
    });

    let fates: Vec<_> = trace.calls.iter().map(|call| (call.to, call.fate)).collect();
    assert_eq!(fates, [(50, Fate::Canceled), (40, Fate::Done), (50, Fate::Canceled)]);
    PAGE.trace("forgotten", &trace);
}

#[kit::test]
async fn hasty() {
    let (sum, took) = timed(tasks::hasty(&Harbors::new(), &["atlantis", "bergen", "tromso"])).await;
    sleep(ms(80)).await;
    kit::settle().await;

    assert_eq!((sum.is_err(), took), (true, ms(20)));
    PAGE.timeline("hasty");
}

/// Runs a program on a runtime of its own, drops the runtime, and tells what happened until then.
fn whole_program(program: impl AsyncFn() + Sync) -> Trace {
    let program = &program;
    let run = move || {
        let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
        let runtime = runtime.expect("this runtime needs nothing that could be missing");
        let mut trace = runtime.block_on(async {
            let journal = journal();
            program().await;
            journal.trace()
        });
        drop(runtime);
        // There is no virtual time any more: what was dropped with the runtime ended as it did.
        for (call, after) in trace.calls.iter_mut().zip(journal().trace().calls) {
            call.fate = after.fate;
        }
        trace
    };
    thread::scope(|scope| scope.spawn(run).join()).expect("the program comes to its end")
}
