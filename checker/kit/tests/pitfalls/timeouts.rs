//! Timeouts that stop nothing, or come too late: numbers 18 to 20.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
    mpsc as std_mpsc,
};

use kit::{Gauge, Service, ms, timed};
use tokio::{
    sync::mpsc,
    task::spawn_blocking,
    time::{advance, error::Elapsed, timeout},
};
use tokio_util::task::AbortOnDropHandle;

use crate::told::{PASSED, told};

#[test]
fn p18_timeout_on_a_handle() {
    async fn wrong(shop: Service) -> Option<u64> {
        timeout(ms(50), tokio::spawn(price(shop))).await.ok()?.ok()
    }
    async fn right(shop: Service) -> Option<u64> {
        timeout(ms(50), AbortOnDropHandle::new(tokio::spawn(price(shop)))).await.ok()?.ok()
    }
    async fn price(shop: Service) -> u64 {
        shop.call("price", ms(60_000), Ok::<_, ()>(7)).await.unwrap()
    }
    async fn check(ask: impl AsyncFn(Service) -> Option<u64>) {
        let (price, took) = timed(ask(Service::new())).await;

        assert_eq!((price, took), (None, ms(50)));
    }

    assert_eq!(
        told(|| check(wrong)),
        "leaked_tasks: 1 task is still alive after the call has ended: who stops it?"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

/// A printer that takes its pages on a thread that may block.
struct Printer {
    pages: std_mpsc::Receiver<u64>,
    printed: Gauge,
    /// Gone when the thread is.
    _running: mpsc::Sender<()>,
}

impl Printer {
    fn take_page(&self) -> Option<u64> {
        self.pages.recv().ok()
    }

    fn print(&self, _page: u64) {
        self.printed.enter().done();
    }
}

#[test]
fn p19_timeout_on_a_blocking_call() {
    async fn wrong(printer: Printer) -> Result<(), Elapsed> {
        let printing = spawn_blocking(move || {
            while let Some(page) = printer.take_page() {
                printer.print(page);
            }
        });
        timeout(ms(100), printing).await.map(|ended| ended.unwrap())
    }
    async fn right(printer: Printer) -> Result<(), Elapsed> {
        let is_late = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&is_late);
        let printing = spawn_blocking(move || {
            while let Some(page) = printer.take_page().filter(|_| !stop.load(Ordering::Relaxed)) {
                printer.print(page);
            }
        });
        let printed = timeout(ms(100), printing).await.map(|ended| ended.unwrap());
        is_late.store(true, Ordering::Relaxed);
        printed
    }
    async fn check(print: impl AsyncFn(Printer) -> Result<(), Elapsed>) {
        let (desk, pages) = std_mpsc::channel();
        let (running, mut is_running) = mpsc::channel(1);
        let printed = Gauge::new();
        let printer = Printer { pages, printed: printed.clone(), _running: running };

        // While a thread of the runtime works, the paused clock has to be moved by hand.
        let (in_time, ()) = tokio::join!(print(printer), advance(ms(100)));
        assert!(in_time.is_err());
        for page in 1..=3 {
            // A printer that has stopped takes no more pages.
            let _ = desk.send(page);
        }
        drop(desk);
        assert!(is_running.recv().await.is_none());

        let late = printed.finished();
        assert!(late == 0, "{late} pages were printed after the timeout");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 3 pages were printed after the timeout");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p20_timeout_of_each_attempt() {
    async fn wrong(shop: &Service) -> Option<u64> {
        for _attempt in 0..5 {
            if let Ok(price) = timeout(ms(1_000), price(shop)).await {
                return Some(price);
            }
        }
        None
    }
    async fn right(shop: &Service) -> Option<u64> {
        let attempts = async {
            for _attempt in 0..5 {
                if let Ok(price) = timeout(ms(1_000), price(shop)).await {
                    return Some(price);
                }
            }
            None
        };
        timeout(ms(2_000), attempts).await.ok().flatten()
    }
    async fn price(shop: &Service) -> u64 {
        shop.call("price", ms(60_000), Ok::<_, ()>(7)).await.unwrap()
    }
    async fn check(ask: impl AsyncFn(&Service) -> Option<u64>) {
        let shop = Service::new();

        let (price, took) = timed(ask(&shop)).await;

        assert_eq!(price, None);
        let asked = shop.gauge().started();
        assert!(took <= ms(2_000), "took {took:?} for {asked} attempts, of at most 2 s");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: took 5s for 5 attempts, of at most 2 s");
    assert_eq!(told(|| check(right)), PASSED);
}
