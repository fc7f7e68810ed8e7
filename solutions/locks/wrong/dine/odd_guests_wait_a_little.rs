//! Rejected by: step_1_who_is_hungry_takes_two_forks_and_eats
//! Outcome: wrong_answer
//! Why people write it: who begins a little later finds no circle to close.

use std::time::Duration;

use futures::future::join_all;
use tokio::time::sleep;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            if seat % 2 == 1 {
                sleep(Duration::from_millis(15)).await;
            }
            let left = guest.take(seat).await;
            let right = guest.take(next).await;
            guest.eat(&left, &right).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
