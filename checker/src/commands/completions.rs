//! `completions`: what a shell should offer behind `checker`.

use clap::{Arg, Command, builder::PossibleValuesParser};
use clap_complete::{Shell, generate};

use super::{Reply, Trouble};
use crate::course::Course;

/// The script that `shell` reads, made from the command line and the names in the course.
///
/// # Errors
///
/// If the course cannot be read.
pub fn complete(command: Command, shell: Shell) -> Result<Reply, Trouble> {
    let course = Course::embedded()?;
    let names: Vec<String> = course
        .lessons
        .iter()
        .flat_map(|lesson| {
            let places = lesson.places().map(|place| place.id());
            std::iter::once(lesson.name.clone()).chain(places)
        })
        .collect();
    let offer = |name: Arg| name.value_parser(PossibleValuesParser::new(names.clone()));
    let mut command = command.name("checker").bin_name("checker").mut_subcommands(|verb| {
        let takes_name = verb.get_arguments().any(|argument| argument.get_id() == "name");
        if takes_name { verb.mut_arg("name", offer) } else { verb }
    });

    let mut script = Vec::new();
    generate(shell, &mut command, "checker", &mut script);
    Ok(Reply::of(String::from_utf8_lossy(&script)))
}
