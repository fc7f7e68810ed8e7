//! Differs by: a task that asks and a channel that tells all; the last caller to go aborts it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use tokio::{sync::watch, time::Instant};
use tokio_util::task::AbortOnDropHandle;
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

type Answer = Result<Token, AuthError>;

#[derive(Debug, Default)]
pub struct TokenCache {
    slots: Arc<Mutex<HashMap<String, Slot>>>,
}

#[derive(Debug, Default)]
struct Slot {
    token: Option<Token>,
    request: Weak<Request>,
}

#[derive(Debug)]
struct Request {
    answer: watch::Receiver<Option<Answer>>,
    _task: AbortOnDropHandle<()>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let request = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            let slot = slots.entry(service.to_owned()).or_default();
            if let Some(token) = &slot.token
                && token.expires > Instant::now() + EARLY
            {
                return Ok(token.clone());
            }
            let under_way = slot.request.upgrade();
            under_way.filter(|request| request.answer.borrow().is_none()).unwrap_or_else(|| {
                let request = Arc::new(self.request(auth.clone(), service.to_owned()));
                slot.request = Arc::downgrade(&request);
                request
            })
        };
        let mut answer = request.answer.clone();
        let answer = answer.wait_for(Option::is_some).await.expect("the task sends an answer");
        answer.clone().expect("it was waited for")
    }

    fn request(&self, auth: Auth, service: String) -> Request {
        let (sender, answer) = watch::channel(None);
        let slots = Arc::clone(&self.slots);
        let task = tokio::spawn(async move {
            let answer = auth.issue(&service).await;
            let mut slots = slots.lock().unwrap_or_else(PoisonError::into_inner);
            slots.entry(service).or_default().token = answer.clone().ok();
            sender.send_replace(Some(answer));
        });
        Request { answer, _task: AbortOnDropHandle::new(task) }
    }
}
