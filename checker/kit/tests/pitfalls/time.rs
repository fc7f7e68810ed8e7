//! Timers, retries and breakers that keep the wrong time: numbers 23 and 46 to 48.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use kit::{Gauge, Service, ms};
use tokio::{
    sync::{Semaphore, mpsc},
    time::{Instant, Interval, MissedTickBehavior, interval, sleep},
};

use crate::told::{PASSED, told};

#[test]
fn p23_timer_made_anew_in_a_loop() {
    async fn wrong(mut drafts: mpsc::Receiver<u64>, saves: Gauge) {
        loop {
            tokio::select! {
                draft = drafts.recv() => if draft.is_none() { return },
                () = sleep(ms(50)) => saves.enter().done(),
            }
        }
    }
    async fn right(mut drafts: mpsc::Receiver<u64>, saves: Gauge) {
        let mut save = std::pin::pin!(sleep(ms(50)));
        loop {
            tokio::select! {
                draft = drafts.recv() => if draft.is_none() { return },
                () = &mut save => {
                    saves.enter().done();
                    save.as_mut().reset(Instant::now() + ms(50));
                }
            }
        }
    }
    async fn check(auto_save: impl AsyncFn(mpsc::Receiver<u64>, Gauge)) {
        let (writer, drafts) = mpsc::channel(1);
        let saves = Gauge::new();
        let writing = async move {
            for draft in 0..100 {
                writer.send(draft).await.unwrap();
                sleep(ms(10)).await;
            }
            sleep(ms(5)).await;
        };

        tokio::join!(auto_save(drafts, saves.clone()), writing);

        let saves = saves.finished();
        assert!(saves == 20, "{saves} saves in 1,005 ms instead of one every 50 ms");
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 0 saves in 1,005 ms instead of one every 50 ms"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p46_interval_burst() {
    fn wrong() -> Interval {
        interval(ms(10))
    }
    fn right() -> Interval {
        let mut beat = interval(ms(10));
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        beat
    }
    async fn check(heart: impl Fn() -> Interval) {
        let start = Instant::now();
        let mut heart = heart();
        heart.tick().await;
        // The patient holds their breath.
        sleep(ms(100)).await;
        let mut beats = Vec::new();
        for _ in 0..4 {
            heart.tick().await;
            beats.push(start.elapsed().as_millis());
        }

        assert!(beats == [100, 110, 120, 130], "after a stall of 100 ms it beats at {beats:?} ms");
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: after a stall of 100 ms it beats at [100, 100, 100, 100] ms"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

/// How a call for a price can fail.
#[derive(Debug, Clone, Copy, PartialEq)]
enum ShopError {
    Busy,
    UnknownItem,
}

#[test]
fn p47_retry_without_backoff() {
    async fn wrong(shop: &Service, answer: ShopError) {
        for _attempt in 0..4 {
            if ask(shop, answer).await.is_ok() {
                return;
            }
        }
    }
    async fn right(shop: &Service, answer: ShopError) {
        let mut pause = ms(100);
        for attempt in 1..=4 {
            match ask(shop, answer).await {
                Err(ShopError::Busy) if attempt < 4 => sleep(pause).await,
                _ => return,
            }
            pause = (2 * pause).min(ms(300));
        }
    }
    async fn ask(shop: &Service, answer: ShopError) -> Result<(), ShopError> {
        shop.call("price", Duration::ZERO, Err(answer)).await
    }
    async fn check(retry: impl AsyncFn(&Service, ShopError), answer: ShopError, times: &[u64]) {
        let shop = Service::new();

        retry(&shop, answer).await;

        let calls = shop.journal().trace().calls;
        let asked: Vec<u64> = calls.iter().map(|call| call.from).collect();
        assert!(asked == times, "{answer:?} is asked again at {asked:?} ms instead of {times:?}");
    }
    const BACKOFF: &[u64] = &[0, 100, 300, 600];

    assert_eq!(
        told(|| check(wrong, ShopError::Busy, BACKOFF)),
        "wrong_answer: Busy is asked again at [0, 0, 0, 0] ms instead of [0, 100, 300, 600]"
    );
    assert_eq!(
        told(|| check(wrong, ShopError::UnknownItem, &[0])),
        "wrong_answer: UnknownItem is asked again at [0, 0, 0, 0] ms instead of [0]"
    );
    assert_eq!(told(|| check(right, ShopError::Busy, BACKOFF)), PASSED);
    assert_eq!(told(|| check(right, ShopError::UnknownItem, &[0])), PASSED);
}

/// It is open since its beginning, and may try one call after 100 ms.
struct Breaker {
    opened: Instant,
    probe: Semaphore,
    is_probing: AtomicBool,
}

impl Breaker {
    fn open() -> Breaker {
        let (opened, probe) = (Instant::now(), Semaphore::new(1));
        Breaker { opened, probe, is_probing: AtomicBool::new(false) }
    }

    fn is_cool(&self) -> bool {
        self.opened.elapsed() >= ms(100)
    }
}

#[test]
fn p48_half_open_breaker_lets_all_through() {
    async fn wrong(breaker: &Breaker, shop: &Service) -> Result<(), ShopError> {
        if !breaker.is_cool() {
            return Err(ShopError::Busy);
        }
        ask(shop).await
    }
    async fn wrong_when_dropped(breaker: &Breaker, shop: &Service) -> Result<(), ShopError> {
        if !breaker.is_cool() || breaker.is_probing.swap(true, Ordering::Relaxed) {
            return Err(ShopError::Busy);
        }
        let asked = ask(shop).await; // dropped here
        breaker.is_probing.store(false, Ordering::Relaxed);
        asked
    }
    async fn right(breaker: &Breaker, shop: &Service) -> Result<(), ShopError> {
        let probe = breaker.probe.try_acquire();
        match probe {
            Ok(_probe) if breaker.is_cool() => ask(shop).await,
            _ => Err(ShopError::Busy),
        }
    }
    fn ask(shop: &Service) -> impl Future<Output = Result<(), ShopError>> {
        shop.call("price", ms(20), Ok(()))
    }
    async fn one_probe(call: impl AsyncFn(&Breaker, &Service) -> Result<(), ShopError>) {
        let (breaker, shop) = (Breaker::open(), Service::new());
        assert_eq!(call(&breaker, &shop).await, Err(ShopError::Busy));
        sleep(ms(100)).await;

        let call = || call(&breaker, &shop);
        let _ = tokio::join!(call(), call(), call(), call());

        let probes = shop.gauge().most();
        assert!(probes == 1, "{probes} probes at once instead of 1");
    }
    async fn dropped_probe(call: impl AsyncFn(&Breaker, &Service) -> Result<(), ShopError>) {
        let another = async |breaker: &Breaker| {
            sleep(ms(100)).await;
            let another = call(breaker, &Service::new()).await;
            assert!(another.is_ok(), "the next probe is told {another:?}");
        };
        let probe = async |breaker: &Breaker| {
            // The breaker of a world is as old as the world.
            sleep(ms(100)).await;
            call(breaker, &Service::new()).await
        };
        kit::at_every_poll(Breaker::open, probe, another).await;
    }

    assert_eq!(told(|| one_probe(wrong)), "wrong_answer: 4 probes at once instead of 1");
    assert_eq!(
        told(|| dropped_probe(wrong_when_dropped)),
        "wrong_answer: the next probe is told Err(Busy); this is a run in which the call was \
         dropped after 2 polls; it waited at `let asked = ask(shop).await;`"
    );
    assert_eq!(told(|| one_probe(right)), PASSED);
    assert_eq!(told(|| dropped_probe(right)), PASSED);
}
