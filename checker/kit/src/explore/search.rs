//! Which schedules are tried, and in which order.
//!
//! First the one in which nobody is interrupted, then all with one interruption, then with two, and
//! so on (iterative context bounding: Musuvathi and Qadeer, PLDI 2007): most bugs need one or two,
//! and the first schedule that fails is then one that is short to tell. When as many are tried as
//! were asked for and more are left, seeds try some that are far from them.

use super::choices::{self, Choice, Chooser};
use crate::Lots;

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// How many schedules are tried in order, from the one without interruptions on.
    pub schedules: usize,
    /// How many are drawn by lot after them, if some are left.
    pub seeds: u64,
}

/// What was tried without a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tried {
    /// How many schedules.
    pub(crate) schedules: usize,
    /// Whether these are all there are.
    pub(crate) is_all: bool,
    /// All schedules with fewer interruptions than this were tried.
    pub(crate) interruptions: usize,
}

/// The first failure, made short.
#[derive(Debug)]
pub(crate) struct Found {
    /// How to come to it.
    pub(crate) ways: Vec<usize>,
    /// How many schedules were tried until it was found.
    pub(crate) schedules: usize,
}

/// One run by its choices: what was chosen, and how it failed, if it did.
pub(crate) struct Run<Failure> {
    pub(crate) choices: Vec<Choice>,
    pub(crate) failure: Option<Failure>,
}

/// Tries schedules until one fails or the budget is spent.
///
/// # Errors
///
/// Gives the failure found: with as few interruptions as there are to it, or, if a seed found it,
/// with as few of them as leaving them out one at a time leads to.
pub(crate) fn search<Failure: PartialEq>(
    budget: Budget,
    mut run: impl FnMut(Chooser) -> Run<Failure>,
) -> Result<Tried, Found> {
    // What is left with as many interruptions as now, and with one more.
    let (mut now, mut next) = (vec![Vec::new()], Vec::new());
    let mut tried = Tried { schedules: 0, is_all: false, interruptions: 0 };
    while tried.schedules < budget.schedules.max(1) {
        if now.is_empty() {
            if next.is_empty() {
                return Ok(Tried { is_all: true, ..tried });
            }
            now = std::mem::take(&mut next);
            tried.interruptions += 1;
        }
        let Some(prefix) = now.pop() else { continue };
        let Run { choices, failure } = run(Chooser::Replay(prefix.clone()));
        tried.schedules += 1;
        if failure.is_some() {
            return Err(Found { ways: ways(&choices), schedules: tried.schedules });
        }
        for (index, choice) in choices.iter().enumerate().skip(prefix.len()) {
            let list = if choice.interrupts { &mut next } else { &mut now };
            list.extend((1..choice.of).map(|way| {
                let taken = choices[..index].iter().map(|choice| choice.taken);
                taken.chain([way]).collect::<Vec<usize>>()
            }));
        }
    }
    if now.is_empty() && next.is_empty() {
        return Ok(Tried { is_all: true, ..tried });
    }
    for seed in 0..budget.seeds {
        let Run { choices, failure } = run(Chooser::Seed(Lots::seeded(seed)));
        tried.schedules += 1;
        if let Some(failure) = failure {
            let ways = shortened(ways(&choices), &failure, &mut run);
            return Err(Found { ways, schedules: tried.schedules });
        }
    }
    Ok(tried)
}

/// Leaves out whatever can be left out without losing the failure.
fn shortened<Failure: PartialEq>(
    mut ways: Vec<usize>,
    failure: &Failure,
    run: &mut impl FnMut(Chooser) -> Run<Failure>,
) -> Vec<usize> {
    /// More than this is not worth the wait.
    const MOST: usize = 300;
    let mut runs = 0;
    let mut index = ways.len();
    while index > 0 && runs < MOST {
        index -= 1;
        if index >= ways.len() || ways[index] == 0 {
            continue;
        }
        let mut shorter = ways.clone();
        shorter[index] = 0;
        let tried = run(Chooser::Replay(shorter));
        runs += 1;
        if tried.failure.as_ref() == Some(failure) {
            ways = self::ways(&tried.choices);
        }
    }
    ways
}

fn ways(choices: &[Choice]) -> Vec<usize> {
    let ways: Vec<usize> = choices.iter().map(|choice| choice.taken).collect();
    choices::trimmed(&ways).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three choices of three ways each, all of them interruptions; fails where `is_bad` says so.
    fn tree(is_bad: fn(&[usize]) -> bool) -> impl FnMut(Chooser) -> Run<()> {
        move |mut chooser| {
            let choices: Vec<Choice> = (0..3)
                .map(|number| {
                    let taken = chooser.choose(number, 3, true);
                    Choice { taken, of: 3, interrupts: true }
                })
                .collect();
            let taken: Vec<usize> = choices.iter().map(|choice| choice.taken).collect();
            let failure = is_bad(&taken).then_some(());
            Run { choices, failure }
        }
    }

    #[test]
    fn every_schedule_is_tried_once() {
        let mut seen = Vec::new();
        let mut run = tree(|_| false);

        let tried = search(Budget { schedules: 100, seeds: 5 }, |chooser| {
            let run = run(chooser);
            seen.push(run.choices.iter().map(|choice| choice.taken).collect::<Vec<_>>());
            run
        });

        let tried = tried.expect("nothing fails");
        assert_eq!((tried.schedules, tried.is_all, tried.interruptions), (27, true, 3));
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 27);
    }

    #[test]
    fn the_failure_with_the_fewest_interruptions_comes_first() {
        let found = search(Budget { schedules: 100, seeds: 0 }, tree(|taken| taken[1] == 2));

        assert_eq!(found.expect_err("it fails").ways, [0, 2]);
    }

    #[test]
    fn a_budget_that_is_spent_says_so_and_seeds_go_on() {
        let tried = search(Budget { schedules: 5, seeds: 0 }, tree(|_| false));
        assert_eq!(
            tried.map_err(|found| found.ways),
            Ok(Tried { schedules: 5, is_all: false, interruptions: 1 })
        );

        let found = search(
            Budget { schedules: 5, seeds: 200 },
            tree(|taken| taken[0] > 0 && taken[2] == 2),
        );
        let found = found.expect_err("some seed takes these ways");
        assert_eq!((found.ways[1], found.ways[2]), (0, 2), "and what it needs not is left out");
        assert!(found.schedules > 5, "{found:?}");
    }
}
