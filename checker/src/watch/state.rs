//! What the screen knows, and what each event changes.

mod view;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use super::{
    editor::Launch,
    events::{Event, Key},
    files::Files,
    job::{Jobs, Outcome, Task},
    keys::{self, Action},
    list::{List, Pressed},
    screen::Picture,
};
use crate::{
    commands::{self, GiveUp, Reply, Session, Trouble},
    course::Place,
    grade::GradeError,
    report::{self, Detail},
    verdict::Verdict,
};

/// What to do after an event.
pub(super) enum Next {
    /// Go on.
    Go,
    /// Open an editor, then go on.
    Edit(Launch),
    /// Draw everything anew: a terminal that gets another size may lose what stood there.
    Redraw,
    /// End.
    Quit,
}

/// What the screen knows.
pub(super) struct State {
    session: Session,
    files: Files,
    edit_command: Option<String>,
    jobs: Jobs,
    /// The job under way, with its last word.
    running: Option<(Task, String)>,
    current: Option<String>,
    /// The text that was checked: a save that changes nothing checks nothing.
    checked: Option<Vec<u8>>,
    verdict: Option<Result<Verdict, GradeError>>,
    detail: Detail,
    page: Page,
    scroll: usize,
    /// What the last drawing left to scroll, and the rows it had.
    furthest: usize,
    room: usize,
    /// A save was found by looking: the system's events do not come through.
    has_missed_events: bool,
    /// What could not be done or written down.
    note: String,
}

/// What is shown above the foot.
enum Page {
    Verdict,
    Text(String),
    /// The last word of what is under way.
    Work,
    List(List),
    /// A question, and what to do if the answer is yes.
    Question(String, Action),
}

impl State {
    pub(super) fn new(
        session: Session,
        files: Files,
        edit_command: Option<String>,
        sender: Sender<Event>,
    ) -> State {
        let news = commands::news(&session);
        let note = news.lines().collect::<Vec<_>>().join("; ");
        State {
            current: session.progress.current(&session.course).map(|place| place.id()),
            session,
            files,
            edit_command,
            jobs: Jobs::new(sender),
            running: None,
            checked: None,
            verdict: None,
            detail: Detail::FirstFailure,
            page: Page::Verdict,
            scroll: 0,
            furthest: 0,
            room: 0,
            has_missed_events: false,
            note,
        }
    }

    /// Starts the first check.
    pub(super) fn begin(&mut self) {
        self.check();
    }

    /// Stops whatever runs.
    pub(super) fn stop(&mut self) {
        self.jobs.stop();
    }

    /// What stands in the terminal after the screen is gone.
    pub(super) fn farewell(&self) -> String {
        commands::standing(&self.session).text
    }

    pub(super) fn handle(&mut self, event: Event) -> Next {
        match event {
            Event::Key(key) => return self.press(key),
            Event::Resized => return Next::Redraw,
            Event::Saved(paths) => self.saved(&paths, false),
            Event::Changed(path) => self.saved(&[path], true),
            Event::Progress(number, line) => {
                if let Some((_, told)) =
                    self.running.as_mut().filter(|_| self.jobs.is_newest(number))
                {
                    *told = line;
                }
            }
            Event::Done(number, outcome) if self.jobs.is_newest(number) => self.done(outcome),
            Event::Done(..) => {}
            Event::Ended => return Next::Quit,
        }
        Next::Go
    }

    /// Remembers what the drawing left to scroll.
    pub(super) fn drawn(&mut self, picture: &Picture) {
        self.furthest = picture.furthest;
        self.room = picture.room;
        self.scroll = self.scroll.min(picture.furthest);
    }

    /// Goes on after an editor was open; `told` is what went wrong with it.
    pub(super) fn edited(&mut self, told: Option<String>) {
        self.note = told.unwrap_or_default();
    }

