//! Everything the checker does, as a library that never prints.
//!
//! The way of an exercise through it: [`course`] knows what is asked, [`build`] compiles the
//! learner's file with the given steps, [`run`] runs each step in a process of its own,
//! [`verdict`] says what that means, and [`report`] puts it into words or JSON. [`commands`] are
//! the verbs of the command line, [`verify`] is the author's gate, [`mutate`] looks for
//! wrong answers that no step rejects, [`watch`] the interactive
//! screen, and [`status`] tells the served book. `ARCHITECTURE.md` beside this folder tells the rules that hold between them.

pub mod build;
pub mod commands;
pub mod course;
pub mod doctor;
pub mod exit;
pub mod grade;
pub mod listener;
pub mod mutate;
pub mod progress;
pub mod report;
pub mod run;
pub mod status;
pub mod text;
pub mod update;
pub mod variant;
pub mod verdict;
pub mod verify;
pub mod watch;
pub mod workspace;
