//! Tasks that outlive their call, and failures that nobody hears of: numbers 11 to 17.

use std::{future::pending, panic::resume_unwind};

use kit::{Gauge, Service, Visit, ms};
use tokio::{
    sync::mpsc,
    task::{JoinHandle, JoinSet, yield_now},
    time::sleep,
};
use tokio_util::task::TaskTracker;

use crate::told::{PASSED, told};

async fn send(mail: Service, letter: u64) -> Result<(), String> {
    let answer = if letter == 1 { Err("letter 1 has no stamp".to_owned()) } else { Ok(()) };
    mail.call(&format!("letter {letter}"), ms(10 * (letter + 1)), answer).await
}

#[test]
fn p11_orphan_task() {
    async fn wrong(mail: Service) {
        tokio::spawn(ring_every_second(mail.clone()));
        send(mail, 0).await.unwrap();
    }
    async fn right(mail: Service) {
        let mut bells = JoinSet::new();
        bells.spawn(ring_every_second(mail.clone()));
        send(mail, 0).await.unwrap();
        bells.shutdown().await;
    }
    async fn ring_every_second(mail: Service) {
        loop {
            sleep(ms(1_000)).await;
            mail.journal().mark("ring");
        }
    }

    assert_eq!(
        told(|| wrong(Service::new())),
        "leaked_tasks: 1 task is still alive after the call has ended: who stops it?"
    );
    assert_eq!(told(|| right(Service::new())), PASSED);
}

