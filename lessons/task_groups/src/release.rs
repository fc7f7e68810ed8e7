//! # Fail fast: all packages or no release
//!
//! A release needs every package. When one cannot be built, each further minute of the others is
//! wasted, and the machines are cleaned for the next release as soon as this one returns: a build
//! that is still going then writes into somebody else's folder.
//!
//! - Read: `lessons/task_groups/README.md`
//! - Check: `cargo test -p task_groups release` or `cargo checker run task_groups/release`
//! - Hint: `cargo checker hint task_groups/release`
//! - Toolbox: `JoinSet::join_next_with_id`, `JoinSet::abort_all`, `JoinSet::shutdown`,
//!   `JoinError::is_cancelled`; one of them is a trap here
//! - Needs: `match` with guards, `HashMap`, when a value is dropped

use worlds::{Binary, BuildError, Farm};

/// Builds every package at the same time: all of them, or none.
///
/// The binary at index `i` belongs to `packages[i]`. Without packages there are no binaries.
///
/// When it returns, no build is under way, whatever it returns. If it is dropped, every build
/// under way is aborted.
///
/// # Errors
///
/// At the instant in which the first build fails or panics: every failure that has happened by
/// then, in the order of `packages`. Two builds can fail in the same millisecond. A build that
/// panics is `BuildError::crashed` of its package; a build that was aborted is no failure.
pub async fn release(farm: &Farm, packages: &[String]) -> Result<Vec<Binary>, Vec<BuildError>> {
    let _ = farm;
    todo!("build {packages:?} in one group, and at the first failure end the group and wait for it")
}
