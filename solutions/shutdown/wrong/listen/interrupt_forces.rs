//! Rejected by: step_1_the_first_request_asks
//! Outcome: wrong_answer
//! Why people write it: Ctrl-C is somebody in a hurry, and a terminate comes from a machine that can wait.

use tokio::sync::{mpsc, watch};
use tokio_util::{sync::CancellationToken, task::AbortOnDropHandle};

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
    _listener: AbortOnDropHandle<()>,
}

pub fn listen(mut signals: mpsc::Receiver<Signal>) -> Stop {
    let (graceful, forced) = (CancellationToken::new(), CancellationToken::new());
    let (hangups, reload) = watch::channel(0);
    let stop = (graceful.clone(), forced.clone());
    let listener = tokio::spawn(async move {
        let (graceful, forced) = stop;
        while let Some(signal) = signals.recv().await {
            match signal {
                Signal::Hangup => hangups.send_modify(|count| *count += 1),
                Signal::Terminate if !graceful.is_cancelled() => graceful.cancel(),
                Signal::Interrupt | Signal::Terminate => {
                    graceful.cancel();
                    forced.cancel();
                }
            }
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
