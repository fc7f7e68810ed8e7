//! Runs the listings of the chapter on semaphores.

use kit::{ms, timed};
use listings::{harbors::Harbors, say::journal, schedules::Tree, semaphore};

use crate::record::Page;

const PAGE: Page = Page::of("semaphore");

#[kit::test]
async fn two_lines() {
    let harbors = Harbors::new();

    let ((), took) = timed(semaphore::two_lines(&harbors)).await;

    assert_eq!(harbors.most_at_once(), 2);
    PAGE.output("two_lines");
    PAGE.calls("two_lines");
    PAGE.text("two_lines_took", &format!("{}\n", took.as_millis()));
}

/// Each value of the slider is a run of its own, beginning at 0 ms.
#[test]
fn limited() {
    let took = [330, 170, 120, 110, 100, 100].map(ms);
    for (at_most, took) in (1..).zip(took) {
        kit::run(kit::Test { name: "semaphore::limited", file: file!() }, move || async move {
            let harbors = Harbors::new();

            let ((), seen) = timed(semaphore::limited(&harbors, at_most)).await;

            assert_eq!((seen, harbors.most_at_once()), (took, at_most));
            PAGE.timeline(&format!("limit/{at_most}"));
        });
    }
}

#[kit::test]
async fn switchboard() {
    let harbors = Harbors::new();
    let board = semaphore::Switchboard::new(harbors.clone());

    let (levels, took) = timed(semaphore::ask_all(&board)).await;

    assert_eq!(levels, [12, 11, 17, 3, 15, 14].map(Ok));
    assert_eq!((took, harbors.most_at_once()), (ms(170), 2));
}

#[kit::test]
async fn in_line() {
    semaphore::in_line().await;

    assert_eq!(journal().marks()[0], (50, "big".to_owned()), "it is not overtaken");
    PAGE.lines("in_line");
}

#[kit::test]
async fn in_tasks() {
    let harbors = Harbors::new();

    let ((), took) = timed(semaphore::in_tasks(&harbors)).await;

    assert_eq!((took, harbors.most_at_once()), (ms(170), 2));
}

#[kit::test]
async fn unguarded() {
    let harbors = Harbors::new();

    let ((), took) = timed(semaphore::unguarded(&harbors)).await;

    assert_eq!(took, ms(100));
    PAGE.timeline("unguarded");
    PAGE.text("unguarded_most", &format!("{}\n", harbors.most_at_once()));
}

#[kit::test]
async fn waves() {
    let harbors = Harbors::new();

    let ((), took) = timed(semaphore::in_waves(&harbors)).await;

    assert_eq!(harbors.most_at_once(), 2);
    PAGE.timeline("waves");
    PAGE.text("waves_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn stream() {
    let harbors = Harbors::new();

    let (levels, took) = timed(semaphore::as_they_come(&harbors)).await;

    assert_eq!(levels, [11, 17, 12, 3, 14, 15].map(Ok), "in the order in which they came");
    assert_eq!((took, harbors.most_at_once()), (ms(170), 2));
}

#[test]
fn ships() {
    let one_by_one = Tree::of(semaphore::ships_one_by_one);
    let at_once = Tree::of(semaphore::ships_at_once);

    assert_eq!((at_once.found, one_by_one.found > 0), (0, true));
    PAGE.tree("ships", &one_by_one);
    PAGE.text(
        "ships_counted",
        &format!(
            "one after the other: {} of {} schedules never end\n\
             both at once:        {} of {} schedules never end\n",
            one_by_one.found, one_by_one.schedules, at_once.found, at_once.schedules
        ),
    );
}
