//! The steps of `inbox`. Make them pass from the first to the last; never edit them.

use futures::FutureExt;
use kit::{ms, timed};
use queues::inbox::{
    Inbox,
    Overflow::{DropOldest, RejectNew, Wait},
};
use tokio::time::sleep;
use tokio_test::task;

/// Three messages in an inbox for four come out in their order, and their places are free again.
#[kit::test]
async fn step_1_messages_come_out_as_they_came_in() {
    for overflow in [Wait, RejectNew, DropOldest] {
        let inbox = Inbox::new(4, overflow);

        for round in 0..5 {
            let first = 10 * round;
            for message in first..first + 3 {
                let offered = inbox.offer(message).now_or_never();
                assert_eq!(
                    offered,
                    Some(Ok(())),
                    "{overflow:?}: with fewer than 4 messages inside, {message} gave {offered:?} \
                     instead of Some(Ok(())), where `None` is a wait: does `next` give the place \
                     of a message back?"
                );
            }

            let (out, rest) = ([inbox.next(), inbox.next(), inbox.next()], inbox.next());
            assert_eq!(
                (out, rest),
                ([Some(first), Some(first + 1), Some(first + 2)], None),
                "{overflow:?}: {first}, {} and {} went in and came out as {out:?}, and then \
                 {rest:?}: the oldest message comes out first, and `None` last",
                first + 1,
                first + 2,
            );
        }
        let overflowed = inbox.overflowed();
        assert_eq!(overflowed, 0, "{overflow:?}: {overflowed} overflowed instead of 0");
    }
}

/// Ten messages for four places, none of which waits: 1 to 4 are inside, 5 to 10 go back.
#[kit::test]
async fn step_2_a_full_inbox_rejects_what_is_new() {
    let inbox = Inbox::new(4, RejectNew);

    assert_eq!(inbox.next(), None, "a new inbox is empty, and `next` gives None");
    let answers = offer_all(&inbox, 1..=10);

    let back: Vec<u32> = answers.into_iter().filter_map(Result::err).collect();
    let kept = drain(&inbox);
    assert_eq!(
        (&kept, &back),
        (&vec![1, 2, 3, 4], &vec![5, 6, 7, 8, 9, 10]),
        "of 10 messages for 4 places, 1 to 4 stay and 5 to 10 go back; seen {kept:?} and \
         {back:?}: if more stay, did a look into the empty inbox make room?"
    );
    let overflowed = inbox.overflowed();
    assert_eq!(overflowed, 6, "6 messages of 10 went back, {overflowed} are counted");
}

/// Ten messages for four places: 7 to 10 are inside. The next one drops 7.
#[kit::test]
async fn step_3_a_full_inbox_drops_the_oldest() {
    let inbox = Inbox::new(4, DropOldest);

    let answers = offer_all(&inbox, 1..=10);
    let overflowed = inbox.overflowed();
    let oldest = inbox.next();
    let more = offer_all(&inbox, 11..=12);

    assert_eq!(
        [answers, more].concat(),
        vec![Ok(()); 12],
        "an inbox that drops the oldest takes each of 12 messages"
    );
    let kept = drain(&inbox);
    assert_eq!(
        (oldest, &kept),
        (Some(7), &vec![9, 10, 11, 12]),
        "of 10 messages for 4 places 7 to 10 stay; 7 is taken, 11 has its place, and 12 drops 8: \
         9 to 12 stay. Seen {oldest:?} and {kept:?}: does a dropped message give its place back \
         while the new one has it?"
    );
    let all = inbox.overflowed();
    assert_eq!(
        (overflowed, all),
        (6, 7),
        "of 10 messages 6 were dropped, of 12 with one taken 7; counted are {overflowed} and {all}"
    );
}

