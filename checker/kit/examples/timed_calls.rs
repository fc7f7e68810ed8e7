//! `timed`, `Gauge` and `Service`: whether calls ran at the same time, and how many at once.
//!
//! `cargo run -p awaitlings-kit --example timed_calls` shows what a test says about code that calls
//! one after the other, about code that calls too many at once, and about code that is right.

use futures::{StreamExt, stream};
use kit::{Service, ms};

/// The code under test, once for each way of being wrong and once right: fetch every page, never
/// more than two at once.
async fn one_by_one(site: &Service, pages: &[&str]) {
    for page in pages {
        fetch(site, page).await;
    }
}

async fn all_at_once(site: &Service, pages: &[&str]) {
    futures::future::join_all(pages.iter().map(|page| fetch(site, page))).await;
}

async fn two_at_once(site: &Service, pages: &[&str]) {
    stream::iter(pages).for_each_concurrent(2, |page| fetch(site, page)).await;
}

async fn fetch(site: &Service, page: &str) {
    site.call(page, ms(100), Ok::<_, ()>(())).await.expect("this site never fails");
}

/// The test. In a test file it is a `#[kit::test] async fn`.
async fn pages_are_fetched_two_at_once(fetch_all: impl AsyncFn(&Service, &[&str])) {
    let site = Service::new();

    let ((), took) = kit::timed(fetch_all(&site, &["/a", "/b", "/c", "/d"])).await;

    let most = site.gauge().most();
    assert!(most <= 2, "{most} were fetched at once, 2 are allowed");
    assert_eq!(took, ms(200), "four fetches of 100 ms, two at once, took {took:?}");
}

fn main() {
    let test = kit::Test { name: "pages_are_fetched_two_at_once", file: file!() };

    let found = kit::try_run(test, || pages_are_fetched_two_at_once(one_by_one));
    println!("one by one\n\n{}", found.expect_err("it takes too long"));

    let found = kit::try_run(test, || pages_are_fetched_two_at_once(all_at_once));
    println!("all at once\n\n{}", found.expect_err("these are too many"));

    let trace = kit::try_run(test, || pages_are_fetched_two_at_once(two_at_once));
    println!("two at once passes\n\n{}", trace.expect("it is right").timeline());
}
