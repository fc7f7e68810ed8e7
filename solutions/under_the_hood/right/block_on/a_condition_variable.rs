//! Differs by: a lock and a condition variable in place of `park`.

use std::{
    pin::pin,
    sync::{Arc, Condvar, Mutex},
    task::{Context, Poll, Wake, Waker},
};

pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let bell = Arc::new(Bell::default());
    let waker = Waker::from(Arc::clone(&bell));
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        bell.wait();
    }
}

#[derive(Default)]
struct Bell {
    has_rung: Mutex<bool>,
    rung: Condvar,
}

impl Bell {
    fn wait(&self) {
        let has_rung = self.has_rung.lock().expect("nobody panics with it");
        let mut has_rung = self
            .rung
            .wait_while(has_rung, |has_rung| !*has_rung)
            .expect("nobody panics with it");
        *has_rung = false;
    }
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        *self.has_rung.lock().expect("nobody panics with it") = true;
        self.rung.notify_one();
    }
}
