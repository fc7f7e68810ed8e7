//! `listen`, solved: one task hears everything, and belongs to what it told.

use tokio::sync::{mpsc, watch};
use tokio_util::{sync::CancellationToken, task::AbortOnDropHandle};

/// What the system has to say to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// SIGINT, the keyboard's Ctrl-C: please end.
    Interrupt,
    /// SIGTERM: please end.
    Terminate,
    /// SIGHUP: please read the configuration anew.
    Hangup,
}

/// What the signals amount to.
#[derive(Debug)]
pub struct Stop {
    /// Canceled by the first request to end: drain.
    pub graceful: CancellationToken,
    /// Canceled by the second one: give up.
    pub forced: CancellationToken,
    /// How many hangups have come.
    pub reload: watch::Receiver<u64>,
    // A bare handle would leave the task alone when the `Stop` is dropped.
    _listener: AbortOnDropHandle<()>,
}

/// Listens to `signals`, in a task, and returns at once.
///
/// # Panics
///
/// Outside a runtime.
pub fn listen(mut signals: mpsc::Receiver<Signal>) -> Stop {
    // Two tokens that know nothing of each other. A child is canceled with its parent: `forced` as a
    // child of `graceful` would come with the first request.
    let (graceful, forced) = (CancellationToken::new(), CancellationToken::new());
    let (hangups, reload) = watch::channel(0);
    let tokens = [graceful.clone(), forced.clone()];
    let listener = tokio::spawn(async move {
        let mut requests = tokens.iter();
        // At the end of the signals `recv` gives `None`, at once and for ever: the loop ends with it.
        while let Some(signal) = signals.recv().await {
            match signal {
                Signal::Hangup => hangups.send_modify(|count| *count += 1),
                Signal::Interrupt | Signal::Terminate => {
                    // The first request cancels the first token, the second one the second.
                    if let Some(token) = requests.next() {
                        token.cancel();
                    }
                }
            }
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
