//! The header of a variant: its first `//!` lines, read by machine.

use std::collections::HashMap;

/// What a variant says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header(HashMap<String, String>);

impl Header {
    /// Whether any call of this variant hangs, so that every test of it fails, one that asserts
    /// nothing included.
    pub fn hangs(&self) -> bool {
        matches!(self.get("Outcome"), Some("blocked" | "busy" | "deadlock" | "endless"))
    }

    /// Whether this variant panics by itself, which fails every test that comes so far.
    pub fn panics(&self) -> bool {
        self.get("Outcome") == Some("panicked")
    }

    /// What differs from run to run, if this variant decides by lot: a `select!` without `biased`,
    /// say. The step that rejects it is the same each time; what is seen there is not.
    pub fn draws_lots(&self) -> Option<&str> {
        self.get("Draws lots")
    }

    /// Reads the `//! Key: value` lines that a file begins with; a line without a key goes on with
    /// the value before it.
    pub fn parse(text: &str) -> Header {
        let mut fields: HashMap<String, String> = HashMap::new();
        let mut last = None;
        for line in text.lines().map_while(|line| line.strip_prefix("//!")) {
            let line = line.trim();
            match line.split_once(": ") {
                Some((key, value)) if KEYS.contains(&key) => {
                    fields.insert(key.to_owned(), value.trim().to_owned());
                    last = Some(key.to_owned());
                }
                _ => {
                    if let Some(value) = last.as_ref().and_then(|key| fields.get_mut(key)) {
                        value.push(' ');
                        value.push_str(line);
                    }
                }
            }
        }
        Header(fields)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str).filter(|value| !value.is_empty())
    }
}

const KEYS: [&str; 6] =
    ["Rejected by", "Outcome", "Why people write it", "Draws lots", "Differs by", "Error"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_may_go_on_in_the_next_line() {
        let header = Header::parse(
            "//! Rejected by: step_1_a\n//! Why people write it: it reads\n//! well: so\n\nfn a() {}\n",
        );

        assert_eq!(header.get("Rejected by"), Some("step_1_a"));
        assert_eq!(header.get("Why people write it"), Some("it reads well: so"));
        assert_eq!(header.get("Outcome"), None);
    }

    #[test]
    fn a_variant_that_draws_lots_says_what_they_decide() {
        let header =
            Header::parse("//! Rejected by: step_1_a\n//! Draws lots: how many\n//! rows\n");

        assert_eq!(header.draws_lots(), Some("how many rows"));
        assert_eq!(Header::parse("//! Rejected by: step_1_a\n").draws_lots(), None);
    }
}
