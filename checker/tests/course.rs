//! What must hold for the course as a whole.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use checker::course::{Course, Track};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn every_rust_file_says_first_what_it_is() {
    let mut files = Vec::new();
    for folder in ["checker", "book/src", "book/listings", "solutions"] {
        rust_files(&root().join(folder), &mut files);
    }

    let silent: Vec<_> = files
        .iter()
        .filter(|file| !fs::read_to_string(file).expect("readable").starts_with("//! "))
        .collect();

    assert!(silent.is_empty(), "these files do not begin with `//!`: {silent:#?}");
}

#[test]
fn the_lessons_stand_in_one_order_everywhere() {
    let course = Course::embedded().expect("the pack is whole");
    let names: Vec<&str> = course.lessons.iter().map(|lesson| lesson.name.as_str()).collect();

    for file in ["lessons/README.md", "book/src/en/SUMMARY.md"] {
        let text = fs::read_to_string(root().join(file)).expect("readable");
        let mut places: Vec<_> = names
            .iter()
            .map(|name| {
                let link = [format!("({name}.md)"), format!("({name}/README.md)")];
                let found = link.iter().find_map(|link| text.find(link));
                (found.unwrap_or_else(|| panic!("`{file}` has no link to `{name}`")), *name)
            })
            .collect();
        places.sort_unstable();
        let found: Vec<&str> = places.into_iter().map(|(_, name)| name).collect();
        assert_eq!(found, names, "`{file}` has another order than the workspace's members");
    }
}

#[test]
fn the_path_tells_what_the_manifests_add_up_to() {
    let course = Course::embedded().expect("the pack is whole");
    let text = fs::read_to_string(root().join("lessons/README.md")).expect("readable");
    for lesson in &course.lessons {
        let core = lesson.places().filter(|place| place.exercise.track == Track::Core);
        let minutes: Vec<u32> = core.map(|place| place.exercise.minutes()).collect();
        let end = format!("| {} exercises | {} |", minutes.len(), minutes.iter().sum::<u32>());

        let row = text.lines().find(|line| line.contains(&format!("({}/README.md)", lesson.name)));
        let row = row.unwrap_or_else(|| panic!("`lessons/README.md` has no row `{}`", lesson.name));

        assert!(row.ends_with(&end), "`{row}` should end with `{end}`");
    }
}

/// The points of the asyncio sheet that the lessons must answer, by lesson.
const POINTS: [(&str, &[&str]); 11] = [
    ("hello", &["S2"]),
    ("gather", &["S3", "S9", "C12"]),
    ("semaphore", &["S4", "S9"]),
    ("tasks", &["S8", "C7", "C8", "D10"]),
    ("task_groups", &["S5", "S9"]),
    ("timeouts", &["S6", "S9", "C13"]),
    ("queues", &["S9", "C1"]),
    ("locks", &["S9", "C2"]),
    ("cancellation", &["C6", "C11"]),
    ("shutdown", &["P1", "P2", "D12"]),
    ("under_the_hood", &["S2", "D4"]),
];

#[test]
fn every_point_of_a_lesson_has_a_core_exercise_and_a_row() {
    let course = Course::embedded().expect("the pack is whole");
    let text = fs::read_to_string(root().join("lessons/README.md")).expect("readable");
    let mut claimed = 0;
    for lesson in &course.lessons {
        let (_, points) = POINTS
            .iter()
            .find(|(name, _)| *name == lesson.name)
            .unwrap_or_else(|| panic!("no points are listed for the lesson `{}`", lesson.name));
        for point in *points {
            let is_answered = lesson.places().any(|place| {
                place.exercise.track == Track::Core
                    && place.exercise.covers.iter().any(|covered| covered == point)
            });
            assert!(is_answered, "no core exercise of `{}` answers {point}", lesson.name);
        }
        for place in lesson.places() {
            for point in &place.exercise.covers {
                claimed += 1;
                let row = text.lines().any(|line| {
                    line.starts_with(&format!("| {point} |"))
                        && line.ends_with(&format!("| `{}` |", place.id()))
                });
                assert!(row, "`lessons/README.md` has no row for {point} and `{}`", place.id());
            }
        }
    }
    let rows = text.lines().filter(|line| line.ends_with("` |") && line.contains('/')).count();
    assert_eq!(rows, claimed, "`lessons/README.md` has rows that no manifest claims");
}

#[test]
fn no_more_than_one_core_exercise_of_a_lesson_has_three_stars() {
    let course = Course::embedded().expect("the pack is whole");
    for lesson in &course.lessons {
        let core = lesson.places().filter(|place| place.exercise.track == Track::Core);
        let stars: Vec<u8> = core.map(|place| place.exercise.stars).collect();

        assert!(stars.iter().all(|stars| *stars <= 3), "{}: {stars:?}", lesson.name);
        let hard = stars.iter().filter(|stars| **stars == 3).count();
        assert!(hard <= 1, "{} has {hard} core exercises of three stars", lesson.name);
    }
}

#[test]
fn a_stub_is_short_and_names_its_commands() {
    let course = Course::embedded().expect("the pack is whole");
    for place in course.places() {
        let path = place.answer().to_string_lossy().replace('\\', "/");
        let stub = course.pack().text(&path).unwrap_or_else(|| panic!("`{path}` is not packed"));

        assert!(stub.lines().count() <= 70, "`{path}` is too long for a stub");
        let check = format!("cargo checker run {}", place.id());
        assert!(stub.contains(&check), "`{path}` does not say `{check}`");
    }
}

/// All packages of a selection, with their features.
fn packages_of(selection: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--quiet", "--offline", "--prefix", "none", "--format", "{p} {f}"])
        .args(["--edges", "normal,build"])
        .args(selection)
        .current_dir(root())
        .output()
        .expect("cargo is there: it runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("cargo speaks UTF-8");
    let mut packages: Vec<String> =
        text.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect();
    packages.sort();
    packages.dedup();
    packages
}

/// The packages that tokio is built from.
fn tokio_of(selection: &[&str]) -> Vec<String> {
    let mut packages = packages_of(selection);
    packages.retain(|package| {
        ["tokio ", "mio ", "bytes ", "socket2 ", "libc ", "parking_lot "]
            .iter()
            .any(|name| package.starts_with(name))
    });
    packages
}

#[test]
fn a_lesson_alone_builds_no_serde() {
    let serde = |selection: &[&str]| {
        let mut packages = packages_of(selection);
        packages.retain(|package| package.starts_with("serde"));
        packages
    };

    assert_ne!(serde(&["--package", "checker"]), [""; 0], "the checker reads with it");
    assert_eq!(serde(&["--package", "gather"]), [""; 0]);
    assert_eq!(serde(&["--package", "gather_solution"]), [""; 0], "what the checker builds");
}

#[test]
fn a_lesson_alone_and_the_whole_workspace_build_the_same_tokio() {
    let whole = tokio_of(&[]);
    assert!(whole.iter().any(|package| package.starts_with("tokio ")), "{whole:?}");

    for lesson in [
        "hello",
        "gather",
        "semaphore",
        "tasks",
        "task_groups",
        "timeouts",
        "queues",
        "locks",
        "cancellation",
        "shutdown",
        "under_the_hood",
    ] {
        assert_eq!(tokio_of(&["--package", lesson]), whole, "cargo test -p {lesson}");
        let solution = format!("{lesson}_solution");
        assert_eq!(tokio_of(&["--package", &solution]), whole, "what the checker builds");
    }
}
