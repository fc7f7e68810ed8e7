//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `closed` of the watch tells that its receivers are gone, and the `Stop` has one; so has everybody who cloned it.

use tokio::{
    select,
    sync::{mpsc, watch},
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
}

pub fn listen(mut signals: mpsc::Receiver<Signal>) -> Stop {
    let (graceful, forced) = (CancellationToken::new(), CancellationToken::new());
    let (hangups, reload) = watch::channel(0);
    let tokens = [graceful.clone(), forced.clone()];
    tokio::spawn(async move {
        let mut requests = tokens.iter();
        loop {
            let signal = select! {
                signal = signals.recv() => signal,
                () = hangups.closed() => return,
            };
            match signal {
                Some(Signal::Hangup) => hangups.send_modify(|count| *count += 1),
                Some(Signal::Interrupt | Signal::Terminate) => {
                    if let Some(token) = requests.next() {
                        token.cancel();
                    }
                }
                None => return,
            }
        }
    });
    Stop { graceful, forced, reload }
}
