//! Rejected by: step_4_the_end_of_the_signals_is_no_signal
//! Outcome: busy
//! Why people write it: a service listens for ever, so the loop is a `loop`, and `None` is a signal that is passed over.

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
        loop {
            match signals.recv().await {
                Some(Signal::Hangup) => hangups.send_modify(|count| *count += 1),
                Some(Signal::Interrupt | Signal::Terminate) => {
                    if let Some(token) = requests.next() {
                        token.cancel();
                    }
                }
                None => {}
            }
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
