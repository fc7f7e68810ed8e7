//! The list of exercises as something to search in and to choose from.

use super::events::Key;
use crate::{
    commands::{self, Session},
    course::Place,
    progress::Standing,
    text::Tone,
};

/// Which exercises are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    Open,
    Passed,
}

/// The list with what the learner has done to it.
#[derive(Debug, Clone)]
pub(super) struct List {
    filter: Filter,
    search: String,
    is_typing: bool,
    /// The exercise that Enter goes to.
    chosen: Option<String>,
}

/// What a key did to the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Something of its own, or nothing.
    Here,
    /// This exercise was chosen.
    Chosen(String),
    /// It is none of the list's keys.
    Elsewhere,
}

impl List {
    pub(super) fn at(current: Option<String>) -> List {
        List { filter: Filter::All, search: String::new(), is_typing: false, chosen: current }
    }

    pub(super) fn press(&mut self, key: Key, session: &Session, rows: usize) -> Pressed {
        match key {
            Key::Escape | Key::Enter if self.is_typing => {
                self.is_typing = false;
                if key == Key::Escape {
                    self.search.clear();
                }
            }
            Key::Backspace if self.is_typing => {
                self.search.pop();
            }
            Key::Char(character) if self.is_typing => self.search.push(character),
            Key::Char('/') => {
                self.is_typing = true;
                self.search.clear();
            }
            Key::Char('f') => {
                self.filter = match self.filter {
                    Filter::All => Filter::Open,
                    Filter::Open => Filter::Passed,
                    Filter::Passed => Filter::All,
                };
            }
            Key::Enter => {
                let chosen = self.chosen(session);
                return chosen.map_or(Pressed::Here, |place| Pressed::Chosen(place.id()));
            }
            Key::Up | Key::Char('k') => self.step(session, -1),
            Key::Down | Key::Char('j') => self.step(session, 1),
            Key::PageUp => self.step(session, -distance(rows)),
            Key::PageDown => self.step(session, distance(rows)),
            Key::Home => self.step(session, isize::MIN),
            Key::End => self.step(session, isize::MAX),
            _ => return Pressed::Elsewhere,
        }
        Pressed::Here
    }

    /// The lines to show, and which of them is the chosen one.
    pub(super) fn lines(&self, session: &Session) -> (Vec<String>, Option<usize>) {
        let filter = match self.filter {
            Filter::All => "all exercises",
            Filter::Open => "exercises not passed",
            Filter::Passed => "exercises passed",
        };
        let search = match (self.is_typing, self.search.as_str()) {
            (true, search) => format!("   search: {search}_"),
            (false, "") => String::new(),
            (false, search) => format!("   search: {search}"),
        };
        let keys = session.color.paint(Tone::Quiet, "   / search   f filter   Enter go there");
        let mut lines = vec![format!("{filter}{search}{keys}"), String::new()];
        let chosen = self.chosen(session).map(|place| place.id());
        let id_width = commands::id_width(session);
        let mut focus = None;
        let mut lesson = "";
        for place in self.places(session) {
            if place.lesson.name != lesson {
                lesson = &place.lesson.name;
                let manifest = &place.lesson.manifest;
                let heading = format!("{}: {}", manifest.title, manifest.pattern);
                lines.push(session.color.paint(Tone::Quiet, &heading));
            }
            let is_chosen = chosen.as_deref() == Some(&place.id());
            if is_chosen {
                focus = Some(lines.len());
            }
            let sign = if is_chosen { ">" } else { " " };
            lines.push(format!("{sign} {}", commands::line(session, place, id_width)));
        }
        if chosen.is_none() {
            lines.push("nothing fits".to_owned());
        }
        (lines, focus)
    }

    fn places<'s>(&self, session: &'s Session) -> impl Iterator<Item = Place<'s>> {
        let (filter, search) = (self.filter, self.search.to_lowercase());
        session.course.places().filter(move |place| {
            let is_passed = session.progress.standing(*place) == Standing::Passed;
            let fits = match filter {
                Filter::All => true,
                Filter::Open => !is_passed,
                Filter::Passed => is_passed,
            };
            let exercise = place.exercise;
            let text = [&place.id(), &exercise.title, exercise.kind.name(), exercise.track.name()];
            fits && text.iter().any(|text| text.to_lowercase().contains(&search))
        })
    }

    /// The chosen exercise, or the first one if that is not listed.
    fn chosen<'s>(&self, session: &'s Session) -> Option<Place<'s>> {
        let is_chosen = |place: &Place<'_>| self.chosen.as_deref() == Some(&place.id());
        self.places(session).find(is_chosen).or_else(|| self.places(session).next())
    }

    fn step(&mut self, session: &Session, by: isize) {
        let ids: Vec<String> = self.places(session).map(|place| place.id()).collect();
        let chosen = self.chosen(session).map(|place| place.id());
        let at = ids.iter().position(|id| Some(id) == chosen.as_ref()).unwrap_or_default();
        let to = at.saturating_add_signed(by).min(ids.len().saturating_sub(1));
        self.chosen = ids.into_iter().nth(to);
    }
}

fn distance(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX).max(1)
}
