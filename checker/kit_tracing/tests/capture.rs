//! What is captured: the words, the times, and above all the spans of each event.

use kit::{Outcome, ms};
use kit_tracing::capture;
use tokio::{
    task::{spawn, spawn_blocking},
    time::sleep,
};
use tracing::{Instrument, Level, Span, debug, field, info, info_span, instrument, warn};

#[kit::test]
async fn an_event_has_its_time_its_level_and_its_fields() {
    let log = capture();

    sleep(ms(30)).await;
    warn!(target: "harbor", berth = 4, name = "Fram", depth = ?Some(2.5), "too shallow");
    debug!(silent = true);

    let events = log.events();
    let [warned, silent] = events.as_slice() else { panic!("two events, not {events:?}") };
    assert_eq!((warned.at, warned.level), (ms(30), Level::WARN));
    assert_eq!((warned.target.as_str(), warned.message.as_str()), ("harbor", "too shallow"));
    assert_eq!(warned.field("berth"), Some("4"));
    assert_eq!(warned.field("name"), Some("Fram"));
    assert_eq!(warned.field("depth"), Some("Some(2.5)"));
    assert_eq!((silent.message.as_str(), silent.field("silent")), ("", Some("true")));
    assert_eq!((silent.target.as_str(), silent.field("name")), ("capture", None));
}

#[instrument(fields(rows = field::Empty))]
async fn load(ship: &str) {
    sleep(ms(10)).await;
    info!("loaded");
    Span::current().record("rows", 3);
    sleep(ms(10)).await;
}

#[kit::test]
async fn an_event_has_its_spans_from_the_outermost_in() {
    let log = capture();

    load("Fram").instrument(info_span!("request", id = 7)).await;
    info!("between");

    let spans: Vec<_> =
        log.spans().into_iter().map(|span| (span.name, span.opened, span.closed)).collect();
    let expected = ["request", "load"].map(|name| (name.to_owned(), ms(0), Some(ms(20))));
    assert_eq!(spans, expected);
    // No snapshot here: it would start a process, and block the runtime meanwhile.
    let text = "10 ms INFO request{id=7}>load{ship=Fram rows=3}: loaded\n20 ms INFO: between\n";
    assert_eq!(log.to_string(), text);
}

/// Holds the guard of its span across an `.await`: the span stays entered while others run.
async fn holds_the_guard(customer: u32) {
    let span = info_span!("request", customer);
    let _entered = span.enter();
    sleep(ms(10)).await;
    info!(customer, "charged");
}

/// Enters its span for each of its polls, and leaves it after each.
async fn is_instrumented(customer: u32) {
    let charge = async {
        sleep(ms(10)).await;
        info!(customer, "charged");
    };
    charge.instrument(info_span!("request", customer)).await;
}

/// Two requests at once by `handle`: each charge must be attributed to its own customer alone.
fn attributes_each_charge_to_its_customer(
    handle: impl AsyncFn(u32) + Send + 'static,
) -> Result<(), String> {
    let test = kit::Test { name: "capture::fixture", file: file!() };
    let ended = kit::try_run(test, move || async move {
        let log = capture();
        tokio::join!(handle(1), handle(2));

        for charged in log.saying("charged") {
            let customers: Vec<_> =
                charged.spans.iter().map(|span| span.field("customer")).collect();
            assert_eq!(customers, [charged.field("customer")], "by the log\n{log}");
        }
    });
    match ended {
        Ok(_) => Ok(()),
        Err(found) if found.outcome == Outcome::WrongAnswer => Err(found.message),
        Err(found) => panic!("not even asked: {found:?}"),
    }
}

#[test]
fn a_guard_across_an_await_attributes_the_events_of_others() {
    let wrong = attributes_each_charge_to_its_customer(holds_the_guard);

    insta::assert_snapshot!(wrong.expect_err("the customers are mixed up"), @r#"
    assertion `left == right` failed: by the log
    10 ms INFO request{customer=1}>request{customer=2}: charged customer=2
    10 ms INFO request{customer=1}: charged customer=1

      left: [Some("1"), Some("2")]
     right: [Some("2")]
    "#);
}

#[test]
fn an_instrumented_future_attributes_its_own_events() {
    let right = attributes_each_charge_to_its_customer(is_instrumented);

    assert_eq!(right, Ok(()));
}

#[kit::test]
async fn a_task_has_no_spans_of_who_spawned_it_unless_it_takes_them_along() {
    let log = capture();

    let request = async {
        let lost = spawn(async { info!("lost") });
        let kept = spawn(async { info!("kept") }.in_current_span());
        lost.await.expect("no task panics");
        kept.await.expect("no task panics");
    };
    request.instrument(info_span!("request")).await;

    let paths = ["lost", "kept"].map(|message| log.saying(message)[0].path());
    assert_eq!(paths, ["", "request"]);
}

#[kit::test]
async fn the_threads_of_spawn_blocking_belong_to_the_run() {
    let log = capture();

    let span = info_span!("request");
    let hashing = spawn_blocking(move || span.in_scope(|| info!("hashed")));
    hashing.await.expect("it does not panic");

    assert_eq!(log.saying("hashed")[0].path(), "request");
}

#[test]
fn runs_at_the_same_time_have_their_own_logs() {
    let runs = [1, 2, 3].map(|run| {
        std::thread::spawn(move || {
            let test = kit::Test { name: "capture::fixture", file: file!() };
            let ended = kit::try_run(test, move || async move {
                let log = capture();
                for _ in 0..100 {
                    info!(run, "here");
                    sleep(ms(1)).await;
                }
                let own = format!("{run}");
                assert_eq!(log.events().len(), 100);
                assert!(log.events().iter().all(|event| event.field("run") == Some(&own)));
            });
            ended.map(drop).map_err(|found| found.message)
        })
    });

    for run in runs {
        assert_eq!(run.join().expect("it gives what it found"), Ok(()));
    }
}

#[kit::test]
async fn a_dropped_log_keeps_nothing_more() {
    let first = capture();
    info!("one");
    drop(first);
    info!("two");
    let second = capture();
    info!("three");

    assert_eq!(second.to_string(), "0 ms INFO: three\n");
}
