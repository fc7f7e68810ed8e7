//! The network in memory: what arrives when, to the millisecond, and what the books say.

use std::{io::ErrorKind, time::Duration};

use kit::{
    Fate, Network, ms,
    network::{Line, Listener, Stream},
    settle, timed,
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt, copy, split},
    time::{Instant, sleep, timeout},
};

/// Both ends of a connection to `harbor` by this line.
async fn connected(network: &Network, line: Line) -> (Stream, Stream) {
    network.set_line("harbor", line);
    let mut listener = network.listen("harbor").expect("the name is free");
    both_ends(network, &mut listener).await
}

async fn both_ends(network: &Network, listener: &mut Listener) -> (Stream, Stream) {
    let (client, server) = tokio::join!(network.connect("harbor"), listener.accept());
    (client.expect("somebody listens"), server.expect("the network is there"))
}

/// Each read that `stream` gives until its end or an error, with the moment since `start`.
async fn reads(
    mut stream: impl AsyncRead + Unpin,
    start: Instant,
) -> Vec<(u64, Result<String, ErrorKind>)> {
    let mut reads = Vec::new();
    loop {
        let mut buffer = [0; 64];
        let read = stream.read(&mut buffer).await;
        let text = read.as_ref().map(|n| String::from_utf8_lossy(&buffer[..*n]).into_owned());
        reads.push((millis(start.elapsed()), text.map_err(|error| error.kind())));
        if !matches!(read, Ok(1..)) {
            return reads;
        }
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).expect("tests are short")
}

fn text(at: u64, text: &str) -> (u64, Result<String, ErrorKind>) {
    (at, Ok(text.to_owned()))
}

/// Every connection so far: when it was asked for, when it ended, and how.
fn log(network: &Network) -> Vec<(String, u64, u64, Fate)> {
    let calls = network.journal().trace().calls.into_iter();
    calls.map(|call| (call.name, call.from, call.to, call.fate)).collect()
}

#[kit::test]
async fn bytes_arrive_after_their_latency_and_the_end_after_them() {
    let network = Network::new();
    let line = Line { latency: ms(20), ..Line::default() };

    let ((mut client, server), took) = timed(connected(&network, line)).await;
    let start = Instant::now();
    let send = async {
        client.write_all(b"ahoy").await.expect("it stands");
        sleep(ms(5)).await;
        client.write_all(b" there").await.expect("it stands");
        drop(client);
    };
    let ((), seen) = tokio::join!(send, reads(server, start));

    assert_eq!(took, ms(40), "the way there and back");
    assert_eq!(seen, [text(20, "ahoy"), text(25, " there"), text(25, "")]);
}

#[kit::test]
async fn a_line_dribbles_so_many_bytes_in_each_interval() {
    let network = Network::new();
    let line = Line { latency: ms(3), chunk: 2, every: ms(10), ..Line::default() };
    let (mut client, server) = connected(&network, line).await;

    let start = Instant::now();
    let send = async {
        client.write_all(b"abc").await.expect("it stands");
        // In the same interval as the `c`, for which 10 ms have not passed.
        client.write_all(b"de").await.expect("it stands");
        sleep(ms(100)).await;
        client.write_all(b"f").await.expect("it stands");
        drop(client);
    };
    let ((), seen) = tokio::join!(send, reads(server, start));

    let expected = [text(3, "ab"), text(13, "cd"), text(23, "e"), text(103, "f"), text(103, "")];
    assert_eq!(seen, expected);
}

#[kit::test]
async fn one_write_is_not_one_read() {
    let network = Network::new();
    let (mut client, server) = connected(&network, Line { chunk: 3, ..Line::default() }).await;
    client.write_all(b"abcd").await.expect("it stands");
    client.write_all(b"ef").await.expect("it stands");
    drop(client);

    let seen = reads(server, Instant::now()).await;

    assert_eq!(seen, [text(0, "abc"), text(0, "def"), text(0, "")]);
}

