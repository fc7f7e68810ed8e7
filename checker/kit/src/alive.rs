//! Whoever is still there when a run is over: which task, where it was spawned, where it waits.

use std::fmt;

use trace::Deed;

/// A task that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alive {
    /// `body`, `task 1` …
    pub(crate) who: String,
    /// Where it was spawned, as `file:line`; nothing for the body.
    pub(crate) spawned_at: Option<String>,
    /// What it waits for, as far as it is known.
    pub(crate) waits: Vec<Deed>,
}

impl Alive {
    /// The places at which it waits, each once.
    pub(crate) fn places(&self) -> Vec<String> {
        let mut places: Vec<String> = Vec::new();
        for place in self.waits.iter().filter_map(|deed| deed.place.as_ref()) {
            if !places.contains(place) {
                places.push(place.clone());
            }
        }
        places
    }

    /// How it waits: ` at FILE:LINE`, or ` for OPERATION` where no lines are known.
    fn how(&self) -> String {
        match (self.places(), self.waits.first()) {
            (places, _) if !places.is_empty() => format!(" at {}", places.join(" and ")),
            (_, Some(deed)) => format!(" for `{}`", deed.what),
            _ => String::new(),
        }
    }

    /// It is left behind: where it comes from, and where it is.
    pub(crate) fn as_left(&self) -> String {
        let spawned = self.spawned_at.as_ref().map(|place| format!(", spawned at {place}"));
        let waits = match self.how() {
            how if how.is_empty() => how,
            how => format!(", waits{how}"),
        };
        format!("{}{}{waits}", self.who, spawned.unwrap_or_default())
    }
}

impl fmt::Display for Alive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} waits{}", self.who, self.how())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alive(places: &[&str]) -> Alive {
        let deed = |place: &&str| Deed {
            what: "Mutex::lock".to_owned(),
            place: (!place.is_empty()).then(|| (*place).to_owned()),
            source: None,
        };
        let waits = places.iter().map(deed).collect();
        Alive { who: "task 1".to_owned(), spawned_at: Some("a.rs:7".to_owned()), waits }
    }

    #[test]
    fn each_place_is_named_once_and_without_places_the_operation() {
        let two = alive(&["b.rs:1", "b.rs:2", "b.rs:1"]);

        assert_eq!(two.to_string(), "task 1 waits at b.rs:1 and b.rs:2");
        assert_eq!(alive(&[""]).to_string(), "task 1 waits for `Mutex::lock`");
        assert_eq!(alive(&[]).to_string(), "task 1 waits");
        assert_eq!(two.as_left(), "task 1, spawned at a.rs:7, waits at b.rs:1 and b.rs:2");
        assert_eq!(alive(&[]).as_left(), "task 1, spawned at a.rs:7");
    }
}
