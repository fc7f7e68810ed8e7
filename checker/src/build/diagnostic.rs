//! What the compiler said, as it said it.

use serde::{Deserialize, Serialize};

/// Errors and warnings, in the compiler's order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diagnostics {
    /// What keeps the code from compiling.
    pub errors: Vec<Diagnostic>,
    /// What does not.
    pub warnings: Vec<Diagnostic>,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Its code, such as `E0521`, if it has one.
    pub code: Option<String>,
    /// Its first line.
    pub message: String,
    /// All of it, with the compiler's drawing.
    pub rendered: String,
    /// The file it points to.
    pub file: Option<String>,
}

/// The part of the compiler's JSON that we read; its form is described in rustc's book.
#[derive(Deserialize)]
struct Json {
    message: String,
    level: String,
    code: Option<Code>,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    is_primary: bool,
}

impl Diagnostics {
    /// Reads the compiler's messages, a line each.
    pub fn parse(text: &str) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        for line in text.lines() {
            let Ok(json) = serde_json::from_str::<Json>(line) else { continue };
            // The last line, "aborting due to …", points nowhere and adds nothing.
            let is_summary = json.spans.is_empty() && json.message.contains("aborting due to");
            let list = match json.level.as_str() {
                "error" if is_summary => continue,
                "error" => &mut diagnostics.errors,
                "warning" if !json.message.contains("emitted") => &mut diagnostics.warnings,
                _ => continue,
            };
            list.push(Diagnostic {
                code: json.code.map(|code| code.code),
                rendered: json.rendered.unwrap_or_else(|| json.message.clone()),
                message: json.message,
                file: json.spans.into_iter().find(|span| span.is_primary).map(|s| s.file_name),
            });
        }
        diagnostics
    }

    /// A single error that the compiler did not come to say.
    pub fn of_one(message: &str) -> Diagnostics {
        let error = Diagnostic {
            code: None,
            message: message.to_owned(),
            rendered: format!("error: {message}\n"),
            file: None,
        };
        Diagnostics { errors: vec![error], warnings: Vec::new() }
    }

    /// Whether one of the errors has this code.
    pub fn has_error(&self, code: &str) -> bool {
        self.errors.iter().any(|error| error.code.as_deref() == Some(code))
    }
}
