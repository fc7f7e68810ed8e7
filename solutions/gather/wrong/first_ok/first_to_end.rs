//! Rejected by: step_2_a_failure_does_not_win
//! Outcome: wrong_answer
//! Why people write it: `FIRST_COMPLETED` of asyncio sounds like the first success.

use futures::{FutureExt, future::select_all};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    if mirrors.is_empty() {
        return Err(vec![]);
    }
    let fetches = mirrors.iter().map(|mirror| net.get(mirror).boxed());
    let (first, _, _) = select_all(fetches).await;
    first.map_err(|error| vec![error])
}
