//! Rejected by: step_5_no_fork_is_held_in_thought
//! Outcome: wrong_answer
//! Why people write it: a list tells which forks are in use, and whoever finds one looks again later.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures::future::join_all;
use tokio::time::sleep;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let forks = Forks(Mutex::new(vec![false; seats]));
    let forks = &forks;
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let pair = [seat, (seat + 1) % seats];
        for _ in 0..rounds {
            guest.think().await;
            while !forks.reserve(pair) {
                sleep(Duration::from_millis(5)).await;
            }
            let left = guest.take(pair[0]).await;
            let right = guest.take(pair[1]).await;
            guest.eat(&left, &right).await;
            drop((left, right));
            forks.put_down(pair);
        }
        rounds
    });
    join_all(guests).await
}

struct Forks(Mutex<Vec<bool>>);

impl Forks {
    fn reserve(&self, pair: [usize; 2]) -> bool {
        let mut in_use = self.in_use();
        let is_free = pair.iter().all(|fork| !in_use[*fork]);
        if is_free {
            pair.iter().for_each(|fork| in_use[*fork] = true);
        }
        is_free
    }

    fn put_down(&self, pair: [usize; 2]) {
        let mut in_use = self.in_use();
        pair.iter().for_each(|fork| in_use[*fork] = false);
    }

    fn in_use(&self) -> MutexGuard<'_, Vec<bool>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
