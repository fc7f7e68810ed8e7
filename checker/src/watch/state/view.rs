//! What of the state is to be seen.

use super::{Page, State};
use crate::{
    commands,
    course::Place,
    grade::files_in,
    progress::Standing,
    report, status,
    text::Tone,
    watch::{
        keys::{self, Facts},
        screen::View,
    },
};

impl State {
    pub(in crate::watch) fn view(&self) -> View {
        let (page, focus) = self.page();
        View {
            page,
            scroll: self.scroll,
            focus,
            foot: self.foot(),
            file: self.place().map(|place| self.session.workspace.root().join(place.answer())),
            keys: match self.page {
                Page::Question(..) => Vec::new(),
                _ => keys::bindings(self.facts()).collect(),
            },
            color: self.session.color,
        }
    }

    fn page(&self) -> (Vec<String>, Option<usize>) {
        let text = match &self.page {
            Page::List(list) => return list.lines(&self.session),
            Page::Text(text) => text.clone(),
            Page::Work => self.told().unwrap_or_default().to_owned(),
            Page::Question(question, _) => format!("{question}\n\ny yes   any other key no\n"),
            Page::Verdict => self.verdict_text(),
        };
        (text.lines().map(str::to_owned).collect(), None)
    }

    fn verdict_text(&self) -> String {
        let color = self.session.color;
        match (self.told(), &self.verdict) {
            (Some(told), _) => told.to_owned(),
            (None, Some(Ok(verdict))) => report::verdict(verdict, None, self.detail, color),
            (None, Some(Err(error))) => report::error(error, color),
            (None, None) => "every exercise is passed\n".to_owned(),
        }
    }

    /// The lines below every page, the least important first.
    fn foot(&self) -> Vec<String> {
        let color = self.session.color;
        let mut foot = Vec::new();
        if let Some(place) = self.place() {
            let stars = "*".repeat(usize::from(place.exercise.stars));
            let lesson = &place.lesson.name;
            foot.push(color.paint(
                Tone::Quiet,
                &format!("{}  {stars}  read: lessons/{lesson}/README.md", place.exercise.title),
            ));
        }
        foot.push(color.paint(Tone::Quiet, &self.progress_bar()));
        if self.has_missed_events || !self.files.has_events() {
            let text =
                "file events do not come through here: looking at the file 10 times a second";
            foot.push(color.paint(Tone::Notice, text));
        }
        if !self.note.is_empty() {
            foot.push(format!("{} {}", color.paint(Tone::Notice, "note:"), self.note));
        }
        if !matches!(self.page, Page::Verdict | Page::Work) {
            foot.push(self.standing_word());
        }
        foot
    }

    /// What goes on behind a page that is not the verdict.
    fn standing_word(&self) -> String {
        let color = self.session.color;
        let id = self.current.as_deref().unwrap_or("the course");
        match (self.told(), &self.verdict) {
            (Some(told), _) => told.to_owned(),
            (None, Some(Ok(verdict))) if verdict.passed => {
                format!("{} {id}", color.paint(Tone::Good, "passed:"))
            }
            (None, Some(_)) => format!("{} {id}", color.paint(Tone::Bad, "not yet:")),
            (None, None) => String::new(),
        }
    }

    fn progress_bar(&self) -> String {
        const WIDTH: usize = 10;
        let course = &self.session.course;
        let is_passed =
            |place: &Place<'_>| self.session.progress.standing(*place) == Standing::Passed;
        let (passed, all) = (course.places().filter(is_passed).count(), course.places().count());
        let filled = passed * WIDTH / all.max(1);
        let bar = "#".repeat(filled) + &"-".repeat(WIDTH - filled);
        let summary = commands::summary(&self.session);
        let summary = summary.trim_start_matches("passed: ");
        format!("[{bar}] {summary}")
    }

    /// What goes on, if anything does.
    fn told(&self) -> Option<&str> {
        self.running.as_ref().map(|(_, told)| told.as_str())
    }

    pub(super) fn facts(&self) -> Facts {
        let place = self.place();
        let verdict = match &self.verdict {
            Some(Ok(verdict)) if self.running.is_none() => Some(verdict),
            _ => None,
        };
        let standing = place.map(|place| self.session.progress.standing(place));
        let has_wrong = |place: Place<'_>| {
            let folder = self.session.workspace.root().join(place.variants("wrong"));
            files_in(&folder).is_ok_and(|files| !files.is_empty())
        };
        Facts {
            has_exercise: place.is_some(),
            is_passed: verdict.is_some_and(|verdict| verdict.passed),
            is_unlocked: matches!(standing, Some(Standing::Passed | Standing::GivenUp)),
            has_timeline: place.is_some_and(status::has_timeline)
                && verdict.is_some_and(|verdict| verdict.busiest_step().is_some()),
            has_steps: verdict.is_some_and(|verdict| verdict.steps.len() > 1),
            has_mistakes: place.is_some_and(has_wrong),
            is_aside: !matches!(self.page, Page::Verdict),
        }
    }
}
