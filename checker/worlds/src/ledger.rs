//! A ledger of accounts: whoever wants to read or write one locks it first.

use std::{
    collections::{BTreeMap, VecDeque},
    convert::Infallible,
    error::Error,
    fmt,
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
};

use kit::{Gauge, Service, ms};
use tokio::task::coop;

/// How long the ledger takes to hand an account over once it is free, in milliseconds.
const HANDOVER: u64 = 10;

/// A scripted ledger. Clones are the same ledger.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    service: Service,
    calls: Gauge,
    accounts: Arc<Mutex<BTreeMap<u32, Line>>>,
}

/// One account's money, and who waits for it: the first of the queue holds the lock.
#[derive(Debug, Default)]
struct Line {
    cents: u64,
    last_ticket: u64,
    queue: VecDeque<Place>,
}

/// A place in a queue.
#[derive(Debug)]
struct Place {
    ticket: u64,
    waker: Option<Waker>,
}

/// A locked account. Dropping it unlocks the account.
#[derive(Debug)]
#[must_use = "the account is unlocked when this is dropped"]
pub struct Account {
    id: u32,
    ticket: u64,
    ledger: Ledger,
}

/// There is less money in an account than was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overdraft {
    /// The account.
    pub account: u32,
}

impl Ledger {
    /// A ledger whose accounts are all empty.
    pub fn new() -> Ledger {
        Ledger::default()
    }

    /// Puts `cents` into an account.
    pub fn account(self, id: u32, cents: u64) -> Ledger {
        self.accounts().entry(id).or_default().cents = cents;
        self
    }

    /// Locks an account: waits until nobody else holds it, then 10 ms more.
    ///
    /// Who asks first gets it first. Whoever asks for an account that they hold already waits for
    /// themselves.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives up the place in the queue, or the lock if it had it already.
    pub async fn lock(&self, id: u32) -> Account {
        // Another thread could come first here, and so may another task of an explored run.
        coop::consume_budget().await;
        let visit = self.calls.enter();
        let account = self.queue_up(id);
        poll_fn(|cx| account.poll_first(cx)).await;
        // The hold: whoever has one account already keeps it for at least this long.
        let name = format!("account {id}");
        let handover = self.service.call(&name, ms(HANDOVER), Ok::<_, Infallible>(())).await;
        let Ok(()) = handover;
        visit.done();
        account
    }

    fn queue_up(&self, id: u32) -> Account {
        let mut accounts = self.accounts();
        let line = accounts.entry(id).or_default();
        line.last_ticket += 1;
        let ticket = line.last_ticket;
        line.queue.push_back(Place { ticket, waker: None });
        if line.queue.len() > 1 {
            self.service.journal().mark(format!("waits for account {id}"));
        }
        drop(accounts);
        Account { id, ticket, ledger: self.clone() }
    }

    /// The balances of some accounts, locked or not.
    pub fn balances<const N: usize>(&self, ids: [u32; N]) -> [u64; N] {
        let accounts = self.accounts();
        ids.map(|id| accounts.get(&id).map_or(0, |line| line.cents))
    }

    /// The money in all accounts together.
    pub fn total(&self) -> u64 {
        self.accounts().values().map(|line| line.cents).sum()
    }

    /// How many calls of `lock` have not ended.
    pub fn under_way(&self) -> usize {
        self.calls.now()
    }

    /// How many accounts are locked.
    pub fn locked(&self) -> usize {
        self.accounts().values().filter(|line| !line.queue.is_empty()).count()
    }

    fn accounts(&self) -> MutexGuard<'_, BTreeMap<u32, Line>> {
        // Every change is one assignment: a panic leaves the accounts whole.
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Account {
    /// The number of the account.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The money in the account, in cents.
    pub fn balance(&self) -> u64 {
        self.ledger.balances([self.id])[0]
    }

    /// Writes a new balance.
    pub fn set_balance(&mut self, cents: u64) {
        self.ledger.accounts().entry(self.id).or_default().cents = cents;
    }
}

impl Account {
    /// Ready when this is the first of its queue.
    fn poll_first(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut accounts = self.ledger.accounts();
        let queue = &mut accounts.entry(self.id).or_default().queue;
        if queue.front().is_some_and(|first| first.ticket == self.ticket) {
            return Poll::Ready(());
        }
        if let Some(place) = queue.iter_mut().find(|place| place.ticket == self.ticket) {
            place.waker = Some(cx.waker().clone());
        }
        Poll::Pending
    }
}

impl Drop for Account {
    fn drop(&mut self) {
        let mut accounts = self.ledger.accounts();
        let queue = &mut accounts.entry(self.id).or_default().queue;
        queue.retain(|place| place.ticket != self.ticket);
        let next = queue.front_mut().and_then(|first| first.waker.take());
        drop(accounts);
        if let Some(waker) = next {
            waker.wake();
        }
    }
}

impl fmt::Display for Overdraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is too little money in account {}", self.account)
    }
}

impl Error for Overdraft {}
