//! Mistakes that people make in asynchronous Rust, and that the kit tells each for what it is.
//!
//! Each test has two twins, ordinary code on tokio, and one check that runs either: the wrong one
//! ends with its cause, the right one passes. The causes that a kit can tell by itself (a deadlock,
//! a blocked thread, a leaked task …) need no assertion in the check, the others have a sentence
//! that names what was seen. `catalog` has the numbers.

mod blocking;
mod bridges;
mod cancellation;
mod catalog;
mod futures;
mod groups;
mod limits;
mod locks;
mod queues;
mod servers;
mod time;
mod timeouts;
mod told;
