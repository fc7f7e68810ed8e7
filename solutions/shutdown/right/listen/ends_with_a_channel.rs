//! Differs by: the task ends by itself, when the other end of a `oneshot` in the `Stop` is dropped.

use tokio::{
    select,
    sync::{mpsc, oneshot, watch},
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
    _held: oneshot::Sender<()>,
}

pub fn listen(mut signals: mpsc::Receiver<Signal>) -> Stop {
    let (graceful, forced) = (CancellationToken::new(), CancellationToken::new());
    let (hangups, reload) = watch::channel(0);
    let tokens = [graceful.clone(), forced.clone()];
    let (held, mut dropped) = oneshot::channel();
    tokio::spawn(async move {
        for token in [None, Some(&tokens[0]), Some(&tokens[1])] {
            if let Some(token) = token {
                token.cancel();
            }
            loop {
                let signal = select! {
                    _ = &mut dropped => return,
                    signal = signals.recv() => signal,
                };
                match signal {
                    Some(Signal::Hangup) => hangups.send_modify(|count| *count += 1),
                    Some(Signal::Interrupt | Signal::Terminate) => break,
                    None => return,
                }
            }
        }
    });
    Stop { graceful, forced, reload, _held: held }
}
