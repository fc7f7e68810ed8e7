//! The steps of `frames`. Make them pass from the first to the last; never edit them.

use std::io::{self, ErrorKind};

use cancellation::frames::Frames;
use kit::ms;
use tokio::{
    io::AsyncWriteExt,
    join, select,
    sync::Mutex,
    time::{sleep, timeout},
};
use tokio_test::io::{Builder, Mock};

/// Three frames in two pieces, an empty one, and a last one without a newline; then the end.
#[kit::test]
async fn step_1_frames_come_one_by_one() {
    let radio = Builder::new().read(b"moor 3\ncast off\n\nri").read(b"ng").build();
    let mut frames = Frames::new(radio);

    let mut seen = Vec::new();
    while let Some(frame) = frames.next().await.expect("the radio does not fail") {
        seen.push(frame);
    }

    assert_eq!(
        seen,
        ["moor 3", "cast off", "", "ring"],
        "the radio sent 4 frames, and {} came instead of 4: each without its newline, the third \
         one is empty, the last one has no newline, and after it comes `None`",
        seen.len(),
    );
}

/// A heartbeat every 10 ms, and a frame whose two halves come 25 ms apart: it comes whole.
#[kit::test]
async fn step_2_a_frame_survives_the_heartbeat() {
    let (mut radio, port) = tokio::io::duplex(64);
    let mut frames = Frames::new(port);
    let send = async {
        radio.write_all(b"moo").await?;
        sleep(ms(25)).await;
        radio.write_all(b"r 3\n").await
    };
    let receive = async {
        let mut beats = 0;
        loop {
            select! {
                biased;
                frame = frames.next() => break (frame, beats),
                () = sleep(ms(10)) => beats += 1,
            }
        }
    };

    let (sent, (frame, beats)) = join!(send, receive);

    sent.expect("the port listens");
    let frame = frame.expect("the radio does not fail");
    assert_eq!(
        (frame.as_deref(), beats),
        (Some("moor 3"), 2),
        "the frame `moor 3` came in two halves, 25 ms apart, and `next` was dropped {beats} times \
         in between (2 are right): who held the first half then? If your buffer is in `self`, does \
         `next` take it out while it reads?"
    );
}

/// Dropped at any of its awaits, `next` loses nothing: the frames after it are all there.
#[kit::test]
async fn step_3_canceled_anywhere_it_loses_nothing() {
    struct World {
        frames: Mutex<Frames<Mock>>,
        seen: Mutex<Vec<String>>,
    }
    let read_all = async |world: &World| {
        let mut frames = world.frames.lock().await;
        while let Some(frame) = frames.next().await.expect("the radio does not fail") {
            world.seen.lock().await.push(frame);
        }
    };

    let runs = kit::at_every_poll(
        || World { frames: Mutex::new(Frames::new(slow_radio())), seen: Mutex::default() },
        read_all,
        async |world| {
            read_all(world).await;
            let (seen, sent) = (world.seen.lock().await, ["moor 3", "cast off", "ring"]);
            let whole = sent.iter().filter(|sent| seen.iter().any(|seen| seen == *sent)).count();
            assert_eq!(
                *seen, sent,
                "`next` was dropped once and called again: {whole} of 3 frames came whole instead \
                 of 3; which bytes did the dropped future own?"
            );
        },
    )
    .await;

    assert!(runs >= 4, "the radio is silent 3 times, but `next` waited {} times", runs - 2);
}

/// A letter of two bytes comes in two pieces and is one letter; bytes that are no letter fail.
#[kit::test]
async fn step_4_a_letter_may_come_in_two_halves() {
    let radio = Builder::new().read(b"caf\xc3").wait(ms(5)).read(b"\xa9\n").build();
    let noise = Builder::new().read(b"\xff\xfe\n").build();

    let frame = Frames::new(radio).next().await.map_err(|error| error.kind());
    let failure = Frames::new(noise).next().await.map_err(|error: io::Error| error.kind());
    let broken = io::Error::from(ErrorKind::ConnectionReset);
    let broken = Builder::new().read(b"moor").read_error(broken).build();
    let broken = Frames::new(broken).next().await.map_err(|error: io::Error| error.kind());
    assert_eq!(
        broken,
        Err(ErrorKind::ConnectionReset),
        "the radio failed in the middle of a frame: its error is told, and half a frame is none"
    );

    assert_eq!(
        frame,
        Ok(Some("café".to_owned())),
        "the two bytes of one letter came 5 ms apart: is it the whole frame that is read as text?"
    );
    assert_eq!(
        failure,
        Err(ErrorKind::InvalidData),
        "two bytes that are not UTF-8 are an error, not a frame"
    );
}

/// Two frames in one piece, and then silence: the second one needs no new bytes.
#[kit::test]
async fn step_5_a_frame_that_is_there_comes_at_once() {
    let (mut radio, port) = tokio::io::duplex(64);
    let mut frames = Frames::new(port);
    radio.write_all(b"moor 3\ncast off\n").await.expect("the port listens");

    let first = timeout(ms(0), frames.next()).await;
    let second = timeout(ms(0), frames.next()).await;
    let third = timeout(ms(1), frames.next()).await;

    for (seen, expected) in [(first, "moor 3"), (second, "cast off")] {
        let seen = seen.map(|frame| frame.expect("the radio does not fail"));
        assert_eq!(
            seen,
            Ok(Some(expected.to_owned())),
            "two frames came in one piece, and then nothing: `{expected}` came to {seen:?} at \
             once; is what was read already looked at before more is read?"
        );
    }
    assert!(third.is_err(), "the radio is silent and has not hung up: there is no third frame yet");
}

/// Three frames in pieces, with silence in the middle of each.
fn slow_radio() -> Mock {
    Builder::new()
        .read(b"mo")
        .wait(ms(5))
        .read(b"or 3\ncast")
        .wait(ms(5))
        .read(b" off\nri")
        .wait(ms(5))
        .read(b"ng\n")
        .build()
}
