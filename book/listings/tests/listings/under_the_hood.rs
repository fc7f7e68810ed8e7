//! Runs the listings of the chapter on what an await is made of.

use std::sync::Arc;

use kit::{ms, timed};
use listings::{
    harbors::Harbors,
    say::{journal, say},
    under_the_hood::{self, Flag},
};
use tokio::time::sleep;
use trace::{Lane, Poll, TaskFate, Trace};

use crate::record::Page;

const PAGE: Page = Page::of("under_the_hood");

#[kit::test]
async fn together() {
    let harbors = Harbors::new();

    let ((), took) = timed(under_the_hood::together(&harbors)).await;

    assert_eq!(took, ms(100), "both at the same time");
    let polls = journal().marks();
    PAGE.output("together");
    PAGE.text("together_polls", &format!("{}\n", polls.len()));
    let lanes = ["oslo", "bergen"].map(|name| lane(name, &polls));
    PAGE.trace("together", &Trace { end: 100, lanes: lanes.into(), ..Trace::empty() });
}

/// The polls of one future, as it has said them.
fn lane(name: &str, said: &[(u64, String)]) -> Lane {
    let own = said.iter().filter(|(_, line)| line.starts_with(name));
    let polls: Vec<Poll> = own.map(|(at, _)| Poll { from: *at, to: *at }).collect();
    Lane {
        name: name.to_owned(),
        spawned_at: None,
        from: 0,
        to: polls.last().map_or(0, |poll| poll.to),
        polls,
        fate: TaskFate::Done,
        waits_at: Vec::new(),
    }
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
