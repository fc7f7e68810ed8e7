//! The choices that make one run differ from another, and who makes them.

use crate::Lots;

/// One place at which a run could have gone on in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The way taken; 0 is the one that needs no reason.
    pub(crate) taken: usize,
    /// How many ways there were.
    pub(crate) of: usize,
    /// Whether any way but the first takes the turn from a task that could go on.
    pub(crate) interrupts: bool,
}

/// Who chooses: a list of ways to take, and after its end the first way always, or a seed.
#[derive(Debug, Clone)]
pub(crate) enum Chooser {
    /// Takes these ways, and then the first one always.
    Replay(Vec<usize>),
    /// Draws lots; the same seed draws the same ones.
    Seed(Lots),
}

impl Chooser {
    /// The way to take at the choice with this number.
    pub(crate) fn choose(&mut self, number: usize, of: usize, interrupts: bool) -> usize {
        match self {
            Chooser::Replay(ways) => ways.get(number).map_or(0, |way| (*way).min(of - 1)),
            // Most bugs need few interruptions in the right places.
            Chooser::Seed(lots) => match interrupts && lots.below(4) > 0 {
                true => 0,
                false => lots.below(of),
            },
        }
    }
}

/// The ways taken as people write them: a digit or letter each, without the zeros at the end.
pub(crate) fn written(choices: &[Choice]) -> String {
    let ways: Vec<usize> = choices.iter().map(|choice| choice.taken).collect();
    written_ways(trimmed(&ways))
}

/// The same for ways without what else there was.
pub(crate) fn written_ways(ways: &[usize]) -> String {
    if ways.is_empty() {
        return "0".to_owned();
    }
    let digit = |way: &usize| u32::try_from(*way).ok().and_then(|way| char::from_digit(way, 36));
    ways.iter().map(|way| digit(way).unwrap_or('z')).collect()
}

/// Ways as people wrote them, or nothing if that is no list of ways.
pub(crate) fn read(text: &str) -> Option<Vec<usize>> {
    let way = |digit: char| digit.to_digit(36).and_then(|way| usize::try_from(way).ok());
    text.trim().chars().map(way).collect()
}

/// The list without the zeros at its end: they are what happens anyway.
pub(crate) fn trimmed(ways: &[usize]) -> &[usize] {
    let length = ways.iter().rposition(|way| *way != 0).map_or(0, |last| last + 1);
    &ways[..length]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let choices = [0, 2, 11, 0].map(|taken| Choice { taken, of: 12, interrupts: false });

        assert_eq!(written(&choices), "02b");
        assert_eq!(read("02b\n"), Some(vec![0, 2, 11]));
        assert_eq!((written(&[]), read("0-1")), ("0".to_owned(), None));
    }

    #[test]
    fn a_seed_draws_the_same_lots_each_time() {
        let lots = |seed| {
            let mut chooser = Chooser::Seed(Lots::seeded(seed));
            (0..50).map(|number| chooser.choose(number, 3, false)).collect::<Vec<_>>()
        };

        assert_eq!(lots(1), lots(1));
        assert_ne!(lots(1), lots(2));
        assert_eq!(lots(1).iter().max(), Some(&2), "all three ways are taken");
    }

    #[test]
    fn a_way_that_is_no_longer_there_is_the_last_one() {
        assert_eq!(Chooser::Replay(vec![7]).choose(0, 3, false), 2);
        assert_eq!(Chooser::Replay(vec![7]).choose(1, 3, false), 0);
    }
}
