//! Scripted services: what a script can say, and what the books hold afterwards.

use kit::{Fate, Lots, Play, Service, ms, timed};
use tokio::time::{sleep, timeout};

#[kit::test]
async fn a_script_fails_one_call_and_counts_for_each_name() {
    let service = Service::scripted(|call| match (call.name, call.number, call.in_all) {
        ("/a", 2, 3) => Play::Fail(ms(30)),
        _ => Play::Answer(ms(10)),
    });

    let mut answers = Vec::new();
    for name in ["/a", "/b", "/a", "/a"] {
        answers.push(timed(service.ask(name, "here", "gone")).await);
    }

    let expected = [(Ok("here"), 10), (Ok("here"), 10), (Err("gone"), 30), (Ok("here"), 10)];
    assert_eq!(answers, expected.map(|(answer, took)| (answer, ms(took))));
}

#[kit::test]
async fn a_script_fails_until_a_moment() {
    let service = Service::scripted(|call| match call.at < ms(100) {
        true => Play::Fail(ms(30)),
        false => Play::Answer(ms(30)),
    });

    let mut tries = 1;
    while service.ask("/flaky", (), ()).await.is_err() {
        tries += 1;
    }

    let log = service.calls().into_iter().map(|call| (call.from, call.to, call.fate));
    let failed = Fate::Failed;
    let expected = [
        (0, 30, failed),
        (30, 60, failed),
        (60, 90, failed),
        (90, 120, failed),
        (120, 150, Fate::Done),
    ];
    assert_eq!((tries, log.collect::<Vec<_>>()), (5, expected.to_vec()));
}

#[kit::test]
async fn a_call_that_hangs_is_under_way_until_it_is_dropped() {
    let service = Service::scripted(|_| Play::Hang);

    let gave_up = timeout(ms(70), service.ask("/hangs", (), ())).await;

    assert!(gave_up.is_err(), "nobody answers");
    let call = &service.calls()[0];
    assert_eq!((call.from, call.to, call.fate), (0, 70, Fate::Canceled));
    assert_eq!((service.gauge().now(), service.gauge().canceled()), (0, 1));
}

#[kit::test]
async fn a_script_refuses_the_third_at_once() {
    let service = Service::scripted(|call| match call.at_once > 2 {
        true => Play::Fail(ms(0)),
        false => Play::Answer(ms(50)),
    });

    let (answers, took) = timed(async {
        tokio::join!(
            service.ask("/1", (), "full"),
            service.ask("/2", (), "full"),
            service.ask("/3", (), "full"),
        )
    })
    .await;

    assert_eq!((answers, took), ((Ok(()), Ok(()), Err("full")), ms(50)));
}

#[kit::test]
async fn the_same_seed_gives_the_same_latencies() {
    let latencies = async |seed| {
        let mut lots = Lots::seeded(seed);
        let service = Service::scripted(move |_| Play::Answer(ms(10) + lots.millis(0..=20)));
        let mut latencies = Vec::new();
        for _ in 0..20 {
            latencies.push(timed(service.ask("/", (), ())).await.1);
        }
        latencies
    };

    let (one, again, other) = (latencies(1).await, latencies(1).await, latencies(2).await);

    assert_eq!(one, again);
    assert_ne!(one, other);
    assert!(one.iter().all(|latency| (ms(10)..=ms(30)).contains(latency)), "{one:?}");
}

#[kit::test]
async fn without_a_script_the_answer_comes_at_once_and_a_call_keeps_its_own_latency() {
    let service = Service::new();

    let asked = timed(service.ask("/a", 1, ())).await;
    sleep(ms(5)).await;
    let called = timed(service.call("/b", ms(20), Ok::<_, ()>(2))).await;

    assert_eq!((asked, called), ((Ok(1), ms(0)), (Ok(2), ms(20))));
}
