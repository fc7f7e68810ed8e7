//! `doctor`: whether everything is there, and what to do if not.

use std::fmt::Write as _;

use super::{Form, Reply, Session};
use crate::{
    doctor::{self, Finding},
    exit::Exit,
    report::json,
    text::{Tone, padded, width},
};

/// Looks at everything; the terminal was looked at by the caller.
pub fn doctor(session: &Session, terminal: Finding) -> Reply {
    let mut findings = doctor::examine(&session.workspace);
    findings.push(terminal);
    let exit = match findings.iter().all(|finding| finding.is_well) {
        true => Exit::Passed,
        false => Exit::NotYet,
    };
    let text = match session.form {
        Form::Json => json::doctor(&findings),
        Form::Words => words(session, &findings),
    };
    Reply { text, exit }
}

fn words(session: &Session, findings: &[Finding]) -> String {
    let column = findings.iter().map(|finding| width(finding.subject)).max().unwrap_or_default();
    let mut text = String::new();
    for finding in findings {
        let (tone, word) =
            if finding.is_well { (Tone::Good, "well     ") } else { (Tone::Notice, "look here") };
        let word = session.color.paint(tone, word);
        let _ = writeln!(text, "{word}  {}  {}", padded(finding.subject, column), finding.seen);
        if let Some(advice) = &finding.advice {
            let _ = writeln!(text, "           {}  {advice}", padded("", column));
        }
    }
    text
}
