//! An mdBook that was installed makes the same pages as ours.

use std::{fs, path::Path, str::FromStr};

use book::{
    build::build_into,
    language::Language,
    sources::Sources,
    volume::{Volume, files},
};
use mdbook_driver::{MDBook, config::Config};

#[test]
fn plain_mdbook_gives_the_same_bytes_once_they_are_changed_as_ours() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the root");
    let [ours, theirs] = [(), ()].map(|()| tempfile::tempdir().expect("a folder for a moment"));
    let problems = build_into(root, &[Language::En], ours.path()).expect("it can be built");
    assert_eq!(problems, []);

    // As `mdbook build` does it: with the manifest as it is, and the preprocessor as a process.
    let manifest = fs::read_to_string(root.join("book/book.toml")).expect("the manifest");
    let with_cargo = "cargo run --quiet --package book -- preprocess";
    assert!(manifest.contains(with_cargo), "the command that is replaced by what it runs");
    let command = format!("{} preprocess", env!("CARGO_BIN_EXE_book"));
    let manifest = manifest.replace(with_cargo, &command.replace('\\', "/"));
    let mut config = Config::from_str(&manifest).expect("a manifest of mdBook's");
    config.build.build_dir = theirs.path().join("en");
    let book = MDBook::load_with_config(root.join("book"), config).expect("a book");
    book.build().expect("mdBook can build it");
    let sources = Sources::load(root).expect("the files of the book");
    let mut volumes = Language::ALL
        .into_iter()
        .filter(|language| root.join(format!("book/src/{language}/SUMMARY.md")).exists())
        .map(|language| Volume::read(root, language, &mut Vec::new()).expect("a book"));
    let english = volumes.next().expect("the original");
    let others: Vec<Volume> = volumes.collect();
    let others: Vec<&Volume> = others.iter().collect();
    let texts = english.expand(&sources).texts;
    english
        .finish(&texts, &theirs.path().join("en"), &others, &sources)
        .expect("its pages are changed as ours are");

    let list = |folder: &Path| -> Vec<(String, Vec<u8>)> {
        let files = files(&folder.join("en")).expect("a folder of pages");
        let read = files.iter().map(|file| {
            let name = file.strip_prefix(folder).expect("it lies in it").display().to_string();
            (name, fs::read(file).expect("a page"))
        });
        read.collect()
    };
    let (ours, theirs) = (list(ours.path()), list(theirs.path()));
    let names = |list: &[(String, Vec<u8>)]| -> Vec<String> {
        list.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&ours), names(&theirs));
    for ((name, ours), (_, theirs)) in ours.iter().zip(&theirs) {
        assert!(ours == theirs, "{name} has other bytes");
    }
}
