//! Rejected by: step_3_if_all_fail_every_error_is_told
//! Outcome: wrong_answer
//! Why people write it: the name says it all; that it keeps only the last error stands in its documentation.

use futures::{FutureExt, future};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let fetches = mirrors.iter().map(|mirror| net.get(mirror).boxed());
    match future::select_ok(fetches).await {
        Ok((page, _losers)) => Ok(page),
        Err(error) => Err(vec![error]),
    }
}
