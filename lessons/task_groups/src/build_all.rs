//! # Task group: build a list of packages
//!
//! A workspace has many packages, and the farm has a machine for each. Some packages do not
//! compile, and a bad one takes the compiler down: its build panics. Built as tasks of one group,
//! a crash stays where it happened, and nobody builds on when the list is given up.
//!
//! - Read: `lessons/task_groups/README.md`
//! - Check: `cargo test -p task_groups build_all` or `cargo checker run task_groups/build_all`
//! - Hint: `cargo checker hint task_groups/build_all`
//! - Toolbox: `tokio::task::JoinSet`, `JoinSet::join_next`, `JoinSet::join_all`; one of them is a
//!   trap here
//! - Needs: closures, `Result`, moving into an `async` block

use worlds::{Binary, BuildError, Farm};

/// Builds every package at the same time.
///
/// The result at index `i` belongs to `packages[i]`, whichever ended first. A build that fails is
/// its `Err` in its own place; a build that panics is `BuildError::crashed` of its package in its
/// own place. The others still arrive. Each package is built once for each time it stands in
/// `packages`. If the call is dropped, every build under way is dropped with it.
pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let _ = farm;
    todo!("build {packages:?} in one group of tasks and keep their order")
}
