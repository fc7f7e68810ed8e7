//! The program as its user meets it: in a copy of the course, with mistakes.

mod book;
mod copy;
mod forms;
mod given;
mod learning;
mod mutate;
mod screen;
mod trouble;
mod update;
mod watch;
