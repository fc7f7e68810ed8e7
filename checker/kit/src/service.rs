//! A service without a network: it answers what it is told, after a latency, and keeps the books.

use std::time::Duration;

use crate::{Gauge, Journal};

/// The books of a scripted service: which calls came, how many at once, how each one ended.
///
/// What it answers and after how long is up to the fixture built on it. Clones share the books.
///
/// ```
/// # use kit::{Service, ms};
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// #[derive(Clone)]
/// struct Weather(Service);
///
/// impl Weather {
///     async fn at(&self, place: &str) -> Result<&'static str, String> {
///         self.0.call(place, ms(20), Ok("rain")).await
///     }
/// }
///
/// let weather = Weather(Service::new());
/// let (answers, took) =
///     kit::timed(async { tokio::join!(weather.at("Oslo"), weather.at("Bergen")) }).await;
/// assert_eq!(answers, (Ok("rain"), Ok("rain")));
/// assert_eq!((took, weather.0.gauge().most()), (ms(20), 2));
/// # });
/// ```
#[derive(Debug, Clone, Default)]
pub struct Service {
    gauge: Gauge,
    journal: Journal,
}

impl Service {
    /// A service that nobody has called; its calls are drawn when the current test fails.
    pub fn new() -> Service {
        Service::default()
    }

    /// Answers `answer` after `latency`.
    ///
    /// The call begins when the future is first polled.
    ///
    /// # Errors
    ///
    /// Gives the error that `answer` is, if it is one.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the call counts as canceled; nothing else happens.
    pub async fn call<T, E>(
        &self,
        name: &str,
        latency: Duration,
        answer: Result<T, E>,
    ) -> Result<T, E> {
        let visit = self.gauge.enter();
        let call = self.journal.begin(name);
        tokio::time::sleep(latency).await;
        visit.done();
        match &answer {
            Ok(_) => call.done(),
            Err(_) => call.failed(),
        }
        answer
    }

    /// How many calls there were, at once and in all.
    pub fn gauge(&self) -> &Gauge {
        &self.gauge
    }

    /// What was called for, and when.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }
}
