//! Rejected by: step_3_any_number_of_guests_all_eat
//! Outcome: deadlock
//! Why people write it: four of five cannot close the circle, and the number is written down.

use futures::future::join_all;
use tokio::sync::Semaphore;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let places = Semaphore::new(4);
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
