//! Runs the listings of the chapter on queues.

use kit::{ms, timed};
use listings::{harbors::Harbors, queues, schedules::Tree};
use tokio::{
    sync::mpsc,
    time::{sleep, timeout},
};

use crate::record::Page;

const PAGE: Page = Page::of("queues");

#[kit::test]
async fn rounds() {
    let ((), took) = timed(queues::rounds(&Harbors::new(), 2)).await;

    assert_eq!(took, ms(260));
    let sent = listings::say::journal().marks()[0].0;
    PAGE.output("rounds");
    PAGE.timeline("rounds");
    PAGE.text("rounds_sent", &format!("{sent}\n"));
}

/// Each value of the slider is a run of its own, beginning at 0 ms.
#[test]
fn room() {
    for (room, sent) in (1..=5).zip([120, 80, 40, 0, 0]) {
        kit::run(kit::Test { name: "queues::room", file: file!() }, move || async move {
            let ((), took) = timed(queues::rounds(&Harbors::new(), room)).await;

            let said = listings::say::journal().marks();
            assert_eq!((said[0].0, took), (sent, ms(260)));
            PAGE.timeline(&format!("room/{room}"));
            if room == 3 {
                PAGE.text("room_of_three", &format!("{sent}\n"));
            }
        });
    }
}

#[kit::test]
async fn patrol() {
    let (levels, took) = timed(queues::patrol(&Harbors::new(), 2)).await;

    assert_eq!(levels, [vec![3, 11, 17], vec![12, 14]]);
    assert_eq!(took, ms(140));
    PAGE.timeline("patrol");
}

#[kit::test]
async fn one_at_a_time() {
    let harbors = Harbors::new();

    let (_, took) = timed(queues::one_at_a_time(&harbors, 2)).await;

    assert_eq!(harbors.most_at_once(), 1);
    PAGE.timeline("one_at_a_time");
    PAGE.text("one_at_a_time_took", &format!("{}\n", took.as_millis()));
}

#[kit::test]
async fn endless() {
    let harbors = Harbors::new();

    let call = timeout(ms(3_600_000), queues::endless(&harbors, 2)).await;

    assert!(call.is_err(), "nobody drops the sender");
    let asked = harbors.journal().calls().len();
    let text =
        format!("asked: {asked} of {}\nafter an hour: it has not ended\n", queues::NAMES.len());
    PAGE.text("endless", &text);
    kit::settle().await;
}

#[kit::test]
async fn impatient() {
    let (sender, mut receiver) = mpsc::channel(1);
    sender.send("oslo").await.expect("the receiver is there");

    queues::impatient(&sender).await;
    let in_the_queue = receiver.recv().await;
    sleep(ms(10)).await;

    assert_eq!((in_the_queue, receiver.try_recv().ok()), (Some("oslo"), None));
    PAGE.output("impatient");
}

#[test]
fn home() {
    let when_empty = Tree::of(queues::home_when_empty);
    let at_the_end = Tree::of(queues::home_at_the_end);

    assert_eq!((when_empty.found > 0, at_the_end.found), (true, 0));
    PAGE.tree("home", &when_empty);
    let text = format!(
        "home when it is empty:  a name is lost in {} of {} schedules\n\
         home when it has ended: a name is lost in {} of {} schedules\n",
        when_empty.found, when_empty.schedules, at_the_end.found, at_the_end.schedules
    );
    PAGE.text("home_counted", &text);
}
