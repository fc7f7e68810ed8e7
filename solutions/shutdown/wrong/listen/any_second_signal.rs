//! Rejected by: step_3_a_hangup_is_counted_and_ends_nothing
//! Outcome: wrong_answer
//! Why people write it: two phases, two loops: the first one sorts the signals, and the second one waits for one more.

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
        let [graceful, forced] = tokens;
        loop {
            match signals.recv().await {
                Some(Signal::Hangup) => hangups.send_modify(|count| *count += 1),
                Some(Signal::Interrupt | Signal::Terminate) => break,
                None => return,
            }
        }
        graceful.cancel();
        if signals.recv().await.is_some() {
            forced.cancel();
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
