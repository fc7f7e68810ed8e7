//! No record is left over from a listing that is gone.

use std::{fs, path::Path};

use crate::record::here;

#[test]
fn every_record_is_made_by_a_test() {
    let tests = sources("tests/listings", "rs") + &sources("python", "py");

    let mut left_over = Vec::new();
    for folder in ["out", "traces", "trees"] {
        for entry in fs::read_dir(here(folder)).expect("the records can be read") {
            let path = entry.expect("the records can be read").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let is_made = name.match_indices('_').any(|(at, _)| {
                let (lesson, name) = (&name[..at], &name[at + 1..]);
                tests.contains(&format!("Page::of(\"{lesson}\")"))
                    && [format!("\"{name}\""), format!("\"{name}/"), format!("# ANCHOR: {name}\n")]
                        .iter()
                        .any(|call| tests.contains(call))
            });
            if !is_made {
                left_over.push(format!("{folder}/{name}"));
            }
        }
    }

    assert_eq!(left_over, Vec::<String>::new(), "no test makes these any more: delete them");
}

/// All files of a folder with this extension, one after the other.
fn sources(folder: impl AsRef<Path>, extension: &str) -> String {
    let entries = fs::read_dir(here(&folder.as_ref().to_string_lossy())).expect("it can be read");
    let files = entries.map(|entry| entry.expect("it can be read").path());
    let sources = files.filter(|file| file.extension().is_some_and(|it| it == extension));
    sources.map(|file| fs::read_to_string(file).expect("a source can be read")).collect()
}
