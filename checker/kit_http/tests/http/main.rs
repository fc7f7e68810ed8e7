//! The HTTP fixture and a real client over loopback: what arrives when, to the millisecond.

mod client;

use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::{Method, Request, body::Bytes};
use kit::{Fate, Outcome, ms, timed};
use kit_http::{Answer, Reply, Server};
use tokio::time::{Instant, timeout};

use client::{Client, fetch, get};

/// A server with these routes.
async fn started(script: fn(&kit_http::Request) -> Reply) -> Server {
    Server::start(script).await.expect("the system has a port")
}

fn fates(server: &Server) -> Vec<(String, u64, u64, Fate)> {
    let calls = server.journal().trace().calls.into_iter();
    calls.map(|call| (call.name, call.from, call.to, call.fate)).collect()
}

#[kit::test]
async fn an_answer_takes_its_time_and_three_together_take_no_more() {
    let server = started(|request| {
        let latency = ms(if request.path == "/slow" { 300 } else { 100 });
        Answer { latency, ..Answer::text(200, &request.path) }.into()
    })
    .await;

    let (answers, took) = timed(async {
        tokio::join!(fetch(&server, "/a"), fetch(&server, "/slow"), fetch(&server, "/b"))
    })
    .await;

    assert_eq!(answers.0.expect("it is answered"), (200, "/a".to_owned()));
    assert_eq!(answers.1.expect("it is answered"), (200, "/slow".to_owned()));
    assert_eq!(answers.2.expect("it is answered"), (200, "/b".to_owned()));
    assert_eq!((took, server.gauge().most()), (ms(300), 3));
    assert_eq!(server.connections().started(), 3);
}

#[kit::test]
async fn a_route_fails_the_first_time_and_until_a_moment() {
    let server = started(|request| match request.path.as_str() {
        "/flaky" if request.number == 1 => Answer::text(503, "not now").into(),
        "/late" if request.at < ms(50) => {
            Answer { latency: ms(20), ..Answer::text(500, "not yet") }.into()
        }
        _ => Answer::text(200, "there").into(),
    })
    .await;
    let mut client = Client::connected(&server).await;

    let mut statuses = Vec::new();
    for path in ["/flaky", "/flaky", "/late", "/late", "/late", "/late"] {
        statuses.push(client.send(get(path)).await.expect("it is answered").0);
    }
    client.close().await;

    assert_eq!(statuses, [503, 200, 500, 500, 500, 200]);
    assert_eq!(server.connections().started(), 1, "all by one connection");
    let late = fates(&server).into_iter().skip(2).map(|(_, from, to, fate)| (from, to, fate));
    let failed = Fate::Failed;
    let expected = [(0, 20, failed), (20, 40, failed), (40, 60, failed), (60, 60, Fate::Done)];
    assert_eq!(late.collect::<Vec<_>>(), expected);
}

#[kit::test]
async fn the_books_hold_what_was_sent() {
    let server = started(|_| Answer::text(201, "made").header("location", "/ships/7").into()).await;
    let mut client = Client::connected(&server).await;

    let request = Request::builder()
        .method(Method::POST)
        .uri("/ships?fleet=north%20sea")
        .header("host", "harbor")
        .header("X-Request-Id", "17")
        .body(Full::new(Bytes::from_static(b"{\"name\":\"Fram\"}")))
        .expect("a good request");
    let answer = client.send(request).await.expect("it is answered");
    client.close().await;

    assert_eq!(answer, (201, "made".to_owned()));
    let requests = server.requests();
    let seen = &requests[0];
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("POST", "/ships?fleet=north%20sea"));
    assert_eq!(seen.header("x-request-id"), Some("17"));
    assert_eq!(seen.text(), "{\"name\":\"Fram\"}");
    assert_eq!((seen.number, seen.in_all, seen.at_once, seen.at), (1, 1, 1, Duration::ZERO));
}

#[kit::test]
async fn a_client_that_gives_up_is_noticed_when_it_does() {
    let server = started(|_| Reply::Hang).await;

    let (answer, took) = timed(timeout(ms(2_000), fetch(&server, "/hangs"))).await;
    kit::settle().await;

    assert!(answer.is_err(), "nobody answers");
    assert_eq!(took, ms(2_000));
    assert_eq!((server.gauge().now(), server.gauge().canceled()), (0, 1));
    let expected = [("GET /hangs".to_owned(), 0, 2_000, Fate::Canceled)];
    assert_eq!(fates(&server), expected);
}

#[kit::test]
async fn a_connection_is_closed_without_a_word() {
    let server = started(|_| Reply::Close(ms(30))).await;

    let (answer, took) = timed(fetch(&server, "/gone")).await;

    let error = answer.expect_err("there is no answer").to_string();
    assert_eq!(error, "connection closed before message completed");
    assert_eq!(took, ms(30));
    assert_eq!(fates(&server)[0].3, Fate::Failed);
}

