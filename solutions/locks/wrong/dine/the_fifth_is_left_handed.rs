//! Rejected by: step_3_any_number_of_guests_all_eat
//! Outcome: deadlock
//! Why people write it: one left-handed guest breaks the circle, and with five seats it is number 4.

use futures::future::join_all;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            let left = guest.take(if seat == 4 { next } else { seat }).await;
            let right = guest.take(if seat == 4 { seat } else { next }).await;
            guest.eat(&left, &right).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
