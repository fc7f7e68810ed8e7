//! `dine`, solved: everybody takes the lower fork first, so that the waiting never closes a circle.

use futures::future::join_all;
use worlds::Table;

/// Lets all guests eat `rounds` times, and gives how often each one has eaten.
///
/// # Cancel safety
///
/// Dropped at any time, all guests leave the table, and all forks lie on it.
pub async fn dine(seats: usize, rounds: usize, table: &Table) -> Vec<usize> {
    // Futures and not tasks: the guests borrow the table, and are gone with the call.
    let guests = (0..seats).map(|seat| async move {
        let mut guest = table.sit(seat);
        let next = (seat + 1) % seats;
        let mut eaten = 0;
        for _ in 0..rounds {
            guest.think().await;
            // Whoever holds a fork waits only for one with a higher number, and so does its holder:
            // the last one of such a line waits for nobody. For all guests but the last this is the
            // left fork first; the last one is the one who breaks the circle.
            let first = guest.take(seat.min(next)).await;
            let second = guest.take(seat.max(next)).await;
            guest.eat(&first, &second).await;
            eaten += 1;
            // Both forks are put down here, before the next thought.
        }
        eaten
    });
    join_all(guests).await
}
