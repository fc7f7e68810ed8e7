//! Error: E0521

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| {
        tokio::spawn(async move {
            let mut guest = table.sit(seat);
            let next = (seat + 1) % seats;
            for _ in 0..rounds {
                guest.think().await;
                let first = guest.take(seat.min(next)).await;
                let second = guest.take(seat.max(next)).await;
                guest.eat(&first, &second).await;
            }
            rounds
        })
    });
    let eaten = join_all(guests).await;
    eaten.into_iter().map(|eaten| eaten.expect("a guest does not panic")).collect()
}
