//! Rejected by: step_5_no_fork_is_held_in_thought
//! Outcome: wrong_answer
//! Why people write it: a time limit breaks the deadlock, and each guest has another one.

use std::time::Duration;

use futures::future::join_all;
use tokio::time::timeout;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            let (left, right) = loop {
                let left = guest.take(seat).await;
                let patience = Duration::from_millis(15 + 10 * seat as u64);
                if let Ok(right) = timeout(patience, guest.take(next)).await {
                    break (left, right);
                }
            };
            guest.eat(&left, &right).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
