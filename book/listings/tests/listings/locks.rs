//! Runs the listings of the chapter on locks.

use kit::{ms, timed};
use listings::{harbors::Harbors, locks, schedules::Tree};

use crate::record::Page;

const PAGE: Page = Page::of("locks");

#[kit::test]
async fn lost() {
    let (sum, took) = timed(locks::lost(&Harbors::new())).await;

    assert_eq!(took, ms(100));
    PAGE.output("lost");
    PAGE.timeline("lost");
    PAGE.text("lost_sum", &format!("{sum}\n"));
}

#[kit::test]
async fn sums() {
    let lost = timed(locks::lost(&Harbors::new())).await;
    let kept = timed(locks::kept(&Harbors::new())).await;
    let in_turn = timed(locks::in_turn(&Harbors::new())).await;

    assert_eq!((kept, in_turn), ((30, ms(100)), (30, ms(210))));
    let lines = [("lost", lost), ("kept", kept), ("in_turn", in_turn)]
        .map(|(name, (sum, took))| format!("{name:<8} {sum} after {took:?}\n"));
    PAGE.text("sums", &lines.concat());
}

#[kit::test]
async fn in_turn() {
    let harbors = Harbors::new();

    let (sum, took) = timed(locks::in_turn(&harbors)).await;

    assert_eq!((sum, harbors.most_at_once()), (30, 1));
    PAGE.timeline("in_turn");
    PAGE.text("in_turn_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn again() {
    let (lock, took) = timed(locks::again()).await;

    let text = if lock.is_ok() { "locked twice" } else { "given up" };
    PAGE.text("again", &format!("{text} after {took:?}\n"));
}

#[test]
fn clerks() {
    let later = Tree::of(locks::clerks_later);
    let at_once = Tree::of(locks::clerks_at_once);

    assert_eq!((later.found > 0, at_once.found), (true, 0));
    PAGE.tree("clerks", &later);
    let text = format!(
        "read, wait, write:    a level is lost in {} of {} schedules\n\
         wait, read and write: a level is lost in {} of {} schedules\n",
        later.found, later.schedules, at_once.found, at_once.schedules
    );
    PAGE.text("clerks_counted", &text);
}

#[test]
fn ships() {
    let circle = Tree::of(|| locks::ships(&locks::CIRCLE));
    let pairs = [[0, 1], [1, 2], [2, 0]].map(|pair| {
        let pair = pair.map(|ship: usize| locks::CIRCLE[ship]);
        Tree::of(|| locks::ships(&pair))
    });
    let in_order = Tree::of(|| locks::ships(&locks::IN_ORDER));

    let in_pairs: usize = pairs.iter().map(|tree| tree.found).sum();
    assert_eq!((circle.found > 0, in_pairs, in_order.found), (true, 0, 0));
    PAGE.tree("ships", &circle);
    let of_pairs: usize = pairs.iter().map(|tree| tree.schedules).sum();
    let text = format!(
        "three in a circle:         {} of {} schedules never end\n\
         any two of them:           {in_pairs} of {of_pairs} schedules never end\n\
         three, smaller gate first: {} of {} schedules never end\n",
        circle.found, circle.schedules, in_order.found, in_order.schedules
    );
    PAGE.text("ships_counted", &text);
}
