//! The index that the pages' script searches: a section of a page for each entry.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use crate::language::Language;

/// A section of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The title of the page.
    pub title: String,
    /// The heading of the section; nothing above the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Where it is, relative to the root of the book.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The name of the index in the book of `language`.
pub fn file(language: Language) -> String {
    format!("search-{language}.js")
}

/// The script that holds `sections`: a file read from a disk can load a script and nothing else.
pub fn script(sections: &[Section]) -> String {
    let json = serde_json::to_string(sections).expect("sections are always JSON");
    format!("window.bookIndex = {json};\n")
}

/// The sections of a page whose directives have been replaced.
pub fn sections(title: &str, html: &str, markdown: &str) -> Vec<Section> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut sections = vec![Section {
        title: title.to_owned(),
        heading: None,
        path: html.to_owned(),
        text: String::new(),
    }];
    let mut heading: Option<(String, String)> = None;
    let mut block = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                // The title of the page is in every section of it.
                let is_section = level != HeadingLevel::H1;
                heading = Some((
                    String::new(),
                    id.filter(|_| is_section).map(|id| id.into_string()).unwrap_or_default(),
                ));
            }
            Event::End(TagEnd::Heading(level)) => {
                if let Some((text, id)) = heading.take()
                    && level != HeadingLevel::H1
                {
                    sections.push(Section {
                        title: title.to_owned(),
                        heading: Some(text),
                        path: format!("{html}#{id}"),
                        text: String::new(),
                    });
                }
            }
            Event::Text(text) | Event::Code(text) => match &mut heading {
                Some((heading, _)) => heading.push_str(&text),
                None => add(&mut sections, &text),
            },
            // A block comes line by line, and a picture has many lines.
            Event::Html(html) | Event::InlineHtml(html) => block.push_str(&html),
            Event::End(TagEnd::HtmlBlock) => {
                add(&mut sections, &text_of(&block));
                block.clear();
            }
            Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link,
            ) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => add(&mut sections, " "),
            _ => {}
        }
    }
    for section in &mut sections {
        section.text = section.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    sections.retain(|section| section.heading.is_some() || !section.text.is_empty());
    sections
}

fn add(sections: &mut [Section], text: &str) {
    if let Some(section) = sections.last_mut() {
        section.text.push_str(text);
    }
}

/// The text of a piece of HTML; nothing of scripts, pictures and styles, and nothing of what is
/// marked as the interface's by `data-interface`: its words are on every page.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    // What is skipped, and how many of its kind are open.
    let mut skipped: Option<(String, usize)> = None;
    while let Some(start) = rest.find('<') {
        if skipped.is_none() {
            text.push_str(&rest[..start]);
        }
        let after = &rest[start + 1..];
        let Some(end) = after.find('>') else { break };
        let tag = &after[..end];
        let name: String =
            tag.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '/').collect();
        let is_left_out =
            matches!(name.as_str(), "script" | "svg" | "style") || tag.contains(" data-interface");
        match &mut skipped {
            Some((open, depth)) if name == *open && !tag.ends_with('/') => *depth += 1,
            Some((open, depth)) if name.strip_prefix('/') == Some(open) => *depth -= 1,
            Some(_) => {}
            None if is_left_out => skipped = Some((name, 1)),
            None => text.push(' '),
        }
        skipped = skipped.filter(|(_, depth)| *depth > 0);
        rest = &after[end + 1..];
    }
    if skipped.is_none() {
        text.push_str(rest);
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#10;", "\n")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_sections() {
        let markdown = "# Gather {#gather}\n\nAll at *once*.\n\n## Watch it {#watch}\n\nUse `join_all`.\n\n\
                        <figure>\n<svg>\n<svg/><svg></svg><text>no</text>\n</svg>\
                        <ul data-interface>\n<li><ul></ul>no</li></ul><p>a &lt; b</p>\n</figure>\n";

        let sections = sections("Gather: all", "gather.html", markdown);

        let told: Vec<_> = sections
            .iter()
            .map(|it| (it.heading.as_deref(), it.path.as_str(), it.text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (None, "gather.html", "All at once."),
                (Some("Watch it"), "gather.html#watch", "Use join_all. a < b"),
            ]
        );
    }

    #[test]
    fn the_index_is_a_script() {
        let section = Section {
            title: "任务".to_owned(),
            heading: None,
            path: "tasks.html".to_owned(),
            text: "取消".to_owned(),
        };

        assert_eq!(
            script(&[section]),
            "window.bookIndex = [{\"title\":\"任务\",\"path\":\"tasks.html\",\"text\":\"取消\"}];\n"
        );
    }
}
