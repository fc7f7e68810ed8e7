//! Differs by: a list of the forks in use, of which a guest gets both or none, and a bell for whoever waits.

use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::future::join_all;
use tokio::sync::Notify;
use worlds::Table;

pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    let forks = Forks { in_use: Mutex::new(vec![false; seats]), put_down: Notify::new() };
    let forks = &forks;
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let pair = [seat, (seat + 1) % seats];
        for _ in 0..rounds {
            guest.think().await;
            let _pair = forks.pair(pair).await;
            let left = guest.take(pair[0]).await;
            let right = guest.take(pair[1]).await;
            guest.eat(&left, &right).await;
        }
        rounds
    });
    join_all(guests).await
}

struct Forks {
    in_use: Mutex<Vec<bool>>,
    put_down: Notify,
}

struct Pair<'forks>(&'forks Forks, [usize; 2]);

impl Forks {
    async fn pair(&self, pair: [usize; 2]) -> Pair<'_> {
        loop {
            let put_down = self.put_down.notified();
            if self.reserve(pair) {
                return Pair(self, pair);
            }
            put_down.await;
        }
    }

    fn reserve(&self, pair: [usize; 2]) -> bool {
        let mut in_use = self.in_use();
        let is_free = pair.iter().all(|fork| !in_use[*fork]);
        if is_free {
            pair.iter().for_each(|fork| in_use[*fork] = true);
        }
        is_free
    }

    fn in_use(&self) -> MutexGuard<'_, Vec<bool>> {
        self.in_use.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Pair<'_> {
    fn drop(&mut self) {
        let mut in_use = self.0.in_use();
        self.1.iter().for_each(|fork| in_use[*fork] = false);
        drop(in_use);
        self.0.put_down.notify_waiters();
    }
}
