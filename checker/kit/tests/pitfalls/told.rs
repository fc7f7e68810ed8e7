//! What a body ends with, in one line that a test can compare.

use std::{fs, panic::Location, path::Path};

use kit::{Outcome, Test};

/// What [`told`] says of a body that nothing is wrong with.
pub const PASSED: &str = "passed";

/// Runs `body` and tells its outcome with the cause: the sentence, or, if it is stuck, the line.
///
/// Instead of `file:line`, the code of that line is given. The line has to carry the mark of where a
/// twin is stuck, of where it was dropped, or of where it panics: so a line that is named wrongly is
/// not taken for the right one that looks the same.
#[track_caller]
pub fn told<F: Future<Output = ()> + 'static>(body: impl FnOnce() -> F + Send + 'static) -> String {
    let test = Test { name: "pitfalls::fixture", file: Location::caller().file() };
    let Err(found) = kit::try_run(test, body) else { return PASSED.to_owned() };
    let (outcome, message) = (found.outcome, &found.message);
    match (outcome, &found.place) {
        (Outcome::Deadlock | Outcome::Blocked, Some(place)) => {
            format!("{outcome} at `{}`", code_at(place, "// stuck here"))
        }
        (Outcome::Panicked | Outcome::DetachedPanic, Some(place)) => {
            format!("{outcome} at `{}`: {message}", code_at(place, "// panics here"))
        }
        // In which line of its loop a busy thread was seen is chance.
        (Outcome::Busy, place) => {
            drop(place.as_deref().map(line_at));
            outcome.to_string()
        }
        _ => match message.split_once("; it waited at ") {
            Some((message, place)) => {
                let code = code_at(place, "// dropped here");
                format!("{outcome}: {}; it waited at `{code}`", message.replace('\n', "; "))
            }
            None => format!("{outcome}: {message}"),
        },
    }
}

/// The code of the line at `place`, which ends with `mark`.
fn code_at(place: &str, mark: &str) -> String {
    let line = line_at(place);
    let code = line.strip_suffix(mark);
    code.unwrap_or_else(|| panic!("`{line}` is not marked `{mark}`")).trim_end().to_owned()
}

/// The line at `place`, which is in a file of these tests.
fn line_at(place: &str) -> String {
    let (file, number) = place.rsplit_once(':').expect("a place is `file:line`");
    let file = Path::new(file).file_name().expect("a place has a file");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pitfalls");
    let text = fs::read_to_string(folder.join(file))
        .unwrap_or_else(|_| panic!("`{place}` is not in a file of these tests"));
    let number: usize = number.parse().expect("a line is a number");
    text.lines().nth(number - 1).expect("the file has that line").trim().to_owned()
}
