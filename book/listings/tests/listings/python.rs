//! Runs the Python twins of the listings: each prints what its Rust twin has printed.
//!
//! A region `NAME` of `python/LESSON.py` prints `out/LESSON_NAME.txt`. A region `python_NAME` has no
//! twin, because Python does something else; its output is recorded from here.

use std::{fs, process::Command};

use crate::record::{digest, here, is_update, not_checked};

#[test]
fn prints_what_rust_prints() {
    let is_there = Command::new("python3")
        .args(["-c", "import sys; sys.exit(sys.version_info < (3, 11))"])
        .status()
        .is_ok_and(|status| status.success());
    if !is_there {
        return not_checked("the Python twins need python3, at least version 3.11");
    }

    let differing: Vec<String> = twins().iter().filter_map(Twin::difference).collect();

    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// One program in Python.
struct Twin {
    lesson: String,
    name: String,
}

/// The regions of all files of lessons.
fn twins() -> Vec<Twin> {
    let files = fs::read_dir(here("python")).expect("the twins can be read");
    let mut twins = Vec::new();
    for file in files {
        let path = file.expect("the twins can be read").path();
        let lesson = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|it| it == "py")
            && here(&format!("src/{lesson}.rs")).exists()
        {
            let text = fs::read_to_string(&path).expect("a twin can be read");
            let programs = text.lines().filter_map(|line| line.strip_prefix("# ANCHOR: "));
            twins.extend(programs.map(|it| Twin { lesson: lesson.clone(), name: it.to_owned() }));
        }
    }
    twins.sort_by_key(|twin| format!("{}_{}", twin.lesson, twin.name));
    twins
}

impl Twin {
    /// What is wrong with it, or nothing.
    fn difference(&self) -> Option<String> {
        let Twin { lesson, name } = self;
        let from = format!("python/{lesson}.py");
        let ran = Command::new("python3")
            .args(["-B", &from, name])
            .current_dir(here(""))
            .output()
            .expect("python3 can be started");
        let printed = String::from_utf8_lossy(&ran.stdout).replace("\r\n", "\n");
        let complained = String::from_utf8_lossy(&ran.stderr);
        if !ran.status.success() {
            return Some(format!("`{from} {name}` failed:\n{complained}"));
        }

        let out = format!("out/{lesson}_{name}.txt");
        let is_alone = name.starts_with("python_");
        let head = format!("# {from} {}\n", digest(&from));
        if is_update() && is_alone {
            fs::write(here(&out), format!("{head}{printed}"))
                .expect("`out` belongs to this package");
        }
        if is_update() {
            // The tests of the Rust twins write at this moment.
            return None;
        }
        let shown = fs::read_to_string(here(&out)).unwrap_or_default().replace("\r\n", "\n");
        let same = match is_alone {
            true => shown == format!("{head}{printed}"),
            false => shown.split_once('\n').is_some_and(|(_, text)| text == printed),
        };
        (!same).then(|| format!("`{from} {name}` prints:\n{printed}`{out}` says:\n{shown}"))
    }
}
