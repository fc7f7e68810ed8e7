//! Futures that are dropped at an await, and what is lost with them: numbers 21, 22, 24, 25 and 26.

use std::sync::{Arc, Mutex};

use kit::ms;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
    sync::{Mutex as AsyncMutex, mpsc},
    task::yield_now,
    time::{Instant, interval, interval_at, sleep},
};

use crate::told::{PASSED, told};

#[test]
fn p21_read_that_is_not_cancel_safe() {
    async fn wrong(mut stream: DuplexStream) -> Vec<u8> {
        let mut tick = interval(ms(10));
        let (mut whole, mut frame) = (Vec::new(), [0; 4]);
        loop {
            tokio::select! {
                read = stream.read_exact(&mut frame) => match read {
                    Ok(_) => whole.extend_from_slice(&frame),
                    Err(_) => return whole,
                },
                _ = tick.tick() => {}
            }
        }
    }
    async fn right(mut stream: DuplexStream) -> Vec<u8> {
        let mut tick = interval(ms(10));
        let (mut whole, mut frame, mut filled) = (Vec::new(), [0; 4], 0);
        loop {
            tokio::select! {
                read = stream.read(&mut frame[filled..]) => match read.unwrap() {
                    0 => return whole,
                    read => filled += read,
                },
                _ = tick.tick() => {}
            }
            if filled == frame.len() {
                whole.extend_from_slice(&frame);
                filled = 0;
            }
        }
    }
    async fn check(frames: impl AsyncFn(DuplexStream) -> Vec<u8>) {
        let (mut sender, receiver) = duplex(64);
        let sending = async move {
            for byte in 0..40 {
                sender.write_all(&[byte]).await.unwrap();
                sleep(ms(7)).await;
            }
        };

        let (received, ()) = tokio::join!(frames(receiver), sending);

        let sent: Vec<u8> = (0..40).collect();
        assert!(received == sent, "bytes are missing from the frames that came");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: bytes are missing from the frames that came");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p22_send_dropped_by_select() {
    async fn wrong(belt: mpsc::Sender<u64>) {
        let mut tick = interval_at(Instant::now() + ms(7), ms(7));
        for parcel in 0..10 {
            tokio::select! {
                sent = belt.send(parcel) => sent.unwrap(),
                _ = tick.tick() => {}
            }
        }
    }
    async fn right(belt: mpsc::Sender<u64>) {
        let mut tick = interval_at(Instant::now() + ms(7), ms(7));
        let mut parcels = (0..10).peekable();
        while parcels.peek().is_some() {
            tokio::select! {
                place = belt.reserve() => place.unwrap().send(parcels.next().unwrap()),
                _ = tick.tick() => {}
            }
        }
    }
    async fn check(load: impl AsyncFn(mpsc::Sender<u64>)) {
        let (sender, mut receiver) = mpsc::channel(1);
        let unloading = async move {
            let mut parcels = Vec::new();
            while let Some(parcel) = receiver.recv().await {
                parcels.push(parcel);
                sleep(ms(10)).await;
            }
            parcels
        };

        let ((), parcels) = tokio::join!(load(sender), unloading);

        let missing: Vec<u64> = (0..10).filter(|parcel| !parcels.contains(parcel)).collect();
        assert!(missing.is_empty(), "the parcels {missing:?} are missing");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: the parcels [2, 4, 6, 7, 9] are missing");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p24_futurelock() {
    async fn wrong(ledger: Arc<AsyncMutex<u64>>) {
        let mut booking = Box::pin(book(&ledger));
        tokio::select! {
            () = &mut booking => {}
            () = sleep(ms(50)) => book_late(&ledger).await,
        }
    }
    async fn right(ledger: Arc<AsyncMutex<u64>>) {
        let booking = book(&ledger);
        tokio::select! {
            () = booking => {}
            () = sleep(ms(50)) => book_late(&ledger).await,
        }
    }
    async fn book(ledger: &AsyncMutex<u64>) {
        *ledger.lock().await += 1;
    }
    async fn book_late(ledger: &AsyncMutex<u64>) {
        *ledger.lock().await += 100; // stuck here
    }
    async fn check(close_the_day: impl AsyncFn(Arc<AsyncMutex<u64>>)) {
        let ledger = Arc::new(AsyncMutex::new(0));
        let other = Arc::clone(&ledger);
        let audit = tokio::spawn(async move {
            let _ledger = other.lock().await;
            sleep(ms(500)).await;
        });
        yield_now().await;

        close_the_day(Arc::clone(&ledger)).await;

        audit.await.unwrap();
        assert_eq!(*ledger.lock().await, 100);
    }

    assert_eq!(told(|| check(wrong)), "deadlock at `*ledger.lock().await += 100;`");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p25_state_lost_when_dropped() {
    async fn wrong(seat: &Mutex<Option<u64>>) {
        let ticket = seat.lock().unwrap().take().unwrap();
        sleep(ms(10)).await; // dropped here
        *seat.lock().unwrap() = Some(ticket + 1);
    }
    async fn right(seat: &Mutex<Option<u64>>) {
        sleep(ms(10)).await;
        let mut seat = seat.lock().unwrap();
        *seat = seat.map(|ticket| ticket + 1);
    }
    async fn check(stamp: impl AsyncFn(&Mutex<Option<u64>>)) {
        let is_taken = async |seat: &Mutex<Option<u64>>| {
            let ticket = *seat.lock().unwrap();
            assert!(ticket.is_some(), "the ticket for the seat is gone");
        };
        kit::at_every_poll(|| Mutex::new(Some(7)), stamp, is_taken).await;
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: the ticket for the seat is gone; this is a run in which the call was \
         dropped after its first poll; it waited at `sleep(ms(10)).await;`"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

/// How many ships are moored.
#[derive(Default)]
struct Quay(Mutex<u64>);

impl Quay {
    async fn moor(&self) {
        sleep(ms(5)).await;
        *self.0.lock().unwrap() += 1;
    }

    fn cast_off(&self) {
        *self.0.lock().unwrap() -= 1;
    }
}

#[test]
fn p26_cleanup_skipped_when_dropped() {
    async fn wrong(quay: &Quay) {
        quay.moor().await;
        sleep(ms(10)).await; // dropped here
        quay.cast_off();
    }
    async fn right(quay: &Quay) {
        quay.moor().await;
        let _moored = Moored(quay);
        sleep(ms(10)).await;
    }
    struct Moored<'a>(&'a Quay);
    impl Drop for Moored<'_> {
        fn drop(&mut self) {
            self.0.cast_off();
        }
    }
    async fn check(unload: impl AsyncFn(&Quay)) {
        let is_free = async |quay: &Quay| {
            let moored = *quay.0.lock().unwrap();
            assert!(moored == 0, "{moored} ship is still moored");
        };
        kit::at_every_poll(Quay::default, unload, is_free).await;
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 1 ship is still moored; this is a run in which the call was dropped after \
         2 polls; it waited at `sleep(ms(10)).await;`"
    );
    assert_eq!(told(|| check(right)), PASSED);
}
