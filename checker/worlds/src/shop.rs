//! A shop that tells prices after its own time, and a cache of what it told.

use std::{
    collections::HashMap,
    error::Error,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{Service, ms};

/// A scripted shop. Clones are the same shop.
#[derive(Debug, Clone, Default)]
pub struct Shop {
    service: Service,
    items: Arc<Mutex<HashMap<String, Item>>>,
}

/// What the shop says of an item, and after how many milliseconds.
#[derive(Debug, Clone)]
struct Item {
    latency: u64,
    answer: Result<u32, ShopError>,
}

/// Why the shop told no price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopError {
    /// The item.
    pub item: String,
}

/// The prices told so far, in cents. It answers at once. Clones are the same cache.
#[derive(Debug, Clone, Default)]
pub struct PriceCache(Arc<Mutex<HashMap<String, u32>>>);

impl Shop {
    /// A shop without items: every question fails at once.
    pub fn new() -> Shop {
        Shop::default()
    }

    /// Adds an item of `cents`, told after `millis` milliseconds.
    pub fn sells(self, item: &str, cents: u32, millis: u64) -> Shop {
        self.item(item, Item { latency: millis, answer: Ok(cents) })
    }

    /// Adds an item for which the shop fails after `millis` milliseconds.
    pub fn fails(self, item: &str, millis: u64) -> Shop {
        self.item(item, Item { latency: millis, answer: Err(ShopError::of(item)) })
    }

    fn item(self, name: &str, item: Item) -> Shop {
        let mut items = self.items.lock().unwrap_or_else(PoisonError::into_inner);
        items.insert(name.to_owned(), item);
        drop(items);
        self
    }

    /// Asks for the price of an item, in cents.
    ///
    /// # Errors
    ///
    /// If the script says so, after its time, or the item is unknown, at once.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the question up; nothing else happens.
    pub async fn price(&self, item: &str) -> Result<u32, ShopError> {
        let Item { latency, answer } = self.answer_to(item);
        self.service.call(item, ms(latency), answer).await
    }

    fn answer_to(&self, item: &str) -> Item {
        let items = self.items.lock().unwrap_or_else(PoisonError::into_inner);
        let unknown = || Item { latency: 0, answer: Err(ShopError::of(item)) };
        items.get(item).cloned().unwrap_or_else(unknown)
    }

    /// The items asked for so far, in the order in which the questions began.
    pub fn asked(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// How many questions were dropped before they were answered.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many questions are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl PriceCache {
    /// A cache without prices.
    pub fn new() -> PriceCache {
        PriceCache::default()
    }

    /// Adds a price that was told earlier.
    pub fn with(self, item: &str, cents: u32) -> PriceCache {
        self.put(item, cents);
        self
    }

    /// The price that was put last, if there is one.
    pub fn get(&self, item: &str) -> Option<u32> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(item).copied()
    }

    /// Keeps the price of an item, in place of the one before.
    pub fn put(&self, item: &str, cents: u32) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(item.to_owned(), cents);
    }
}

impl ShopError {
    /// What a shop gives that fails for `item`.
    pub fn of(item: &str) -> ShopError {
        ShopError { item: item.to_owned() }
    }
}

impl fmt::Display for ShopError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no price for {}", self.item)
    }
}

impl Error for ShopError {}
