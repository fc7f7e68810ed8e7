//! Rejected by: step_3_a_clerk_may_leave
//! Outcome: wrong_answer
//! Why people write it: a lock that is shared looks shorter than a task with a mailbox; whoever leaves takes the work along.

use std::sync::Arc;

use tokio::sync::Mutex;
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    robot: Arc<Mutex<Robot>>,
}

impl RobotHandle {
    pub fn spawn(robot: Robot, _mailbox: usize) -> RobotHandle {
        RobotHandle { robot: Arc::new(Mutex::new(robot)) }
    }

    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        Ok(self.robot.lock().await.store(item).await)
    }

    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        Ok(self.robot.lock().await.find(item).await)
    }
}
