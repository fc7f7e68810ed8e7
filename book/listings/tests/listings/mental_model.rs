//! Runs the listings of the page on the mental model.

use listings::{mental_model, schedules::Tree};

use crate::record::{Page, run_of_polls};

const PAGE: Page = Page::of("mental_model");

#[kit::test]
async fn two_naps() {
    mental_model::two_naps();

    let polls = mental_model::polls();
    assert_eq!(polls.len(), 5, "oslo is polled twice, bergen three times");
    PAGE.lines("two_naps");
    let polls: Vec<_> = polls.iter().map(|(name, at)| (name.as_str(), *at)).collect();
    PAGE.trace("two_naps", &run_of_polls(["bergen", "oslo"], &polls));
}

#[test]
fn forgetful() {
    let tree = Tree::of(mental_model::forgetful);

    assert!(tree.found > 0 && tree.found < tree.schedules);
    PAGE.tree("forgetful", &tree);
}
