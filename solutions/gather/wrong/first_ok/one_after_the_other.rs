//! Rejected by: step_1_the_fastest_mirror_wins
//! Outcome: wrong_answer
//! Why people write it: a list of mirrors looks like a list of fallbacks.

use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let mut errors = Vec::new();
    for mirror in mirrors {
        match net.get(mirror).await {
            Ok(page) => return Ok(page),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
