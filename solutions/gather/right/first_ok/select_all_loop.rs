//! Differs by: `select_all` gives the first to end and the others, again and again.

use futures::{FutureExt, future::select_all};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let mut fetches = Vec::new();
    for (place, mirror) in mirrors.iter().enumerate() {
        fetches.push(net.get(mirror).map(move |page| (place, page)).boxed());
    }
    let mut errors = vec![None; mirrors.len()];
    while !fetches.is_empty() {
        let ((place, result), _, others) = select_all(fetches).await;
        match result {
            Ok(page) => return Ok(page),
            Err(error) => errors[place] = Some(error),
        }
        fetches = others;
    }
    Err(errors.into_iter().flatten().collect())
}
