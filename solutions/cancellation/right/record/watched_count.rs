//! Differs by: a count in a watch channel, which each task takes back when it is dropped.

use tokio::sync::watch;
use worlds::{Register, Row, RowError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    Refused(RowError),
    Crashed,
}

#[derive(Debug)]
pub struct Office {
    register: Register,
    under_way: watch::Sender<usize>,
}

impl Office {
    pub fn new(register: Register) -> Office {
        Office { register, under_way: watch::Sender::new(0) }
    }

    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let register = self.register.clone();
        let place = Place::take(&self.under_way);
        let write = tokio::spawn(async move {
            let _place = place;
            register.write(&row).await
        });
        match write.await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        let mut under_way = self.under_way.subscribe();
        under_way.wait_for(|count| *count == 0).await.expect("the office holds the sender");
    }
}

/// One write under way.
struct Place(watch::Sender<usize>);

impl Place {
    fn take(under_way: &watch::Sender<usize>) -> Place {
        under_way.send_modify(|count| *count += 1);
        Place(under_way.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}
