//! Rejected by: step_3_a_hangup_is_counted_and_ends_nothing
//! Outcome: wrong_answer
//! Why people write it: the signals are numbered as they come, and a hangup takes a number.

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
        let mut number = 0;
        while let Some(signal) = signals.recv().await {
            match signal {
                Signal::Hangup => hangups.send_modify(|count| *count += 1),
                Signal::Interrupt | Signal::Terminate if number == 0 => tokens[0].cancel(),
                Signal::Interrupt | Signal::Terminate => {
                    tokens.iter().for_each(CancellationToken::cancel)
                }
            }
            number += 1;
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
