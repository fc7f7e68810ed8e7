//! Chinese is written without spaces, and a browser makes a space of a line's end.

use crate::directive::fence_of;

/// `text` with those lines joined between which a space would be wrong.
pub fn without_spaces_at_line_ends(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut fence: Option<String> = None;
    for line in text.lines() {
        let content = line.trim();
        let was_code = fence.is_some();
        match &fence {
            Some(mark) if content == mark => fence = None,
            Some(_) => {}
            None => fence = fence_of(content),
        }
        let is_code = was_code || fence.is_some();
        if !is_code && belong_together(joined.trim_end_matches('\n'), content, &joined) {
            joined.pop();
            joined.push_str(content);
        } else {
            joined.push_str(line);
        }
        joined.push('\n');
    }
    joined
}

/// Whether `next` goes on where `before` stops; `whole` is `before` with its line ends.
fn belong_together(before: &str, next: &str, whole: &str) -> bool {
    let is_directly_above = whole.len() == before.len() + 1;
    let (Some(last), Some(first)) = (before.chars().next_back(), next.chars().next()) else {
        return false;
    };
    let is_text = first.is_ascii_alphabetic() || matches!(first, '[' | '`');
    is_directly_above && is_wide(last) && (is_wide(first) || is_mark(last) && is_text)
}

fn is_wide(character: char) -> bool {
    matches!(character, '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

fn is_mark(character: char) -> bool {
    matches!(character, '，' | '。' | '；' | '：' | '、' | '！' | '？' | '（' | '）' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_chinese_are_joined() {
        let text = "等待不花代价，\n可以同时进行。\n- 一项；\n  [下一章](a.md)\n- 二项\n";

        assert_eq!(
            without_spaces_at_line_ends(text),
            "等待不花代价，可以同时进行。\n- 一项；[下一章](a.md)\n- 二项\n"
        );
    }

    #[test]
    fn paragraphs_lists_and_code_stay_as_they_are() {
        let text = "一。\n\n二。\n1. 三。\n2. 四。\n```text\n五\n六\n```\n七 and\neight\n";

        assert_eq!(without_spaces_at_line_ends(text), text);
    }
}
