//! Does the same several times, for what is drawn by lot.

use crate::context;

/// Runs `body` `times` times, each time in a new world: a failure draws the timeline of its own round
/// alone, as if it had been the first one.
///
/// For code that decides by lot, such as a `select!` that is not `biased`: one round may be right by
/// luck.
///
/// ```
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// kit::repeat(50, async || {
///     let quick = tokio::select! {
///         () = tokio::time::sleep(kit::ms(10)) => true,
///         () = tokio::time::sleep(kit::ms(20)) => false,
///     };
///     assert!(quick, "whichever branch is looked at first");
/// })
/// .await;
/// # });
/// ```
///
/// # Cancel safety
///
/// Dropping it drops the round at hand.
pub async fn repeat(times: usize, body: impl AsyncFn()) {
    for _ in 0..times {
        context::begin_new_world();
        body().await;
        context::settle().await;
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::Instant;

    use crate::{Service, Test, context, ms};

    #[test]
    fn the_last_round_is_drawn_alone_and_from_its_beginning() {
        crate::run(Test { name: "repeat::fixture", file: file!() }, || async {
            super::repeat(3, async || {
                let called = Service::new().call("work", ms(100), Ok::<_, ()>(())).await;
                called.expect("it is scripted so");
            })
            .await;

            let trace = context::current().expect("a run").trace_until(Instant::now());
            let calls: Vec<_> = trace.calls.iter().map(|call| (call.from, call.to)).collect();
            assert_eq!(calls, [(0, 100)]);
        });
    }
}
