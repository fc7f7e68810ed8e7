//! A flag that stops what runs under it.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
};

/// A flag that stops whatever runs under it. Clones are the same flag.
#[derive(Debug, Clone, Default)]
pub struct Canceled(Arc<AtomicBool>);

impl Canceled {
    /// Stops it.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Has Ctrl-C and, where there is one, the request to terminate stop it, instead of ending this
    /// process at once.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn set_by_signals(&self) -> io::Result<()> {
        for signal in [SIGINT, SIGTERM] {
            flag::register(signal, Arc::clone(&self.0))?;
        }
        Ok(())
    }

    /// Whether it was stopped.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
