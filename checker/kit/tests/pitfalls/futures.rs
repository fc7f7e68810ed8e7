//! Futures that do not run, or not together, or whose results are mixed up: numbers 1 to 4.

use futures::{
    future::{join_all, try_join_all},
    stream::{FuturesUnordered, StreamExt},
};
use kit::{Service, ms, timed};

use crate::told::{PASSED, told};

/// A page answers with its number after 100 ms, or a little later.
async fn fetch(net: &Service, page: u64) -> Result<u64, String> {
    net.call(&format!("/{page}"), ms(100), Ok(page)).await
}

#[test]
fn p01_future_never_awaited() {
    #[expect(clippy::let_underscore_future, reason = "this is the mistake")]
    async fn wrong(archive: &Service) {
        let _ = fetch(archive, 1);
    }
    async fn right(archive: &Service) {
        fetch(archive, 1).await.unwrap();
    }
    async fn check(save: impl AsyncFn(&Service)) {
        let archive = Service::new();

        save(&archive).await;

        let saved = archive.gauge().finished();
        assert!(saved == 1, "{saved} drafts are saved instead of 1");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 0 drafts are saved instead of 1");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p02_one_after_the_other() {
    async fn wrong(net: &Service) -> Vec<u64> {
        let mut pages = Vec::new();
        for page in 0..5 {
            pages.push(fetch(net, page).await.unwrap());
        }
        pages
    }
    async fn right(net: &Service) -> Vec<u64> {
        join_all((0..5).map(async |page| fetch(net, page).await.unwrap())).await
    }
    async fn check(fetch_all: impl AsyncFn(&Service) -> Vec<u64>) {
        let net = Service::new();

        let (pages, took) = timed(fetch_all(&net)).await;

        assert_eq!(pages, [0, 1, 2, 3, 4]);
        let most = net.gauge().most();
        assert!(took == ms(100), "5 pages of 100 ms took {took:?}, at most {most} at once");
        assert_eq!(most, 5);
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 5 pages of 100 ms took 500ms, at most 1 at once"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p03_first_error_hides_the_rest() {
    async fn wrong(net: &Service) -> Vec<Result<u64, String>> {
        match try_join_all((0..5).map(|page| fetch_or_fail(net, page))).await {
            Ok(pages) => pages.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        }
    }
    async fn right(net: &Service) -> Vec<Result<u64, String>> {
        join_all((0..5).map(|page| fetch_or_fail(net, page))).await
    }
    async fn fetch_or_fail(net: &Service, page: u64) -> Result<u64, String> {
        let (latency, answer) = match page {
            0 => (ms(10), Err("page 0 is gone".to_owned())),
            _ => (ms(100), Ok(page)),
        };
        net.call(&format!("/{page}"), latency, answer).await
    }
    async fn check(fetch_all: impl AsyncFn(&Service) -> Vec<Result<u64, String>>) {
        let net = Service::new();

        let pages = fetch_all(&net).await;

        let (seen, canceled) = (pages.len(), net.gauge().canceled());
        assert!(seen == 5, "{seen} of 5 results came back, {canceled} fetches were canceled");
        assert_eq!(pages.iter().filter(|page| page.is_ok()).count(), 4);
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 1 of 5 results came back, 4 fetches were canceled"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p04_order_of_results_lost() {
    async fn wrong(net: &Service, pages: &[u64]) -> Vec<u64> {
        let fetches: FuturesUnordered<_> = pages.iter().map(|page| slow(net, *page)).collect();
        fetches.collect().await
    }
    async fn right(net: &Service, pages: &[u64]) -> Vec<u64> {
        let fetches = futures::stream::iter(pages).map(|page| slow(net, *page));
        fetches.buffered(pages.len().max(1)).collect().await
    }
    /// The higher its number, the sooner a page answers.
    async fn slow(net: &Service, page: u64) -> u64 {
        net.call(&format!("/{page}"), ms(100 - page), Ok::<_, ()>(page)).await.unwrap()
    }
    async fn check(fetch_all: impl AsyncFn(&Service, &[u64]) -> Vec<u64>) {
        let answers = fetch_all(&Service::new(), &[10, 20, 30]).await;

        assert!(answers == [10, 20, 30], "10, 20, 30 were asked for and {answers:?} came");
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 10, 20, 30 were asked for and [30, 20, 10] came"
    );
    assert_eq!(told(|| check(right)), PASSED);
}
