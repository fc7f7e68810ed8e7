//! The steps of `census`. Make them pass from the first to the last; never edit them.

use std::{error::Error, iter::successors};

use kit::{ms, timed};
use task_groups::census::{ErrorGroup, FileError, import_all};
use tokio::time::timeout;
use worlds::{Depot, ImportError, Sighting};

/// `north.csv` has no number in its line 2: 3 messages, one below the other, each told once.
#[kit::test]
async fn step_1_a_file_leads_to_its_cause() {
    let error = FileError { file: "north.csv".to_owned(), error: malformed(2) };

    let told: Vec<String> = successors(Some(&error as &dyn Error), |&error| error.source())
        .map(|error| error.to_string())
        .collect();

    assert_eq!(
        told,
        ["cannot import north.csv", "line 2 has no number", "invalid digit found in string"],
        "messages from the file to the last cause: {} instead of 3; what does `source()` give?",
        told.len(),
    );
}

/// Three files, three lines: each with its name and all its causes. The group has 0 sources.
#[kit::test]
async fn step_2_the_message_has_a_line_for_each_file() {
    let group = group([
        ("west.csv", ImportError::Missing),
        ("north.csv", malformed(2)),
        ("east.csv", ImportError::Locked),
    ]);

    let text = group.to_string();

    let expected = "cannot import west.csv: there is no such file\n\
                    cannot import north.csv: line 2 has no number: invalid digit found in string\n\
                    cannot import east.csv: the file is locked";
    assert_eq!(
        text,
        expected,
        "lines of the message, of 3 files: {} instead of 3; does each name its file, and does it \
         follow the causes to their end?",
        text.split('\n').count(),
    );
    let source = group.source().map(|error| error.to_string());
    assert_eq!(
        source, None,
        "the message tells every cause already; whoever prints the sources after it reads one of \
         them for the second time"
    );
}

/// Of five files, `b` and `e` are locked: 2 are wanted, 3 are not, and each keeps its order.
#[kit::test]
async fn step_3_a_group_is_parted_by_kind() {
    let five = || {
        let [b, e] = ["b", "e"].map(|file| (file, ImportError::Locked));
        group([("a", malformed(1)), b, ("c", malformed(2)), ("d", ImportError::Missing), e])
    };

    let (locked, others) = five().split(ImportError::is_recoverable);
    let (all, none) = five().split(|_| true);

    assert_eq!(
        [told(&locked), told(&others)],
        [
            "b: the file is locked, e: the file is locked",
            "a: line 1 has no number, c: line 2 has no number, d: there is no such file",
        ],
        "2 of 5 files are locked: those come first, the other 3 second, each in its order"
    );
    assert_eq!(
        (told(&all), none),
        (told(&five()), group([])),
        "all 5 are wanted: the first group is the whole one, and the second one has 0 errors"
    );
}

/// Three files, one of them twice in the list: 5 sightings in the order of the list, after 100 ms.
/// Without files there are 0, at once.
#[kit::test]
async fn step_4_sightings_keep_the_order_of_the_files() {
    let depot = Depot::new().file("north", 100, "wren,3\nkite,1").file("south", 10, "owl,2");

    let (sightings, took) = timed(import_all(&depot, &list(["north", "south", "north"]))).await;
    let nothing = timed(import_all(&depot, &[])).await;

    let north = [Sighting::of("wren", 3), Sighting::of("kite", 1)];
    let expected = [&north[..], &[Sighting::of("owl", 2)], &north].concat();
    assert_eq!(
        sightings,
        Ok(expected),
        "each line of 3 files is a sighting, in the order of the files; `north` is there twice"
    );
    assert_eq!(
        took,
        ms(100),
        "imports of 100, 10 and 100 ms took {took:?} instead of 100 ms, at most {} of 3 at once: \
         do they run together?",
        depot.most_at_once(),
    );
    assert_eq!(
        nothing,
        (Ok(Vec::new()), ms(0)),
        "0 files give 0 sightings, and nothing takes time"
    );
}

