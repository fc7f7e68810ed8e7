//! The steps of `crawl`. Make them pass from the first to the last; never edit them.

use std::collections::BTreeMap;

use kit::{ms, timed};
use task_groups::crawl::crawl;
use worlds::{Intranet, PageError};

/// A page without a link is 1 page; four that hang together by 3 links are 4.
#[kit::test]
async fn step_1_every_page_is_told() {
    let lonely = Intranet::new().page("/alone", 10, &[]);
    let site = Intranet::new()
        .page("/", 10, &["/news", "/people"])
        .page("/news", 10, &[])
        .page("/people", 10, &["/people/ada"])
        .page("/people/ada", 10, &[]);

    let one = crawl(&lonely, "/alone", 3).await;
    let four = crawl(&site, "/", 3).await;

    assert_eq!(one, told([("/alone", 0)]), "one page without a link is 1 page with 0 links");
    assert_eq!(
        four,
        told([("/", 2), ("/news", 0), ("/people", 1), ("/people/ada", 0)]),
        "four pages hang together by 3 links: each of the 4 is told, with the number of links on it"
    );
}

/// Four pages lead to each other and to themselves, one of them twice: 4 fetches.
#[kit::test]
async fn step_2_each_page_is_fetched_once() {
    let site = Intranet::new()
        .page("/", 10, &["/a", "/b", "/a", "/"])
        .page("/a", 10, &["/", "/a", "/b", "/c"])
        .page("/b", 10, &["/a", "/c", "/"])
        .page("/c", 10, &["/"]);

    let pages = crawl(&site, "/", 8).await;

    let mut fetched = site.fetched();
    fetched.sort();
    assert_eq!(
        fetched,
        ["/", "/a", "/b", "/c"],
        "4 pages are 4 fetches, whoever links to them; seen are {}. `/a` and `/b` are fetched at the \
         same time, and both lead to `/c` and back to `/`: when is it known that a page is taken \
         care of?",
        fetched.len(),
    );
    assert_eq!(
        pages,
        told([("/", 4), ("/a", 4), ("/b", 3), ("/c", 1)]),
        "each page is told with all links that stand on it, those to known pages too"
    );
}

/// A page that is down, one that is not there, and two links that lead out of the intranet.
#[kit::test]
async fn step_3_a_broken_page_is_told_and_nothing_else_suffers() {
    let site = Intranet::new()
        .page("/", 10, &["/down", "https://example.org/", "/lost", "/last"])
        .broken("/down", 20)
        .page("/last", 50, &["mailto:ada", "/more"])
        .page("/more", 10, &[]);

    let pages = crawl(&site, "/", 2).await;

    let strangers: Vec<_> = pages.keys().filter(|path| !path.starts_with('/')).collect();
    assert!(
        strangers.is_empty(),
        "links that do not begin with `/` lead out and are not followed; {strangers:?} are told \
         instead of none"
    );
    let mut expected = told([("/", 4), ("/last", 2), ("/more", 0)]);
    let lost = PageError { path: "/lost".to_owned(), reason: "no such page".to_owned() };
    expected.insert("/lost".to_owned(), Err(lost));
    expected.insert("/down".to_owned(), Err(PageError::of("/down")));
    assert_eq!(
        pages, expected,
        "of 5 pages 2 cannot be fetched: all 5 are told, and the fetches after them go on"
    );
}

/// A page of 10 ms with 12 links, two of which have 4 more: 21 pages, 4 at a time, in 60 ms.
#[kit::test]
async fn step_4_as_many_at_once_as_allowed() {
    // 20 pages after the first one are 5 rounds of 4, 20 of 1, and 2 if there is room for all.
    for (limit, expected) in [(4, ms(60)), (1, ms(210)), (100, ms(30))] {
        let site = wide();

        let (pages, took) = timed(crawl(&site, "/", limit)).await;

        let most = site.most_at_once();
        assert_eq!(pages.len(), 21, "1 page with 12 links and 2 with 4 are 21 pages");
        assert!(
            most == limit || limit == 100,
            "with a limit of {limit}, at most {most} of 21 pages were fetched at the same time instead \
             of {limit}: if that is more, what counts the fetches under way, all of them? If it is \
             fewer, who waits while there is room?"
        );
        assert_eq!(
            took, expected,
            "with a limit of {limit}, 21 pages of 10 ms took {took:?} instead of {expected:?}: does a \
             page wait while there is room for it?"
        );
    }
}

/// Beside a page of 200 ms stands the first of a chain of 20 pages of 10 ms: 210 ms for all.
#[kit::test]
async fn step_5_no_page_waits_for_a_slow_one() {
    let mut site = Intranet::new().page("/", 10, &["/slow", "/1"]).page("/slow", 200, &[]);
    for number in 1..20 {
        let next = format!("/{}", number + 1);
        site = site.page(&format!("/{number}"), 10, &[&next]);
    }
    let site = site.page("/20", 10, &[]);

    let (pages, took) = timed(crawl(&site, "/", 2)).await;

    assert_eq!(pages.len(), 22, "a first page, a slow one and a chain of 20 are 22 pages");
    assert_eq!(
        took,
        ms(210),
        "after the first page of 10 ms, the slow page takes 200 ms, and so does the chain of 20 \
         beside it: all of it took {took:?} instead of 210ms; what was waited for while a page was \
         known?"
    );
}

/// Dropped at any of its awaits, nothing of it goes on: no fetch and no task.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let runs = kit::at_every_poll(
        wide,
        async |site: &Intranet| crawl(site, "/", 4).await,
        async |site| {
            let under_way = site.under_way();
            assert_eq!(
                under_way, 0,
                "the call is gone; fetches that go on: {under_way} instead of 0. Who owns them?"
            );
        },
    )
    .await;

    assert!(runs >= 3, "21 pages were fetched, and `crawl` never waited for one");
}

/// A first page with 12 links, two of which lead to 4 pages each.
fn wide() -> Intranet {
    let first: Vec<String> = (1..=12).map(|number| format!("/{number}")).collect();
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    let mut site = Intranet::new().page("/", 10, &first);
    for path in first {
        let more = ["a", "b", "c", "d"].map(|name| format!("{path}/{name}"));
        let has_more = ["/1", "/2"].contains(&path);
        let links: Vec<&str> = more.iter().map(String::as_str).filter(|_| has_more).collect();
        site = site.page(path, 10, &links);
        site = links.iter().fold(site, |site, link| site.page(link, 10, &[]));
    }
    site
}

/// What is told of pages that can be fetched: their paths and the numbers of their links.
fn told<const N: usize>(pages: [(&str, usize); N]) -> BTreeMap<String, Result<usize, PageError>> {
    pages.map(|(path, links)| (path.to_owned(), Ok(links))).into()
}
