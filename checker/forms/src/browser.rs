//! Opens a page in the browser of whoever sits here.

use std::{
    io,
    process::{Child, Command, Stdio},
};

/// Asks the system to open `address`; what it starts ends by itself.
///
/// # Errors
///
/// If there is nothing to ask, as on a machine without a screen.
pub fn open_in_browser(address: &str) -> io::Result<Child> {
    let (program, arguments): (_, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let silent = Stdio::null;
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(silent()).stdout(silent()).stderr(silent());
    command.spawn()
}