/// Three of four files cannot be imported, the first one for the longest: 3 errors, in the order of
/// the list, when the last import has ended.
#[kit::test]
async fn step_5_every_failure_is_told_in_order() {
    let depot = Depot::new().file("west", 80, "wren,3\nkite,?").file("east", 100, "owl,2");
    let depot = depot.file("south", 20, "owl,?");

    let imported = import_all(&depot, &list(["west", "east", "nowhere", "south"])).await;

    let expected =
        "west: line 2 has no number, nowhere: there is no such file, south: line 1 has no number";
    assert_eq!(
        imported.as_ref().err().map(told).as_deref(),
        Some(expected),
        "3 of 4 files cannot be imported: all 3 are told, in the order of the list, whichever \
         failed first"
    );
}

/// `west` and `south` are locked at first: they are imported after 20 ms more, while `north` ends
/// after 30. 5 imports begin in all.
#[kit::test]
async fn step_6_a_locked_file_is_tried_once_more_at_once() {
    let depot = Depot::new()
        .file("north", 30, "wren,3")
        .locked_once("west", 20, "kite,1")
        .locked_once("south", 20, "owl,2");

    let (imported, took) = timed(import_all(&depot, &list(["north", "west", "south"]))).await;

    let expected =
        [("wren", 3), ("kite", 1), ("owl", 2)].map(|(bird, count)| Sighting::of(bird, count));
    assert_eq!(
        (imported, depot.begun().len()),
        (Ok(expected.to_vec()), 5),
        "2 of 3 files are locked at the first attempt and free at the second one; {} imports began \
         instead of 5",
        depot.begun().len(),
    );
    assert_eq!(
        took,
        ms(40),
        "the second attempts can end after 40 ms, `north` ends after 30, and all of it took \
         {took:?} instead of 40 ms: what does a second attempt wait for?"
    );
}

/// `west` is locked for good, `south` is broken when it is free: both are begun twice, and the
/// error of the second attempt is told. What is broken or missing from the start is begun once.
#[kit::test]
async fn step_7_the_second_attempt_is_the_last() {
    let depot = Depot::new().locked("west", 20).locked_once("south", 20, "owl,two");
    let depot = depot.file("north", 20, "wren,three");

    let files = list(["west", "south", "north", "nowhere"]);
    let imported = timeout(ms(1000), import_all(&depot, &files)).await;

    let attempts = |file: &String| depot.begun().iter().filter(|begun| *begun == file).count();
    let attempts: Vec<usize> = files.iter().map(attempts).collect();
    assert_eq!(
        attempts,
        [2, 2, 1, 1],
        "of {files:?}, 2 are locked at first and are begun twice, 2 are not and are begun once, \
         but their attempts are {attempts:?}: who counts them, and who looks at the kind of the error?"
    );
    let imported = imported.expect("with no more attempts than that, it is over after 40 ms");
    assert_eq!(
        imported.as_ref().err().map(told).as_deref(),
        Some(
            "west: the file is locked, south: line 1 has no number, north: line 1 has no number, \
             nowhere: there is no such file"
        ),
        "4 of 4 files are not imported; of the 2 with a second attempt, its error is told"
    );
}

/// Dropped after 30 ms, in the second attempt of `west`: no import and no task goes on.
#[kit::test]
async fn step_8_leaves_nothing_behind() {
    let depot = Depot::new().file("north", 100, "wren,3").locked_once("west", 20, "kite,1");

    let call = timeout(ms(30), import_all(&depot, &list(["north", "west"]))).await;
    kit::settle().await;

    assert!(call.is_err(), "`north` takes 100 ms, but the call was over after 30 ms");
    assert_eq!(
        depot.under_way(),
        0,
        "the call was dropped with 2 imports under way; {} went on instead of 0: who owns them?",
        depot.under_way(),
    );
}

/// What `import` gives of a line whose number is in letters.
fn malformed(line: usize) -> ImportError {
    let source = "three".parse::<u32>().expect_err("it is a word");
    ImportError::Malformed { line, source }
}

fn group<const N: usize>(errors: [(&str, ImportError); N]) -> ErrorGroup {
    let failed = errors.map(|(file, error)| FileError { file: file.to_owned(), error });
    ErrorGroup(failed.into())
}

/// The files of a group, each with the message of its error.
fn told(group: &ErrorGroup) -> String {
    let told = group.0.iter().map(|failed| format!("{}: {}", failed.file, failed.error));
    told.collect::<Vec<_>>().join(", ")
}

fn list<const N: usize>(files: [&str; N]) -> Vec<String> {
    files.map(str::to_owned).to_vec()
}
