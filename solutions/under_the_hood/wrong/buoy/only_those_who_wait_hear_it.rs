//! Rejected by: step_1_the_ring_wakes_who_waits
//! Outcome: wrong_answer
//! Why people write it: `Notify::notify_waiters` is the ready-made bell, and keeps no ring for those who come later.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use tokio::sync::{Notify, futures::OwnedNotified};

pub struct Buoy(Pin<Box<Option<OwnedNotified>>>, Arc<Wait>);

pub struct Bell(Arc<Wait>);

#[derive(Default)]
pub struct Wait {
    bell: Arc<Notify>,
}

pub fn moor() -> (Buoy, Bell) {
    let wait: Arc<Wait> = Arc::default();
    (Buoy(Box::pin(None), Arc::clone(&wait)), Bell(wait))
}

impl Bell {
    pub fn ring(&self) {
        self.0.bell.notify_waiters();
    }
}

impl Future for Buoy {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.0.is_none() {
            let ring = Arc::clone(&self.1.bell).notified_owned();
            self.0.set(Some(ring));
        }
        self.0.as_mut().as_pin_mut().expect("set above").poll(cx)
    }
}
