//! What tests have recorded: outputs, runs and schedules, each with the digest of its listing.

use std::collections::BTreeMap;

use crate::{
    data::{Output, RecordedTrace, RecordedTree, Tree},
    problem::Problem,
    sources::Code,
};
use trace::Trace;

/// A record, or what is wrong with it.
pub type Record<T> = Result<T, Problem>;

/// How to write every record anew.
const REMEDY: &str = "run `UPDATE_LISTINGS=1 cargo test -p listings`";

/// Reads `out/NAME.txt`.
pub fn output(file: &str, name: &str, text: &str, listings: &Listings<'_>) -> Record<Output> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let source = first.strip_prefix("# ").and_then(|source| source.split_once(' '));
    let Some((from, digest)) = source else {
        let text = format!("its first line does not say what it was made from; {REMEDY}");
        return Err(Problem::new(file, 1, text));
    };
    listings.check(file, from, digest)?;
    Ok(Output { name: name.to_owned(), text: rest.trim_end_matches('\n').to_owned() })
}

/// Reads `traces/NAME.json`.
pub fn trace(file: &str, text: &str, listings: &Listings<'_>) -> Record<Trace> {
    let recorded: RecordedTrace = serde_json::from_str(text).map_err(|it| json(file, &it))?;
    listings.check(file, &recorded.from, &recorded.digest)?;
    if recorded.trace.schema != Trace::SCHEMA {
        let (is, wanted) = (&recorded.trace.schema, Trace::SCHEMA);
        return Err(Problem::new(file, 1, format!("its form is `{is}` and not `{wanted}`")));
    }
    let Trace { calls, marks, lanes, order, .. } = &recorded.trace;
    let tells_anything = !(calls.is_empty() && marks.is_empty() && lanes.is_empty());
    if tells_anything && order.is_empty() {
        let text = "it does not say in which order things happened, and its list would be empty";
        return Err(Problem::new(file, 1, text));
    }
    Ok(recorded.trace)
}

/// Reads `trees/NAME.json`.
pub fn tree(file: &str, text: &str, listings: &Listings<'_>) -> Record<Tree> {
    let recorded: RecordedTree = serde_json::from_str(text).map_err(|it| json(file, &it))?;
    listings.check(file, &recorded.from, &recorded.digest)?;
    recorded.tree.check().map_err(|text| Problem::new(file, 1, text))?;
    Ok(recorded.tree)
}

fn json(file: &str, error: &serde_json::Error) -> Problem {
    Problem::new(file, error.line().max(1), format!("{error}; {REMEDY}"))
}

/// The listings that records are made from.
pub struct Listings<'a> {
    /// The folder of the listings, relative to the root, with forward slashes.
    pub folder: &'a str,
    /// Their files, by their paths relative to the root.
    pub files: &'a BTreeMap<String, Code>,
}

impl Listings<'_> {
    /// Whether a record is as old as the listing that it was made from.
    fn check(&self, file: &str, from: &str, digest: &str) -> Result<(), Problem> {
        let listing = format!("{}/{from}", self.folder);
        match self.files.get(&listing) {
            None => {
                let text = format!("it was made from `{listing}`, which is not there; {REMEDY}");
                Err(Problem::new(file, 1, text))
            }
            Some(code) if code.digest != digest => {
                let text =
                    format!("it is older than `{listing}`, from which it was made; {REMEDY}");
                Err(Problem::new(file, 1, text))
            }
            Some(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeMap<String, Code> {
        let code = Code::parse("l/src/a.rs", "fn a() {}\n", &mut Vec::new());
        BTreeMap::from([("l/src/a.rs".to_owned(), code)])
    }

    #[track_caller]
    fn check<T>(text: &str, read: impl Fn(&str, &Listings<'_>) -> Record<T>) -> Record<T> {
        let files = files();
        let digest = &files["l/src/a.rs"].digest;
        read(&text.replace("DIGEST", digest), &Listings { folder: "l", files: &files })
    }

    #[test]
    fn an_output_is_what_follows_its_source() {
        let output = check("# src/a.rs DIGEST\n 0 ms a\n\nb\n", |text, listings| {
            output("out/x.txt", "x", text, listings)
        });

        assert_eq!(output.map(|it| it.text), Ok(" 0 ms a\n\nb".to_owned()));
    }

    #[test]
    fn an_output_older_than_its_listing_is_refused() {
        let older = check("# src/a.rs 0123456789abcdef\na\n", |text, listings| {
            output("out/x.txt", "x", text, listings)
        });
        let homeless = check("a\n", |text, it| output("out/x.txt", "x", text, it));

        let older = older.expect_err("another digest").to_string();
        assert!(older.starts_with("out/x.txt:1: it is older than `l/src/a.rs`"), "{older}");
        assert!(homeless.is_err(), "nobody knows what it was made from");
    }

    #[test]
    fn a_trace_older_than_its_listing_is_refused() {
        let trace_of = |digest: &str| {
            format!(
                r#"{{"from":"src/a.rs","digest":"{digest}","trace":
                {{"schema":"awaitlings/trace/v2","end":0,"calls":[],"order":[],"marks":[]}}}}"#
            )
        };
        let read = |text: &str, listings: &Listings<'_>| trace("traces/x.json", text, listings);

        assert!(check(&trace_of("DIGEST"), read).is_ok());
        assert!(check(&trace_of("0123456789abcdef"), read).is_err());
    }

    #[test]
    fn a_trace_without_an_order_is_refused() {
        let trace_with = |order: &str| {
            format!(
                r#"{{"from":"src/a.rs","digest":"DIGEST","trace":{{"schema":"awaitlings/trace/v2",
                "end":0,"calls":[],"order":[{order}],"marks":[{{"at":0,"text":"tea"}}]}}}}"#
            )
        };
        let read = |text: &str, listings: &Listings<'_>| trace("traces/x.json", text, listings);

        assert!(check(&trace_with(r#"{"noted":0}"#), read).is_ok());
        assert!(check(&trace_with(""), read).is_err());
    }

    #[test]
    fn a_tree_made_from_a_file_that_is_gone_is_refused() {
        let text = r#"{"from":"src/b.rs","digest":"DIGEST","tree":{"schema":"awaitlings/tree/v1",
            "futures":["a"],"schedules":1,"found":0,
            "root":{"says":[],"states":["done"],"ending":{"is_found":false,"text":""}}}}"#;
        let read = |text: &str, listings: &Listings<'_>| tree("trees/x.json", text, listings);

        let error = check(text, read).expect_err("there is no `b.rs`").to_string();

        assert!(error.starts_with("trees/x.json:1: it was made from `l/src/b.rs`"), "{error}");
        assert!(check(&text.replace("src/b.rs", "src/a.rs"), read).is_ok());
    }
}
