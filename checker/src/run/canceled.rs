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
pub struct Canceled {
    own: Arc<AtomicBool>,
    /// Set, it stops this one too.
    above: Option<Box<Canceled>>,
}

impl Canceled {
    /// A flag for a part: set, it stops that part alone; the whole stops it too.
    pub fn part(&self) -> Canceled {
        Canceled { own: Arc::default(), above: Some(Box::new(self.clone())) }
    }

    /// Stops it.
    pub fn set(&self) {
        self.own.store(true, Ordering::Relaxed);
    }

    /// Has Ctrl-C and, where there is one, the request to terminate stop it, instead of ending this
    /// process at once.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn set_by_signals(&self) -> io::Result<()> {
        for signal in [SIGINT, SIGTERM] {
            flag::register(signal, Arc::clone(&self.own))?;
        }
        Ok(())
    }

    /// Whether it was stopped.
    pub fn is_set(&self) -> bool {
        let is_stopped_above = self.above.as_ref().is_some_and(|above| above.is_set());
        is_stopped_above || self.own.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_stops_alone_and_with_the_whole() {
        let whole = Canceled::default();
        let (first, second) = (whole.part(), whole.part().part());

        first.set();
        assert_eq!([&whole, &first, &second].map(Canceled::is_set), [false, true, false]);
        whole.set();
        assert_eq!([&whole, &first, &second].map(Canceled::is_set), [true, true, true]);
    }
}
