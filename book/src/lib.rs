//! Builds, checks and serves the book.
//!
//! [`sources`] loads what tests have made, [`directive`] reads what a page asks for, and [`expand`]
//! puts the one into the other by the [`widgets`]. A [`volume`] is the book in one language: mdBook
//! makes its pages, [`patch`] changes them, [`search`] adds the index. [`build`] puts the volumes
//! side by side, [`check`] tells what is wrong with them, and [`serve`] shows them. [`commands`] are
//! the verbs of the command line.

pub mod build;
pub mod check;
pub mod cjk;
pub mod cli;
pub mod collected;
pub mod commands;
pub mod data;
pub mod directive;
pub mod exit;
pub mod expand;
pub mod html;
pub mod language;
pub mod markdown;
pub mod page;
pub mod patch;
pub mod pdf;
pub mod preprocess;
pub mod problem;
pub mod search;
pub mod serve;
pub mod sources;
pub mod strings;
pub mod volume;
pub mod widgets;