/// Ten senders for four places, one message taken every 10 ms: each one waits for its turn.
#[kit::test]
async fn step_4_senders_wait_for_room_in_their_order() {
    let inbox = Inbox::new(1, Wait);
    inbox.offer(1).now_or_never();
    let mut early = task::spawn(inbox.offer(2));
    let waits = early.poll().is_pending();
    sleep(ms(50)).await;
    assert!(waits, "the second message for 1 place must wait");
    assert!(!early.is_woken(), "a sender woke up and there is no room: it looks again and again");
    let first = inbox.next();
    let late = inbox.offer(3).now_or_never();
    let woken = (early.is_woken(), early.poll().is_ready());
    assert_eq!(woken, (true, true), "1 message was taken, and the sender who waits has its place");
    let second = inbox.next();
    assert_eq!(
        (first, late, second),
        (Some(1), None, Some(2)),
        "2 waited when 1 was taken, and 3 came before 2 was polled again; taken were {first:?} and \
         {second:?}, and 3 got {late:?} instead of None, a wait: who kept the place for 2?"
    );

    let inbox = Inbox::new(4, Wait);
    let senders = futures::future::join_all((1..=10).map(|n| timed(inbox.offer(n))));
    let reader = async {
        let mut taken = Vec::new();
        for _ in 0..10 {
            sleep(ms(10)).await;
            taken.extend(inbox.next());
        }
        taken
    };
    let (senders, taken) = tokio::join!(senders, reader);
    let waited: Vec<u128> = senders.iter().map(|(_, took)| took.as_millis()).collect();
    assert_eq!(
        waited,
        [0, 0, 0, 0, 10, 20, 30, 40, 50, 60],
        "4 of 10 senders find room at once, the others when a message is taken, one every 10 ms"
    );
    let overflowed = inbox.overflowed();
    assert_eq!(
        (taken, overflowed),
        ((1..=10).collect(), 0),
        "all 10 messages come in, in their order, and {overflowed} overflowed instead of 0"
    );
}

/// Five senders wait at an inbox for two, and three give up, one of them after its turn has come.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let inbox = Inbox::new(2, Wait);
    offer_all(&inbox, 1..=2);
    let mut waiting: Vec<_> = (3..=7).map(|n| task::spawn(inbox.offer(n))).collect();
    for sender in &mut waiting {
        assert!(sender.poll().is_pending(), "2 messages are in an inbox for 2: the others wait");
    }

    // 3 and 5 give up while they wait, 4 when there is room and before it is polled.
    drop(waiting.remove(0));
    drop(waiting.remove(1));
    let first = inbox.next();
    drop(waiting.remove(0));
    let six = waiting[0].poll().is_ready();
    assert!(six, "3, 4 and 5 gave up, and 1 place is free: 6 has its turn, and still waits");
    let second = inbox.next();
    let seven = waiting[1].poll().is_ready();
    assert!(seven, "6 came in and 1 more place is free: 7 has its turn, and still waits");

    let more = inbox.offer(8).now_or_never();
    let kept = drain(&inbox);
    assert_eq!(
        (first, second, more, &kept),
        (Some(1), Some(2), None, &vec![6, 7]),
        "1 and 2 were taken, 3 to 5 gave up, 6 and 7 fill the 2 places, and 8 waits; inside are \
         {kept:?}: does a message come in although its call was dropped, or is a place lost?"
    );
    let again = offer_all(&inbox, 9..=10);
    assert_eq!(again, [Ok(()), Ok(())], "the inbox for 2 is empty: it has room for 2 messages");
}

/// What each message got, in order; none of them may wait.
fn offer_all(inbox: &Inbox<u32>, messages: std::ops::RangeInclusive<u32>) -> Vec<Result<(), u32>> {
    let answers = messages.map(|n| {
        inbox.offer(n).now_or_never().unwrap_or_else(|| panic!("message {n} waits, and should not"))
    });
    answers.collect()
}

fn drain(inbox: &Inbox<u32>) -> Vec<u32> {
    std::iter::from_fn(|| inbox.next()).collect()
}
