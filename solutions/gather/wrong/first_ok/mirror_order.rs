//! Rejected by: step_1_the_fastest_mirror_wins
//! Outcome: wrong_answer
//! Why people write it: `buffered` runs them together; that it gives the first of the list first is overlooked.

use futures::{StreamExt, stream};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let fetches: Vec<_> = mirrors.iter().map(|mirror| net.get(mirror)).collect();
    let mut results = stream::iter(fetches).buffered(mirrors.len().max(1));
    let mut errors = Vec::new();
    while let Some(result) = results.next().await {
        match result {
            Ok(page) => return Ok(page),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
