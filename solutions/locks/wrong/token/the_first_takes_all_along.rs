//! Rejected by: step_6_a_dropped_call_takes_nothing_from_the_others
//! Outcome: wrong_answer
//! Why people write it: when the channel is closed there is no answer, and that is an error.

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
        match answer.wait_for(Option::is_some).await {
            Ok(answer) => answer.clone().expect("it was waited for"),
            Err(_) => Err(AuthError { service: service.to_owned() }),
        }
    }

    fn answers(&self) -> MutexGuard<'_, HashMap<String, watch::Receiver<Option<Answer>>>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn serves(answer: &watch::Receiver<Option<Answer>>) -> bool {
    match &*answer.borrow() {
        Some(Ok(token)) => token.expires > Instant::now() + EARLY,
        Some(Err(_)) => false,
        None => answer.has_changed().is_ok(),
    }
}
