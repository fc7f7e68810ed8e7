//! The head of a chapter, its exercises, and the frames around notes and cheat sheets.

use std::fmt::Write as _;

use crate::{
    data::{Card, Exercise, LessonExercises},
    html::{escape, inline},
    strings::Strings,
};

/// What ends a note that [`teacher_note`] begins.
pub const TEACHER_NOTE_END: &str = "</details>";
/// What ends a part that [`cheat_sheet_part`] begins.
pub const CHEAT_SHEET_END: &str = "</section>";

/// The head of a chapter.
pub fn card(card: &Card, id: &str, strings: &Strings) -> String {
    let mut rows = String::new();
    let mut row = |key: &str, value: &str| {
        let name = escape(strings.word(key));
        let _ = writeln!(rows, "<div><dt data-interface>{name}</dt><dd>{value}</dd></div>");
    };
    let (core, more) = (card.core_minutes.to_string(), card.more_minutes.to_string());
    let key = if card.more_minutes == 0 { "card.core_minutes" } else { "card.minutes" };
    let time = escape(&strings.filled(key, &[("core", &core), ("more", &more)]));
    row("card.time", &format!("<span data-interface>{time}</span>"));
    if !card.needs.is_empty() {
        let needs: Vec<String> = card.needs.iter().map(|it| inline(strings.of(it))).collect();
        row("card.needs", &needs.join(strings.word("card.comma")));
    }
    row("card.asyncio", &inline(&card.asyncio));
    row("card.command", &format!("<code>{}</code>", escape(&card.command)));
    format!(
        "<aside class=\"panel card\" id=\"{id}\" data-lesson=\"{}\" aria-label=\"{}\">\n\
         <dl>\n{rows}</dl>\n<p class=\"live\" hidden></p>\n</aside>",
        escape(&card.lesson),
        escape(strings.word("card.label")),
    )
}

/// The exercises of a lesson, with their commands and, when served, their verdicts.
pub fn exercises(lesson: &LessonExercises, id: &str, strings: &Strings) -> String {
    let items: String = lesson.exercises.iter().map(|it| exercise(it, strings)).collect();
    format!(
        "<section class=\"panel exercises\" id=\"{id}\" data-lesson=\"{}\" aria-label=\"{}\">\n<ol>\n{items}\
         </ol>\n<div class=\"overlay-place\" hidden></div>\n</section>",
        escape(&lesson.lesson),
        escape(strings.word("exercise.label")),
    )
}

fn exercise(exercise: &Exercise, strings: &Strings) -> String {
    let track = if exercise.is_core { "core" } else { "more" };
    let track_key = if exercise.is_core { "exercise.core" } else { "exercise.more" };
    let (stars, minutes) = (exercise.stars.to_string(), exercise.minutes.to_string());
    let drawn = "★".repeat(usize::from(exercise.stars));
    format!(
        "<li data-exercise=\"{}\"><p class=\"title\"><strong>{}</strong> <span class=\"live\" hidden>\
         </span></p>\n<p class=\"facts\" data-interface><span class=\"track {track}\">{}</span> {} · <span role=\"img\" \
         aria-label=\"{}\">{drawn}</span> · {}</p>\n<p class=\"commands\"><code>{}</code><br>\
         <code>{}</code><br><code>{}</code></p></li>\n",
        escape(&exercise.id),
        inline(strings.of(&exercise.title)),
        escape(strings.word(track_key)),
        escape(strings.word(word_of(exercise.kind))),
        escape(&strings.filled("exercise.stars", &[("stars", &stars)])),
        escape(&strings.filled("exercise.minutes", &[("minutes", &minutes)])),
        // A long path breaks where a folder ends.
        escape(&exercise.file).replace('/', "/<wbr>"),
        escape(&exercise.check_command),
        escape(&exercise.test_command),
    )
}

/// The key of what the learner does in an exercise of this kind.
fn word_of(kind: &str) -> &'static str {
    match kind {
        "fix" => "exercise.fix",
        "test" => "exercise.test",
        "predict" => "exercise.predict",
        "audit" => "exercise.audit",
        _ => "exercise.implement",
    }
}

/// What begins a note for whoever teaches: Markdown follows, then [`TEACHER_NOTE_END`].
pub fn teacher_note(minutes: u32, id: &str, strings: &Strings) -> String {
    let minutes = minutes.to_string();
    format!(
        "<details class=\"teacher\" id=\"{id}\">\n<summary data-interface>{}</summary>",
        escape(&strings.filled("teacher.note", &[("minutes", &minutes)])),
    )
}

/// What begins the part of a chapter that is in the cheat sheet too: Markdown follows, then
/// [`CHEAT_SHEET_END`].
pub fn cheat_sheet_part(id: &str, strings: &Strings) -> String {
    let label = escape(strings.word("cheat.part"));
    format!("<section class=\"cheat\" id=\"{id}\" aria-label=\"{label}\">")
}