    fn place(&self) -> Option<Place<'_>> {
        let current = self.current.as_deref()?;
        self.session.course.places().find(|place| place.id() == current)
    }

    fn press(&mut self, key: Key) -> Next {
        self.note.clear();
        match &mut self.page {
            Page::Question(_, action) => {
                let action = *action;
                self.show(Page::Verdict);
                if key == Key::Char('y') {
                    self.answered(action);
                }
                return Next::Go;
            }
            Page::List(list) => match list.press(key, &self.session, self.room) {
                Pressed::Here => return Next::Go,
                Pressed::Chosen(id) => {
                    self.go_to(Some(id));
                    return Next::Go;
                }
                Pressed::Elsewhere => {}
            },
            Page::Verdict | Page::Text(_) | Page::Work => {}
        }
        match key {
            Key::Char(letter) => match keys::action(letter, self.facts()) {
                Some(action) => return self.act(action),
                None => self.scroll_by(letter),
            },
            Key::Enter => return self.act(Action::Run),
            Key::Escape => self.back(),
            Key::Backspace => {}
            Key::Up => self.scroll = self.scroll.saturating_sub(1),
            Key::Down => self.scroll += 1,
            Key::PageUp => self.scroll = self.scroll.saturating_sub(self.room),
            Key::PageDown => self.scroll += self.room,
            Key::Home => self.scroll = 0,
            Key::End => self.scroll = self.furthest,
        }
        Next::Go
    }

    fn scroll_by(&mut self, letter: char) {
        match letter {
            'j' => self.scroll += 1,
            'k' => self.scroll = self.scroll.saturating_sub(1),
            ' ' => self.scroll += self.room,
            _ => {}
        }
    }

    fn act(&mut self, action: Action) -> Next {
        let id = self.current.clone();
        let name = id.as_deref();
        match action {
            Action::Quit => return Next::Quit,
            Action::Edit => return self.edit(),
            Action::Back => self.back(),
            Action::Next => {
                let _ = self.session.progress.reload();
                let next = self.session.progress.current(&self.session.course);
                self.go_to(next.map(|place| place.id()));
            }
            Action::Run => self.check(),
            Action::Verbose => {
                self.detail = match self.detail {
                    Detail::FirstFailure => Detail::EveryStep,
                    Detail::EveryStep => Detail::FirstFailure,
                };
                self.show(Page::Verdict);
            }
            Action::Timeline => self.start(name.map(|id| Task::Timeline(id.to_owned()))),
            Action::CheckAll => self.start(Some(Task::CheckAll)),
            Action::List => {
                let _ = self.session.progress.reload();
                self.show(Page::List(List::at(id)));
            }
            Action::Help => self.show(Page::Text(keys::help())),
            Action::Hint => {
                let reply = commands::hint(&mut self.session, name);
                self.show_reply(reply);
                // The newest hint stands last.
                self.scroll = usize::MAX;
            }
            Action::Mistakes => self.show_reply(commands::mistakes(&self.session, name)),
            Action::Diff => self.show_reply(commands::diff(&self.session, name)),
            Action::Solution => {
                let reply = commands::solution(&mut self.session, name, GiveUp::No);
                self.show_reply(reply);
            }
            Action::Later => {
                let reply = commands::later(&mut self.session, name);
                match reply {
                    Ok(_) => return self.act(Action::Next),
                    Err(_) => self.show_reply(reply),
                }
            }
            Action::GiveUp => self.ask(
                "Show the solution? The exercise then counts as given up and comes back once, later.",
                action,
            ),
            Action::Reset => self.ask(
                "Put the stub back? What you wrote is kept in `.awaitlings/attempts`.",
                action,
            ),
        }
        Next::Go
    }

    /// The answer to a question was yes.
    fn answered(&mut self, action: Action) {
        let Some(id) = self.current.clone() else { return };
        match action {
            Action::GiveUp => {
                let reply = commands::solution(&mut self.session, Some(&id), GiveUp::Yes);
                self.show_reply(reply);
            }
            _ => match commands::reset(&mut self.session, Some(&id)) {
                Ok(reply) => {
                    self.check();
                    reply.text.trim_end().clone_into(&mut self.note);
                }
                failed => self.show_reply(failed),
            },
        }
    }

    fn ask(&mut self, question: &str, action: Action) {
        let id = self.current.as_deref().unwrap_or_default();
        self.show(Page::Question(format!("{id}\n\n{question}"), action));
    }

    fn edit(&mut self) -> Next {
        let Some(place) = self.place() else { return Next::Go };
        let file = self.session.workspace.root().join(place.answer());
        let line = self.line_to_edit(&place.answer());
        match Launch::of(self.edit_command.as_deref(), &file, line) {
            Some(launch) => Next::Edit(launch),
            None => {
                "no editor is known: set `EDITOR`, or start with `--edit-cmd`"
                    .clone_into(&mut self.note);
                Next::Go
            }
        }
    }

    /// The line that the verdict points to, if it lies in the answer.
    fn line_to_edit(&self, answer: &Path) -> usize {
        let Some(Ok(verdict)) = &self.verdict else { return 1 };
        let place = verdict.first_failure().and_then(|step| step.place.as_deref());
        let line = place.and_then(|place| place.rsplit_once(':')).and_then(|(file, line)| {
            (Path::new(file) == answer).then(|| line.parse().ok()).flatten()
        });
        line.unwrap_or(1)
    }

    fn show(&mut self, page: Page) {
        self.page = page;
        self.scroll = 0;
    }

    fn show_reply(&mut self, reply: Result<Reply, Trouble>) {
        self.show(Page::Text(match reply {
            Ok(reply) => reply.text,
            Err(trouble) => report::error(trouble.error(), self.session.color),
        }));
    }

    /// Back to the verdict; whatever else is under way is stopped.
    fn back(&mut self) {
        if self.running.as_ref().is_some_and(|(task, _)| !matches!(task, Task::Check(_))) {
            self.jobs.stop();
            self.running = None;
        }
        self.show(Page::Verdict);
    }

    fn go_to(&mut self, id: Option<String>) {
        self.current = id;
        self.verdict = None;
        self.check();
    }

    fn saved(&mut self, paths: &[PathBuf], is_found_by_looking: bool) {
        let Some(place) = self.place() else { return };
        let answer = place.answer();
        if !paths.iter().any(|path| path.ends_with(&answer)) {
            return;
        }
        let text = fs::read(self.session.workspace.root().join(&answer)).ok();
        // Editors that write a new file and rename it leave a moment without one.
        if text.is_none() || text == self.checked {
            return;
        }
        self.has_missed_events |= is_found_by_looking;
        self.check();
    }

    /// Checks the exercise at hand, whatever else is under way.
    fn check(&mut self) {
        let file = self.place().map(|place| self.session.workspace.root().join(place.answer()));
        self.checked = file.as_ref().and_then(|file| fs::read(file).ok());
        self.files.look_at(file);
        // What another checker has written meanwhile.
        let _ = self.session.progress.reload();
        self.show(Page::Verdict);
        self.start(self.current.clone().map(Task::Check));
    }

    /// Stops what runs and starts `task`.
    fn start(&mut self, task: Option<Task>) {
        self.running = None;
        let Some(task) = task else { return self.jobs.stop() };
        let told = match &task {
            Task::Check(id) => format!("checking {id}"),
            Task::Timeline(id) => format!("running {id} and its reference"),
            Task::CheckAll => "checking the whole course".to_owned(),
        };
        if !matches!(task, Task::Check(_)) {
            self.show(Page::Work);
        }
        self.jobs.start(&self.session, task.clone());
        self.running = Some((task, told));
    }

    fn done(&mut self, outcome: Outcome) {
        self.running = None;
        match outcome {
            Outcome::Verdict(mut result) => {
                if let Ok(verdict) = result.as_mut() {
                    self.note_verdict(verdict);
                }
                self.verdict = Some(*result);
            }
            Outcome::Page(reply) => {
                let _ = self.session.progress.reload();
                self.show_reply(reply);
            }
        }
    }

    fn note_verdict(&mut self, verdict: &mut Verdict) {
        let course = self.session.course.clone();
        let place = course.places().find(|place| place.id() == verdict.id);
        if let Some(place) = place {
            let unsaved = self.session.note(place, verdict);
            self.note.push_str(unsaved.trim().trim_start_matches("note: "));
        }
    }
}
