//! Rejected by: step_2_the_time_of_a_job_moves_no_beat
//! Outcome: wrong_answer
//! Why people write it: the loop reads as the task does: do the job, sleep for a period, do it again.

use std::{pin::pin, time::Duration};

use tokio::{select, time::sleep};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut wait = Duration::ZERO;
    loop {
        select! {
            biased;
            () = &mut stop => return,
            () = sleep(wait) => job().await,
        }
        wait = period;
    }
}
