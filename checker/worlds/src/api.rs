//! A shop's three services behind one api: profile, orders and credit of a customer.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// The calls there are.
const PARTS: [&str; 3] = ["profile", "orders", "credit"];

/// A scripted api. Clones are the same api.
#[derive(Debug, Clone, Default)]
pub struct Api {
    service: Service,
    script: Arc<Mutex<HashMap<String, Plan>>>,
}

/// How one of the calls goes.
#[derive(Debug, Clone, Copy, Default)]
struct Plan {
    latency: u64,
    fails: bool,
}

/// Which customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UserId(pub u32);

/// Who the customer is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name to greet the customer with.
    pub name: String,
}

/// One thing the customer ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What it was.
    pub item: String,
}

/// What the customer may still spend.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Credit {
    /// In cents.
    pub cents: u64,
}

/// Why a call failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The call: `profile`, `orders` or `credit`.
    pub part: String,
}

impl Api {
    /// An api that answers every call at once.
    pub fn new() -> Api {
        Api::default()
    }

    /// Lets the call `part` answer after `millis` milliseconds.
    ///
    /// # Panics
    ///
    /// If there is no such call.
    pub fn answers(self, part: &str, millis: u64) -> Api {
        self.plan(part, Plan { latency: millis, fails: false })
    }

    /// Lets the call `part` fail after `millis` milliseconds.
    ///
    /// # Panics
    ///
    /// If there is no such call.
    pub fn fails(self, part: &str, millis: u64) -> Api {
        self.plan(part, Plan { latency: millis, fails: true })
    }

    fn plan(self, part: &str, plan: Plan) -> Api {
        assert!(PARTS.contains(&part), "`{part}` is none of the calls {PARTS:?}");
        let mut script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        script.insert(part.to_owned(), plan);
        drop(script);
        self
    }

    /// Loads who the customer is.
    ///
    /// # Errors
    ///
    /// If the script says so.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the call up; nothing else happens.
    pub async fn profile(&self, user: UserId) -> Result<Profile, ApiError> {
        self.call("profile", Profile::of(user)).await
    }

    /// Loads what the customer ordered.
    ///
    /// # Errors
    ///
    /// If the script says so.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the call up; nothing else happens.
    pub async fn orders(&self, user: UserId) -> Result<Vec<Order>, ApiError> {
        self.call("orders", Order::all_of(user)).await
    }

    /// Loads what the customer may still spend.
    ///
    /// # Errors
    ///
    /// If the script says so.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the call up; nothing else happens.
    pub async fn credit(&self, user: UserId) -> Result<Credit, ApiError> {
        self.call("credit", Credit::of(user)).await
    }

    async fn call<T>(&self, part: &str, answer: T) -> Result<T, ApiError> {
        let plan = self.plan_of(part);
        let answer = if plan.fails { Err(ApiError::of(part)) } else { Ok(answer) };
        self.service.call(part, ms(plan.latency), answer).await
    }

    fn plan_of(&self, part: &str) -> Plan {
        let script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        script.get(part).copied().unwrap_or_default()
    }

    /// The names of the calls so far, in the order in which they began.
    pub fn called(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// The largest number of calls that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// How many calls were dropped before they answered.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many calls are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl Profile {
    /// The profile of `user`.
    pub fn of(user: UserId) -> Profile {
        Profile { name: format!("customer {}", user.0) }
    }
}

impl Order {
    /// What `user` ordered.
    pub fn all_of(user: UserId) -> Vec<Order> {
        ["lamp", "desk"].map(|item| Order { item: format!("{item} for {}", user.0) }).to_vec()
    }
}

impl Credit {
    /// The credit of `user`.
    pub fn of(user: UserId) -> Credit {
        Credit { cents: 100 * u64::from(user.0) }
    }
}

impl ApiError {
    /// What the call `part` fails with.
    pub fn of(part: &str) -> ApiError {
        ApiError { part: part.to_owned() }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the service for {} is down", self.part)
    }
}

impl Error for ApiError {}
