//! What is different between two versions of the course.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Course, digest};
use crate::grade::slashed;

/// What an exercise consists of, in a form that is small enough to remember.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Fingerprint {
    stub: String,
    steps: String,
    /// Former ids: what was renamed is not new.
    was: Vec<String>,
}

/// What a version of the course consists of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprints(BTreeMap<String, Fingerprint>);

/// What is different, by ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Exercises that were not there.
    pub new: Vec<String>,
    /// Exercises that are not there any more.
    pub gone: Vec<String>,
    /// Exercises whose stub is another: a signature or a contract.
    pub stub: Vec<String>,
    /// Exercises that are checked by other steps.
    pub steps: Vec<String>,
}

impl Fingerprints {
    /// Those of a course.
    pub fn of(course: &Course) -> Fingerprints {
        let text = |path: &std::path::Path| course.pack().text(&slashed(path)).unwrap_or_default();
        let of_places = course.places().map(|place| {
            let points: Vec<String> =
                place.exercise.steps.iter().map(|step| format!("{step:?}")).collect();
            let steps = format!("{}{}", text(&place.steps_file()), points.join(";"));
            let fingerprint = Fingerprint {
                stub: digest(text(&place.answer())),
                steps: digest(&steps),
                was: place.exercise.was.clone(),
            };
            (place.id(), fingerprint)
        });
        Fingerprints(of_places.collect())
    }

    /// What `newer` changes.
    pub fn changes(&self, newer: &Fingerprints) -> Changes {
        let mut changes = Changes::default();
        let mut kept = Vec::new();
        for (id, now) in &newer.0 {
            let former = std::iter::once(id).chain(&now.was).find(|id| self.0.contains_key(*id));
            let Some(former) = former else {
                changes.new.push(id.clone());
                continue;
            };
            kept.push(former);
            let before = &self.0[former];
            if before.stub != now.stub {
                changes.stub.push(id.clone());
            }
            if before.steps != now.steps {
                changes.steps.push(id.clone());
            }
        }
        changes.gone.extend(self.0.keys().filter(|id| !kept.contains(id)).cloned());
        changes
    }
}

impl Changes {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Changes::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprints(exercises: &[(&str, &str, &str, &[&str])]) -> Fingerprints {
        let of = |(id, stub, steps, was): &(&str, &str, &str, &[&str])| {
            let was = was.iter().map(|id| (*id).to_owned()).collect();
            (
                (*id).to_owned(),
                Fingerprint { stub: (*stub).to_owned(), steps: (*steps).to_owned(), was },
            )
        };
        Fingerprints(exercises.iter().map(of).collect())
    }

    #[test]
    fn what_is_new_gone_changed_and_renamed_is_told_apart() {
        let before = fingerprints(&[
            ("a/same", "1", "1", &[]),
            ("a/stub", "1", "1", &[]),
            ("a/steps", "1", "1", &[]),
            ("a/gone", "1", "1", &[]),
            ("a/old_name", "1", "1", &[]),
        ]);
        let after = fingerprints(&[
            ("a/same", "1", "1", &[]),
            ("a/stub", "2", "1", &[]),
            ("a/steps", "1", "2", &[]),
            ("a/new", "1", "1", &[]),
            ("a/new_name", "1", "1", &["a/old_name"]),
        ]);

        let changes = before.changes(&after);

        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(changes.new, ids(&["a/new"]));
        assert_eq!(changes.gone, ids(&["a/gone"]));
        assert_eq!(changes.stub, ids(&["a/stub"]));
        assert_eq!(changes.steps, ids(&["a/steps"]));
        assert!(before.changes(&before).is_empty());
    }
}
