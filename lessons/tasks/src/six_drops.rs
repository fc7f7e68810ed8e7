//! # Predict: six drops
//!
//! Six futures are made, five become tasks, and of each one something is dropped or aborted. Read
//! the program, do not run it, and write down the lines it notes, in order. It runs on one thread.
//!
//! - Read: `lessons/tasks/README.md`, but predict first
//! - Check: `cargo test -p tasks six_drops` or `cargo checker run tasks/six_drops`
//! - Hint: `cargo checker hint tasks/six_drops`
//! - Toolbox: `tokio::spawn`, `JoinHandle::abort`, `tokio_util::task::AbortOnDropHandle`
//! - Needs: closures, `Drop`

use kit::{Journal, ms};
use tokio::{spawn, time::sleep};
use tokio_util::task::AbortOnDropHandle;

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

/// Notes its ending when it is dropped.
struct Note {
    journal: Journal,
    name: &'static str,
    ending: &'static str,
}

impl Note {
    fn done(mut self) {
        self.ending = "done";
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        self.journal.mark(format!("{} {}", self.name, self.ending));
    }
}

/// Notes a line at each `mark`, and where a `Note` is dropped.
pub async fn program(journal: &Journal) {
    let work = |name: &'static str, n| {
        let note = Note { journal: journal.clone(), name, ending: "canceled" };
        async move {
            sleep(ms(n)).await;
            note.done();
            name
        }
    };
    drop(work("a", 10));
    drop(spawn(work("b", 30)));
    let c = AbortOnDropHandle::new(spawn(work("c", 10)));
    let (d, e) = (spawn(work("d", 10)), spawn(work("e", 20)));
    drop(spawn(work("f", 10)).abort_handle());
    d.abort();
    journal.mark(format!("d finished: {}", d.is_finished()));
    sleep(ms(5)).await;
    drop(c);
    sleep(ms(100)).await;
    e.abort();
    journal.mark(format!("e gave {:?}", e.await.ok()));
}
