//! Differs by: a list with a permit for each place and one for each order, closed by whoever comes last; the answer goes through a channel for one value.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{
    Semaphore,
    mpsc::{self, Receiver, Sender},
};
use worlds::Robot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

#[derive(Debug, Clone)]
pub struct RobotHandle {
    door: Arc<Door>,
}

#[derive(Debug)]
struct Order {
    item: String,
    is_search: bool,
    reply: Sender<Option<usize>>,
}

#[derive(Debug)]
struct Mailbox {
    orders: Mutex<VecDeque<Order>>,
    places: Semaphore,
    waiting: Semaphore,
}

#[derive(Debug)]
struct Door(Arc<Mailbox>);

impl Drop for Door {
    fn drop(&mut self) {
        self.0.waiting.close();
    }
}

struct Reader(Arc<Mailbox>);

impl Reader {
    async fn next(&self) -> Option<Order> {
        if let Ok(order) = self.0.waiting.acquire().await {
            order.forget();
        }
        let order = self.0.orders.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        self.0.places.add_permits(1);
        order
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.0.places.close();
        self.0.orders.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl RobotHandle {
    pub fn spawn(mut robot: Robot, mailbox: usize) -> RobotHandle {
        let mailbox = Arc::new(Mailbox {
            orders: Mutex::default(),
            places: Semaphore::new(mailbox),
            waiting: Semaphore::new(0),
        });
        let reader = Reader(Arc::clone(&mailbox));
        tokio::spawn(async move {
            while let Some(order) = reader.next().await {
                let place = match order.is_search {
                    true => robot.find(&order.item).await,
                    false => Some(robot.store(&order.item).await),
                };
                let _ = order.reply.try_send(place);
            }
        });
        RobotHandle { door: Arc::new(Door(mailbox)) }
    }

    pub async fn store(&self, item: &str) -> Result<usize, Gone> {
        self.order(item, false).await?.ok_or(Gone)
    }

    pub async fn find(&self, item: &str) -> Result<Option<usize>, Gone> {
        self.order(item, true).await
    }

    async fn order(&self, item: &str, is_search: bool) -> Result<Option<usize>, Gone> {
        let (reply, mut answer): (_, Receiver<Option<usize>>) = mpsc::channel(1);
        let mailbox = &self.door.0;
        mailbox.places.acquire().await.map_err(|_| Gone)?.forget();
        let order = Order { item: item.to_owned(), is_search, reply };
        mailbox.orders.lock().unwrap_or_else(PoisonError::into_inner).push_back(order);
        mailbox.waiting.add_permits(1);
        answer.recv().await.ok_or(Gone)
    }
}
