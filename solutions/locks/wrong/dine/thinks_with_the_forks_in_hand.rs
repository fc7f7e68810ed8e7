//! Rejected by: step_5_no_fork_is_held_in_thought
//! Outcome: wrong_answer
//! Why people write it: thinking ends the round, and the forks are put down at the end of the round.

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        guest.think().await;
        for _ in 0..rounds {
            let first = guest.take(seat.min(next)).await;
            let second = guest.take(seat.max(next)).await;
            guest.eat(&first, &second).await;
            guest.think().await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
