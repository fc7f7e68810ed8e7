//! # Virtual time: four bells
//!
//! On a ship, a bell tells the crew how much of the watch is over: one more every half hour. The
//! tests wait for two hours and are done in a millisecond, because their clock is virtual: when
//! everybody waits, it jumps to whoever is due next. A thread that sleeps is not part of that.
//!
//! - Read: `lessons/hello/README.md`
//! - Check: `cargo test -p hello ring_bells` or `cargo checker run hello/ring_bells`
//! - Hint: `cargo checker hint hello/ring_bells`
//! - Toolbox: `tokio::time::sleep`, `std::thread::sleep`, `std::time::Duration::from_secs`,
//!   `format!`; one of them is a trap here
//! - Needs: loops, ranges

/// Marks `"bell 1"` to `"bell 4"` in the journal, one every 30 minutes.
///
/// The first bell rings 30 minutes after the watch began, and the watch ends with its last bell.
/// If the call is dropped, no further bell rings.
///
/// `watch.mark("bell 1")` notes a line, and with it the time.
pub async fn ring_bells(watch: &kit::Journal) {
    todo!("ring four bells, one every 30 minutes; {} rang so far", watch.marks().len())
}
