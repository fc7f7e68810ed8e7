//! A mutant: a solution with one change.

use super::{
    classes::{CLASSES, Class},
    source::{Edit, walk},
};

/// More of one class in one solution say little that the others did not.
const MOST_OF_A_CLASS: usize = 8;

/// A solution with one change.
#[derive(Debug, Clone)]
pub(super) struct Mutant {
    /// What sort of change it is.
    pub(super) class: &'static Class,
    /// The whole file.
    pub(super) text: String,
    /// What is different.
    pub(super) change: Change,
}

/// The lines in which a mutant differs from its solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The number of the first one, from 1.
    pub(super) line: usize,
    /// The lines of the solution.
    pub(super) before: String,
    /// The lines in their place.
    pub(super) after: String,
}

/// The mutants of a solution, in the order of the classes and of the text.
pub(super) fn mutants(solution: &str) -> Vec<Mutant> {
    let mut found = vec![Vec::new(); CLASSES.len()];
    walk(solution, &mut |site| {
        for (edits, class) in found.iter_mut().zip(CLASSES) {
            edits.extend((class.find)(site));
        }
    });
    let mut mutants: Vec<Mutant> = Vec::new();
    for (edits, class) in found.into_iter().zip(CLASSES) {
        let mut new: Vec<Mutant> = Vec::new();
        for edit in edits {
            let mutant = Mutant::new(class, solution, &edit);
            let is_new = |other: &Mutant| other.text != mutant.text;
            if mutant.text != solution && mutants.iter().chain(&new).all(is_new) {
                new.push(mutant);
            }
        }
        mutants.extend(spread(new, MOST_OF_A_CLASS, 0));
    }
    mutants
}

/// At most so many of `all`, evenly spread; the beginning moves with `turn`.
pub(super) fn spread<T>(all: Vec<T>, most: usize, turn: usize) -> Vec<T> {
    let count = all.len();
    let chosen: Vec<usize> = (0..most.min(count))
        .map(|index| (index * count / most.min(count) + turn) % count)
        .collect();
    let all = all.into_iter().enumerate();
    all.filter(|(index, _)| chosen.contains(index)).map(|(_, one)| one).collect()
}

impl Mutant {
    fn new(class: &'static Class, solution: &str, edit: &Edit) -> Mutant {
        let (head, tail) = (&solution[..edit.range.start], &solution[edit.range.end..]);
        let text = format!("{head}{}{tail}", edit.with);
        let change = Change::between(solution, &text);
        Mutant { class, text, change }
    }
}

impl Change {
    fn between(before: &str, after: &str) -> Change {
        let (old, new): (Vec<&str>, Vec<&str>) =
            (before.lines().collect(), after.lines().collect());
        let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let most = old.len().min(new.len()) - head;
        let tails = old.iter().rev().zip(new.iter().rev());
        let tail = tails.take(most).take_while(|(old, new)| old == new).count();
        Change {
            line: head + 1,
            before: old[head..old.len() - tail].join("\n"),
            after: new[head..new.len() - tail].join("\n"),
        }
    }
}

/// Lines as one, without what only lays them out: as `mutants.toml` names them.
pub(super) fn flat(lines: &str) -> String {
    lines.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOLUTION: &str = "// Größe.\nasync fn f(n: usize) {\n    a();\n    drop(b);\n    if n > 1 {\n        c();\n    }\n}\n";

    #[test]
    fn a_mutant_differs_in_its_place_alone() {
        let mutants = mutants(SOLUTION);

        let changes = mutants.iter().map(|mutant| {
            let Change { line, before, after } = &mutant.change;
            format!("{} {line}: {} -> {};", mutant.class.name, flat(before), flat(after))
        });
        insta::assert_snapshot!(changes.collect::<Vec<_>>().join("\n"), @r#"
        drop_removed 4: drop(b); -> ;
        call_removed 3: a(); -> ;
        call_removed 6: c(); -> ;
        comparison 5: if n > 1 { -> if n >= 1 {;
        condition_negated 5: if n > 1 { -> if !(n > 1) {;
        body_removed 5: if n > 1 { c(); } -> if n > 1 {};
        case_panics 5: if n > 1 { c(); } -> if n > 1 { panic!("nobody thought of this") };
        default_returned 2: async fn f(n: usize) { a(); drop(b); if n > 1 { c(); } } -> async fn f(n: usize) {};
        number 5: if n > 1 { -> if n > 2 {;
        "#);
        for mutant in &mutants {
            assert!(mutant.text.starts_with("// Größe.\nasync fn f(n: usize) {"));
        }
    }

    #[test]
    fn what_is_left_out_is_spread_evenly() {
        assert_eq!(spread((0..10).collect(), 3, 0), [0, 3, 6]);
        assert_eq!(spread((0..10).collect(), 3, 8), [1, 4, 8]);
        assert_eq!(spread(vec![7], 3, 5), [7]);
        assert_eq!(spread(Vec::<u8>::new(), 3, 0), Vec::<u8>::new());
    }
}
