//! Differs by: a semaphore with one place fewer than seats, taken when a guest is hungry.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let places = Semaphore::new(seats - 1);
    let places = &places;
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            let _place = places.acquire().await.expect("nobody closes it");
            let left = guest.take(seat).await;
            let right = guest.take(next).await;
            guest.eat(&left, &right).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
