//! Runs the listings of the chapter on task groups.

use kit::{ms, timed};
use listings::{harbors::Harbors, task_groups};
use tokio::runtime::Handle;

use crate::record::Page;

const PAGE: Page = Page::of("task_groups");

#[kit::test]
async fn together() {
    let harbors = Harbors::new();

    let survey = timed(task_groups::survey(&harbors, &["bergen", "oslo", "tromso"])).await;

    assert_eq!(survey, (Ok(vec![3, 15, 12]), ms(100)), "in the order in which they came");
    PAGE.timeline("together");
}

#[kit::test]
async fn failure() {
    let harbors = Harbors::new();

    let (levels, took) =
        timed(task_groups::survey(&harbors, &["bergen", "oslo", "atlantis"])).await;

    assert_eq!(levels.map_err(|error| error.harbor), Err("atlantis".to_owned()));
    assert_eq!(took, ms(20));
    PAGE.timeline("failure");
}

#[kit::test]
async fn at_the_return() {
    let names = ["bergen", "oslo", "atlantis"];
    let alive = || Handle::current().metrics().num_alive_tasks();

    let survey = task_groups::survey(&Harbors::new(), &names).await;
    let after_survey = alive();
    let hasty = task_groups::hasty(&Harbors::new(), &names).await;
    let after_hasty = alive();
    kit::settle().await;
    let later = alive();

    assert_eq!(survey, hasty, "the answers do not tell them apart");
    assert_eq!((after_survey, after_hasty, later), (0, 2, 0));
    let text = format!(
        "survey returned: {after_survey} tasks alive\n\
         hasty returned:  {after_hasty} tasks alive\n\
         a moment later:  {later} tasks alive\n"
    );
    PAGE.text("at_the_return", &text);
}
