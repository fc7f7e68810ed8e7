//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: each guest is a task, and all handles are awaited.

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests: Vec<_> = (0..seats)
        .map(|seat| {
            let mut guest = table.sit(seat);
            tokio::spawn(async move {
                let next = (seat + 1) % seats;
                let mut eaten = 0;
                for _ in 0..rounds {
                    guest.think().await;
                    let first = guest.take(seat.min(next)).await;
                    let second = guest.take(seat.max(next)).await;
                    guest.eat(&first, &second).await;
                    eaten += 1;
                }
                eaten
            })
        })
        .collect();
    let eaten = join_all(guests).await;
    eaten.into_iter().map(|eaten| eaten.expect("a guest does not panic")).collect()
}
