//! Differs by: the drain is a child of the giving up, so that the second request cancels both; the task is owned by a `JoinSet`.

use tokio::{
    sync::{mpsc, watch},
    task::JoinSet,
};
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
    _listener: JoinSet<()>,
}

pub fn listen(mut signals: mpsc::Receiver<Signal>) -> Stop {
    let forced = CancellationToken::new();
    let graceful = forced.child_token();
    let (hangups, reload) = watch::channel(0);
    let tokens = [graceful.clone(), forced.clone()];
    let mut listener = JoinSet::new();
    listener.spawn(async move {
        let mut is_asked = false;
        while let Some(signal) = signals.recv().await {
            match (signal, is_asked) {
                (Signal::Hangup, _) => hangups.send_modify(|count| *count += 1),
                (_, false) => {
                    is_asked = true;
                    tokens[0].cancel();
                }
                (_, true) => tokens[1].cancel(),
            }
        }
    });
    Stop { graceful, forced, reload, _listener: listener }
}
