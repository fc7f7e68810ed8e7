//! Rejected by: step_1_who_is_hungry_takes_two_forks_and_eats
//! Outcome: wrong_answer
//! Why people write it: a loop with an await lets each guest eat, and there is no circle.

use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let mut eaten = vec![0; seats];
    for (seat, eaten) in eaten.iter_mut().enumerate() {
        let mut guest = table.sit(seat);
        for _ in 0..rounds {
            guest.think().await;
            let left = guest.take(seat).await;
            let right = guest.take((seat + 1) % seats).await;
            guest.eat(&left, &right).await;
            *eaten += 1;
        }
    }
    eaten
}
