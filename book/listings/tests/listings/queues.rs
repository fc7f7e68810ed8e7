//! Runs the listings of the chapter on queues.

use kit::{ms, timed};
use listings::{harbors::Harbors, queues};

use crate::record::Page;

const PAGE: Page = Page::of("queues");

const NAMES: [&str; 5] = ["bergen", "oslo", "molde", "narvik", "vardo"];

#[kit::test]
async fn patrol() {
    let harbors = Harbors::new();

    let patrol = timed(queues::patrol(&harbors, &NAMES, 2)).await;

    assert_eq!(patrol, (vec![vec![12, 14], vec![3, 11, 17]], ms(140)));
    PAGE.timeline("patrol");
}

#[kit::test]
async fn one_at_a_time() {
    let harbors = Harbors::new();

    let (_, took) = timed(queues::one_at_a_time(&harbors, &NAMES, 2)).await;

    assert_eq!((took, harbors.most_at_once()), (ms(260), 1));
    PAGE.timeline("one_at_a_time");
}

#[kit::test]
async fn endless() {
    let harbors = Harbors::new();

    let call = tokio::time::timeout(ms(3_600_000), queues::endless(&harbors, &NAMES, 2)).await;

    assert!(call.is_err(), "nobody drops the sender");
    let asked = harbors.journal().calls().len();
    let text =
        format!("asked: {asked} of {}\nafter an hour: the call has not ended\n", NAMES.len());
    PAGE.text("endless", &text);
}
