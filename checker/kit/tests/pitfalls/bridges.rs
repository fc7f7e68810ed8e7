//! Bridges between code that waits by `.await` and code that blocks: the twins of numbers 43 and 44.
//!
//! They stand in a file of their own: a panic from the file of a test is an assertion to the kit, one
//! from elsewhere is the code's.

use tokio::{
    runtime::Handle,
    task::{block_in_place, spawn_blocking, yield_now},
};

async fn price() -> u64 {
    yield_now().await;
    7
}

/// A library that knows nothing of futures and wants to be handed the price.
fn label(price: impl FnOnce() -> u64) -> String {
    format!("{} coins", price())
}

pub async fn block_on_in_a_task() -> String {
    label(|| Handle::current().block_on(price())) // panics here
}

pub async fn block_on_on_a_thread() -> String {
    spawn_blocking(|| label(|| Handle::current().block_on(price()))).await.unwrap()
}

pub async fn await_first() -> String {
    let price = price().await;
    label(|| price)
}

pub async fn block_in_place_on_one_thread() -> String {
    block_in_place(|| label(|| 7)) // panics here
}

pub async fn blocking_on_a_thread() -> String {
    spawn_blocking(|| label(|| 7)).await.unwrap()
}
