//! What was collected from all chapters.

use std::fmt::Write as _;

use crate::{
    data::{ErrorEntry, ScheduleRow, Term},
    html::{escape, inline},
    strings::Strings,
};

/// The index of error messages, by their codes.
pub fn error_index(entries: &[ErrorEntry], id: &str, strings: &Strings) -> String {
    let mut html = format!("<dl class=\"error-index\" id=\"{id}\">\n");
    let mut last = None;
    for entry in entries {
        let code = match &entry.failure.code {
            Some(code) => format!("<code>{}</code>", escape(code)),
            None => {
                format!("<span data-interface>{}</span>", escape(strings.word("errors.no_code")))
            }
        };
        let heading = format!("<dt>{code} {}</dt>", inline(&entry.failure.message));
        // The same words may be explained in two chapters.
        if last.as_ref() != Some(&heading) {
            let _ = writeln!(html, "{heading}");
        }
        last = Some(heading);
        let (link, title) = (escape(&entry.link), inline(&entry.title));
        let _ = writeln!(html, "<dd><a href=\"{link}\">{title}</a></dd>");
    }
    html.push_str("</dl>");
    html
}

/// The teacher's schedule: a row for each chapter, and the sums.
pub fn teacher_schedule(rows: &[ScheduleRow], id: &str, strings: &Strings) -> String {
    let head: String = ["teacher.chapter", "teacher.talk", "teacher.core", "teacher.more"]
        .iter()
        .map(|key| format!("<th scope=\"col\">{}</th>", escape(strings.word(key))))
        .collect();
    let mut html = format!(
        "<table class=\"teacher-schedule\" id=\"{id}\">\n<thead data-interface><tr>{head}</tr></thead>\n<tbody>\n"
    );
    let mut sums = (0, 0, 0);
    for row in rows {
        sums = (sums.0 + row.talk, sums.1 + row.core, sums.2 + row.more);
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td>{}</td><td>{}</td><td>{}</td></tr>",
            escape(&row.page),
            inline(&row.title),
            row.talk,
            row.core,
            row.more
        );
    }
    let _ = write!(
        html,
        "</tbody>\n<tfoot data-interface><tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr></tfoot>\n\
         </table>",
        escape(strings.word("teacher.sum")),
        sums.0,
        sums.1,
        sums.2
    );
    html
}

/// The words of the book, each with what it means; its anchor is `term-ID`.
pub fn glossary(terms: &[Term], id: &str, strings: &Strings) -> String {
    let mut html = format!("<dl class=\"glossary\" id=\"{id}\">\n");
    for term in terms {
        let other: Vec<String> = crate::language::Language::ALL
            .into_iter()
            .filter(|language| *language != strings.language() && term.name.has(*language))
            // Some words are not translated.
            .filter(|language| term.name.of(*language) != strings.of(&term.name))
            .map(|language| {
                let name = inline(term.name.of(language));
                format!(" · <span lang=\"{language}\">{name}</span>")
            })
            .collect();
        let _ = writeln!(
            html,
            "<dt id=\"term-{}\">{}{}</dt>\n<dd>{}</dd>",
            escape(&term.id),
            inline(strings.of(&term.name)),
            other.concat(),
            inline(strings.of(&term.meaning))
        );
    }
    html.push_str("</dl>");
    html
}
