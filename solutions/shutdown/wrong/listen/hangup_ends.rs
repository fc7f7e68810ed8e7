//! Rejected by: step_3_a_hangup_is_counted_and_ends_nothing
//! Outcome: wrong_answer
//! Why people write it: a hangup ends a program that does nothing about it, so it is one more request to end.

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
    let tokens = [graceful.clone(), forced.clone()];
    let listener = tokio::spawn(async move {
        let mut requests = tokens.iter();
        while let Some(signal) = signals.recv().await {
            if signal == Signal::Hangup {
                hangups.send_modify(|count| *count += 1);
            }
            if let Some(token) = requests.next() {
                token.cancel();
            }
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