#[test]
fn p12_failure_of_a_child_swallowed() {
    async fn wrong(mail: Service) -> Result<(), String> {
        for letter in 0..3 {
            tokio::spawn(send(mail.clone(), letter));
        }
        sleep(ms(100)).await;
        Ok(())
    }
    async fn right(mail: Service) -> Result<(), String> {
        let mut letters = JoinSet::new();
        for letter in 0..3 {
            letters.spawn(send(mail.clone(), letter));
        }
        while let Some(sent) = letters.join_next().await {
            sent.unwrap_or_else(|error| resume_unwind(error.into_panic()))?;
        }
        Ok(())
    }
    async fn check(send_all: impl AsyncFn(Service) -> Result<(), String>) {
        let sent = send_all(Service::new()).await;

        assert!(sent.is_err(), "letter 1 has no stamp and the call says {sent:?}");
    }
    async fn panics(mail: Service) {
        tokio::spawn(async move {
            send(mail, 1).await.unwrap(); // panics here
        });
        sleep(ms(100)).await;
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: letter 1 has no stamp and the call says Ok(())"
    );
    assert_eq!(
        told(|| panics(Service::new())),
        "detached_panic at `send(mail, 1).await.unwrap();`: a task panicked and nobody noticed: \
         called `Result::unwrap()` on an `Err` value: \"letter 1 has no stamp\""
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p13_join_set_never_drained() {
    async fn wrong(mut calls: mpsc::Receiver<u64>, receipts: Gauge) {
        let mut answers = JoinSet::new();
        while let Some(call) = calls.recv().await {
            answers.spawn(answer(call, receipts.clone()));
        }
        answers.join_all().await;
    }
    async fn right(mut calls: mpsc::Receiver<u64>, receipts: Gauge) {
        let mut answers = JoinSet::new();
        loop {
            tokio::select! {
                call = calls.recv() => match call {
                    Some(call) => drop(answers.spawn(answer(call, receipts.clone()))),
                    None => break,
                },
                Some(_receipt) = answers.join_next() => {}
            }
        }
        answers.join_all().await;
    }
    async fn right_with_a_tracker(mut calls: mpsc::Receiver<u64>, receipts: Gauge) {
        let answers = TaskTracker::new();
        while let Some(call) = calls.recv().await {
            answers.spawn(answer(call, receipts.clone()));
        }
        answers.close();
        answers.wait().await;
    }
    /// Gives a receipt, which takes its room until somebody has looked at it.
    async fn answer(_call: u64, receipts: Gauge) -> Visit {
        sleep(ms(5)).await;
        receipts.enter()
    }
    async fn check(desk: impl AsyncFn(mpsc::Receiver<u64>, Gauge)) {
        let (caller, calls) = mpsc::channel(1);
        let receipts = Gauge::new();
        let calling = async move {
            for call in 0..100 {
                caller.send(call).await.unwrap();
                sleep(ms(10)).await;
            }
        };

        tokio::join!(desk(calls, receipts.clone()), calling);

        let most = receipts.most();
        assert!(most == 1, "{most} receipts of 100 are kept, for calls that come one by one");
        assert_eq!(receipts.started(), 100);
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 100 receipts of 100 are kept, for calls that come one by one"
    );
    assert_eq!(told(|| check(right)), PASSED);
    assert_eq!(told(|| check(right_with_a_tracker)), PASSED);
}

#[test]
fn p14_abort_without_a_join() {
    async fn wrong(reader: JoinHandle<()>) {
        reader.abort();
    }
    async fn right(reader: JoinHandle<()>) {
        reader.abort();
        let _ = reader.await;
    }
    async fn check(close: impl AsyncFn(JoinHandle<()>)) {
        let files = Gauge::new();
        let reader = tokio::spawn({
            let files = files.clone();
            async move {
                let _file = files.enter();
                pending().await
            }
        });
        yield_now().await;

        close(reader).await;

        let open = files.now();
        assert!(open == 0, "{open} file is still open after the call");
        assert_eq!(files.canceled(), 1);
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 1 file is still open after the call");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p15_siblings_go_on_after_an_error() {
    async fn wrong(mail: Service) -> Result<(), String> {
        let letters = (0..5).map(|letter| tokio::spawn(send(mail.clone(), letter)));
        for letter in letters.collect::<Vec<_>>() {
            letter.await.unwrap()?;
        }
        Ok(())
    }
    async fn right(mail: Service) -> Result<(), String> {
        let mut letters: JoinSet<_> = (0..5).map(|letter| send(mail.clone(), letter)).collect();
        while let Some(letter) = letters.join_next().await {
            if let Err(error) = letter.unwrap() {
                letters.shutdown().await;
                return Err(error);
            }
        }
        Ok(())
    }
    async fn check(send_all: impl AsyncFn(Service) -> Result<(), String>) {
        let mail = Service::new();

        assert!(send_all(mail.clone()).await.is_err());

        let before = mail.gauge().finished();
        sleep(ms(1_000)).await;
        let after = mail.gauge().finished() - before;
        assert!(after == 0, "{after} letters left after the call had failed");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 3 letters left after the call had failed");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p16_panic_taken_for_a_cancellation() {
    async fn wrong(report: JoinHandle<u64>) -> Result<u64, &'static str> {
        report.await.map_err(|_| "canceled")
    }
    async fn right(report: JoinHandle<u64>) -> Result<u64, &'static str> {
        report.await.map_err(|error| if error.is_panic() { "crashed" } else { "canceled" })
    }
    async fn check(outcome: impl AsyncFn(JoinHandle<u64>) -> Result<u64, &'static str>) {
        let canceled = tokio::spawn(pending());
        canceled.abort();
        assert_eq!(outcome(canceled).await, Err("canceled"));

        let crashed = tokio::spawn(async { kit::planned_panic("no ink") });
        let told = outcome(crashed).await;
        assert!(told == Err("crashed"), "a report that panicked is told as {told:?}");
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: a report that panicked is told as Err(\"canceled\")"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p17_join_set_dropped_too_early() {
    async fn wrong(mail: Service) -> Result<(), String> {
        let mut letters: JoinSet<_> = (0..5).map(|letter| send(mail.clone(), letter)).collect();
        while let Some(letter) = letters.join_next().await {
            letter.unwrap()?;
        }
        Ok(())
    }
    async fn right(mail: Service) -> Result<(), String> {
        let mut letters: JoinSet<_> = (0..5).map(|letter| send(mail.clone(), letter)).collect();
        let mut sent = Ok(());
        while let Some(letter) = letters.join_next().await {
            sent = sent.and(letter.unwrap());
        }
        sent
    }
    async fn check(send_all: impl AsyncFn(Service) -> Result<(), String>) {
        let mail = Service::new();

        assert!(send_all(mail.clone()).await.is_err());

        let ended = mail.gauge().finished();
        assert!(ended == 5, "{ended} of 5 letters came to their end, because one has no stamp");
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 2 of 5 letters came to their end, because one has no stamp"
    );
    assert_eq!(told(|| check(right)), PASSED);
}
