//! The receipt: proof for the checker that a body reached its end, and what it did on the way.
//!
//! The nonce comes on standard input, one line and then the end, before any code under test runs.
//! It never stands in the environment, where that code could read it. The file named by
//! `AWAITLINGS_REPORT` is where the report goes; without that variable, as under `cargo test`,
//! nothing is read and nothing written.

use std::{
    env,
    fs::{self, File},
    io::{self, Read},
    path::PathBuf,
};

use trace::{Explored, Outcome, Report, Trace};

/// The variable that names the report's file.
pub(crate) const REPORT: &str = "AWAITLINGS_REPORT";

/// A report that is owed to the checker.
#[derive(Debug)]
pub(crate) struct Receipt {
    file: PathBuf,
    nonce: String,
    /// Held for the report: code under test may leave no room to open another file.
    spare: Option<File>,
}

impl Receipt {
    /// Reads the nonce, if a checker asks for a report.
    pub(crate) fn owed() -> Option<Receipt> {
        let file = env::var_os(REPORT)?.into();
        let mut nonce = String::new();
        // A checker that goes away leaves an empty nonce, which no report can pass under.
        let _ = io::stdin().lock().take(128).read_to_string(&mut nonce);
        Some(Receipt { file, nonce: nonce.trim().to_owned(), spare: spare() })
    }

    /// Writes the report.
    ///
    /// A file that cannot be written is no failure of the test: the checker misses it and says so.
    pub(crate) fn settle(
        self,
        test: &str,
        outcome: Outcome,
        message: &str,
        place: Option<String>,
        explored: Option<Explored>,
        trace: Trace,
    ) {
        let report = Report {
            schema: Report::SCHEMA.to_owned(),
            nonce: self.nonce,
            test: test.to_owned(),
            outcome,
            message: message.to_owned(),
            place,
            explored,
            trace,
        };
        let text = report.to_json();
        drop(self.spare);
        streams::keep();
        let _ = fs::write(self.file, text);
    }
}

/// An open file of no use but the room it takes.
fn spare() -> Option<File> {
    File::open(if cfg!(windows) { "NUL" } else { "/dev/null" }).ok()
}

#[cfg(unix)]
mod streams {
    use std::os::fd::{AsRawFd, IntoRawFd};

    /// Code under test may have closed the standard streams. The next file that is opened would be
    /// one of them, and what others print would go into it.
    pub(super) fn keep() {
        const LAST: i32 = 2;
        while let Some(file) = super::spare() {
            if file.as_raw_fd() > LAST {
                return;
            }
            // It stays open as long as the process lives.
            let _ = file.into_raw_fd();
        }
    }
}

#[cfg(not(unix))]
mod streams {
    /// Numbers of streams are not given to files.
    pub(super) fn keep() {}
}
