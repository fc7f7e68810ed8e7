//! What the pages of one language hold for others: cheat sheets, error messages, minutes.

use crate::{
    data::{ErrorEntry, ScheduleRow},
    directive::{Directive, Item},
    page::Page,
    sources::{Sources, minutes},
};

/// What was collected from all pages.
#[derive(Debug)]
pub struct Collected<'a> {
    /// The parts of the cheat sheet.
    pub cheats: Vec<Cheat<'a>>,
    /// The index of error messages, by their codes; those without one at its end.
    pub errors: Vec<ErrorEntry>,
    /// The teacher's schedule.
    pub schedule: Vec<ScheduleRow>,
}

/// One chapter's part of the cheat sheet.
#[derive(Debug)]
pub struct Cheat<'a> {
    /// The lesson.
    pub lesson: &'a str,
    /// The page.
    pub page: &'a Page,
    /// What stands between the marks.
    pub items: &'a [Item],
}

impl<'a> Collected<'a> {
    /// Collects from `pages`.
    pub fn from_pages(pages: &'a [Page], sources: &Sources) -> Collected<'a> {
        let mut errors: Vec<ErrorEntry> =
            pages.iter().flat_map(|page| errors(page, sources)).collect();
        let key = |entry: &ErrorEntry| {
            let failure = &entry.failure;
            (failure.code.is_none(), failure.code.clone(), failure.message.clone())
        };
        errors.sort_by_key(key);
        Collected {
            cheats: pages.iter().flat_map(cheats).collect(),
            errors,
            schedule: pages.iter().filter_map(|page| row(page, sources)).collect(),
        }
    }
}

fn cheats(page: &Page) -> Vec<Cheat<'_>> {
    let mut cheats = Vec::new();
    let mut begun = None;
    for (index, item) in page.items.iter().enumerate() {
        match (item.directive(), begun) {
            (Some(Directive::Cheat(lesson)), _) => begun = Some((lesson, index + 1)),
            (Some(Directive::CheatEnd), Some((lesson, start))) => {
                cheats.push(Cheat { lesson, page, items: &page.items[start..index] });
                begun = None;
            }
            _ => {}
        }
    }
    cheats
}

fn errors(page: &Page, sources: &Sources) -> Vec<ErrorEntry> {
    let entries = page.directives().filter_map(|(_, directive)| {
        let Directive::CompileError(name) = directive else { return None };
        let failure = sources.failures.get(name)?.as_ref().ok()?.clone();
        let link = format!("{}#{}", page.html(), error_id(page, name));
        Some(ErrorEntry { failure, title: page.title.clone(), link })
    });
    entries.collect()
}

/// The id of an error message in its page.
pub fn error_id(page: &Page, name: &str) -> String {
    format!("{}-error-{name}", page.stem)
}

/// A row of the schedule, for a page that is a lesson's chapter or has a note for teachers.
fn row(page: &Page, sources: &Sources) -> Option<ScheduleRow> {
    let notes = page.directives().filter_map(|(_, directive)| match directive {
        Directive::Teacher(minutes) => Some(*minutes),
        _ => None,
    });
    let talk = notes.sum();
    let manifest = sources.manifests.get(&page.stem);
    let (core, more) = manifest.map(minutes).unwrap_or_default();
    let is_shown = manifest.is_some() || talk > 0;
    let (title, page) = (page.title.clone(), page.html());
    is_shown.then_some(ScheduleRow { title, page, talk, core, more })
}
