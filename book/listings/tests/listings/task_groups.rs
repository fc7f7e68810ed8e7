//! Runs the listings of the chapter on task groups.

use kit::{ms, timed};
use listings::{harbors::Harbors, say::say, task_groups};
use tokio::{runtime::Handle, time::sleep};

use crate::record::Page;

const PAGE: Page = Page::of("task_groups");

const NAMES: [&str; 3] = ["bergen", "oslo", "atlantis"];

#[kit::test]
async fn rounds() {
    let ((), took) = timed(task_groups::rounds(&Harbors::new())).await;
    sleep(ms(80)).await;

    assert_eq!(took, ms(20));
    PAGE.output("rounds");
    PAGE.lines("rounds_lines");
    PAGE.timeline("rounds");
}

#[kit::test]
async fn together() {
    let names = ["bergen", "oslo", "tromso"];

    let survey = timed(task_groups::survey(&Harbors::new(), &names)).await;

    assert_eq!(survey, (Ok(vec![3, 15, 12]), ms(100)), "in the order in which they came");
    PAGE.text("together_levels", &format!("{:?}\n", survey.0.unwrap_or_default()));
}

#[kit::test]
async fn failure() {
    let (levels, took) = timed(task_groups::survey(&Harbors::new(), &NAMES)).await;
    let alive = Handle::current().metrics().num_alive_tasks();

    assert_eq!(levels.map_err(|error| error.harbor), Err("atlantis".to_owned()));
    assert_eq!((took, alive), (ms(20), 0));
    PAGE.timeline("failure");
    PAGE.text("failure_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn hasty() {
    let levels = task_groups::hasty(&Harbors::new(), &NAMES).await;
    let alive = Handle::current().metrics().num_alive_tasks();
    say("the caller goes on");
    kit::settle().await;

    assert_eq!(levels.map_err(|error| error.harbor), Err("atlantis".to_owned()));
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0, "a moment later");
    PAGE.output("hasty");
    PAGE.text("hasty_alive", &format!("{alive}\n"));
}

#[kit::test]
async fn watch() {
    let alive = || Handle::current().metrics().num_alive_tasks();

    let kept = task_groups::watch(&Harbors::new(), 1_000).await;
    let alive_then = alive();
    let joined = task_groups::watch_and_join(&Harbors::new(), 1_000).await;

    assert_eq!((alive_then, kept.len(), alive(), joined.len()), (0, 1_000, 0, 0));
    let text = format!(
        "never joined:      {} of 1000 results kept, {alive_then} tasks alive\n\
         joined as it goes: {} of 1000 results kept, {} tasks alive\n",
        kept.len(),
        joined.len(),
        alive(),
    );
    PAGE.text("watch", &text);
}
