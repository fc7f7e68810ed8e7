//! Draws the screen. Pure: a view goes in, what to write to the terminal comes out.

use std::path::{Path, PathBuf};

use super::keys::Binding;
use crate::text::{Color, Tone, cut, width, wrapped};

/// What is to be seen.
pub(super) struct View {
    /// The lines of the page; the first one is the most important.
    pub(super) page: Vec<String>,
    /// How many lines of the page are scrolled away.
    pub(super) scroll: usize,
    /// The line of the page that must be seen.
    pub(super) focus: Option<usize>,
    /// What stands below every page, the least important first.
    pub(super) foot: Vec<String>,
    /// The file to work on.
    pub(super) file: Option<PathBuf>,
    /// The keys that do something.
    pub(super) keys: Vec<Binding>,
    pub(super) color: Color,
}

/// What was drawn.
pub(super) struct Picture {
    /// What to write to the terminal.
    pub(super) text: String,
    /// How many rows the page has.
    pub(super) room: usize,
    /// How far the page can be scrolled.
    pub(super) furthest: usize,
}

/// What of a page fits.
struct Window {
    lines: Vec<String>,
    above: usize,
    below: usize,
}

/// Draws the view into `size`, columns by rows, over whatever stands there.
pub(super) fn picture(view: &View, size: (u16, u16)) -> Picture {
    let (columns, rows) = (usize::from(size.0), usize::from(size.1));
    let keys = key_lines(&view.keys, columns, view.color);
    let mut foot: Vec<String> =
        view.foot.iter().flat_map(|line| broken(line, columns)).map(|l| cut(&l, columns)).collect();
    foot.extend(view.file.as_deref().map(|file| link(file, columns, view.color)));
    // A page of three lines is worth more than any foot but the keys.
    let room_for_foot = rows.saturating_sub(keys.len() + 4);
    foot.drain(..foot.len().saturating_sub(room_for_foot));
    let room = rows.saturating_sub(foot.len() + keys.len() + 1);
    let window = window(view, columns, room);
    let furthest = window.above + window.below;

    let hidden = match (window.above, window.below) {
        (0, 0) => String::new(),
        (above, 0) => format!("({above} lines above)"),
        (0, below) => format!("({below} lines below)"),
        (above, below) => format!("({above} lines above, {below} below)"),
    };
    let hidden = view.color.paint(Tone::Quiet, &hidden);
    let filling = room.saturating_sub(window.lines.len());
    let lines = window
        .lines
        .into_iter()
        .chain(std::iter::repeat_n(String::new(), filling))
        .chain([hidden])
        .map(|line| cut(&line, columns))
        .chain(foot)
        .chain(keys.iter().map(|line| cut(line, columns)))
        .take(rows)
        // In raw mode a line feed does not return the carriage; what stood there is wiped behind it.
        .map(|line| line + "\x1b[K");
    let text = format!("\x1b[H{}\x1b[J", lines.collect::<Vec<_>>().join("\r\n"));
    Picture { text, room, furthest }
}

fn window(view: &View, columns: usize, room: usize) -> Window {
    let mut focus = 0..0;
    let mut lines = Vec::new();
    for (index, line) in view.page.iter().enumerate() {
        let from = lines.len();
        lines.extend(broken(line, columns));
        if view.focus == Some(index) {
            focus = from..lines.len();
        }
    }
    let furthest = lines.len().saturating_sub(room);
    let mut above = view.scroll.min(furthest);
    if view.focus.is_some() {
        above = above.max(focus.end.saturating_sub(room)).min(focus.start);
    }
    let below = lines.len().saturating_sub(above + room);
    let lines = lines.into_iter().skip(above).take(room).collect();
    Window { lines, above, below }
}

/// The keys in as many lines as they take, at most three.
fn key_lines(keys: &[Binding], columns: usize, color: Color) -> Vec<String> {
    let mut lines = vec![String::new()];
    for binding in keys {
        let key = color.paint(Tone::Pointer, &binding.key.to_string());
        let shown = format!("{key} {}", binding.label);
        let last = lines.last_mut().expect("there is always one");
        if last.is_empty() {
            last.push_str(&shown);
        } else if width(last) + 3 + width(&shown) <= columns {
            last.push_str("   ");
            last.push_str(&shown);
        } else {
            lines.push(shown);
        }
    }
    lines.truncate(3);
    lines
}

/// The path of a file, as a link where the terminal has color: those that do not know links show
/// the path alone.
fn link(file: &Path, columns: usize, color: Color) -> String {
    let shown = cut(&color.paint(Tone::Pointer, &file.display().to_string()), columns);
    if color == Color::Off {
        return shown;
    }
    let mut url = String::from("file://");
    for byte in file.to_string_lossy().replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                url.push(char::from(byte));
            }
            other => url.push_str(&format!("%{other:02X}")),
        }
    }
    format!("\x1b]8;;{url}\x1b\\{shown}\x1b]8;;\x1b\\")
}

