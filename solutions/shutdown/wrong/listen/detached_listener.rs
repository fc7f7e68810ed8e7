//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: the task runs as long as there are signals, and nobody looks at its handle.

use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    Interrupt,
    Terminate,
    Hangup,
}

#[derive(Debug)]
pub struct Stop {
    pub graceful: CancellationToken,
    pub forced: CancellationToken,
    pub reload: watch::Receiver<u64>,
}

pub fn listen(mut signals: mpsc::Receiver<Signal>) -> Stop {
    let (graceful, forced) = (CancellationToken::new(), CancellationToken::new());
    let (hangups, reload) = watch::channel(0);
    let tokens = [graceful.clone(), forced.clone()];
    tokio::spawn(async move {
        let mut requests = tokens.iter();
        while let Some(signal) = signals.recv().await {
            match signal {
                Signal::Hangup => hangups.send_modify(|count| *count += 1),
                Signal::Interrupt | Signal::Terminate => {
                    if let Some(token) = requests.next() {
                        token.cancel();
                    }
                }
            }
        }
    });
    Stop { graceful, forced, reload }
}
