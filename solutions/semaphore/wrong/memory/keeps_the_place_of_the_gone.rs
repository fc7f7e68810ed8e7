//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a line of senders is first come, first served; nobody tells it that a waiter left.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::oneshot;

#[derive(Debug)]
pub struct Memory {
    total: u32,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared(Mutex<State>);

#[derive(Debug)]
struct State {
    free: u32,
    line: VecDeque<(u32, oneshot::Sender<()>)>,
}

#[derive(Debug)]
pub struct Reservation {
    mb: u32,
    shared: Arc<Shared>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooBig {
    pub wanted: u32,
    pub total: u32,
}

impl Memory {
    pub fn new(mb: u32) -> Memory {
        let state = State { free: mb, line: VecDeque::new() };
        Memory { total: mb, shared: Arc::new(Shared(Mutex::new(state))) }
    }

    pub async fn reserve(&self, mb: u32) -> Result<Reservation, TooBig> {
        if mb > self.total {
            return Err(TooBig { wanted: mb, total: self.total });
        }
        let (met, is_met) = oneshot::channel();
        self.shared.state().line.push_back((mb, met));
        self.shared.serve();
        is_met.await.expect("the line keeps every sender until it is served");
        Ok(Reservation { mb, shared: Arc::clone(&self.shared) })
    }

    pub fn free(&self) -> u32 {
        self.shared.state().free
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self) {
        let mut state = self.state();
        while let Some((mb, _)) = state.line.front()
            && *mb <= state.free
        {
            let (mb, met) = state.line.pop_front().expect("it was looked at above");
            state.free -= mb;
            let _ = met.send(());
        }
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.shared.state().free += self.mb;
        self.shared.serve();
    }
}
