//! Differs by: no task at all; one future owns the builds and catches their panics.

use std::panic::AssertUnwindSafe;

use futures::{FutureExt, future::join_all};
use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let builds = packages.iter().map(async |package| {
        let build = AssertUnwindSafe(farm.build(package)).catch_unwind();
        build.await.unwrap_or_else(|_| Err(BuildError::crashed(package)))
    });
    join_all(builds).await
}
