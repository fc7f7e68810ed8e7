//! Runs the listings of the chapter on hello.

use kit::{ms, timed};
use listings::{hello, say::journal};

use crate::record::Page;

const PAGE: Page = Page::of("hello");

#[kit::test]
async fn breakfast() {
    let ((), took) = timed(hello::breakfast()).await;

    assert_eq!(took, ms(180_000));
    PAGE.output("breakfast");
    PAGE.lines("breakfast_lines");
    PAGE.timeline("breakfast");
}

#[test]
fn main() {
    hello::run_main();
}

#[kit::test]
async fn cold_tea() {
    let ((), took) = timed(hello::cold_tea()).await;

    assert_eq!(took, ms(0));
    PAGE.output("cold_tea");
}

#[kit::test]
async fn grinding() {
    let ((), took) = timed(hello::grinding()).await;

    assert_eq!(took, ms(80), "the first stir, due after 10 ms, waits for the grinding");
    let first_stir = journal().marks().into_iter().find(|(_, said)| said == "stir 1");
    let (at, _) = first_stir.expect("it stirs");
    PAGE.output("grinding");
    PAGE.timeline("grinding");
    PAGE.text("grinding_first_stir", &format!("{at}\n"));
}
