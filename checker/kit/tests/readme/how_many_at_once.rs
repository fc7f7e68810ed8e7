//! How many at once, as the README asks it.

use futures::{StreamExt, stream};
use kit::{Service, ms};

/// The code under test: fetch every page, never more than two at once.
async fn fetch_all(site: &Service, pages: &[&str]) {
    stream::iter(pages).for_each_concurrent(2, |page| fetch(site, page)).await;
}

async fn fetch(site: &Service, page: &str) {
    site.call(page, ms(100), Ok::<_, ()>(())).await.expect("this site never fails");
}

#[kit::test]
async fn pages_are_fetched_two_at_once() {
    let site = Service::new();

    let ((), took) = kit::timed(fetch_all(&site, &["/a", "/b", "/c", "/d"])).await;

    let most = site.gauge().most();
    assert!(most <= 2, "{most} were fetched at once, 2 are allowed");
    assert_eq!(took, ms(200), "four fetches of 100 ms, two at once, took {took:?}");
}
