//! The columns of a timeline: how much time each stands for, and their labels.

use std::fmt::Write as _;

/// Columns of the drawing, without the names.
const WIDTH: u64 = 50;

/// How much time a column stands for.
pub(super) struct Scale {
    /// Milliseconds in a column.
    column: u64,
    end: u64,
}

impl Scale {
    /// The finest round scale on which `end` fits.
    pub(super) fn fitting(end: u64) -> Scale {
        let rounds = (0..)
            .flat_map(|power| [1, 2, 5].map(|digit: u64| digit * 10_u64.pow(power)))
            .take_while(|round| *round < 10_000);
        let minutes = [1, 3, 6, 30, 60].map(|minutes: u64| minutes * 60_000);
        let column = rounds
            .chain(minutes)
            .find(|column| end <= column * WIDTH)
            .unwrap_or_else(|| end.div_ceil(WIDTH));
        Scale { column, end }
    }

    /// The column that a moment falls into.
    pub(super) fn column_of(&self, time: u64) -> usize {
        usize::try_from(time / self.column).expect("a scale keeps every time within its width")
    }

    /// The first moment after a column.
    pub(super) fn end_of(&self, column: usize) -> u64 {
        u64::try_from(column + 1).map_or(u64::MAX, |columns| columns.saturating_mul(self.column))
    }

    /// The labels, one for every ten columns, the unit behind the last one.
    pub(super) fn axis(&self) -> String {
        let (unit, per_unit) = match self.column {
            ..1_000 => ("ms", 1),
            1_000..60_000 => ("s", 1_000),
            _ => ("min", 60_000),
        };
        let step = self.column * 10;
        let mut axis = String::new();
        for label in 0..=self.end.div_ceil(step).max(1) {
            let time = label * step;
            let column = self.column_of(time);
            let _ = write!(axis, "{:width$}", "", width = column.saturating_sub(axis.len()));
            let _ = write!(axis, "{}", time / per_unit);
        }
        let _ = write!(axis, " {unit}");
        axis
    }
}
