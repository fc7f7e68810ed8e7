//! Rejected by: step_5_forty_mirrors_race_as_two_do
//! Outcome: wrong_answer
//! Why people write it: with `Ok` and `Err` swapped, `try_join_all` does it in two lines; from 31 futures on it looks at them in their order (rust-lang/futures-rs#2866).

use futures::future::try_join_all;
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let swapped = mirrors.iter().map(async |mirror| match net.get(mirror).await {
        Ok(page) => Err(page),
        Err(error) => Ok(error),
    });
    match try_join_all(swapped).await {
        Ok(errors) => Err(errors),
        Err(page) => Ok(page),
    }
}
