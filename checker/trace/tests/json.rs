//! What the kit writes by hand is what serde writes, and what it reads.

use trace::{
    Call, Counted, Deed, Event, Explored, Fate, Lane, Level, Mark, Outcome, Poll, Report, Schedule,
    Strip, Task, TaskFate, Then, Trace, Turn,
};

fn report(trace: Trace) -> Report {
    Report {
        schema: Report::SCHEMA.to_owned(),
        nonce: "17".to_owned(),
        test: "steps::step_1".to_owned(),
        outcome: Outcome::Passed,
        message: String::new(),
        place: None,
        explored: None,
        trace,
    }
}

/// A trace in which everything has a value, and each way to end is there.
fn full() -> Trace {
    let deed = |source: Option<&str>| Deed {
        what: "Mutex::lock".to_owned(),
        place: source.map(|_| "src/a.rs:7".to_owned()),
        source: source.map(str::to_owned),
    };
    let ends = [
        Then::Interrupted(vec![deed(None)]),
        Then::Waits(vec![deed(Some("lock().await")), deed(None)]),
        Then::Ended,
        Then::Canceled,
        Then::Panicked,
    ];
    let turn = |then| Turn { task: 1, at: 3, did: vec![deed(Some("x"))], then };
    let call = |fate| Call { name: "/a".to_owned(), from: 1, to: 2, fate };
    let lane = |fate| Lane {
        name: "task 1".to_owned(),
        spawned_at: Some("src/a.rs:5".to_owned()),
        from: 0,
        polls: vec![Poll { from: 0, to: 0 }, Poll { from: 4, to: 9 }],
        to: 9,
        fate,
        waits_at: vec!["src/a.rs:6".to_owned()],
    };
    let strip = |counts| Strip {
        counts,
        made_at: "src/a.rs:1".to_owned(),
        of: 3,
        levels: vec![Level { at: 0, value: 3 }, Level { at: 1, value: 2 }],
        gone_at: Some(8),
    };
    let body = Lane { name: "body".to_owned(), spawned_at: None, ..lane(TaskFate::Done) };
    Trace {
        end: 9,
        calls: [Fate::Done, Fate::Failed, Fate::Canceled, Fate::Running].map(call).to_vec(),
        marks: vec![Mark { at: 5, text: "tea".to_owned() }],
        lanes: vec![
            Lane { waits_at: Vec::new(), polls: Vec::new(), ..body },
            lane(TaskFate::Canceled),
            lane(TaskFate::Panicked),
            lane(TaskFate::Running),
        ],
        strips: vec![
            strip(Counted::FreePermits),
            Strip { gone_at: None, ..strip(Counted::QueuedMessages) },
        ],
        schedule: Some(Schedule {
            choices: "0.1".to_owned(),
            tasks: vec![
                Task { name: "body".to_owned(), spawned_at: None },
                Task { name: "task 1".to_owned(), spawned_at: Some("src/a.rs:5".to_owned()) },
            ],
            left_out: 2,
            turns: ends.map(turn).to_vec(),
        }),
        order: vec![
            Event::Spawned(1),
            Event::Polled(1, 0),
            Event::Began(0),
            Event::Changed(0, 1),
            Event::Ended(0),
            Event::Noted(0),
            Event::Gone(1),
        ],
        ..Trace::empty()
    }
}

#[track_caller]
fn assert_same(report: &Report) {
    let by_hand = report.to_json();

    assert_eq!(by_hand, serde_json::to_string(report).expect("plain data"));
    assert_eq!(&serde_json::from_str::<Report>(&by_hand).expect("it can be read"), report);
}

#[test]
fn whatever_a_trace_can_hold() {
    assert_same(&report(full()));
    assert_same(&report(Trace::empty()));
}

#[test]
fn whatever_a_report_can_hold() {
    let outcomes = [
        Outcome::Passed,
        Outcome::Unfinished,
        Outcome::WrongAnswer,
        Outcome::Panicked,
        Outcome::Deadlock,
        Outcome::Endless,
        Outcome::Blocked,
        Outcome::Busy,
        Outcome::LeakedTasks,
        Outcome::DetachedPanic,
    ];
    for outcome in outcomes {
        assert_same(&Report {
            outcome,
            place: Some("tests/a.rs:3".to_owned()),
            explored: Some(Explored { schedules: 7, is_all: true, interruptions: 2 }),
            ..report(Trace::empty())
        });
    }
}

#[test]
fn whatever_a_text_can_hold() {
    let every = ('\0'..='\u{ff}').chain(['\u{2028}', 'ü', '字', '\u{1f980}']);

    assert_same(&Report { message: every.collect(), ..report(Trace::empty()) });
}
