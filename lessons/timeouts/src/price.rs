//! # Timeout with a fallback: the price on the page
//!
//! A page of the shop shows a price, and the service that knows it is slow at times. A page that
//! waits loses its reader, and yesterday's price is better than none. When its time is over, the
//! question is given up, not left to run on its own.
//!
//! - Read: `lessons/timeouts/README.md`
//! - Check: `cargo test -p timeouts price` or `cargo checker run timeouts/price`
//! - Hint: `cargo checker hint timeouts/price`
//! - Toolbox: `tokio::time::timeout`, `tokio::spawn`, `Instant::elapsed`; two of them are traps
//!   here
//! - Needs: `match` on nested `Result`s, `Option`

use std::time::Duration;

use worlds::{PriceCache, Shop};

/// A price in cents, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    /// The shop told it now.
    Live(u32),
    /// The shop told it earlier.
    Cached(u32),
    /// Nobody knows it.
    Unknown,
}

/// Asks the shop for the price of `item`, and waits no longer than `limit`.
///
/// An answer of the shop is `Live`, and it is put into the cache; an answer that comes exactly at
/// the limit counts. If the shop fails, or has not answered at the limit, the price is the `Cached`
/// one, or `Unknown` if there is none. A failure is not waited out: the fallback comes at once.
///
/// The shop is asked once. When `price` returns or is dropped, the question is dropped with it,
/// and no task is left.
pub async fn price(shop: &Shop, cache: &PriceCache, item: &str, limit: Duration) -> Price {
    let _ = (shop, cache);
    todo!("ask for the price of {item:?}, and after {limit:?} fall back to the cache")
}
