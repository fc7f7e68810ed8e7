//! Differs by: each task holds a sender, whose count is the answer; a second channel ends when the owner does.

use tokio::sync::{mpsc, watch};

#[derive(Debug)]
pub struct Background {
    alive: mpsc::Sender<()>,
    none_alive: mpsc::Receiver<()>,
    stop: watch::Sender<()>,
}

impl Background {
    pub fn new() -> Background {
        let (alive, none_alive) = mpsc::channel(1);
        Background { alive, none_alive, stop: watch::Sender::new(()) }
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let (alive, mut stopped) = (self.alive.clone(), self.stop.subscribe());
        tokio::spawn(async move {
            tokio::select! {
                biased;
                _ = stopped.changed() => {}
                () = work => {}
            }
            drop(alive);
        });
    }

    pub fn running(&self) -> usize {
        self.alive.strong_count() - 1
    }

    pub async fn shutdown(self) {
        let Background { alive, mut none_alive, stop } = self;
        drop((alive, stop));
        // No message ever comes: this is `None` when the last task has dropped its sender.
        none_alive.recv().await;
    }
}
