//! Work that takes its time, on a thread of its own: one job at a time, the newest.

use std::{
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
    thread,
};

use super::events::Event;
use crate::{
    commands::{self, Reply, Request, Scope, Session, Trouble},
    grade::GradeError,
    listener::Listener,
    report::Detail,
    run::Canceled,
    status,
    text::Color,
    verdict::Verdict,
};

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Task {
    /// Check this exercise.
    Check(String),
    /// Draw its timeline beside the reference's.
    Timeline(String),
    /// Check the whole course.
    CheckAll,
}

/// How it ended.
pub(super) enum Outcome {
    Verdict(Box<Result<Verdict, GradeError>>),
    Page(Result<Reply, Trouble>),
}

/// Starts jobs. A new one stops the one before it.
pub(super) struct Jobs {
    sender: Sender<Event>,
    /// The number of the newest job; what older ones still say is not heard.
    number: usize,
    canceled: Canceled,
    /// Held while a job runs: one that was stopped is out of the way before the next begins.
    turn: Arc<Mutex<()>>,
}

/// Tells the screen how far a job is.
struct Teller {
    sender: Sender<Event>,
    number: usize,
}

impl Listener for Teller {
    fn built(&self, crates: usize, name: &str) {
        self.tell(format!("building what the lesson stands on, once: {crates} crates, {name}"));
    }

    fn checked(&self, done: usize, all: usize) {
        self.tell(format!("checked {done} of {all} exercises"));
    }
}

impl Teller {
    fn tell(&self, line: String) {
        // The screen may be gone.
        let _ = self.sender.send(Event::Progress(self.number, line));
    }
}

impl Jobs {
    pub(super) fn new(sender: Sender<Event>) -> Jobs {
        Jobs { sender, number: 0, canceled: Canceled::default(), turn: Arc::default() }
    }

    /// Whether a word of the job `number` still counts.
    pub(super) fn is_newest(&self, number: usize) -> bool {
        number == self.number
    }

    /// Stops what runs, if anything does.
    pub(super) fn stop(&mut self) {
        self.canceled.set();
        self.number += 1;
    }

    /// Stops what runs and starts `task`.
    pub(super) fn start(&mut self, session: &Session, task: Task) {
        self.stop();
        self.canceled = Canceled::default();
        let mut session = Session { canceled: self.canceled.clone(), ..session.clone() };
        let (turn, number) = (Arc::clone(&self.turn), self.number);
        let sender = self.sender.clone();
        thread::spawn(move || {
            let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
            let teller = Teller { sender: sender.clone(), number };
            let outcome = run(&mut session, &task, &teller);
            let is_heard = sender.send(Event::Done(number, outcome)).is_ok();
            // The verdict is on the screen: what the book wants beside it may take its time.
            if let (true, Task::Check(id)) = (is_heard, &task) {
                let place = session.course.places().find(|place| place.id() == *id);
                let grader = session.grader(Color::Off);
                place.map(|place| status::add_reference(&grader, place, &teller));
            }
        });
    }
}

fn run(session: &mut Session, task: &Task, teller: &Teller) -> Outcome {
    match task {
        Task::Check(id) => {
            let course = session.course.clone();
            let place = course.places().find(|place| place.id() == *id);
            let place = place.expect("an exercise stays in the course");
            Outcome::Verdict(Box::new(session.grader(session.color).grade(place, teller)))
        }
        Task::Timeline(id) => Outcome::Page(commands::timeline(session, Some(id), teller)),
        Task::CheckAll => {
            let request =
                Request { scope: Scope::Course, detail: Detail::FirstFailure, junit: None };
            Outcome::Page(commands::run(session, &request, teller))
        }
    }
}
