//! A service without a network: it answers as it is told to, after a latency, and keeps the books.

use std::{
    collections::HashMap,
    fmt,
    future::pending,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use trace::Call;

use crate::{Gauge, Journal, ms};

/// The books of a scripted service: which calls came, how many at once, how each one ended.
///
/// What it answers is up to the fixture built on it; when it answers, and whether it does, stands
/// either in the call ([`call`](Service::call)) or in a script that is asked at every call
/// ([`scripted`](Service::scripted), [`ask`](Service::ask)). Clones share books and script.
///
/// ```
/// use kit::{Lots, Play, Service, ms};
///
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// #[derive(Clone)]
/// struct Weather(Service);
///
/// impl Weather {
///     async fn at(&self, place: &str) -> Result<&'static str, String> {
///         self.0.ask(place, "rain", format!("nobody is in {place}")).await
///     }
/// }
///
/// // The second question for a place fails, and every answer takes a little more than 20 ms.
/// let mut lots = Lots::seeded(7);
/// let weather = Weather(Service::scripted(move |call| match call.number {
///     2 => Play::Fail(ms(20)),
///     _ => Play::Answer(ms(20) + lots.millis(0..=5)),
/// }));
///
/// assert_eq!(weather.at("Oslo").await, Ok("rain"));
/// let (again, took) = kit::timed(weather.at("Oslo")).await;
/// assert_eq!((again, took), (Err("nobody is in Oslo".to_owned()), ms(20)));
/// assert_eq!((weather.0.gauge().most(), weather.0.calls().len()), (1, 2));
/// # });
/// ```
#[derive(Debug, Clone, Default)]
pub struct Service {
    gauge: Gauge,
    journal: Journal,
    script: Arc<Mutex<Script>>,
}

/// A call of a scripted service, as its script sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incoming<'a> {
    /// What is called for.
    pub name: &'a str,
    /// Its number among the calls for this name; the first one is 1.
    pub number: usize,
    /// Its number among all calls of the service.
    pub in_all: usize,
    /// How many calls are under way, this one among them.
    pub at_once: usize,
    /// When it came, in virtual time since the run began.
    pub at: Duration,
}

/// What a scripted service does with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Play {
    /// It answers after this time.
    Answer(Duration),
    /// It fails after this time.
    Fail(Duration),
    /// It never answers.
    Hang,
}

/// What decides about each call.
type Player = dyn FnMut(&Incoming<'_>) -> Play + Send;

#[derive(Default)]
struct Script {
    play: Option<Box<Player>>,
    in_all: usize,
    by_name: HashMap<String, usize>,
}

impl Service {
    /// A service that nobody has called; its calls are drawn when the current test fails.
    pub fn new() -> Service {
        Service::default()
    }

    /// A service that asks `script` at each [`ask`](Service::ask) what to do.
    pub fn scripted(script: impl FnMut(&Incoming<'_>) -> Play + Send + 'static) -> Service {
        let script = Script { play: Some(Box::new(script)), ..Script::default() };
        Service { script: Arc::new(Mutex::new(script)), ..Service::default() }
    }

    /// Answers `answer` after `latency`, whatever the script says.
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

    /// Answers `answer` or `error` as the script says, and without a script `answer` at once.
    ///
    /// The call begins, and the script is asked, when the future is first polled.
    ///
    /// # Errors
    ///
    /// Gives `error` if the script lets the call fail.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it answers, the call counts as canceled, and the script has counted it.
    pub async fn ask<T, E>(&self, name: &str, answer: T, error: E) -> Result<T, E> {
        match self.next_play(name) {
            Play::Answer(latency) => self.call(name, latency, Ok(answer)).await,
            Play::Fail(latency) => self.call(name, latency, Err(error)).await,
            Play::Hang => {
                let _visit = self.gauge.enter();
                let _call = self.journal.begin(name);
                pending().await
            }
        }
    }

    fn next_play(&self, name: &str) -> Play {
        // Counts and script are whole even if the script panicked.
        let mut script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        script.in_all += 1;
        let number = script.by_name.entry(name.to_owned()).or_default();
        *number += 1;
        let call = Incoming {
            name,
            number: *number,
            in_all: script.in_all,
            at_once: self.gauge.now() + 1,
            at: ms(self.journal.now()),
        };
        script.play.as_mut().map_or(Play::Answer(Duration::ZERO), |play| play(&call))
    }

    /// How many calls there were, at once and in all.
    pub fn gauge(&self) -> &Gauge {
        &self.gauge
    }

    /// What was called for, and when.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The calls so far in the order in which they began: for what, from when to when, and how each
    /// one ended.
    pub fn calls(&self) -> Vec<Call> {
        self.journal.trace().calls
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("by_name", &self.by_name).finish_non_exhaustive()
    }
}
