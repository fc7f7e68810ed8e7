//! Rejected by: step_4_only_a_hungry_neighbor_is_waited_for
//! Outcome: wrong_answer
//! Why people write it: one lock for the whole table makes both forks one piece.

use futures::future::join_all;
use tokio::sync::Mutex;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let turn = Mutex::new(());
    let turn = &turn;
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            let _table = turn.lock().await;
            let left = guest.take(seat).await;
            let right = guest.take(next).await;
            guest.eat(&left, &right).await;
            eaten += 1;
        }
        eaten
    });
    join_all(guests).await
}
