//! Error: E0373

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| async {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            let left = guest.take(seat).await;
            let right = guest.take(next).await;
            guest.eat(&left, &right).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
