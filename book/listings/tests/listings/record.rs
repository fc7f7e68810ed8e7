//! Compares what a listing did with what the book shows, or writes it anew.
//!
//! Each file that is recorded here begins with the listing it was made from and the digest of that
//! listing: so that the book, which runs nothing, can tell a record that is older than its listing.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use listings::{say, schedules::Tree};
use serde_json::json;
use sha2::{Digest, Sha256};
use trace::{Event, Lane, Poll, TaskFate, Trace};

/// The records of one lesson's chapter.
pub struct Page {
    lesson: &'static str,
}

impl Page {
    /// The records of this lesson.
    pub const fn of(lesson: &'static str) -> Page {
        Page { lesson }
    }

    /// `out/LESSON_NAME.txt`: the lines that were said, each with its time.
    #[track_caller]
    pub fn output(&self, name: &str) {
        let said = say::journal().marks();
        let width = said.iter().map(|(at, _)| at.to_string().len()).max().unwrap_or_default();
        self.text(
            name,
            &said.iter().map(|(at, it)| format!("{at:>width$} ms  {it}\n")).collect::<String>(),
        );
    }

    /// `out/LESSON_NAME.txt`: the lines that were said, without their times.
    #[track_caller]
    pub fn lines(&self, name: &str) {
        let said = say::journal().lines();
        self.text(name, &said.iter().map(|line| format!("{line}\n")).collect::<String>());
    }

    /// `out/LESSON_NAME.txt`: this text.
    #[track_caller]
    pub fn text(&self, name: &str, text: &str) {
        let (from, digest) = self.listing();
        self.compare(
            &format!("out/{}_{name}.txt", self.lesson),
            &format!("# {from} {digest}\n{text}"),
        );
    }

    /// `traces/LESSON_NAME.json`: what was called and said until now.
    #[track_caller]
    pub fn timeline(&self, name: &str) {
        self.trace(name, &so_far());
    }

    /// `traces/LESSON_NAME.json`: what was called until now, without what was said.
    #[track_caller]
    pub fn calls(&self, name: &str) {
        self.trace(name, &Trace { marks: Vec::new(), ..so_far() });
    }

    /// `traces/LESSON_NAME.json`: this trace.
    #[track_caller]
    pub fn trace(&self, name: &str, trace: &Trace) {
        let (from, digest) = self.listing();
        let whole = json!({ "from": from, "digest": digest, "trace": trace });
        let text = serde_json::to_string_pretty(&whole).expect("a trace has keys of text");
        self.compare(&format!("traces/{}_{name}.json", self.lesson), &format!("{text}\n"));
    }

    /// `trees/LESSON_NAME.json`: these schedules.
    #[track_caller]
    pub fn tree(&self, name: &str, tree: &Tree) {
        let (from, digest) = self.listing();
        let whole = json!({ "from": from, "digest": digest, "tree": tree });
        self.compare(&format!("trees/{}_{name}.json", self.lesson), &format!("{whole}\n"));
    }

    /// The listing of this lesson, and its digest.
    fn listing(&self) -> (String, String) {
        let _allowed = kit::allow_blocking();
        let from = format!("src/{}.rs", self.lesson);
        let digest = digest(&from);
        (from, digest)
    }

    #[track_caller]
    fn compare(&self, name: &str, text: &str) {
        // Reading the record is none of the listing's calls.
        let _allowed = kit::allow_blocking();
        let file = here(name);
        if is_update() {
            fs::create_dir_all(file.parent().expect("a record lies in a folder"))
                .and_then(|()| fs::write(&file, text))
                .expect("the folders of the records belong to this package");
            return;
        }
        let shown = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(
            text, shown,
            "what was recorded is not what `book/listings/{name}` says; look at the difference, \
             then run `UPDATE_LISTINGS=1 cargo test -p listings`",
        );
    }
}

/// What the run has done so far. Its body goes on to compare it, but what the page shows is over.
fn so_far() -> Trace {
    let mut trace = kit::so_far();
    if let Some(body) = trace.lanes.first_mut() {
        body.fate = TaskFate::Done;
    }
    trace
}

/// The first 16 hexadecimal digits of the SHA-256 of a file of this package, its line ends being
/// those of Unix.
pub fn digest(name: &str) -> String {
    let text = fs::read_to_string(here(name)).expect("a listing can be read").replace("\r\n", "\n");
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A file of this package.
pub fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Whether records are to be written anew.
pub fn is_update() -> bool {
    env::var_os("UPDATE_LISTINGS").is_some_and(|value| value == "1")
}

/// Says why something was not checked; with `LISTINGS_DEMAND=1`, where all tools are there, fails.
///
/// # Panics
///
/// If everything is demanded.
#[track_caller]
pub fn not_checked(why: &str) {
    let is_demanded = env::var_os("LISTINGS_DEMAND").is_some_and(|value| value == "1");
    assert!(!is_demanded, "not checked: {why}");
    eprintln!("not checked: {why}");
}

/// The run of tasks that only say when they are polled. `polls` are their polls as they came: who, and
/// when; with the last one of them, a task comes to its end.
pub fn run_of_polls<const N: usize>(names: [&str; N], polls: &[(&str, u64)]) -> Trace {
    let mut lanes = names.map(|name| Lane {
        name: name.to_owned(),
        spawned_at: None,
        from: 0,
        polls: Vec::new(),
        to: 0,
        fate: TaskFate::Done,
        waits_at: Vec::new(),
    });
    let mut order = Vec::new();
    for (number, &(name, at)) in polls.iter().enumerate() {
        let index = names.iter().position(|it| *it == name).expect("a poll is of a task");
        let lane = &mut lanes[index];
        order.push(Event::Polled(index, lane.polls.len()));
        lane.polls.push(Poll { from: at, to: at });
        lane.to = at;
        if polls[number + 1..].iter().all(|(later, _)| *later != name) {
            order.push(Event::Gone(index));
        }
    }
    let end = polls.last().map_or(0, |(_, at)| *at);
    Trace { end, lanes: lanes.into(), order, ..Trace::empty() }
}
