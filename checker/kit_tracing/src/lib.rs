//! What the code under test logs by `tracing`: every event and every span, with virtual times.
//!
//! An event is attributed to the spans that are entered when it happens, and in asynchronous code
//! that goes wrong silently: a guard that is held across an `.await` leaves its span entered while
//! other tasks run. A test that asks for the spans of each event sees it.
//!
//! ```
//! use kit::ms;
//! use tracing::{Instrument, Level, info, info_span};
//!
//! # kit::run(kit::Test { name: "docs", file: file!() }, || async {
//! let log = kit_tracing::capture();
//!
//! async {
//!     tokio::time::sleep(ms(20)).await;
//!     info!(rows = 3, "loaded");
//! }
//! .instrument(info_span!("request", id = 7))
//! .await;
//!
//! let loaded = &log.events()[0];
//! assert_eq!((loaded.at, loaded.level, loaded.message.as_str()), (ms(20), Level::INFO, "loaded"));
//! assert_eq!((loaded.field("rows"), loaded.path().as_str()), (Some("3"), "request"));
//! assert_eq!(loaded.spans[0].field("id"), Some("7"));
//! assert_eq!(log.to_string(), "20 ms INFO request{id=7}: loaded rows=3\n");
//! # });
//! ```

mod log;
mod recorder;

pub use log::{Event, Log, Span, capture};
