//! The steps of `crane`. Make them pass from the first to the last; never edit them.

use cancellation::crane::{Unloaded, unload};
use kit::{ms, timed};
use tokio::{
    join,
    time::{sleep, timeout},
};
use worlds::{Crane, Note};

/// A container of 20 ms and a patience of 50: no note.
#[kit::test]
async fn step_1_in_time_there_is_no_note() {
    let crane = Crane::new(20);

    let (unloaded, took) = timed(unload(&crane, "tea", ms(50))).await;
    sleep(ms(100)).await;

    let log = crane.log();
    assert_eq!(
        (unloaded, took, &log),
        (Unloaded { place: 1, note: None }, ms(20), &calls(&[(0, "unload tea")])),
        "a container that needs 20 ms stands on the quay before a patience of 50 is over: no note, \
         and it returns after 20ms; it took {took:?}; things the driver did: {} instead of 1: when is \
         the note asked for, and is it taken back?",
        log.len(),
    );
}

/// A container of 80 ms and a patience of 30: the note is written when the crane is free, at 80.
#[kit::test]
async fn step_2_a_late_container_gets_its_note() {
    let crane = Crane::new(80);

    let (unloaded, took) = timed(unload(&crane, "tea", ms(30))).await;

    let log = crane.log();
    assert_eq!(
        (crane.canceled(), &log),
        (0, &calls(&[(0, "unload tea"), (80, "note tea")])),
        "a container in the air from 0 to 80 ms is put down, and its note is written after that: \
         containers and notes that were given up: {} instead of 0, things the driver did: {} \
         instead of 2; what became of the container when you asked for the note?",
        crane.canceled(),
        log.len(),
    );
    assert_eq!(
        (unloaded, took),
        (Unloaded { place: 1, note: Some(Note::of("tea")) }, ms(85)),
        "80 ms for the container and 5 for its note are 85ms; it took {took:?}"
    );
}

/// Others ask before it, and at 29 and 31 ms; it asks at 0, and for its note at 30.
#[kit::test]
async fn step_3_everybody_keeps_the_turn() {
    let crane = Crane::new(50);
    let other = async |at, container| {
        sleep(ms(at)).await;
        crane.unload(container).await
    };

    let tea = timed(unload(&crane, "tea", ms(30)));
    // Who asks too late for the note comes after `salt`, who asks too soon before `wool`.
    let (coal, salt, (tea, took), wool) =
        join!(biased; crane.unload("coal"), other(31, "salt"), tea, other(29, "wool"));

    let expected = [
        (0, "unload coal"),
        (50, "unload tea"),
        (100, "unload wool"),
        (150, "note tea"),
        (155, "unload salt"),
    ];
    let log = crane.log();
    assert_eq!(
        log,
        calls(&expected),
        "`coal` is asked for at 0, `tea` right after it, `wool` at 29 ms, the note about `tea` at \
         30 and `salt` at 31: 5 things in this order, without a pause; seen are {}: {log:?}: who asks \
         at another time, or does not come when it is called?",
        log.len(),
    );
    assert_eq!(
        (coal, tea, wool, salt, took),
        (1, Unloaded { place: 2, note: Some(Note::of("tea")) }, 3, 4, ms(155)),
        "`tea` is the second container on the quay, and its note is there after 155ms; it took \
         {took:?}"
    );
}

/// Dropped at 40 ms, while the container is in the air and the note is asked for: all is given up.
#[kit::test]
async fn step_4_leaves_nothing_behind() {
    let crane = Crane::new(80);

    let call = timeout(ms(40), unload(&crane, "tea", ms(30))).await;
    let (place, took) = timed(crane.unload("salt")).await;
    sleep(ms(200)).await;

    assert!(call.is_err(), "a container of 80 ms was unloaded after 40: was it awaited?");
    let log = crane.log();
    assert_eq!(
        (place, took, &log),
        (1, ms(80), &calls(&[(0, "unload tea"), (40, "unload salt")])),
        "the call for `tea` was dropped at 40 ms, so the next container is the first one on the \
         quay after 80ms, and no note is written; it is number {place} after {took:?}, things \
         the driver began: {} instead of 2; what of the call goes on without it?",
        log.len(),
    );
}

fn calls(expected: &[(u64, &str)]) -> Vec<(u64, String)> {
    expected.iter().map(|&(at, what)| (at, what.to_owned())).collect()
}
