//! Queues that grow, that never end, or that lose what is in them: numbers 27 and 36 to 40.

use kit::{Gauge, Service, Visit, ms};
use tokio::{
    sync::{broadcast, mpsc},
    time::sleep,
};
use tokio_util::sync::CancellationToken;

use crate::told::{PASSED, told};

#[cfg(target_os = "linux")]
#[test]
fn p27_closed_channel_spins() {
    async fn wrong(mut orders: mpsc::Receiver<u64>, done: Gauge, stop: CancellationToken) {
        loop {
            tokio::select! {
                order = orders.recv() => {
                    if order.is_some() {
                        done.enter().done();
                    }
                }
                () = stop.cancelled() => return,
            }
        }
    }
    async fn right(mut orders: mpsc::Receiver<u64>, done: Gauge, stop: CancellationToken) {
        loop {
            tokio::select! {
                order = orders.recv() => match order {
                    Some(_order) => done.enter().done(),
                    None => return,
                },
                () = stop.cancelled() => return,
            }
        }
    }
    async fn check(
        cook: impl AsyncFn(mpsc::Receiver<u64>, Gauge, CancellationToken),
        stop: CancellationToken,
    ) {
        let (sender, orders) = mpsc::channel(4);
        let done = Gauge::new();
        sender.send(1).await.unwrap();
        drop(sender);

        cook(orders, done.clone(), stop).await;

        assert_eq!(done.finished(), 1);
    }

    let stop = CancellationToken::new();
    let seen = stop.clone();
    assert_eq!(told(|| check(wrong, seen)), "busy");
    // The thread is left behind; it shall not take the time of the other tests.
    stop.cancel();
    assert_eq!(told(|| check(right, CancellationToken::new())), PASSED);
}

/// An order that waits to be cooked, as long as this is there.
struct Order(Visit);

