//! Rejected by: step_1_who_is_hungry_takes_two_forks_and_eats
//! Outcome: wrong_answer
//! Why people write it: no circle can close if nobody waits for a second fork.

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            let fork = guest.take(seat).await;
            guest.eat(&fork, &fork).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
