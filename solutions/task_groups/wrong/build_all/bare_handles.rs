//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `create_task` for each and `await` in order is how it is done in asyncio.

use worlds::{Binary, BuildError, Farm};

pub async fn build_all(farm: &Farm, packages: &[String]) -> Vec<Result<Binary, BuildError>> {
    let builds = packages.iter().cloned().map(|package| {
        let farm = farm.clone();
        tokio::spawn(async move { farm.build(&package).await })
    });
    let builds: Vec<_> = builds.collect();
    let mut results = Vec::new();
    for (build, package) in builds.into_iter().zip(packages) {
        results.push(build.await.unwrap_or_else(|_| Err(BuildError::crashed(package))));
    }
    results
}
