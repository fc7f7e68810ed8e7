//! Error: E0499

use std::{pin::pin, time::Duration};

use futures::{StreamExt, stream::FuturesUnordered};
use tokio::{select, time::interval};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beats = interval(period);
    let mut jobs = FuturesUnordered::new();
    loop {
        select! {
            biased;
            () = &mut stop => return,
            _ = beats.tick() => jobs.push(job()),
            Some(()) = jobs.next() => {}
        }
    }
}
