//! What was compiled once is not compiled again, and nothing else is taken for it.

use std::{fs, path::Path, time::SystemTime};

use checker::{
    build::{Compiled, Toolchain},
    course::Course,
    grade::{Answer, Grader},
    run::Canceled,
    workspace::Workspace,
};

/// When the program was written.
fn written(compiled: &Compiled) -> SystemTime {
    let program = compiled.program.as_ref().expect("it compiles");
    fs::metadata(program).and_then(|meta| meta.modified()).expect("the program is there")
}

#[test]
fn an_answer_is_compiled_again_if_and_only_if_it_has_changed() {
    let workspace = Workspace::above(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course");
    let course = Course::embedded().expect("the pack is whole");
    let grader = Grader {
        workspace: &workspace,
        course: &course,
        has_color: false,
        canceled: Canceled::default(),
    };
    let place = course.places().find(|place| place.id() == "hello/greet").expect("the first one");
    let toolchain = Toolchain::of(&workspace, course.pack(), "hello", &()).expect("it builds");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("made_anew.rs");
    let compile = || {
        let answer = Answer::other(file.clone(), "made");
        grader.compile(place, &toolchain, &answer).expect("the compiler runs")
    };

    let right = fs::read_to_string(workspace.root().join(place.solution())).expect("readable");
    fs::write(&file, &right).expect("writable");
    let first = written(&compile());
    assert_eq!(written(&compile()), first, "nothing has changed");

    fs::write(&file, format!("{right}\n// One more word.\n")).expect("writable");
    let second = written(&compile());
    assert_ne!(second, first, "the text has changed");

    fs::write(&file, format!("{right}\nfn broken(\n")).expect("writable");
    let errors = compile().diagnostics.errors.len();
    assert_ne!(errors, 0, "it does not compile");
    let again = compile();
    assert!(again.program.is_none(), "the program of before is not that of this text");
    assert_eq!(again.diagnostics.errors.len(), errors, "the compiler's words are kept too");

    fs::write(&file, &right).expect("writable");
    let program = compile().program.expect("it compiles");
    fs::remove_file(&program).expect("it is there");
    assert!(written(&compile()) > second, "a program that is gone is made again");
}
