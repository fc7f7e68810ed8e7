//! Differs by: an order is a boxed function on the robot that sends its own answer, so there is no list of kinds.

use futures::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    orders: mpsc::Sender<Order>,
}

type Order = Box<dyn FnOnce(&mut Robot) -> BoxFuture<'_, ()> + Send>;

impl RobotHandle {
    pub fn spawn(mut robot: Robot, mailbox: usize) -> RobotHandle {
        let (orders, mut receiver) = mpsc::channel::<Order>(mailbox);
        tokio::spawn(async move {
            while let Some(order) = receiver.recv().await {
                order(&mut robot).await;
            }
        });
        RobotHandle { orders }
    }

    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        let (reply, answer) = oneshot::channel();
        let item = item.to_owned();
        let order: Order = Box::new(|robot| {
            Box::pin(async move {
                let _ = reply.send(robot.store(&item).await);
            })
        });
        self.orders.send(order).await.map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }

    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        let (reply, answer) = oneshot::channel();
        let item = item.to_owned();
        let order: Order = Box::new(|robot| {
            Box::pin(async move {
                let _ = reply.send(robot.find(&item).await);
            })
        });
        self.orders.send(order).await.map_err(|_| Gone)?;
        answer.await.map_err(|_| Gone)
    }
}
