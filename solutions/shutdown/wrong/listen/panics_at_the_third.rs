//! Rejected by: step_2_the_second_request_forces
//! Outcome: detached_panic
//! Why people write it: there are two tokens, and so two requests are thought of.

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
            match signal {
                Signal::Hangup => hangups.send_modify(|count| *count += 1),
                Signal::Interrupt | Signal::Terminate => {
                    requests.next().expect("two are enough").cancel();
                }
            }
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
