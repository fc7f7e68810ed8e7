//! Which keys do something, and what. The foot of the screen, the help and the state all read this
//! one table: a key that is shown works, and one that works is shown.

use crate::text::padded;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Next,
    Hint,
    Run,
    List,
    Edit,
    Timeline,
    Verbose,
    Mistakes,
    Diff,
    Solution,
    GiveUp,
    Later,
    Reset,
    CheckAll,
    Help,
    Back,
    Quit,
}

/// A key with what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Binding {
    pub(super) key: char,
    pub(super) action: Action,
    /// A word or two for the foot of the screen.
    pub(super) label: &'static str,
    /// A sentence for the help.
    help: &'static str,
}

/// From what it follows which keys do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// An exercise is at hand; not so after the last one.
    pub(super) has_exercise: bool,
    /// The verdict on screen is that it passed.
    pub(super) is_passed: bool,
    /// It was passed or given up: what would give it away is open.
    pub(super) is_unlocked: bool,
    /// It is one of those whose runs may be drawn, and they ran.
    pub(super) has_timeline: bool,
    /// There is a verdict whose steps can be shown in full.
    pub(super) has_steps: bool,
    /// There are wrong answers to show.
    pub(super) has_mistakes: bool,
    /// The page is not the verdict.
    pub(super) is_aside: bool,
}

const fn binding(key: char, action: Action, label: &'static str, help: &'static str) -> Binding {
    Binding { key, action, label, help }
}

/// All keys, in the order in which they are shown. Two of the same letter never work at the same
/// time.
const ALL: [Binding; 17] = [
    binding('n', Action::Next, "next", "go on with the next exercise"),
    binding('b', Action::Back, "back", "back to the verdict; Esc does the same"),
    binding('h', Action::Hint, "hint", "the next hint, from a question to almost the code"),
    binding('r', Action::Run, "run", "check once more; a save does it by itself"),
    binding('l', Action::List, "list", "all exercises, to search and to choose from"),
    binding('e', Action::Edit, "edit", "open the file in your editor"),
    binding(
        't',
        Action::Timeline,
        "timeline",
        "what your code does, beside what the reference does",
    ),
    binding('v', Action::Verbose, "verbose", "every step in full, or only the first that fails"),
    binding('m', Action::Mistakes, "mistakes", "the ways to get it wrong, after passing"),
    binding('d', Action::Diff, "diff", "what the reference does differently, after passing"),
    binding('s', Action::Solution, "solution", "the reference solution, after passing"),
    binding('s', Action::GiveUp, "solution", "see the solution without passing; asks first"),
    binding('p', Action::Later, "put off", "put the exercise off until the others are passed"),
    binding('x', Action::Reset, "reset", "put the stub back and keep your attempt; asks first"),
    binding('a', Action::CheckAll, "check all", "check the whole course"),
    binding('?', Action::Help, "help", "this page"),
    binding('q', Action::Quit, "quit", "leave; what you passed is written down"),
];

/// The keys that do something now, in the order in which they are shown.
pub(super) fn bindings(facts: Facts) -> impl Iterator<Item = Binding> {
    ALL.into_iter().filter(move |binding| is_of_use(binding.action, facts))
}

/// What `key` does now.
pub(super) fn action(key: char, facts: Facts) -> Option<Action> {
    bindings(facts).find(|binding| binding.key == key).map(|binding| binding.action)
}

fn is_of_use(action: Action, facts: Facts) -> bool {
    match action {
        Action::Next => facts.is_passed,
        Action::Back => facts.is_aside,
        Action::Hint | Action::Run | Action::Edit | Action::Reset => facts.has_exercise,
        Action::Timeline => facts.has_timeline,
        Action::Verbose => facts.has_steps,
        Action::Mistakes => facts.is_unlocked && facts.has_mistakes,
        Action::Diff | Action::Solution => facts.is_unlocked,
        Action::GiveUp | Action::Later => facts.has_exercise && !facts.is_unlocked,
        Action::List | Action::CheckAll | Action::Help | Action::Quit => true,
    }
}

/// The page that explains them all.
pub(super) fn help() -> String {
    let mut text = String::from("keys\n\n");
    for Binding { key, label, help, .. } in ALL {
        text.push_str(&format!("  {key}  {}  {help}\n", padded(label, 9)));
    }
    text.push_str("\n  arrows, PageUp, PageDown, Home and End scroll what does not fit\n");
    text.push_str("  in the list: / searches, f filters, Enter goes to the exercise\n");
    text.push_str("\nA save checks the exercise at once, whatever page is shown.\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_means_two_things_at_once() {
        for number in 0..1 << 7 {
            let bit = |index: u32| number >> index & 1 == 1;
            let facts = Facts {
                has_exercise: bit(0),
                is_passed: bit(1),
                is_unlocked: bit(2),
                has_timeline: bit(3),
                has_steps: bit(4),
                has_mistakes: bit(5),
                is_aside: bit(6),
            };
            let mut keys: Vec<char> = bindings(facts).map(|binding| binding.key).collect();
            let shown = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), shown, "{facts:?}");
        }
    }
}
