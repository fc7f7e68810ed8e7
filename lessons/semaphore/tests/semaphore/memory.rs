//! The steps of `memory`. Make them pass from the first to the last; never edit them.

use futures::future::join_all;
use kit::{Journal, ms, timed};
use semaphore::memory::{Memory, Reservation, TooBig};
use tokio::{
    join,
    time::{sleep, timeout},
};

/// Of 8000 MB, 3000 and 1000 are reserved: 4000 are free, and 7000 when the first is dropped.
#[kit::test]
async fn step_1_a_reservation_holds_until_it_is_dropped() {
    let memory = Memory::new(8_000);

    let film = memory.reserve(3_000).await;
    let clip = memory.reserve(1_000).await;
    let both = memory.free();
    drop(film);
    let one = memory.free();
    drop(clip);

    let free = (both, one, memory.free());
    assert_eq!(
        free,
        (4_000, 7_000, 8_000),
        "free of 8000 MB with 4000 reserved, with 1000 reserved, with none: {free:?}; \
         a reservation lasts from `reserve` to its drop, no longer and no shorter"
    );
}

/// A request for 9 of 8 MB fails at once, also while nothing is free.
#[kit::test]
async fn step_2_a_request_that_can_never_be_met_fails_at_once() {
    let memory = Memory::new(8);
    let _all = memory.reserve(8).await;

    let (answer, took) = timed(timeout(ms(50), memory.reserve(9))).await;

    let answer = answer.map(|reserved| reserved.err());
    assert_eq!(
        (answer, took),
        (Ok(Some(TooBig { wanted: 9, total: 8 })), ms(0)),
        "9 of 8 MB are too big, and known to be at 0ms; this took {took:?}: \
         what does a request wait for that can never be met?"
    );
}

/// One MB comes free each ms; two requests for 5 of 8 MB get them whole, one after the other.
#[kit::test]
async fn step_3_a_request_gets_all_or_waits() {
    let memory = Memory::new(8);
    let journal = Journal::new();
    let ones = join_all((0..8).map(|_| memory.reserve(1))).await;

    let leaving = join_all(ones.into_iter().zip(1..).map(async |(one, millis)| {
        let _one = one;
        sleep(ms(millis)).await;
    }));
    let work = async { join!(leaving, job(&memory, &journal, 5), job(&memory, &journal, 5)) };
    let ended = timeout(ms(1_000), work).await.is_ok();

    let begun = journal.marks();
    assert!(ended, "two requests for 5 of 8 MB both wait for ever: does each hold a part of it?");
    assert_eq!(
        begun,
        [(5, "5 MB".to_owned()), (15, "5 MB".to_owned())],
        "two jobs of 10 ms need 5 of 8 MB each: the first begins when 5 are free, at 5 ms, \
         the second after it, at 15 ms, but they began so: {begun:?}"
    );
}

/// 4 of 8 MB are free, one request waits for all 8: one for 2 that comes later waits behind it.
#[kit::test]
async fn step_4_a_small_request_does_not_overtake() {
    let memory = Memory::new(8);
    let journal = Journal::new();
    let held = memory.reserve(4).await;

    let release = async {
        sleep(ms(10)).await;
        drop(held);
    };
    let clip = async {
        sleep(ms(2)).await;
        job(&memory, &journal, 2).await;
    };
    join!(release, job(&memory, &journal, 8), clip);

    let begun = journal.marks();
    assert_eq!(
        begun,
        [(10, "8 MB".to_owned()), (20, "2 MB".to_owned())],
        "the request for 8 MB came first and can be met at 10 ms, the one for 2 MB at 20 ms, but \
         they were met so: {begun:?}; if small ones overtake, a big one may wait for ever"
    );
}

/// A request given up while it waits, and a job that panics, take no memory along.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let memory = Memory::new(8);
    let held = memory.reserve(6).await;

    let gives_up = timeout(ms(5), memory.reserve(8));
    let behind = timeout(ms(100), memory.reserve(2));
    let (gave_up, (second, took)) = join!(gives_up, timed(behind));

    assert!(gave_up.is_err(), "8 MB cannot be reserved while 6 of 8 are held");
    assert_eq!(
        (second.is_ok(), took),
        (true, ms(5)),
        "2 of 8 MB were free, and the request in front was given up after 5 ms; the one behind \
         it waited {took:?} instead of 5ms: is a request that was given up still in the line?"
    );

    let crash = tokio::spawn(crash_with(held)).await;
    drop(second);
    let all = timeout(ms(100), memory.reserve(8)).await.is_ok();

    let free = memory.free();
    assert!(
        crash.is_err() && all,
        "a job with 6 of 8 MB panicked and nobody else holds any, but only {free} of 8 MB are \
         free: what gives memory back when nobody gets to the line that does?"
    );
}

/// Reserves `mb`, marks the moment, and works for 10 ms.
async fn job(memory: &Memory, journal: &Journal, mb: u32) {
    let _reservation = memory.reserve(mb).await;
    journal.mark(format!("{mb} MB"));
    sleep(ms(10)).await;
}

async fn crash_with(_reservation: Result<Reservation, TooBig>) {
    kit::planned_panic("the video is broken");
}
