//! Rejected by: step_5_no_fork_is_held_in_thought
//! Outcome: wrong_answer
//! Why people write it: a round is over when all have eaten, and then the next one begins.

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let mut eaten = vec![0; seats];
    for _ in 0..rounds {
        let guests = (0..seats).map(|seat| async move {
            let mut guest = table.sit(seat);
            let next = (seat + 1) % seats;
            guest.think().await;
            let first = guest.take(seat.min(next)).await;
            let second = guest.take(seat.max(next)).await;
            guest.eat(&first, &second).await;
        });
        join_all(guests).await;
        for meals in &mut eaten {
            *meals += 1;
        }
    }
    eaten
}
