//! Rejected by: step_1_who_is_hungry_takes_two_forks_and_eats
//! Outcome: wrong_answer
//! Why people write it: one place fewer than seats breaks the circle, and it is taken at the start of a round.

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
            let _place = places.acquire().await.expect("nobody closes it");
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
