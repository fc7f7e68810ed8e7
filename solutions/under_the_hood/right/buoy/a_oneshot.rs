//! Differs by: a channel for one message, whose receiver knows what a last waker is.

use std::{
    pin::Pin,
    sync::Mutex,
    task::{Context, Poll},
};

use futures::channel::oneshot::{self, Receiver, Sender};

pub struct Buoy(Receiver<()>);

pub struct Bell(Wait);

pub struct Wait(Mutex<Option<Sender<()>>>);

pub fn moor() -> (Buoy, Bell) {
    let (sender, receiver) = oneshot::channel();
    (Buoy(receiver), Bell(Wait(Mutex::new(Some(sender)))))
}

impl Bell {
    pub fn ring(&self) {
        let sender = self.0.0.lock().expect("nobody panics with it").take();
        sender.map(|sender| sender.send(()));
    }
}

impl Future for Buoy {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.0).poll(cx).map(|_| ())
    }
}
