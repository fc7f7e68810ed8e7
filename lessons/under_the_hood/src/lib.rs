//! # Under the hood: what an await is made of
//!
//! Ten lessons have used futures; here you write them, and the loop that runs them. It is all
//! made of one method, `poll`, and of one promise, the waker. Each exercise of this lesson is one
//! file here; the way through them stands in `lessons/under_the_hood/README.md`.

pub mod block_on;
pub mod buoy;
pub mod countdown;
pub mod join2;
pub mod lazy;
