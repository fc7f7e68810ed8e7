//! Where a moment stands in the width of a picture, and what the axis says below it.

/// The span of a picture: the left edge is 0, the right edge is the last moment drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    span: u64,
}

/// A label of the axis.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tick {
    /// The moment, in milliseconds.
    pub(super) at: u64,
    /// The moment in the unit of the axis.
    pub(super) label: String,
}

impl Scale {
    /// A scale on which `span` milliseconds fill the width.
    pub(super) fn of(span: u64) -> Scale {
        Scale { span: span.max(1) }
    }

    /// Where a moment stands, as `12.5%` of the width.
    pub(super) fn place(self, at: u64) -> String {
        percent(at.min(self.span), self.span)
    }

    /// How wide a stretch is, as `12.5%` of the width.
    pub(super) fn width(self, from: u64, to: u64) -> String {
        percent(to.min(self.span).saturating_sub(from), self.span)
    }

    /// Whether a stretch is wide enough for a number in it.
    pub(super) fn has_room(self, from: u64, to: u64) -> bool {
        to.saturating_sub(from).saturating_mul(20) >= self.span
    }

    /// Three to seven round moments and the end of the span, and the unit they are told in; the unit
    /// stands once, at the end.
    pub(super) fn ticks(self) -> Vec<Tick> {
        let rounds =
            (0..20).flat_map(|power| [1, 2, 5].map(|digit: u64| digit * 10_u64.pow(power)));
        let minutes = [1, 2, 5, 10, 30, 60, 180, 360].map(|minutes: u64| minutes * 60_000);
        let steps: Vec<u64> = match self.span {
            ..=60_000 => rounds.take_while(|round| *round < 60_000).collect(),
            _ => minutes.to_vec(),
        };
        let step = steps.into_iter().find(|step| self.span <= step * 6);
        let step = step.unwrap_or_else(|| self.span.div_ceil(6));
        let (unit, per_unit) = match step {
            ..1_000 => ("ms", 1),
            1_000..60_000 => ("s", 1_000),
            _ => ("min", 60_000),
        };
        // A round moment just before the end has no room for its label beside that of the end.
        let round = (0..=self.span / step).map(|count| count * step);
        let round = round.filter(|at| (self.span - at) >= self.span.div_ceil(8));
        let tick = |at| Tick { at, label: decimal(at, per_unit) };
        let end = Tick { at: self.span, label: format!("{} {unit}", decimal(self.span, per_unit)) };
        round.map(tick).chain([end]).collect()
    }
}

/// `part` of `whole` in percent.
fn percent(part: u64, whole: u64) -> String {
    format!("{}%", decimal(u128::from(part) * 100, whole))
}

/// `number` divided by `by`, with at most two places.
fn decimal(number: impl Into<u128>, by: u64) -> String {
    let hundredths = number.into() * 100 / u128::from(by);
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(span: u64) -> Vec<String> {
        Scale::of(span).ticks().into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn a_place_is_a_share_of_the_width() {
        let scale = Scale::of(300);

        assert_eq!(scale.place(0), "0%");
        assert_eq!(scale.place(100), "33.33%");
        assert_eq!(scale.place(150), "50%");
        assert_eq!(scale.place(900), "100%", "what lies behind the end is drawn at the end");
        assert_eq!(scale.width(100, 300), "66.66%");
    }

    #[test]
    fn ticks_are_round_up_to_the_end_and_few_whatever_the_span() {
        assert_eq!(labels(140), ["0", "50", "100", "140 ms"]);
        assert_eq!(labels(240), ["0", "50", "100", "150", "200", "240 ms"]);
        assert_eq!(labels(210), ["0", "50", "100", "150", "210 ms"], "200 has no room beside 210");
        assert_eq!(labels(12_340), ["0", "5", "10", "12.34 s"]);
        assert_eq!(labels(100), ["0", "20", "40", "60", "80", "100 ms"]);
        assert_eq!(labels(30_000), ["0", "5", "10", "15", "20", "25", "30 s"]);
        assert_eq!(labels(5_400_000), ["0", "30", "60", "90 min"]);
        for span in [0, 1, 7, 999, 60_001, 86_400_000, u64::from(u32::MAX) * 1_000, u64::MAX] {
            let labels = labels(span);
            assert!((2..=8).contains(&labels.len()), "{span}: {labels:?}");
        }
    }
}
