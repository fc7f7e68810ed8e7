//! Rejected by: step_6_a_dropped_call_takes_nothing_from_the_others
//! Outcome: panicked
//! Why people write it: the first caller asks and sends the answer to the others by a channel.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{sync::watch, time::Instant};
use worlds::{Auth, AuthError, Token};

const EARLY: Duration = Duration::from_secs(30);

type Answer = Result<Token, AuthError>;

#[derive(Debug, Default)]
pub struct TokenCache {
    answers: Mutex<HashMap<String, watch::Receiver<Option<Answer>>>>,
}

impl TokenCache {
    pub fn new() -> TokenCache {
        TokenCache::default()
    }

    pub async fn get(&self, auth: &Auth, service: &str) -> Result<Token, AuthError> {
        let (mut answer, asks) = {
            let mut answers = self.answers();
            match answers.get(service).filter(|answer| serves(answer)) {
                Some(answer) => (answer.clone(), None),
                None => {
                    let (sender, answer) = watch::channel(None);
                    answers.insert(service.to_owned(), answer.clone());
                    (answer, Some(sender))
                }
            }
        };
        if let Some(sender) = asks {
            sender.send_replace(Some(auth.issue(service).await));
        }
        let answer = answer.wait_for(Option::is_some).await.expect("the first caller sends an answer");
        answer.clone().expect("it was waited for")
    }

    fn answers(&self) -> MutexGuard<'_, HashMap<String, watch::Receiver<Option<Answer>>>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn serves(answer: &watch::Receiver<Option<Answer>>) -> bool {
    match &*answer.borrow() {
        Some(Ok(token)) => token.expires > Instant::now() + EARLY,
        Some(Err(_)) => false,
        None => true,
    }
}
