//! Fits lines into the columns of a terminal. Colors take no column; whatever else a text holds that
//! would move the cursor is left out.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A piece of a line.
enum Piece<'a> {
    /// A color: `ESC [ … m`.
    Color(&'a str),
    /// A character to show.
    Shown(char),
}

/// The columns that `text` takes in a terminal.
pub fn width(text: &str) -> usize {
    if !text.contains('\x1b') {
        return text.width();
    }
    pieces(text).map(|piece| piece.width()).sum()
}

/// `line` without what does not fit into `columns`, with nothing in it but characters and colors.
pub fn cut(line: &str, columns: usize) -> String {
    let mut kept = String::new();
    let mut left = columns;
    let mut has_color = false;
    for piece in pieces(line) {
        match piece {
            Piece::Color(code) => {
                has_color = true;
                kept.push_str(code);
            }
            Piece::Shown(character) => {
                let Some(rest) = left.checked_sub(piece.width()) else { break };
                left = rest;
                kept.push(character);
            }
        }
    }
    if has_color {
        kept.push_str("\x1b[0m");
    }
    kept
}

/// A paragraph as as many lines of at most `columns` as it takes, broken between words. A longer
/// word has a line of its own.
pub fn wrapped(paragraph: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
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

impl Piece<'_> {
    fn width(&self) -> usize {
        match self {
            Piece::Color(_) => 0,
            Piece::Shown(character) => character.width().unwrap_or_default(),
        }
    }
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    // A tab stands for four spaces.
    let mut spaces = 0;
    std::iter::from_fn(move || {
        loop {
            if spaces > 0 {
                spaces -= 1;
                return Some(Piece::Shown(' '));
            }
            let first = rest.chars().next()?;
            let is_code = |code: &&str| code.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b';'));
            if let Some(code) = rest.strip_prefix("\x1b[")
                && let Some((code, after)) = code.split_once('m').filter(|(code, _)| is_code(code))
            {
                let length = "\x1b[".len() + code.len() + "m".len();
                let color = &rest[..length];
                rest = after;
                return Some(Piece::Color(color));
            }
            rest = &rest[first.len_utf8()..];
            match first {
                '\t' => spaces = 4,
                control if control.is_control() => {}
                shown => return Some(Piece::Shown(shown)),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_take_no_column_and_survive_the_cut() {
        let line = "\x1b[31mred\x1b[0m and more";

        assert_eq!(width(line), 12);
        assert_eq!(cut(line, 5), "\x1b[31mred\x1b[0m a\x1b[0m");
        assert_eq!(cut("plain", 3), "pla");
    }

    #[test]
    fn a_wide_character_is_shown_whole_or_not_at_all() {
        assert_eq!(cut("任务", 3), "任");
        assert_eq!(cut("任务", 0), "");
    }

    #[test]
    fn what_moves_the_cursor_is_left_out() {
        assert_eq!(cut("a\x1b[2Jb\rc\x07\td", 80), "a[2Jbc    d");
    }

    #[test]
    fn a_paragraph_is_broken_between_words() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("unbreakable a", 4), ["unbreakable", "a"]);
        assert_eq!(wrapped("\x1b[31mone two\x1b[0m three", 7).len(), 2);
    }
}
