//! Rejected by: step_4_without_mirrors_there_is_nothing_to_tell
//! Outcome: panicked
//! Why people write it: `select_all` in a loop does all of it, and panics on an empty list.

use futures::{FutureExt, future::select_all};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let fetches = mirrors.iter().enumerate();
    let mut fetches: Vec<_> = fetches
        .map(|(place, mirror)| net.get(mirror).map(move |page| (place, page)).boxed())
        .collect();
    let mut errors = vec![None; mirrors.len()];
    loop {
        let ((place, result), _, others) = select_all(fetches).await;
        match result {
            Ok(page) => return Ok(page),
            Err(error) => errors[place] = Some(error),
        }
        if others.is_empty() {
            return Err(errors.into_iter().flatten().collect());
        }
        fetches = others;
    }
}
