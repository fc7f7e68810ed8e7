//! Draws the screen. Pure: a view goes in, what to write to the terminal comes out.

use std::path::PathBuf;

use crate::text::{Color, Tone, width};

/// What is to be seen.
pub(super) struct View<'a> {
    pub(super) title: Option<String>,
    pub(super) file: Option<PathBuf>,
    pub(super) summary: String,
    pub(super) body: &'a Body,
    pub(super) is_passed: bool,
    pub(super) color: Color,
}

/// The middle of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Body {
    /// A check runs; cargo has built so many crates for it, the last one by name.
    Checking(Option<(usize, String)>),
    /// A verdict, a hint or the list.
    Text(String),
}

/// Clears the terminal and draws the view into `size`, columns by rows.
///
/// In raw mode a line feed does not return the carriage.
pub(super) fn picture(view: &View<'_>, size: (u16, u16)) -> String {
    let (columns, rows) = (usize::from(size.0), usize::from(size.1));
    let body: Vec<String> =
        body_lines(view).iter().flat_map(|line| wrapped(line, columns)).collect();
    let mut foot = Vec::new();
    foot.push(String::new());
    if let Some(file) = &view.file {
        let file = file.display().to_string();
        foot.push(view.color.paint(Tone::Pointer, &file));
    }
    foot.push(view.color.paint(Tone::Quiet, &view.summary));
    foot.push(keys(view));

    let title = view.title.as_deref().unwrap_or("Awaitlings");
    let head = vec![title.to_owned(), String::new()];
    let room = rows.saturating_sub(head.len() + foot.len());
    let mut shown: Vec<String> = body.iter().take(room).cloned().collect();
    if body.len() > room && room > 0 {
        let rest = body.len() - (room - 1);
        shown[room - 1] = format!("({rest} more lines: make the terminal larger)");
    }
    let lines = head.into_iter().chain(shown).chain(foot).map(|line| cut(&line, columns));
    format!("\x1b[2J\x1b[H{}", lines.collect::<Vec<_>>().join("\r\n"))
}

fn body_lines(view: &View<'_>) -> Vec<String> {
    match view.body {
        Body::Checking(None) => vec!["checking".to_owned()],
        Body::Checking(Some((crates, name))) => vec![
            "building what the lesson stands on, once".to_owned(),
            format!("{crates} crates done, {name}"),
        ],
        Body::Text(text) => text.lines().map(str::to_owned).collect(),
    }
}

fn keys(view: &View<'_>) -> String {
    let mut keys = vec!["h hint", "l list", "r run", "q quit"];
    if view.is_passed {
        keys.insert(0, "n next");
    }
    keys.join("   ")
}

/// A line as as many lines as it takes, broken between words; what stands in columns is left as it
/// is, and so is a line with escape codes.
fn wrapped(line: &str, columns: usize) -> Vec<String> {
    let is_prose = !line.starts_with(' ') && !line.contains("  ") && !line.contains('\x1b');
    if !is_prose || width(line) <= columns {
        return vec![line.to_owned()];
    }
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let last = lines.last_mut().expect("there is always one");
        if last.is_empty() {
            last.push_str(word);
        } else if width(last) + 1 + width(word) <= columns {
            last.push(' ');
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// A line without what does not fit; a line with escape codes is left to the terminal.
fn cut(line: &str, columns: usize) -> String {
    if line.contains('\x1b') || width(line) <= columns {
        return line.to_owned();
    }
    let mut kept = String::new();
    for character in line.chars() {
        if width(&kept) + width(&character.to_string()) > columns {
            break;
        }
        kept.push(character);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture_of(text: &str, is_passed: bool, size: (u16, u16)) -> String {
        let body = Body::Text(text.to_owned());
        let view = View {
            title: Some("gather/fetch_all  Concurrent calls".to_owned()),
            file: Some("lessons/gather/src/fetch_all.rs".into()),
            summary: "passed: 1 of 3 lessons".to_owned(),
            body: &body,
            is_passed,
            color: Color::Off,
        };
        picture(&view, size).replace("\x1b[2J\x1b[H", "").replace("\r\n", "\n")
    }

    #[test]
    fn a_verdict_stands_between_title_and_keys() {
        insta::assert_snapshot!(picture_of("not yet: step_1\n", false, (80, 24)), @r"
        gather/fetch_all  Concurrent calls

        not yet: step_1

        lessons/gather/src/fetch_all.rs
        passed: 1 of 3 lessons
        h hint   l list   r run   q quit
        ");
    }

    #[test]
    fn the_next_exercise_is_offered_only_after_passing() {
        assert!(picture_of("passed", true, (80, 24)).contains("n next"));
        assert!(!picture_of("not yet", false, (80, 24)).contains("n next"));
    }

    #[test]
    fn a_small_terminal_cuts_the_middle_and_keeps_the_keys() {
        let picture = picture_of("1\n2\n3\n4\n5\n6\n7\n8\n", false, (20, 10));

        insta::assert_snapshot!(picture, @r"
        gather/fetch_all  Co

        1
        2
        3
        (5 more lines: make 

        lessons/gather/src/f
        passed: 1 of 3 lesso
        h hint   l list   r 
        ");
    }

    #[test]
    fn a_long_sentence_is_wrapped_and_a_timeline_is_not() {
        let picture =
            picture_of("one fetch waits for another\n  /a  ##########\n", false, (20, 24));

        assert!(picture.contains("one fetch waits for\nanother\n"), "{picture}");
        assert!(picture.contains("\n  /a  ##########\n"), "{picture}");
    }

    #[test]
    fn no_size_is_too_small() {
        for size in [(0, 0), (1, 1), (3, 7), (200, 2)] {
            let _ = picture_of("1\n2\n3\n", true, size);
        }
    }
}
