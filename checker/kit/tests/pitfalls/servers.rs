//! Servers that do not stop, or serve one at a time, or half: numbers 28 and 49 to 52.

use std::{io, sync::Mutex};

use kit::{Gauge, Service, ms};
use tokio::{
    io::{
        AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, BufWriter, DuplexStream, duplex,
    },
    sync::mpsc,
    task::JoinSet,
    time::sleep,
};
use tokio_util::sync::CancellationToken;

use crate::told::{PASSED, told};

#[test]
fn p28_biased_select_starves_shutdown() {
    async fn wrong(mut orders: mpsc::Receiver<u64>, cooked: Gauge, stop: CancellationToken) {
        loop {
            tokio::select! {
                biased;
                Some(_order) = orders.recv() => cooked.enter().done(),
                () = stop.cancelled() => return,
            }
        }
    }
    async fn right(mut orders: mpsc::Receiver<u64>, cooked: Gauge, stop: CancellationToken) {
        loop {
            tokio::select! {
                biased;
                () = stop.cancelled() => return,
                Some(_order) = orders.recv() => cooked.enter().done(),
            }
        }
    }
    async fn check(cook: impl AsyncFn(mpsc::Receiver<u64>, Gauge, CancellationToken)) {
        let (waiter, orders) = mpsc::channel(100);
        let (cooked, stop) = (Gauge::new(), CancellationToken::new());
        for order in 0..100 {
            waiter.send(order).await.unwrap();
        }
        stop.cancel();

        cook(orders, cooked.clone(), stop).await;

        let cooked = cooked.finished();
        assert!(cooked == 0, "{cooked} orders are cooked after the kitchen has closed");
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 100 orders are cooked after the kitchen has closed"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p49_shutdown_looked_at_between_messages() {
    async fn wrong(mut orders: mpsc::Receiver<u64>, stop: CancellationToken) -> u64 {
        let mut served = 0;
        while !stop.is_cancelled() {
            let Some(_order) = orders.recv().await else { break }; // stuck here
            served += 1;
        }
        served
    }
    async fn right(mut orders: mpsc::Receiver<u64>, stop: CancellationToken) -> u64 {
        let mut served = 0;
        loop {
            tokio::select! {
                order = orders.recv() => match order {
                    Some(_order) => served += 1,
                    None => return served,
                },
                () = stop.cancelled() => return served,
            }
        }
    }
    async fn check(serve: impl AsyncFn(mpsc::Receiver<u64>, CancellationToken) -> u64) {
        let (waiter, orders) = mpsc::channel(4);
        let stop = CancellationToken::new();
        waiter.send(1).await.unwrap();
        let closing = async {
            sleep(ms(10)).await;
            stop.cancel();
        };

        let (served, ()) = tokio::join!(serve(orders, stop.clone()), closing);

        assert_eq!(served, 1);
    }

    assert_eq!(
        told(|| check(wrong)),
        "deadlock at `let Some(_order) = orders.recv().await else { break };`"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

/// Who comes to the door, or why nobody does: how long they stay, in milliseconds.
type Door = mpsc::Receiver<io::Result<u64>>;

#[test]
fn p50_serial_accept_loop() {
    async fn wrong(mut door: Door, hall: Service) -> io::Result<()> {
        while let Some(guest) = door.recv().await {
            attend(hall.clone(), guest?).await;
        }
        Ok(())
    }
    async fn right(mut door: Door, hall: Service) -> io::Result<()> {
        let mut guests = JoinSet::new();
        while let Some(guest) = door.recv().await {
            match guest {
                Ok(stay) => drop(guests.spawn(attend(hall.clone(), stay))),
                Err(error) => hall.journal().mark(error.to_string()),
            }
        }
        guests.join_all().await;
        Ok(())
    }
    async fn attend(hall: Service, stay: u64) {
        hall.call(&format!("{stay} ms"), ms(stay), Ok::<_, ()>(())).await.unwrap();
    }
    async fn two_guests(serve: impl AsyncFn(Door, Service) -> io::Result<()>) {
        let (street, door) = mpsc::channel(2);
        street.send(Ok(10_000)).await.unwrap();
        street.send(Ok(1)).await.unwrap();
        drop(street);
        let hall = Service::new();

        serve(door, hall.clone()).await.unwrap();

        let trace = hall.journal().trace();
        let left = trace.calls[1].to;
        assert!(left == 1, "a guest who stays for 1 ms leaves after {left} ms");
    }
    async fn slammed_door(serve: impl AsyncFn(Door, Service) -> io::Result<()>) {
        let (street, door) = mpsc::channel(2);
        street.send(Err(io::ErrorKind::ConnectionAborted.into())).await.unwrap();
        street.send(Ok(1)).await.unwrap();
        drop(street);
        let hall = Service::new();

        let served = serve(door, hall.clone()).await;

        let guests = hall.gauge().finished();
        assert!(guests == 1, "{guests} guests are served behind one who turned round: {served:?}");
    }

    assert_eq!(
        told(|| two_guests(wrong)),
        "wrong_answer: a guest who stays for 1 ms leaves after 10001 ms"
    );
    assert_eq!(
        told(|| slammed_door(wrong)),
        "wrong_answer: 0 guests are served behind one who turned round: \
         Err(Kind(ConnectionAborted))"
    );
    assert_eq!(told(|| two_guests(right)), PASSED);
    assert_eq!(told(|| slammed_door(right)), PASSED);
}

#[test]
fn p51_flush_missing_and_framing_missing() {
    async fn writes_wrong(stream: DuplexStream) {
        let mut writer = BufWriter::new(stream);
        writer.write_all(b"ahoy\n").await.unwrap();
    }
    async fn writes_right(stream: DuplexStream) {
        let mut writer = BufWriter::new(stream);
        writer.write_all(b"ahoy\n").await.unwrap();
        writer.flush().await.unwrap();
    }
    async fn writes_slowly(mut stream: DuplexStream) {
        for piece in ["ah", "oy\n"] {
            // Whoever reads may have hung up.
            let _ = stream.write_all(piece.as_bytes()).await;
            sleep(ms(5)).await;
        }
    }
    async fn reads_wrong(mut stream: DuplexStream) -> String {
        let mut buffer = [0; 64];
        let read = stream.read(&mut buffer).await.unwrap();
        String::from_utf8_lossy(&buffer[..read]).trim_end().to_owned()
    }
    async fn reads_right(stream: DuplexStream) -> String {
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).await.unwrap();
        line.trim_end().to_owned()
    }
    async fn check(
        writes: impl AsyncFn(DuplexStream),
        reads: impl AsyncFn(DuplexStream) -> String,
    ) {
        let (here, there) = duplex(64);

        let ((), call) = tokio::join!(writes(here), reads(there));

        assert!(call == "ahoy", "`{call}` is heard instead of `ahoy`");
    }

    assert_eq!(
        told(|| check(writes_wrong, reads_right)),
        "wrong_answer: `` is heard instead of `ahoy`"
    );
    assert_eq!(
        told(|| check(writes_slowly, reads_wrong)),
        "wrong_answer: `ah` is heard instead of `ahoy`"
    );
    assert_eq!(told(|| check(writes_right, reads_right)), PASSED);
    assert_eq!(told(|| check(writes_slowly, reads_right)), PASSED);
}

/// Connections to the archive, each with its number.
struct Pool(Mutex<Vec<u64>>);

/// A connection that goes back to its pool when this is dropped.
struct Pooled<'a>(&'a Pool, u64);

impl Pool {
    fn of_two() -> Pool {
        Pool(Mutex::new(vec![1, 2]))
    }

    fn take(&self) -> u64 {
        self.0.lock().unwrap().pop().unwrap()
    }

    fn put(&self, connection: u64) {
        self.0.lock().unwrap().push(connection);
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        self.0.put(self.1);
    }
}

#[test]
fn p52_connection_not_given_back() {
    async fn wrong(pool: &Pool) -> Result<(), String> {
        let connection = pool.take();
        query(connection).await?;
        pool.put(connection);
        Ok(())
    }
    async fn right(pool: &Pool) -> Result<(), String> {
        let connection = Pooled(pool, pool.take());
        query(connection.1).await
    }
    async fn query(connection: u64) -> Result<(), String> {
        sleep(ms(10)).await; // dropped here
        if connection == 2 { Ok(()) } else { Err("no such letter".to_owned()) }
    }
    async fn dropped(ask: impl AsyncFn(&Pool) -> Result<(), String>) {
        let are_idle = async |pool: &Pool| {
            let idle = pool.0.lock().unwrap().len();
            assert!(idle == 2, "{idle} of 2 connections is idle");
        };
        kit::at_every_poll(Pool::of_two, ask, are_idle).await;
    }
    async fn failed(ask: impl AsyncFn(&Pool) -> Result<(), String>) {
        let pool = Pool(Mutex::new(vec![1]));

        assert!(ask(&pool).await.is_err());

        let idle = pool.0.lock().unwrap().len();
        assert!(idle == 1, "{idle} of 1 connections is idle after an error");
    }

    assert_eq!(
        told(|| dropped(wrong)),
        "wrong_answer: 1 of 2 connections is idle; this is a run in which the call was dropped \
         after its first poll; it waited at `sleep(ms(10)).await;`"
    );
    assert_eq!(told(|| failed(wrong)), "wrong_answer: 0 of 1 connections is idle after an error");
    assert_eq!(told(|| dropped(right)), PASSED);
    assert_eq!(told(|| failed(right)), PASSED);
}
