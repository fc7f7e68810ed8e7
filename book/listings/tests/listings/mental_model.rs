//! Runs the listings of the page on the mental model.

use listings::{mental_model, schedules::Tree};
use trace::{Lane, Poll, TaskFate, Trace};

use crate::record::Page;

const PAGE: Page = Page::of("mental_model");

#[kit::test]
async fn two_naps() {
    mental_model::two_naps();

    let polls = mental_model::polls();
    assert_eq!(polls.len(), 5, "oslo is polled twice, bergen three times");
    PAGE.lines("two_naps");
    let lanes = ["bergen", "oslo"].map(|name| lane(name, &polls));
    let end = lanes.iter().map(|lane| lane.to).max().unwrap_or_default();
    PAGE.trace("two_naps", &Trace { end, lanes: lanes.into(), ..Trace::empty() });
}

/// The polls of one task, which comes to its end with the last of them.
fn lane(name: &str, polls: &[(String, u64)]) -> Lane {
    let own = polls.iter().filter(|poll| poll.0 == name);
    let polls: Vec<Poll> = own.map(|(_, at)| Poll { from: *at, to: *at }).collect();
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

#[test]
fn forgetful() {
    let tree = Tree::of(mental_model::forgetful);

    assert!(tree.found > 0 && tree.found < tree.schedules);
    PAGE.tree("forgetful", &tree);
}
