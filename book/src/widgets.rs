//! The HTML of everything a directive puts into a page.
//!
//! Each function takes what was loaded, the start of the ids it may use, which is unique in the
//! page, and the words of the interface. It gives a fragment without blank lines that is complete
//! without script and in print. What the script adds, it finds by the classes and the `data-`
//! attributes.

mod code;
mod collected;
mod lesson;
mod question;
mod schedule;
mod timeline;

pub use code::{compare, compile_error, listing, output};
pub use collected::{error_index, glossary, teacher_schedule};
pub use lesson::{
    CHEAT_SHEET_END, TEACHER_NOTE_END, card, cheat_sheet_part, exercises, teacher_note,
};
pub use question::{predict, quiz};
pub use schedule::schedule;
pub use timeline::{overlay, slider, timeline};
