//! # Collect all errors: the nightly build
//!
//! Every night all packages are built, and in the morning three teams read the result: one takes
//! the binaries, one mends the packages that do not compile, one the machines that crash. A crash
//! is often gone the second time, so a crashed build gets one more chance.
//!
//! - Read: `lessons/task_groups/README.md`
//! - Check: `cargo test -p task_groups nightly` or `cargo checker run task_groups/nightly`
//! - Hint: `cargo checker hint task_groups/nightly`
//! - Toolbox: `JoinSet::spawn`, `JoinSet::join_next_with_id`, `JoinSet::join_all`; one of them is a
//!   trap here
//! - Needs: `match`, `HashMap`

use worlds::{Binary, BuildError, Farm};

/// What a night gave: each package is in one list, each list in the order of the packages.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Nightly {
    /// What was built, at the first or the second attempt.
    pub built: Vec<Binary>,
    /// What failed, with the error of the build.
    pub failed: Vec<BuildError>,
    /// What panicked twice, as `BuildError::crashed`.
    pub crashed: Vec<BuildError>,
}

/// Builds every package at the same time, and gives what became of each when all have ended.
///
/// A build that panics is begun once more, at that instant, while the others go on; what the
/// second attempt gives is final. A build that fails is not repeated. If the call is dropped,
/// every build under way is dropped with it.
pub async fn nightly(farm: &Farm, packages: &[String]) -> Nightly {
    let _ = farm;
    todo!("build {packages:?} in one group, and once more what crashes")
}
