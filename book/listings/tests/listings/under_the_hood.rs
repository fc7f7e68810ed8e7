//! Runs the listings of the chapter on what an await is made of.

use kit::{ms, timed};
use listings::{harbors::Harbors, under_the_hood};

use crate::record::Page;

const PAGE: Page = Page::of("under_the_hood");

#[kit::test]
async fn together() {
    let harbors = Harbors::new();

    let ((), took) = timed(under_the_hood::together(&harbors)).await;

    assert_eq!(took, ms(100), "both at the same time");
    PAGE.output("together");
}

#[kit::test]
async fn forgotten() {
    let ((), took) = timed(under_the_hood::forgotten()).await;

    assert_eq!(took, ms(200), "only the limit wakes it");
    PAGE.output("forgotten");
}
