//! What became of the mutants, beside what `mutants.toml` says of them.

use super::{
    Candidate, Portion, Result, Survivor, Tally,
    justified::{self, Justified, Ledger},
};
use crate::{
    course::Place,
    grade::{GradeError, Grader, Rejection, slashed},
    text::plural,
    verify::Problem,
};

/// Fewer mutants of a solution than these say little of its steps.
const FEWEST: usize = 5;
/// More justified survivors in a hundred mutants of the course excuse what should be tested.
const MOST_JUSTIFIED: usize = 5;

/// What became of the mutants of `places`.
pub(super) fn report(
    grader: &Grader<'_>,
    places: &[Place<'_>],
    candidates: &[Candidate<'_>],
    portion: Portion,
) -> std::result::Result<Result, GradeError> {
    let mut result = Result::default();
    for place in places {
        let id = place.id();
        let own = candidates.iter().filter(|candidate| candidate.place.id() == id).collect();
        let entries = justified::read(grader.workspace, place.lesson)?;
        result.add(*place, own, &entries, portion);
    }
    let is_whole = places.len() == grader.course.places().filter(super::has_mutants).count();
    if is_whole && portion == Portion::All {
        result.problems.extend(result.too_many_justified());
    }
    Ok(result)
}

impl Result {
    fn add(
        &mut self,
        place: Place<'_>,
        own: Vec<&Candidate<'_>>,
        entries: &[Justified],
        portion: Portion,
    ) {
        let mut ledger =
            Ledger::new(entries.iter().filter(|entry| entry.exercise == place.exercise.name));
        let mut tally = Tally { exercise: place.id(), ..Tally::default() };
        for candidate in &own {
            match candidate.fate {
                None => {}
                Some(Rejection::NoAnswer) => tally.not_compiling += 1,
                Some(Rejection::ByAStep) => tally.rejected += 1,
                Some(Rejection::Nobody) => {
                    let entry = ledger.take(&candidate.mutant);
                    self.survivors.push(Survivor::new(candidate, entry));
                    tally.mutants += 1;
                }
            }
        }
        tally.mutants += tally.rejected;
        self.problems.extend(ledger.rest().filter_map(|entry| stale(entry, place, &own)));
        if portion == Portion::All && tally.mutants < FEWEST {
            let what = format!("{} where {FEWEST} are asked for", plural(tally.mutants, "mutant"));
            self.problems.push(Problem { place: place.id(), what });
        }
        self.exercises.push(tally);
    }

    fn too_many_justified(&self) -> Option<Problem> {
        let justified = self.survivors.iter().filter(|survivor| survivor.why.is_some()).count();
        let mutants = self.mutants();
        (justified * 100 > mutants * MOST_JUSTIFIED).then(|| Problem {
            place: "solutions".to_owned(),
            what: format!(
                "{justified} of {} are justified, and no more than {MOST_JUSTIFIED} in 100 may be",
                plural(mutants, "mutant")
            ),
        })
    }
}

/// What is wrong with an entry that no survivor has used: nothing, if its mutant was not tried.
fn stale(entry: &Justified, place: Place<'_>, own: &[&Candidate<'_>]) -> Option<Problem> {
    let mut fitting = own.iter().filter(|candidate| entry.is_about(&candidate.mutant)).peekable();
    let what = if fitting.peek().is_none() {
        "is no mutant"
    } else if fitting.all(|candidate| candidate.fate.is_some()) {
        "does not survive"
    } else {
        return None;
    };
    let file = slashed(&justified::file(&place.lesson.name));
    let what = format!("`{}` at `{}` {what}: remove the entry", entry.class, entry.before);
    Some(Problem { place: format!("{file}, {}", entry.exercise), what })
}

impl Survivor {
    fn new(candidate: &Candidate<'_>, entry: Option<&Justified>) -> Survivor {
        let change = &candidate.mutant.change;
        Survivor {
            exercise: candidate.place.id(),
            class: candidate.mutant.class.name,
            file: slashed(&candidate.place.solution()),
            line: change.line,
            before: change.before.clone(),
            after: change.after.clone(),
            why: entry.map(|entry| entry.why.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_in_twenty_may_be_justified() {
        let justified = Survivor {
            exercise: "hello/greet".to_owned(),
            class: "number",
            file: "solutions/hello/src/greet.rs".to_owned(),
            line: 1,
            before: "a".to_owned(),
            after: "b".to_owned(),
            why: Some("It is the same.".to_owned()),
        };
        let unknown = Survivor { why: None, ..justified.clone() };
        let of_twenty = |survivors: &[&Survivor]| Result {
            exercises: vec![Tally { mutants: 20, ..Tally::default() }],
            survivors: survivors.iter().copied().cloned().collect(),
            problems: Vec::new(),
        };

        assert_eq!(of_twenty(&[&justified, &unknown]).too_many_justified(), None);
        let too_many = of_twenty(&[&justified, &justified]).too_many_justified();
        let what = too_many.map(|problem| problem.what);
        let said = "2 of 20 mutants are justified, and no more than 5 in 100 may be";
        assert_eq!(what.as_deref(), Some(said));
        assert!(of_twenty(&[&justified]).is_passed() && !of_twenty(&[&unknown]).is_passed());
    }
}
