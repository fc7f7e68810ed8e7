//! # A whole program: the watchtower
//!
//! A harbor's watchtower writes down who comes and goes. It runs as a process of its own, and like
//! every service it is ended by a signal, several times a day. The captains care that nobody is
//! left inside; whoever sends the signal cares for the exit code.
//!
//! - Read: `lessons/shutdown/README.md`, "Signals"
//! - Check: `cargo test -p shutdown watchtower` or `cargo checker run shutdown/watchtower`
//! - Hint: `cargo checker hint shutdown/watchtower`
//! - Toolbox: `tokio::signal`, `tokio::select!`, `tokio::io::stdin`, `Runtime::shutdown_background`,
//!   `std::process::ExitCode`; one of them is a trap here
//! - Needs: `match` on strings, `split_once`

use std::process::ExitCode;

/// Watches until it is told to stop.
///
/// When it listens for signals, it prints `watching`. From then on, each line of its standard input
/// is an event, and each event is answered with a line:
///
/// - `enter NAME`: the ship is inside; it prints `in NAME`.
/// - `leave NAME`: a ship that is inside goes out; it prints `out NAME`. No other ship leaves.
///
/// The first signal (on Unix SIGTERM or SIGINT, on Windows Ctrl-C or Ctrl-Break) begins the
/// draining: it prints `draining N`, N being how many ships are inside. An `enter` is answered with
/// `refused NAME` from now on. When nobody is inside any more, it prints `bye` and exits with code
/// 0, whether or not its input goes on. A second signal ends the wait: it prints `giving up` and
/// exits with code 130.
///
/// The end of the input is no event. While nothing happens, the program rests.
fn main() -> ExitCode {
    todo!("print `watching`, answer each line, and drain at the first signal")
}
