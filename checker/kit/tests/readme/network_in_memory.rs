//! The README's network in memory.

use kit::{Network, ms, network::Line};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader};

/// The code under test.
async fn question(stream: impl AsyncRead + Unpin) -> std::io::Result<String> {
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).await?;
    Ok(line.trim_end().to_owned())
}

#[kit::test]
async fn a_question_is_read_whole() {
    let network = Network::new();
    let slow = Line { latency: ms(20), chunk: 4, every: ms(10), ..Line::default() };
    network.set_line("harbor", slow);

    let mut listener = network.listen("harbor").expect("the name is free");
    let ask = async {
        let mut stream = network.connect("harbor").await.expect("somebody listens");
        stream.write_all(b"how deep is it?\n").await.expect("the line holds");
    };
    let answer = async { question(listener.accept().await?).await };
    let (((), question), took) = kit::timed(async { tokio::join!(ask, answer) }).await;

    assert_eq!(question.expect("the line holds"), "how deep is it?");
    assert_eq!(took, ms(90), "40 ms to connect, 20 ms of latency, four chunks 10 ms apart");
}
