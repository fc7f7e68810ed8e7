//! The gate on a translation: it has the parts of its original, and is not older.
//!
//! Each section of a translated page holds `<!-- src: DIGEST -->`, eight hexadecimal digits of the
//! original's section at the time of the translation.

use std::collections::BTreeMap;

use crate::{
    directive::Directive,
    markdown::{Section, sections},
    page::Page,
    problem::Problem,
};

/// Everything that makes the `translated` pages others than the `originals`.
pub fn check(originals: &[Page], translated: &[Page]) -> Vec<Problem> {
    let place = |page: &Page| originals.iter().position(|it| it.stem == page.stem);
    let mut last = 0;
    let mut problems = Vec::new();
    for page in translated {
        let Some(place) = place(page) else {
            let text = format!("there is no original `{}.md`", page.stem);
            problems.push(Problem::new(&page.file, 1, text));
            continue;
        };
        if place < last {
            problems.push(Problem::new(&page.file, 1, "in the original it stands further above"));
        }
        last = place;
        let original = &originals[place];
        problems.extend(compare_sections(original, page));
        problems.extend(compare_directives(original, page));
    }
    problems
}

/// The mark of a section: the first eight hexadecimal digits of the SHA-256 of its text.
pub fn mark(section: &Section) -> String {
    forms::digest(section.text.trim())[..8].to_owned()
}

fn compare_sections(original: &Page, page: &Page) -> Vec<Problem> {
    let id = |section: &Section| section.heading.id.clone().unwrap_or_default();
    let shape = |sections: &[Section]| -> Vec<(usize, String)> {
        sections.iter().map(|section| (section.heading.level, id(section))).collect()
    };
    let (theirs, ours) = (sections(&original.text), sections(&page.text));
    if shape(&theirs) != shape(&ours) {
        let differs = shape(&theirs).into_iter().zip(shape(&ours)).position(|(a, b)| a != b);
        let at = differs.unwrap_or_else(|| ours.len().min(theirs.len()));
        let line = ours.get(at).or(ours.last()).map_or(1, |section| section.heading.line);
        let wanted =
            theirs.get(at).map_or("nothing more".to_owned(), |it| format!("`{{#{}}}`", id(it)));
        let text = format!(
            "its headings are others than those of `{}`: here stands {wanted}",
            original.file
        );
        return vec![Problem::new(&page.file, line, text)];
    }
    let marks = ours.iter().zip(&theirs).filter_map(|(ours, theirs)| {
        let wanted = mark(theirs);
        let found = ours.text.split("<!-- src: ").nth(1).and_then(|rest| rest.split(" -->").next());
        let text = match found {
            Some(found) if found == wanted => return None,
            Some(_) => format!(
                "this section is older than `{}:{}`; when it says the same again, its mark is \
                 `<!-- src: {wanted} -->`",
                original.file, theirs.heading.line
            ),
            None => format!("this section has no mark `<!-- src: {wanted} -->`"),
        };
        Some(Problem::new(&page.file, ours.heading.line, text))
    });
    marks.collect()
}

fn compare_directives(original: &Page, page: &Page) -> Vec<Problem> {
    let count = |page: &Page| {
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        page.directives().for_each(|(_, it)| *counts.entry(without_texts(it)).or_default() += 1);
        counts
    };
    let list = |page: &Page| page.directives().map(|(_, it)| without_texts(it)).collect::<Vec<_>>();
    if list(original) == list(page) {
        return Vec::new();
    }
    let (theirs, ours) = (count(original), count(page));
    let missing = theirs.iter().find(|(name, count)| ours.get(*name).unwrap_or(&0) < count);
    let more = ours.iter().find(|(name, count)| theirs.get(*name).unwrap_or(&0) < count);
    let what = match (missing, more) {
        (Some((name, _)), _) => format!("`{name}` is missing"),
        (None, Some((name, _))) => format!("`{name}` is one too many"),
        (None, None) => "they stand in another order".to_owned(),
    };
    let text = format!("its directives are others than those of `{}`: {what}", original.file);
    vec![Problem::new(&page.file, 1, text)]
}

/// A directive without the texts that are translated.
fn without_texts(directive: &Directive) -> String {
    match directive {
        Directive::Timeline(name, _) => format!("timeline {name}"),
        Directive::Stop(at, _) => format!("stop {at}"),
        Directive::Slider(name, ..) => format!("slider {name}"),
        Directive::Schedule(name, _) => format!("schedule {name}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directive;

    const ENGLISH: &str =
        "# Gather {#gather}\n\nAll at once.\n\n## Watch {#watch}\n\n{{#timeline a \"b\"}}\n";

    fn page(file: &str, text: &str) -> Page {
        let items = directive::parse(file, text, &mut Vec::new());
        let stem = "gather".to_owned();
        Page { file: file.to_owned(), stem, title: String::new(), text: text.to_owned(), items }
    }

    fn chinese(directive: &str) -> String {
        let marks: Vec<String> = sections(ENGLISH).iter().map(mark).collect();
        format!(
            "# 汇集 {{#gather}}\n<!-- src: {} -->\n\n## 观察 {{#watch}}\n<!-- src: {} -->\n\n{directive}\n",
            marks[0], marks[1]
        )
    }

    fn told(english: &str, chinese: &str) -> Vec<String> {
        let problems = check(&[page("en.md", english)], &[page("zh.md", chinese)]);
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn a_translation_that_is_up_to_date_passes() {
        assert_eq!(told(ENGLISH, &chinese("{{#timeline a \"图\"}}")), [""; 0]);
    }

    #[test]
    fn a_section_that_was_changed_makes_its_translation_old() {
        let changed = ENGLISH.replace("All at once", "All together");

        let told = told(&changed, &chinese("{{#timeline a \"图\"}}"));

        assert_eq!(told.len(), 1, "the other section is as it was: {told:?}");
        assert!(told[0].starts_with("zh.md:1: this section is older than `en.md:1`"), "{told:?}");
    }

    #[test]
    fn a_section_without_mark_is_refused() {
        let text = chinese("{{#timeline a \"图\"}}").replacen("<!-- src:", "<!--", 1);

        assert!(
            told(ENGLISH, &text)[0].starts_with("zh.md:1: this section has no mark `<!-- src: ")
        );
    }

    #[test]
    fn other_headings_are_refused() {
        let text = chinese("{{#timeline a \"图\"}}").replace("{#watch}", "{#look}");

        assert_eq!(
            told(ENGLISH, &text),
            ["zh.md:4: its headings are others than those of `en.md`: here stands `{#watch}`"]
        );
    }

    #[test]
    fn other_directives_are_refused() {
        assert_eq!(
            told(ENGLISH, &chinese("{{#timeline c \"图\"}}")),
            ["zh.md:1: its directives are others than those of `en.md`: `timeline a` is missing"]
        );
    }

    #[test]
    fn a_page_without_original_is_refused() {
        let problems = check(&[], &[page("zh.md", "")]);

        assert_eq!(problems[0].to_string(), "zh.md:1: there is no original `gather.md`");
    }
}
