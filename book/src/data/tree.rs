//! The schedules of a program: what happens for each order in which its futures are polled.

use serde::{Deserialize, Serialize};

/// All schedules of one program, `awaitlings/tree/v1`, as `listings/trees/NAME.json` holds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tree {
    /// Always [`Tree::SCHEMA`].
    pub schema: String,
    /// The names of the futures. Everywhere else they are numbers, from 0.
    pub futures: Vec<String>,
    /// How many schedules there are.
    pub schedules: usize,
    /// How many of them end as the reader is asked to find.
    pub found: usize,
    /// Nothing is polled yet.
    pub root: Node,
}

/// Where a schedule stands after some polls: at its end, or with at least one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// What the last poll said.
    pub says: Vec<String>,
    /// What each future could do now.
    pub states: Vec<State>,
    /// The polls from which one can be chosen; none at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Step>,
    /// What the end is worth, if this is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
}

/// What a future could do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It was not yet polled, or was woken since its last poll.
    Ready,
    /// It said "not yet", and nobody has woken it.
    Waits,
    /// It is done.
    Done,
}

/// One poll, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Which future is polled.
    pub poll: usize,
    /// Where the schedule stands then.
    pub then: Node,
}

/// What an ending is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Whether it is the one that the reader is asked to find.
    pub is_found: bool,
    /// It in one sentence.
    pub text: String,
}

/// A tree to be walked by a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Game {
    /// The name of the file in `listings/trees`.
    pub name: String,
    /// What the reader is to reach: Markdown that fits on a line.
    pub goal: String,
    /// All schedules.
    pub tree: Tree,
}

impl Tree {
    /// The name and version of this form.
    pub const SCHEMA: &str = "awaitlings/tree/v1";

    /// Looks for what makes a tree one that cannot be walked.
    ///
    /// # Errors
    ///
    /// What is wrong, as a sentence.
    pub fn check(&self) -> Result<(), String> {
        if self.schema != Tree::SCHEMA {
            return Err(format!("its form is `{}` and not `{}`", self.schema, Tree::SCHEMA));
        }
        let (schedules, found) = self.root.walk(self.futures.len())?;
        if (schedules, found) != (self.schedules, self.found) {
            return Err(format!("it has {schedules} schedules, {found} found, and says otherwise"));
        }
        Ok(())
    }
}

impl Node {
    /// How many schedules end below it, and how many of them as asked for.
    fn walk(&self, futures: usize) -> Result<(usize, usize), String> {
        match (&self.ending, self.next.is_empty()) {
            (Some(ending), true) => return Ok((1, usize::from(ending.is_found))),
            (None, true) => return Err("a schedule stops without an end".to_owned()),
            (Some(_), false) => return Err("a schedule goes on after its end".to_owned()),
            (None, false) => {}
        }
        let mut sum = (0, 0);
        for step in &self.next {
            if step.poll >= futures {
                return Err(format!("future {} is polled, and there are {futures}", step.poll));
            }
            let (schedules, found) = step.then.walk(futures)?;
            sum = (sum.0 + schedules, sum.1 + found);
        }
        Ok(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(next: Vec<Step>, ending: Option<bool>) -> Node {
        let ending = ending.map(|is_found| Ending { is_found, text: String::new() });
        Node { says: vec![], states: vec![State::Ready; 2], next, ending }
    }

    fn tree(polls: &[usize]) -> Tree {
        let steps = polls.iter().map(|poll| Step { poll: *poll, then: node(vec![], Some(true)) });
        let (schema, futures) = (Tree::SCHEMA.to_owned(), ["a", "b"].map(str::to_owned).to_vec());
        let schedules = polls.len();
        Tree { schema, futures, schedules, found: schedules, root: node(steps.collect(), None) }
    }

    #[test]
    fn a_tree_that_can_be_walked_is_taken() {
        assert_eq!(tree(&[0, 1]).check(), Ok(()));
    }

    #[test]
    fn a_tree_that_cannot_be_walked_is_refused() {
        let miscounted = Tree { found: 0, ..tree(&[0, 1]) };

        assert!(tree(&[2]).check().is_err(), "there are two futures");
        assert!(tree(&[]).check().is_err(), "nobody can be polled, and it is no end");
        assert!(miscounted.check().is_err(), "both ends are found");
    }
}
