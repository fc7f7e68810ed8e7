//! The README's commands print what the README shows.
//!
//! `UPDATE_README=1 cargo test --package checker` writes the blocks anew.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use checker::{
    commands::{self, Form, Session},
    course::{Changes, Course, Named},
    grade::{Answer, Grader},
    progress::Progress,
    report::{self, Detail},
    run::Canceled,
    text::Color,
    workspace::Workspace,
};

const FENCE: &str = "```console\n";

/// What the README tells of a block in the comment above it: the answer that stands in the stub's
/// place, if one does.
const ANSWER: &str = "<!-- answer: ";

struct Readme {
    session: Session,
}

impl Readme {
    /// What the only command of a block prints to somebody who has passed nothing.
    fn output(&self, command: &str, answer: Option<&str>) -> Option<String> {
        if command == "cargo checker list" {
            return commands::list(&self.session, None).ok().map(|reply| reply.text);
        }
        let name = command.strip_prefix("cargo checker run ")?;
        let Ok(Named::Exercise(place)) = self.session.course.named(name) else { return None };
        let file = self.session.workspace.root().join(answer.map_or(place.answer(), PathBuf::from));
        let grader = Grader {
            workspace: &self.session.workspace,
            course: &self.session.course,
            has_color: false,
            canceled: Canceled::default(),
        };
        let answer = Answer::other(file, "readme");
        let mut verdict = grader.grade_answer(place, &answer, &()).expect("it can be graded");
        // Who runs this has opened no hint.
        verdict.unaided = verdict.passed;
        let next = match verdict.passed {
            true => "cargo checker run gather/mine".to_owned(),
            false => format!("cargo checker hint {name}"),
        };
        Some(report::verdict(&verdict, Some(&next), Detail::FirstFailure, Color::Off))
    }

    /// `text` with the output of every block that has one.
    fn refreshed(&self, text: &str) -> String {
        let mut parts = text.split(FENCE);
        let mut fresh = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (block, rest) = part.split_once("```").expect("a block ends");
            let above = fresh.trim_end().lines().next_back().unwrap_or_default();
            let answer = above.strip_prefix(ANSWER).and_then(|line| line.strip_suffix(" -->"));
            let command = block.lines().next().and_then(|line| line.strip_prefix("$ "));
            let output = command.and_then(|command| self.output(command, answer));
            fresh.push_str(FENCE);
            match (command, output) {
                (Some(command), Some(output)) => {
                    fresh.push_str(&format!("$ {command}\n{output}"));
                }
                _ => fresh.push_str(block),
            }
            fresh.push_str("```");
            fresh.push_str(rest);
        }
        fresh
    }
}

#[test]
fn every_block_shows_what_its_command_prints() {
    let nothing_passed = tempfile::tempdir().expect("a folder");
    let workspace = Workspace::above(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course");
    let session = Session {
        course: Arc::new(Course::embedded().expect("the pack is whole")),
        progress: Progress::read(nothing_passed.path()).expect("nothing to read"),
        news: Changes::default(),
        color: Color::Off,
        form: Form::Words,
        workspace,
        canceled: Canceled::default(),
    };
    let readme = Readme { session };
    for name in ["README.md", "README.zh-CN.md"] {
        let file = readme.session.workspace.root().join(name);
        let text = fs::read_to_string(&file).expect("readable").replace("\r\n", "\n");

        let fresh = readme.refreshed(&text);

        if env::var_os("UPDATE_README").is_some() {
            fs::write(&file, &fresh).expect("writable");
        } else {
            assert_eq!(text, fresh, "`{name}` shows another output than its commands print");
        }
    }
}
