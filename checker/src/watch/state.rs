//! What the screen knows, and what each event changes.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
    thread,
};

use super::{
    events::Event,
    screen::{Body, View},
};
use crate::{
    commands::{self, Session},
    course::{Course, Place},
    grade::{GradeError, Grader},
    listener::Listener,
    report,
    run::Canceled,
    text::Color,
    verdict::Verdict,
};

/// What to do after an event.
pub(super) enum Next {
    /// Draw the screen.
    Draw,
    /// Nothing has changed.
    Nothing,
    /// End.
    Quit,
}

/// What the screen knows.
pub(super) struct State {
    session: Session,
    course: Arc<Course>,
    sender: Sender<Event>,
    current: Option<String>,
    body: Body,
    /// The number of the newest check; older ones that still report are not heard.
    check: usize,
    canceled: Canceled,
    /// Held while a check runs: one that was stopped is out of the way before the next begins.
    turn: Arc<Mutex<()>>,
    /// The text that was checked: a save that changes nothing checks nothing.
    checked: Option<Vec<u8>>,
    is_passed: bool,
}

/// Tells the screen what cargo does.
struct Building(Sender<Event>);

impl Listener for Building {
    fn built(&self, crates: usize, name: &str) {
        let _ = self.0.send(Event::Built(crates, name.to_owned()));
    }
}

impl State {
    pub(super) fn new(session: Session, sender: Sender<Event>) -> State {
        let course = Arc::new(session.course.clone());
        let current = session.progress.current(&course).map(|place| place.id());
        State {
            session,
            course,
            sender,
            current,
            body: Body::Checking(None),
            check: 0,
            canceled: Canceled::default(),
            turn: Arc::default(),
            checked: None,
            is_passed: false,
        }
    }

    /// Starts the first check.
    pub(super) fn begin(&mut self) {
        self.start_check();
    }

    /// Stops whatever runs.
    pub(super) fn stop(&self) {
        self.canceled.set();
    }

    pub(super) fn handle(&mut self, event: Event) -> Next {
        match event {
            Event::Key(key) => self.press(key),
            Event::Resized => Next::Draw,
            Event::Saved(paths) => self.saved(&paths),
            Event::Built(crates, name) => {
                if !matches!(self.body, Body::Checking(_)) {
                    return Next::Nothing;
                }
                self.body = Body::Checking(Some((crates, name)));
                Next::Draw
            }
            Event::Checked(number, _) if number != self.check => Next::Nothing,
            Event::Checked(_, result) => self.checked(*result),
        }
    }

    pub(super) fn view(&self) -> View<'_> {
        let place = self.place();
        View {
            title: place.map(|place| format!("{}  {}", place.id(), place.exercise.title)),
            file: place.map(|place| self.session.workspace.root().join(place.answer())),
            summary: commands::standing(&self.session).text.lines().next().unwrap_or("").to_owned(),
            body: &self.body,
            is_passed: self.is_passed,
            color: self.session.color,
        }
    }

    /// What stands in the terminal after the screen is gone.
    pub(super) fn farewell(&self) -> String {
        commands::standing(&self.session).text
    }

    fn place(&self) -> Option<Place<'_>> {
        let current = self.current.as_deref()?;
        self.course.places().find(|place| place.id() == current)
    }

    fn press(&mut self, key: char) -> Next {
        match key {
            'q' => return Next::Quit,
            'r' => self.start_check(),
            'h' => self.show_hint(),
            'l' => self.body = Body::Text(commands::list(&self.session).text),
            'n' if self.is_passed => self.go_on(),
            _ => return Next::Nothing,
        }
        Next::Draw
    }

    fn show_hint(&mut self) {
        let name = self.current.clone();
        if let Some(name) = name {
            self.body = Body::Text(match commands::hint(&mut self.session, Some(&name)) {
                Ok(reply) => reply.text,
                Err(trouble) => report::error(trouble.error(), self.session.color),
            });
        }
    }

    /// Goes to the exercise to go on with.
    fn go_on(&mut self) {
        self.current = self.session.progress.current(&self.course).map(|place| place.id());
        self.start_check();
    }

    fn saved(&mut self, paths: &[PathBuf]) -> Next {
        let Some(place) = self.place() else { return Next::Nothing };
        let answer = place.answer();
        if !paths.iter().any(|path| path.ends_with(&answer)) {
            return Next::Nothing;
        }
        let text = fs::read(self.session.workspace.root().join(&answer)).ok();
        // Editors that write a new file and rename it leave a moment without one.
        if text.is_none() || text == self.checked {
            return Next::Nothing;
        }
        self.start_check();
        Next::Draw
    }

    /// Stops the running check and starts the next one.
    fn start_check(&mut self) {
        self.canceled.set();
        self.canceled = Canceled::default();
        self.check += 1;
        self.is_passed = false;
        let Some(place) = self.place() else {
            self.body = Body::Text("every exercise is passed\n".to_owned());
            return;
        };
        let id = place.id();
        self.checked = fs::read(self.session.workspace.root().join(place.answer())).ok();
        self.body = Body::Checking(None);

        let (course, workspace) = (Arc::clone(&self.course), self.session.workspace.clone());
        let (sender, number) = (self.sender.clone(), self.check);
        let (canceled, has_color) = (self.canceled.clone(), self.session.color == Color::On);
        let turn = Arc::clone(&self.turn);
        thread::spawn(move || {
            let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
            let grader = Grader { workspace: &workspace, course: &course, has_color, canceled };
            let place = course.places().find(|place| place.id() == id);
            let place = place.expect("an exercise stays in the course");
            let result = grader.grade(place, &Building(sender.clone()));
            // The screen may be gone.
            let _ = sender.send(Event::Checked(number, Box::new(result)));
        });
    }

    fn checked(&mut self, result: Result<Verdict, GradeError>) -> Next {
        let color = self.session.color;
        match result {
            Ok(mut verdict) => {
                let unsaved = self.note(&mut verdict);
                self.is_passed = verdict.passed;
                self.body = Body::Text(
                    report::verdict(&verdict, None, report::Detail::FirstFailure, color) + &unsaved,
                );
            }
            Err(error) => self.body = Body::Text(report::error(&error, color)),
        }
        Next::Draw
    }

    fn note(&mut self, verdict: &mut Verdict) -> String {
        let course = Arc::clone(&self.course);
        let place = course.places().find(|place| place.id() == verdict.id);
        place.map(|place| self.session.note(place, verdict)).unwrap_or_default()
    }
}
