//! A small book, built, served and printed.

mod building;
mod program;
mod small;
