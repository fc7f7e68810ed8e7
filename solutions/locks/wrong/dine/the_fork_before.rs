//! Rejected by: step_1_who_is_hungry_takes_two_forks_and_eats
//! Outcome: wrong_answer
//! Why people write it: the other fork of a guest is the one of the neighbor before.

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let before = (seat + seats - 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            let first = guest.take(seat.min(before)).await;
            let second = guest.take(seat.max(before)).await;
            guest.eat(&first, &second).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
