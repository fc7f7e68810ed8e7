//! Pieces of HTML that fit into a page of Markdown.
//!
//! A widget's HTML may not hold a blank line: in Markdown it would end there.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// `text` as it stands between tags and in attributes with double quotes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Markdown that fits on a line (code, emphasis, links) as HTML without a paragraph around it.
pub fn inline(markdown: &str) -> String {
    // As mdBook does it in the text around.
    let options = Options::ENABLE_SMART_PUNCTUATION;
    let events = Parser::new_ext(markdown, options).filter_map(|event| match event {
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => None,
        // What looks like HTML is meant as text.
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        other => Some(other),
    });
    let mut rendered = String::new();
    html::push_html(&mut rendered, events);
    without_blank_lines(rendered.trim())
}

/// Code, or anything whose lines are to stay as they are, for the highlighter's `language`.
pub fn code_block(code: &str, language: &str) -> String {
    let code = without_blank_lines(&escape(code.trim_end_matches('\n')));
    format!("<pre><code class=\"language-{language}\">{code}\n</code></pre>")
}

/// `text` with each blank line written so that Markdown does not see it, and HTML does.
fn without_blank_lines(text: &str) -> String {
    let mut lines = text.split('\n');
    let mut joined = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        match line.trim().is_empty() {
            true => joined.push_str("&#10;"),
            false => {
                joined.push('\n');
                joined.push_str(line);
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_on_a_line_becomes_html_without_a_paragraph() {
        let html = inline("`a < b` is *not* <b>bold</b>");

        assert_eq!(html, "<code>a &lt; b</code> is <em>not</em> &lt;b&gt;bold&lt;/b&gt;");
    }

    #[test]
    fn code_keeps_its_blank_lines_without_showing_them_to_markdown() {
        let html = code_block("let a = \"<\";\n\n\nlet b;\n", "rust");

        assert_eq!(
            html,
            "<pre><code class=\"language-rust\">let a = &quot;&lt;&quot;;&#10;&#10;\nlet b;\n\
             </code></pre>"
        );
    }
}