#[kit::test]
async fn a_body_dribbles_chunk_by_chunk() {
    let server = started(|_| {
        let (latency, chunk, every) = (ms(20), 2, ms(10));
        Answer { latency, chunk, every, ..Answer::text(200, "abcde") }.into()
    })
    .await;
    let mut client = Client::connected(&server).await;

    let start = Instant::now();
    let mut body = client.body_of("/dribbles").await.expect("it is answered");
    let mut seen = vec![(start.elapsed(), "head".to_owned())];
    while let Some(frame) = body.frame().await {
        let data = frame.expect("it is whole").into_data().expect("it has no trailers");
        seen.push((start.elapsed(), String::from_utf8_lossy(&data).into_owned()));
    }
    client.close().await;

    let expected = [(20, "head"), (20, "ab"), (30, "cd"), (40, "e")];
    assert_eq!(seen, expected.map(|(at, text)| (ms(at), text.to_owned())));
    assert_eq!(fates(&server), [("GET /dribbles".to_owned(), 0, 40, Fate::Done)]);
}

#[kit::test]
async fn a_body_is_cut_after_so_many_bytes() {
    let server = started(|_| {
        Answer { latency: ms(5), cut_after: Some(4), ..Answer::text(200, "abcdefgh") }.into()
    })
    .await;
    let mut client = Client::connected(&server).await;

    let mut body = client.body_of("/cut").await.expect("the head comes");
    let first = body.frame().await.expect("there is one").expect("it comes before the cut");
    let then = body.frame().await.expect("there is an error");
    client.close().await;

    assert_eq!(first.into_data().expect("it has no trailers"), "abcd");
    let error = then.expect_err("it is cut");
    assert_eq!(error.to_string(), "error reading a body from connection");
    assert_eq!(fates(&server), [("GET /cut".to_owned(), 0, 5, Fate::Failed)]);
}

#[kit::test]
async fn the_length_is_told_unless_the_body_is_chunked() {
    let server = started(|request| match request.path.as_str() {
        "/chunked" => Answer::text(200, "abc").header("transfer-encoding", "chunked").into(),
        _ => Answer::text(200, "abc").into(),
    })
    .await;
    let mut client = Client::connected(&server).await;

    let told = client.body_of("/whole").await.expect("it is answered");
    let length = hyper::body::Body::size_hint(&told).exact();
    drop(told.collect().await.expect("it is whole"));
    let chunked = client.body_of("/chunked").await.expect("it is answered");
    let no_length = hyper::body::Body::size_hint(&chunked).exact();
    let whole = chunked.collect().await.expect("it is whole").to_bytes();
    client.close().await;

    assert_eq!((length, no_length), (Some(3), None));
    assert_eq!(whole, "abc");
}

#[kit::test]
async fn a_megabyte_each_way_takes_no_time() {
    let server =
        started(|request| Answer { body: request.body.clone(), ..Answer::text(200, "") }.into())
            .await;
    let mut client = Client::connected(&server).await;
    let sent: String = ('a'..='z').cycle().take(1 << 20).collect();

    let request = Request::post("/echo")
        .header("host", "harbor")
        .body(Full::new(Bytes::from(sent.clone())))
        .expect("a good request");
    let (answer, took) = timed(client.send(request)).await;
    client.close().await;

    let (status, received) = answer.expect("it is answered");
    assert_eq!((status, took), (200, Duration::ZERO));
    assert!(received == sent, "{} bytes came back", received.len());
}

#[kit::test]
async fn three_hundred_times_the_same_takes_the_same() {
    let mut odd = Vec::new();
    for round in 0..300 {
        let server = started(|request| {
            let latency = ms(if request.at_once > 4 { 0 } else { 100 });
            let status = if request.at_once > 4 { 503 } else { 200 };
            Answer { latency, chunk: 3, every: ms(7), ..Answer::text(status, "seven") }.into()
        })
        .await;
        let begun = Instant::now();
        let fetched = futures::future::join_all((0..6).map(|_| fetch(&server, "/page"))).await;
        let took = begun.elapsed();
        let answers: Vec<u16> =
            fetched.into_iter().map(|page| page.map_or(0, |page| page.0)).collect();
        let expected = [200, 200, 200, 200, 503, 503];
        if (took, server.gauge().most()) != (ms(107), 6) || answers != expected {
            odd.push((round, took, server.gauge().most(), answers));
        }
    }

    assert!(odd.is_empty(), "{} of 300 rounds differ: {odd:?}", odd.len());
}

#[test]
fn a_script_that_panics_is_reported() {
    let test = kit::Test { name: "http::fixture", file: file!() };

    let ended = kit::try_run(test, || async {
        let server = started(|_| panic!("the script has a hole")).await;
        let answer = fetch(&server, "/").await;
        assert!(answer.is_err(), "there is no answer");
    });

    let found = ended.expect_err("the run fails");
    assert_eq!(found.outcome, Outcome::DetachedPanic);
    assert_eq!(found.message, "a task panicked and nobody noticed: the script has a hole");
}
