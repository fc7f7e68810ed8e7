//! The steps of `lifespan`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use shutdown::lifespan::{House, Stopped};
use worlds::{PartError, Theater};

/// Power, lights and sound take 10 ms each to start: they start in this order, within 30 ms.
#[kit::test]
async fn step_1_parts_start_one_after_the_other() {
    let theater = Theater::new();
    let parts = ["power", "lights", "sound"].map(|name| theater.part(name, 10, 10));

    let (house, took) = timed(House::open(parts.to_vec(), ms(100))).await;

    assert!(house.is_ok(), "every part starts, and `open` gave {house:?}");
    assert_eq!(
        theater.lines(),
        [
            "power starts",
            "power is on",
            "lights starts",
            "lights is on",
            "sound starts",
            "sound is on"
        ],
        "each of 3 parts is on before the next one starts"
    );
    assert_eq!(took, ms(30), "3 parts of 10 ms took {took:?} instead of 30 ms");
}

/// Closed, the part that was started last is off before the one before it stops: 60 ms in all.
#[kit::test]
async fn step_2_the_last_one_stops_first() {
    let theater = Theater::new();
    let parts = vec![
        theater.part("power", 0, 10),
        theater.part("lights", 0, 20),
        theater.part("sound", 0, 30),
    ];
    let house = House::open(parts, ms(100)).await.expect("every part starts");

    let (stopped, took) = timed(house.close()).await;

    assert_eq!(
        theater.lines().split_off(6),
        [
            "sound stops",
            "sound is off",
            "lights stops",
            "lights is off",
            "power stops",
            "power is off"
        ],
        "3 parts stop one after the other, in the reverse order of their start: which one needs \
         which?"
    );
    assert_eq!(took, ms(60), "parts of 30, 20 and 10 ms took {took:?} instead of 60 ms to stop");
    let clean = ["sound", "lights", "power"].map(|name| (name.to_owned(), Stopped::Cleanly));
    assert_eq!(stopped, clean, "3 of 3 parts stopped cleanly");
}

/// The lights do not start: the power is off again when `open` returns, and the sound was never on.
#[kit::test]
async fn step_3_a_failed_start_is_undone() {
    let theater = Theater::new();
    let parts = vec![
        theater.part("power", 10, 10),
        theater.part("curtain", 10, 20),
        theater.part("lights", 10, 10).fails_to_start(),
        theater.part("sound", 10, 10),
    ];

    let (house, took) = timed(House::open(parts, ms(100))).await;

    assert_eq!(
        house.err(),
        Some(PartError::of("lights", "does not start")),
        "1 of 4 parts does not start, which is the error of `open`"
    );
    assert_eq!(
        theater.lines().split_off(4),
        ["lights starts", "curtain stops", "curtain is off", "power stops", "power is off"],
        "2 parts were on when the lights failed: who switches them off, and in which order?"
    );
    assert_eq!(took, ms(60), "30 ms to fail and 30 ms to undo it took {took:?} instead of 60 ms");
}

/// The lights fail after 10 ms and the sound hangs: it is given up after 100 ms, and the lights and
/// the power are still stopped.
#[kit::test]
async fn step_4_every_part_gets_its_turn() {
    let theater = Theater::new();
    let parts = vec![
        theater.part("power", 0, 10),
        theater.part("lights", 0, 10).fails_to_stop(),
        theater.part("sound", 0, 60_000),
    ];
    let house = House::open(parts, ms(100)).await.expect("every part starts");

    let (stopped, took) = timed(house.close()).await;

    let lights = PartError::of("lights", "does not stop");
    assert_eq!(
        stopped,
        [
            ("sound".to_owned(), Stopped::GivenUp),
            ("lights".to_owned(), Stopped::Failed(lights)),
            ("power".to_owned(), Stopped::Cleanly),
        ],
        "1 part hangs, 1 fails, 1 is well: each of 3 has its turn, its limit and its report"
    );
    assert_eq!(took, ms(120), "100 + 10 + 10 ms took {took:?} instead of 120 ms");
}

/// The curtain hangs while a failed start is undone: it gets 100 ms there too, then the power.
#[kit::test]
async fn step_5_a_failed_start_has_the_same_patience() {
    let theater = Theater::new();
    let parts = vec![
        theater.part("power", 0, 10),
        theater.part("curtain", 0, 60_000),
        theater.part("lights", 10, 10).fails_to_start(),
    ];

    let (house, took) = timed(House::open(parts, ms(100))).await;

    let is_dark = theater.lines().iter().any(|line| line == "power is off");
    assert!(house.is_err(), "the lights do not start, and `open` gave {house:?}");
    assert_eq!(
        took,
        ms(120),
        "10 ms to fail, 100 ms for the curtain that hangs and 10 ms for the power took {took:?} \
         instead of 120 ms"
    );
    assert!(is_dark, "the curtain hangs, and the power, 1 part of 2, is still on");
}