#[kit::test]
async fn nobody_listens_or_the_script_refuses() {
    let network = Network::new();
    network.set_line("harbor", Line { latency: ms(10), ..Line::default() });

    let (alone, took) = timed(network.connect("harbor")).await;
    let mut listener = network.listen("harbor").expect("the name is free");
    let again = network.listen("harbor").map(drop);
    network.refuse("harbor", 1);
    let refused = network.connect("harbor").await.map(drop);
    let (client, _server) = both_ends(&network, &mut listener).await;
    drop(listener);
    let late = network.connect("harbor").await.map(drop);

    let kind = |ended: std::io::Result<()>| ended.map_err(|error| error.kind());
    assert_eq!((kind(alone.map(drop)), took), (Err(ErrorKind::ConnectionRefused), ms(20)));
    assert_eq!(kind(again), Err(ErrorKind::AddrInUse));
    assert_eq!(kind(refused), Err(ErrorKind::ConnectionRefused));
    assert_eq!(kind(late), Err(ErrorKind::ConnectionRefused));
    drop(client);
    let fates: Vec<Fate> = log(&network).into_iter().map(|(.., fate)| fate).collect();
    assert_eq!(fates, [Fate::Failed, Fate::Failed, Fate::Running, Fate::Failed]);
}

#[kit::test]
async fn a_cut_connection_gives_its_bytes_and_then_breaks_for_both() {
    let network = Network::new();
    let there = Line { latency: ms(10), cut_after: Some(5), ..Line::default() };
    network.set_lines("harbor", there, Line { latency: ms(10), ..Line::default() });
    let mut listener = network.listen("harbor").expect("the name is free");
    let (client, server) = both_ends(&network, &mut listener).await;

    let start = Instant::now();
    let (at_client, mut to_server) = split(client);
    let send = async {
        to_server.write_all(b"ahoy there").await.expect("the cut is not noticed yet");
        sleep(ms(10)).await;
        to_server.write_all(b"!").await.expect_err("now it is").kind()
    };
    let (at_write, at_client, at_server) =
        tokio::join!(send, reads(at_client, start), reads(server, start));

    assert_eq!(at_write, ErrorKind::ConnectionReset);
    assert_eq!(at_client, [(10, Err(ErrorKind::ConnectionReset))]);
    assert_eq!(at_server, [text(10, "ahoy "), (10, Err(ErrorKind::ConnectionReset))]);
    assert_eq!(log(&network), [("harbor 1".to_owned(), 0, 30, Fate::Failed)]);
}

#[kit::test]
async fn half_a_close_leaves_the_other_direction_open() {
    let network = Network::new();
    let (mut client, mut server) =
        connected(&network, Line { latency: ms(10), ..Line::default() }).await;

    let ask = async {
        client.write_all(b"how deep?").await.expect("it stands");
        client.shutdown().await.expect("it stands");
        let late = client.write_all(b"!").await.expect_err("it has been shut down");
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.expect("it stands");
        (answer, late.kind())
    };
    let answer = async {
        let mut question = String::new();
        server.read_to_string(&mut question).await.expect("it stands");
        server.write_all(format!("{question} 12 m").as_bytes()).await.expect("it is half open");
        drop(server);
    };
    let ((seen, ()), took) = timed(async { tokio::join!(ask, answer) }).await;

    assert_eq!(seen, ("how deep? 12 m".to_owned(), ErrorKind::BrokenPipe));
    assert_eq!(took, ms(20));
    assert_eq!(log(&network), [("harbor 1".to_owned(), 0, 30, Fate::Done)]);
}