/// Prose is broken between words and keeps its indent; what stands in columns is left as it is, and
/// cut.
fn broken(line: &str, columns: usize) -> Vec<String> {
    let prose = line.trim_start_matches(' ');
    if prose.contains("  ") || width(line) <= columns {
        return vec![line.to_owned()];
    }
    let indent = line.len() - prose.len();
    let lines = wrapped(prose, columns.saturating_sub(indent)).into_iter();
    lines.map(|line| format!("{:indent$}{line}", "")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::keys::{Facts, bindings};
    use super::*;

    fn view(page: &str) -> View {
        let facts = Facts {
            has_exercise: true,
            is_passed: false,
            is_unlocked: false,
            has_timeline: false,
            has_steps: false,
            has_mistakes: false,
            is_aside: false,
        };
        View {
            page: page.lines().map(str::to_owned).collect(),
            scroll: 0,
            focus: None,
            foot: vec!["[###-------] 3 of 10".to_owned()],
            file: Some("lessons/gather/src/fetch_all.rs".into()),
            keys: bindings(facts).collect(),
            color: Color::Off,
        }
    }

    fn drawn(view: &View, size: (u16, u16)) -> String {
        let text = picture(view, size).text;
        text.replace("\x1b[K", "").replace("\x1b[H", "").replace("\x1b[J", "").replace("\r\n", "\n")
    }

    #[test]
    fn a_page_stands_on_top_and_the_keys_at_the_bottom() {
        insta::assert_snapshot!(drawn(&view("not yet: step_1\n"), (80, 9)), @r#"
        not yet: step_1




        [###-------] 3 of 10
        lessons/gather/src/fetch_all.rs
        h hint   r run   l list   e edit   s solution   p put off   x reset
        a check all   ? help   q quit
        "#);
    }

    #[test]
    fn what_does_not_fit_can_be_scrolled_to() {
        let numbers: String = (1..=20).map(|number| format!("{number}\n")).collect();
        let mut view = view(&numbers);
        let top = drawn(&view, (80, 10));
        view.scroll = 3;
        let middle = drawn(&view, (80, 10));
        view.scroll = 1_000;
        let end = drawn(&view, (80, 10));

        let seen =
            [top, middle, end].map(|text| text.lines().take(6).collect::<Vec<_>>().join(" "));
        insta::assert_snapshot!(seen.join("\n"), @r#"
        1 2 3 4 5 (15 lines below)
        4 5 6 7 8 (3 lines above, 12 below)
        16 17 18 19 20 (15 lines above)
        "#);
    }

    #[test]
    fn the_file_is_a_link_where_there_is_color() {
        let file = Path::new("/tmp/mein kürs/a.rs");

        assert_eq!(link(file, 80, Color::Off), "/tmp/mein kürs/a.rs");
        let link = link(file, 80, Color::On);
        assert!(link.starts_with("\x1b]8;;file:///tmp/mein%20k%C3%BCrs/a.rs\x1b\\"), "{link:?}");
    }

    #[test]
    fn the_chosen_line_is_always_seen() {
        let numbers: String = (1..=20).map(|number| format!("line {number}\n")).collect();
        let mut view = view(&numbers);
        for focus in 0..20 {
            view.focus = Some(focus);
            let drawn = drawn(&view, (80, 10));
            assert!(drawn.lines().any(|line| line == format!("line {}", focus + 1)), "{drawn}");
        }
    }

    #[test]
    fn a_long_sentence_is_broken_and_a_timeline_is_cut() {
        let page =
            "one fetch waits for another\n  and so does this one\n  /a  ####################\n";
        let drawn = drawn(&view(page), (20, 24));
        let lines: Vec<&str> = drawn.lines().take(5).collect();

        let broken = [
            "one fetch waits for",
            "another",
            "  and so does this",
            "  one",
            "  /a  ##############",
        ];
        assert_eq!(lines, broken);
    }

    #[test]
    fn no_size_is_too_small_and_none_is_overfull() {
        for size in [(0, 0), (1, 1), (3, 7), (200, 2), (10, 5), (40, 12)] {
            let drawn = drawn(&view("1\n2\n3\n4\n5\n6\n7\n8\n9\n"), size);
            assert!(drawn.lines().count() <= usize::from(size.1), "{size:?}: {drawn}");
            assert!(drawn.lines().all(|line| width(line) <= usize::from(size.0)), "{size:?}");
        }
    }
}
