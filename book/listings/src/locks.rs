//! Locks: keep together what must change together.

use std::sync::Mutex;

use futures::future::join_all;
use tokio::{join, time::sleep};

use crate::harbors::Harbors;

/// The harbors whose levels are added up: 12, 3 and 15.
pub const NAMES: [&str; 3] = ["bergen", "oslo", "tromso"];

/// Adds up the levels, and loses two of them.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: lost
pub async fn lost(harbors: &Harbors) -> u32 {
    let sum = Mutex::new(0);
    join_all(NAMES.map(async |name| {
        let before = *sum.lock().expect("nobody panics");
        let level = harbors.level(name).await.unwrap_or(0);
        *sum.lock().expect("nobody panics") = before + level;
    }))
    .await;
    sum.into_inner().expect("nobody panics")
}
// ANCHOR_END: lost

/// Adds up the levels.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: kept
pub async fn kept(harbors: &Harbors) -> u32 {
    let sum = Mutex::new(0);
    join_all(NAMES.map(async |name| {
        let level = harbors.level(name).await.unwrap_or(0);
        *sum.lock().expect("nobody panics") += level;
    }))
    .await;
    sum.into_inner().expect("nobody panics")
}
// ANCHOR_END: kept

/// Adds up the levels, one question after the other.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: in_turn
pub async fn in_turn(harbors: &Harbors) -> u32 {
    let sum = tokio::sync::Mutex::new(0);
    join_all(NAMES.map(async |name| {
        let mut sum = sum.lock().await;
        *sum += harbors.level(name).await.unwrap_or(0);
    }))
    .await;
    sum.into_inner()
}
// ANCHOR_END: in_turn

/// Two ships pass two locks in opposite directions, and never arrive.
///
/// # Cancel safety
///
/// Dropping it gives both locks back.
// ANCHOR: opposite
pub async fn opposite() {
    let (north, south) = (tokio::sync::Mutex::new(()), tokio::sync::Mutex::new(()));
    let southward = async {
        let _first = north.lock().await;
        sleep(kit::ms(10)).await;
        let _second = south.lock().await;
    };
    let northward = async {
        let _first = south.lock().await;
        sleep(kit::ms(10)).await;
        let _second = north.lock().await;
    };
    join!(southward, northward);
}
// ANCHOR_END: opposite
