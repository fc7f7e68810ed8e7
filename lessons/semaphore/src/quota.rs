//! # Rate limit: the quota of an API
//!
//! A partner's API accepts ten calls a second, and a short burst on top. Whoever calls more often
//! is locked out for the day. A semaphore limits how many calls run together, which is something
//! else: here the number of calls per time counts, however fast each one is answered.
//!
//! - Read: `lessons/semaphore/README.md`
//! - Check: `cargo test -p semaphore quota` or `cargo checker run semaphore/quota`
//! - Hint: `cargo checker hint semaphore/quota`
//! - Toolbox: `tokio::sync::Mutex`, `tokio::time::Instant`, `tokio::time::sleep`,
//!   `tokio::time::interval`; one of them is a trap here
//! - Needs: structs, `Duration` arithmetic

/// A bucket of tokens: each call takes one, and time brings new ones.
#[derive(Debug)]
pub struct Quota {
    // What you need goes here.
}

impl Quota {
    /// A full bucket: it holds at most `burst` tokens, and gains `per_second` of them a second.
    ///
    /// Both are at least 1. Time alone fills the bucket; no task is started for it.
    pub fn new(per_second: u32, burst: u32) -> Quota {
        todo!("make a full bucket for bursts of {burst} that gains {per_second} a second")
    }

    /// Takes one token, and waits until there is one.
    ///
    /// While the bucket is not full it fills evenly: at 10 a second a token is there every 100 ms,
    /// counted from the call that took the first one of a full bucket, and no part of a token is
    /// lost when somebody asks in between. Calls get their tokens in the order in which they came.
    /// Dropped while it waits, a call has taken none, and the next in line moves up.
    pub async fn acquire(&self) {
        todo!("wait for a token, first come, first served, and take it")
    }
}
