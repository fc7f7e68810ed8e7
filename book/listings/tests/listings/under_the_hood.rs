//! Runs the listings of the chapter on what an await is made of.

use std::sync::Arc;

use kit::{ms, timed};
use listings::{
    harbors::Harbors,
    say::{journal, say},
    under_the_hood::{self, Flag},
};
use tokio::time::sleep;

use crate::record::{Page, run_of_polls};

const PAGE: Page = Page::of("under_the_hood");

#[kit::test]
async fn together() {
    let harbors = Harbors::new();

    let ((), took) = timed(under_the_hood::together(&harbors)).await;

    assert_eq!(took, ms(100), "both at the same time");
    let polls = journal().marks();
    PAGE.output("together");
    PAGE.text("together_polls", &format!("{}\n", polls.len()));
    let polls = polls.iter().map(|(at, said)| (said.split(':').next().unwrap_or_default(), *at));
    let polls: Vec<_> = polls.collect();
    PAGE.trace("together", &run_of_polls(["oslo", "bergen"], &polls));
}

#[kit::test]
async fn by_hand() {
    under_the_hood::by_hand();

    PAGE.output("by_hand");
}

#[kit::test]
async fn flag() {
    let flag = Arc::new(Flag::default());
    let raised = Arc::clone(&flag);

    let task = tokio::spawn(async move {
        sleep(ms(20)).await;
        raised.raise();
        say("the flag is up");
    });
    let ((), took) = timed(flag.raised()).await;
    say("the flag is seen");

    assert_eq!(took, ms(20));
    task.await.expect("it does not panic");
    assert_eq!(timed(flag.raised()).await.1, ms(0), "it stays up");
    kit::settle().await;
    PAGE.timeline("flag");
}

#[kit::test]
async fn forgotten() {
    let ((), took) = timed(under_the_hood::forgotten()).await;
    kit::settle().await;

    assert_eq!(took, ms(200), "only the limit wakes it");
    PAGE.output("forgotten");
    PAGE.lines("forgotten_lines");
    PAGE.timeline("forgotten");
}

#[kit::test]
async fn woken_thrice() {
    let more = under_the_hood::woken_thrice().await;

    PAGE.text("woken_thrice", &format!("{more}\n"));
}