#[test]
fn p36_unbounded_channel() {
    async fn wrong(waiting: Gauge) {
        let (sender, mut orders) = mpsc::unbounded_channel();
        let taking = async move {
            for _ in 0..1_000 {
                let _ = sender.send(Order(waiting.enter()));
            }
        };
        let cooking = async {
            while let Some(order) = orders.recv().await {
                cook(order).await
            }
        };
        tokio::join!(taking, cooking);
    }
    async fn right(waiting: Gauge) {
        let (sender, mut orders) = mpsc::channel(8);
        let taking = async move {
            for _ in 0..1_000 {
                let _ = sender.send(Order(waiting.enter())).await;
            }
        };
        let cooking = async {
            while let Some(order) = orders.recv().await {
                cook(order).await
            }
        };
        tokio::join!(taking, cooking);
    }
    async fn cook(Order(waiting): Order) {
        sleep(ms(5)).await;
        waiting.done();
    }
    async fn check(serve: impl AsyncFn(Gauge)) {
        let waiting = Gauge::new();

        serve(waiting.clone()).await;

        assert_eq!(waiting.finished(), 1_000);
        let most = waiting.most();
        assert!(most <= 10, "{most} orders wait at once");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 1000 orders wait at once");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p37_sender_kept_alive() {
    async fn wrong() -> u64 {
        let (belt, parcels) = mpsc::channel(4);
        for loader in 0..3 {
            tokio::spawn(load(belt.clone(), loader));
        }
        count(parcels).await
    }
    async fn right() -> u64 {
        let (belt, parcels) = mpsc::channel(4);
        for loader in 0..3 {
            tokio::spawn(load(belt.clone(), loader));
        }
        drop(belt);
        count(parcels).await
    }
    async fn count(mut parcels: mpsc::Receiver<u64>) -> u64 {
        let mut count = 0;
        loop {
            let Some(_parcel) = parcels.recv().await else { return count }; // stuck here
            count += 1;
        }
    }
    async fn load(belt: mpsc::Sender<u64>, loader: u64) {
        belt.send(loader).await.unwrap();
    }
    async fn check(unload: impl AsyncFn() -> u64) {
        assert_eq!(unload().await, 3);
    }

    assert_eq!(
        told(|| check(wrong)),
        "deadlock at `let Some(_parcel) = parcels.recv().await else { return count };`"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p38_send_and_receive_in_turn() {
    async fn wrong(letters: u64) -> u64 {
        let (sender, mut inbox) = mpsc::channel(1);
        for letter in 0..letters {
            sender.send(letter).await.unwrap(); // stuck here
        }
        drop(sender);
        let mut read = 0;
        while inbox.recv().await.is_some() {
            read += 1;
        }
        read
    }
    async fn right(letters: u64) -> u64 {
        let (sender, mut inbox) = mpsc::channel(1);
        let writing = async move {
            for letter in 0..letters {
                sender.send(letter).await.unwrap();
            }
        };
        let reading = async {
            let mut read = 0;
            while inbox.recv().await.is_some() {
                read += 1;
            }
            read
        };
        tokio::join!(writing, reading).1
    }
    async fn check(pass_on: impl AsyncFn(u64) -> u64) {
        assert_eq!(pass_on(1).await, 1);
        assert_eq!(pass_on(3).await, 3);
    }

    assert_eq!(told(|| check(wrong)), "deadlock at `sender.send(letter).await.unwrap();`");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p39_lag_taken_for_the_end() {
    async fn wrong(mut calls: broadcast::Receiver<u64>) -> (Vec<u64>, u64) {
        let mut heard = Vec::new();
        while let Ok(call) = calls.recv().await {
            heard.push(call);
        }
        (heard, 0)
    }
    async fn right(mut calls: broadcast::Receiver<u64>) -> (Vec<u64>, u64) {
        let (mut heard, mut missed) = (Vec::new(), 0);
        loop {
            match calls.recv().await {
                Ok(call) => heard.push(call),
                Err(broadcast::error::RecvError::Lagged(calls)) => missed += calls,
                Err(broadcast::error::RecvError::Closed) => return (heard, missed),
            }
        }
    }
    async fn check(listen: impl AsyncFn(broadcast::Receiver<u64>) -> (Vec<u64>, u64)) {
        let (tower, calls) = broadcast::channel(2);
        for call in 1..=5 {
            tower.send(call).unwrap();
        }
        drop(tower);

        let (heard, missed) = listen(calls).await;

        assert!(
            heard == [4, 5] && missed == 3,
            "heard {heard:?} with {missed} missed instead of [4, 5] with 3 missed"
        );
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: heard [] with 0 missed instead of [4, 5] with 3 missed"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p40_queue_dropped_with_jobs_in_it() {
    async fn wrong(mut jobs: mpsc::Receiver<u64>, press: Service, stop: CancellationToken) {
        loop {
            tokio::select! {
                biased;
                () = stop.cancelled() => return,
                job = jobs.recv() => match job {
                    Some(job) => print(&press, job).await,
                    None => return,
                },
            }
        }
    }
    async fn right(mut jobs: mpsc::Receiver<u64>, press: Service, stop: CancellationToken) {
        loop {
            tokio::select! {
                biased;
                () = stop.cancelled(), if !jobs.is_closed() => jobs.close(),
                job = jobs.recv() => match job {
                    Some(job) => print(&press, job).await,
                    None => return,
                },
            }
        }
    }
    async fn print(press: &Service, job: u64) {
        press.call(&format!("job {job}"), ms(10), Ok::<_, ()>(())).await.unwrap();
    }
    async fn check(work: impl AsyncFn(mpsc::Receiver<u64>, Service, CancellationToken)) {
        let (desk, jobs) = mpsc::channel(8);
        let (press, stop) = (Service::new(), CancellationToken::new());
        let closing = async {
            for job in 0..5 {
                desk.send(job).await.unwrap();
            }
            sleep(ms(25)).await;
            stop.cancel();
        };

        tokio::join!(work(jobs, press.clone(), stop.clone()), closing);

        let printed = press.gauge().finished();
        assert!(printed == 5, "{printed} of 5 jobs that were taken are printed");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 3 of 5 jobs that were taken are printed");
    assert_eq!(told(|| check(right)), PASSED);
}