#[kit::test]
async fn a_partition_holds_everything_back_until_it_heals() {
    let network = Network::new();
    let line = Line { latency: ms(10), chunk: 1, every: ms(10), ..Line::default() };
    let (mut client, server) = connected(&network, line).await;

    let start = Instant::now();
    let send = async {
        client.write_all(b"abcd").await.expect("it stands");
        client.shutdown().await.expect("it stands");
        sleep(ms(15)).await;
        network.partition("harbor");
        let hangs = timeout(ms(10), network.connect("harbor")).await;
        assert!(hangs.is_err(), "nobody answers while the harbor cannot be reached");
        network.heal("harbor");
    };
    let ((), seen) = tokio::join!(send, reads(server, start));

    let expected = [text(10, "a"), text(25, "b"), text(30, "c"), text(40, "d"), text(40, "")];
    assert_eq!(seen, expected);
    assert_eq!(
        network.journal().marks(),
        [(35, "harbor is cut off".to_owned()), (45, "harbor is back".to_owned())]
    );
    assert_eq!(log(&network)[1], ("harbor 2".to_owned(), 35, 45, Fate::Canceled));
}

#[kit::test]
async fn who_connects_during_a_partition_is_connected_when_it_heals() {
    let network = Network::new();
    let mut listener = network.listen("harbor").expect("the name is free");
    network.partition("harbor");

    let heal = async {
        sleep(ms(50)).await;
        network.heal("harbor");
    };
    let ((ends, ()), took) =
        timed(async { tokio::join!(both_ends(&network, &mut listener), heal) }).await;

    assert_eq!(took, ms(50));
    drop(ends);
    assert_eq!(log(&network), [("harbor 1".to_owned(), 0, 50, Fate::Done)]);
}

#[kit::test]
async fn a_full_buffer_makes_the_writer_wait_for_the_reader() {
    let network = Network::new();
    let (mut client, mut server) = connected(&network, Line { buffer: 4, ..Line::default() }).await;

    let send = timed(async { client.write_all(b"abcdef").await.expect("it stands") });
    let receive = async {
        sleep(ms(30)).await;
        let mut bytes = [0; 6];
        server.read_exact(&mut bytes).await.expect("it stands");
        bytes
    };
    let (((), took), bytes) = tokio::join!(send, receive);

    assert_eq!((took, &bytes), (ms(30), b"abcdef"));
}

#[kit::test]
async fn nobody_writes_to_who_has_gone() {
    let network = Network::new();
    let (mut client, server) = connected(&network, Line { buffer: 4, ..Line::default() }).await;
    client.write_all(b"full").await.expect("there is room");

    let gone = async {
        sleep(ms(10)).await;
        drop(server);
    };
    let (written, ()) = tokio::join!(client.write_all(b"!"), gone);

    assert_eq!(written.expect_err("nobody reads").kind(), ErrorKind::BrokenPipe);
}

#[kit::test]
async fn the_books_count_connections_that_stand() {
    let network = Network::new();
    let mut listener = network.listen("harbor").expect("the name is free");
    let first = both_ends(&network, &mut listener).await;
    let second = both_ends(&network, &mut listener).await;
    drop(first);
    let third = both_ends(&network, &mut listener).await;
    drop((second, third));

    let gauge = network.gauge();
    assert_eq!((gauge.started(), gauge.most(), gauge.now()), (3, 2, 0));
}

#[kit::test]
async fn it_carries_code_that_is_generic_over_streams() {
    let network = Network::new();
    let (client, server) =
        connected(&network, Line { latency: ms(7), chunk: 1000, ..Line::default() }).await;
    let sent: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();

    let echo = tokio::spawn(async move {
        let (mut from, mut to) = split(server);
        copy(&mut from, &mut to).await.expect("it stands");
        to.shutdown().await.expect("it stands");
    });
    let (mut from, mut to) = split(client);
    let send = async {
        to.write_all(&sent).await.expect("it stands");
        to.shutdown().await.expect("it stands");
    };
    let mut received = Vec::new();
    let (read, ()) = tokio::join!(from.read_to_end(&mut received), send);

    read.expect("it stands");
    assert!(received == sent, "{} bytes came back", received.len());
    echo.await.expect("no task panics");
    settle().await;
}
