//! Error: E0596

use tokio::task::JoinHandle;

#[derive(Debug, Default)]
pub struct Background {
    handles: Vec<JoinHandle<()>>,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.handles.push(tokio::spawn(work));
    }

    pub fn running(&self) -> usize {
        self.handles.iter().filter(|handle| !handle.is_finished()).count()
    }

    pub async fn shutdown(self) {
        for handle in self.handles {
            handle.abort();
            let _ = handle.await;
        }
    }
}
