//! Rejected by: step_2_the_second_request_forces
//! Outcome: wrong_answer
//! Why people write it: each kind of signal has its own counter, as each has its own stream.

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
        let (mut interrupts, mut terminates) = (0, 0);
        while let Some(signal) = signals.recv().await {
            let times = match signal {
                Signal::Hangup => {
                    hangups.send_modify(|count| *count += 1);
                    continue;
                }
                Signal::Interrupt => &mut interrupts,
                Signal::Terminate => &mut terminates,
            };
            *times += 1;
            graceful.cancel();
            if *times == 2 {
                forced.cancel();
            }
        }
    });
    Stop { graceful, forced, reload, _listener: AbortOnDropHandle::new(listener) }
}
