//! `Network`: a protocol over a line that is slow, dribbles and breaks.
//!
//! `cargo run -p awaitlings-kit --example network` shows what a test says about a server that takes
//! one read for one message, and about one that reads to the end of the line.

use kit::{
    Network, ms,
    network::{Line, Stream},
};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};

/// Takes what one read gives for the whole question.
async fn by_one_read(mut stream: Stream) -> String {
    let mut bytes = [0; 64];
    let length = stream.read(&mut bytes).await.expect("the line holds");
    String::from_utf8_lossy(&bytes[..length]).into_owned()
}

/// Reads until the line's end has come.
async fn by_line(stream: Stream) -> String {
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).await.expect("the line holds");
    line.trim_end().to_owned()
}

/// The test: the question comes in pieces of four bytes, a piece every 10 ms. In a test file it is a
/// `#[kit::test] async fn`.
async fn a_question_is_read_whole(read: impl AsyncFn(Stream) -> String) {
    let network = Network::new();
    let slow = Line { latency: ms(20), chunk: 4, every: ms(10), ..Line::default() };
    network.set_line("harbor", slow);

    let mut listener = network.listen("harbor").expect("the name is free");
    let ask = async {
        let mut stream = network.connect("harbor").await.expect("somebody listens");
        stream.write_all(b"how deep is it?\n").await.expect("the line holds");
    };
    let answer = async { read(listener.accept().await.expect("somebody connects")).await };
    let ((), question) = tokio::join!(ask, answer);

    assert_eq!(question, "how deep is it?", "the server read something else");
}

/// A partition holds everything back, and nobody is told.
async fn an_answer_waits_for_the_network() {
    let network = Network::new();
    let mut listener = network.listen("harbor").expect("the name is free");
    let storm = async {
        network.partition("harbor");
        tokio::time::sleep(ms(300)).await;
        network.heal("harbor");
    };

    let ((_, connected, accepted), took) =
        kit::timed(async { tokio::join!(storm, network.connect("harbor"), listener.accept()) })
            .await;

    drop((connected.expect("the storm is over"), accepted.expect("the same")));
    assert_eq!(took, ms(300));
}

fn main() {
    let test = kit::Test { name: "a_question_is_read_whole", file: file!() };

    let found = kit::try_run(test, || a_question_is_read_whole(by_one_read));
    println!("by one read\n\n{}", found.expect_err("one read is not one message"));

    kit::try_run(test, || a_question_is_read_whole(by_line)).expect("it is right");
    println!("by line passes\n");

    let test = kit::Test { name: "an_answer_waits_for_the_network", file: file!() };
    let trace = kit::try_run(test, an_answer_waits_for_the_network);
    println!("a partition\n\n{}", trace.expect("it is right").timeline());
}
