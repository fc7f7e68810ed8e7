//! Mistakes that one order of the tasks shows and another hides, beside those that the tests of
//! `awaitlings-kit` tell: the numbers are those of the catalog there.

use std::{collections::BTreeSet, fs, path::Path};

use kit::{Explored, Found, Outcome};

use super::{all_of, bugs, explored};

/// The code at which a deadlock's message says that somebody waits; each line is marked.
fn waits_at(found: Result<Explored, Box<Found>>) -> BTreeSet<String> {
    let found = found.expect_err("there is a schedule in which it fails");
    assert_eq!(found.outcome, Outcome::Deadlock, "{}", found.message);
    let places = found.message.lines().next().expect("a sentence").split(" waits at ").skip(1);
    let places = places.map(|place| place.split(';').next().unwrap_or(place));
    places.map(code_at).collect()
}

/// The code of the line at `place`, `file:line`, which ends with a mark.
fn code_at(place: &str) -> String {
    let (file, number) = place.rsplit_once(':').expect("a place is `file:line`");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(file).unwrap_or_else(|_| panic!("`{place}` cannot be read"));
    let number: usize = number.parse().expect("a line is a number");
    let line = text.lines().nth(number - 1).expect("the file has that line").trim();
    let code = line.strip_suffix("// stuck here");
    code.unwrap_or_else(|| panic!("`{line}` is not marked")).trim_end().to_owned()
}

#[test]
fn p30_lock_order_inversion() {
    let found = explored(|| bugs::two_locks(false));

    assert_eq!(
        Vec::from_iter(waits_at(found)),
        ["let _second = second.lock().await;", "one.await.expect(\"no task panics\");"]
    );
    assert!(all_of(explored(|| bugs::two_locks(true))) > 1);
}

#[test]
fn p32_lost_wake_up() {
    let found = explored(bugs::lost_wake_up);

    assert_eq!(
        Vec::from_iter(waits_at(found)),
        ["bell.notified().await;", "guest.await.expect(\"no task panics\");"]
    );
    assert!(all_of(explored(bugs::kept_wake_up)) > 1);
}

#[test]
fn p34_lost_update() {
    async fn check(count: impl AsyncFn(u64) -> u64) {
        let counted = count(2).await;
        assert!(counted == 2, "2 visitors came and {counted} is counted");
    }

    let found = explored(|| check(bugs::subtle_lost_update)).expect_err("it is lost in a schedule");

    assert_eq!(found.outcome, Outcome::WrongAnswer);
    assert_eq!(found.message.lines().next(), Some("2 visitors came and 1 is counted"));
    assert!(all_of(explored(|| check(bugs::right_update))) > 1);
}
