//! Verdicts as JUnit XML, for the many programs that draw test results: a suite for each exercise,
//! a case for each step.
//!
//! The form is the one that CI systems agree on in practice; it has no standard.

use std::fmt::Write as _;

use super::words;
use crate::{
    text::Color,
    verdict::{StepVerdict, Verdict},
};

/// The verdicts as one document.
pub fn junit(verdicts: &[Verdict]) -> String {
    let cases: Vec<Vec<Case>> = verdicts.iter().map(cases).collect();
    let all = cases.iter().map(Vec::len).sum::<usize>();
    let failed = |cases: &[Case]| cases.iter().filter(|case| case.failure.is_some()).count();
    let failures = cases.iter().map(|cases| failed(cases)).sum::<usize>();

    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        text,
        "<testsuites name=\"awaitlings\" tests=\"{all}\" failures=\"{failures}\" errors=\"0\">"
    );
    for (verdict, cases) in verdicts.iter().zip(&cases) {
        let id = escaped(&verdict.id);
        let _ = writeln!(
            text,
            "  <testsuite name=\"{id}\" tests=\"{}\" failures=\"{}\" errors=\"0\">",
            cases.len(),
            failed(cases)
        );
        for case in cases {
            case.write(&id, &mut text);
        }
        text.push_str("  </testsuite>\n");
    }
    text.push_str("</testsuites>\n");
    text
}

/// One test case.
struct Case {
    name: String,
    failure: Option<(&'static str, String, String)>,
}

impl Case {
    fn write(&self, suite: &str, text: &mut String) {
        let name = escaped(&self.name);
        let _ = write!(text, "    <testcase classname=\"{suite}\" name=\"{name}\"");
        match &self.failure {
            None => text.push_str("/>\n"),
            Some((kind, message, details)) => {
                let (message, details) = (escaped(message), escaped(details));
                let _ = writeln!(
                    text,
                    ">\n      <failure type=\"{kind}\" message=\"{message}\">{details}</failure>\n    </testcase>"
                );
            }
        }
    }
}

/// A case for each step; one for the whole exercise where the steps alone do not tell why it has
/// not passed.
fn cases(verdict: &Verdict) -> Vec<Case> {
    let mut cases: Vec<Case> = verdict.steps.iter().map(case).collect();
    let is_told = cases.iter().any(|case| case.failure.is_some());
    if let Some(failure) = verdict.failure.as_ref().filter(|_| !is_told) {
        let words = words::verdict(verdict, None, words::Detail::FirstFailure, Color::Off);
        let headline = words.lines().next().unwrap_or_default().to_owned();
        let name = "the_answer_as_a_whole".to_owned();
        cases.push(Case { name, failure: Some((failure.kind, headline, words)) });
    }
    cases
}

fn case(step: &StepVerdict) -> Case {
    let failure = (!step.outcome.is_passed()).then(|| {
        let place = step.place.as_ref().map(|place| format!("\n  at {place}")).unwrap_or_default();
        let details = format!("{}{place}\n{}", step.message, step.trace.timeline());
        let first = step.message.lines().next().unwrap_or_default().to_owned();
        (step.outcome.name(), first, details)
    });
    Case { name: step.name.clone(), failure }
}

/// Text as XML allows it: without the characters that mean something, and without those that no
/// document may hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(character),
            control if control.is_control() => {}
            '\u{fffe}' | '\u{ffff}' => {}
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_xml_is_escaped_and_what_it_may_not_hold_is_left_out() {
        assert_eq!(
            escaped("a < b && \"c\" > d\n\u{1b}[0m\u{0}"),
            "a &lt; b &amp;&amp; &quot;c&quot; &gt; d\n[0m"
        );
    }
}
