//! Locks that serialize, and those that are never given back: numbers 29, 31, 33 and 35. The orders
//! of tasks that 30, 32 and 34 need are tried in the tests of `awaitlings-kit-tokio`.

use std::sync::Arc;

use futures::future::join_all;
use kit::{ms, timed};
use tokio::{
    sync::{Mutex, RwLock},
    task::yield_now,
    time::sleep,
};

use crate::told::{PASSED, told};

#[test]
fn p29_lock_held_over_io() {
    async fn wrong(visitors: &Mutex<u64>) {
        let mut visitors = visitors.lock().await;
        sleep(ms(100)).await;
        *visitors += 1;
    }
    async fn right(visitors: &Mutex<u64>) {
        sleep(ms(100)).await;
        *visitors.lock().await += 1;
    }
    async fn check(visit: impl AsyncFn(&Mutex<u64>)) {
        let visitors = Mutex::new(0);

        let (_, took) = timed(join_all((0..5).map(|_| visit(&visitors)))).await;

        assert_eq!(*visitors.lock().await, 5);
        assert!(took == ms(100), "5 visits of 100 ms took {took:?}");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 5 visits of 100 ms took 500ms");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p31_read_write_read() {
    async fn wrong(prices: &RwLock<u64>) -> u64 {
        let first = prices.read().await;
        yield_now().await;
        let second = prices.read().await; // stuck here
        *first + *second
    }
    async fn right(prices: &RwLock<u64>) -> u64 {
        let prices = prices.read().await;
        yield_now().await;
        *prices + *prices
    }
    async fn check(sum: impl AsyncFn(&RwLock<u64>) -> u64) {
        let prices = Arc::new(RwLock::new(20));
        let writer = tokio::spawn({
            let prices = Arc::clone(&prices);
            async move { *prices.write().await = 30 }
        });

        assert_eq!(sum(&prices).await, 40);

        writer.await.unwrap();
        assert_eq!(*prices.read().await, 30);
    }

    assert_eq!(told(|| check(wrong)), "deadlock at `let second = prices.read().await;`");
    assert_eq!(told(|| check(right)), PASSED);
}

#[cfg(unix)]
#[test]
fn p33_std_guard_across_an_await() {
    use std::sync::Mutex;

    #[expect(clippy::await_holding_lock, reason = "this is the mistake")]
    async fn wrong(visitors: &Mutex<u64>) {
        let mut visitors = visitors.lock().unwrap(); // stuck here
        sleep(ms(100)).await;
        *visitors += 1;
    }
    async fn right(visitors: &Mutex<u64>) {
        sleep(ms(100)).await;
        *visitors.lock().unwrap() += 1;
    }
    async fn check(visit: impl AsyncFn(&Mutex<u64>)) {
        let visitors = Mutex::new(0);

        tokio::join!(visit(&visitors), visit(&visitors));

        assert_eq!(*visitors.lock().unwrap(), 2);
    }

    assert_eq!(told(|| check(wrong)), "blocked at `let mut visitors = visitors.lock().unwrap();`");
    assert_eq!(told(|| check(right)), PASSED);
}

#[cfg(unix)]
#[test]
fn p35_watch_borrow_held() {
    use tokio::sync::watch;

    async fn wrong(price: &watch::Sender<u64>) {
        let now = price.borrow();
        price.send_replace(*now + 1); // stuck here
    }
    async fn right(price: &watch::Sender<u64>) {
        let now = *price.borrow();
        price.send_replace(now + 1);
    }
    async fn check(raise: impl AsyncFn(&watch::Sender<u64>)) {
        let (price, seen) = watch::channel(7);

        raise(&price).await;

        assert_eq!(*seen.borrow(), 8);
    }

    assert_eq!(told(|| check(wrong)), "blocked at `price.send_replace(*now + 1);`");
    assert_eq!(told(|| check(right)), PASSED);
}
