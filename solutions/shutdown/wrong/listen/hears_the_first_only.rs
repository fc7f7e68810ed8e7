//! Rejected by: step_2_the_second_request_forces
//! Outcome: wrong_answer
//! Why people write it: one signal is awaited, as in every example, and then the task has done its work.

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
    let token = graceful.clone();
    let listener = tokio::spawn(async move {
        while let Some(signal) = signals.recv().await {
            match signal {
                Signal::Hangup => hangups.send_modify(|count| *count += 1),
                Signal::Interrupt | Signal::Terminate => {
                    token.cancel();
                    break;
                }
            }
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
