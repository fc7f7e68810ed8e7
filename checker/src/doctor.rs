//! Looks at what the checker stands on: tools, files, events, protections, disk.

use std::{
    env, fs,
    process::Command,
    sync::mpsc,
    time::{Duration, SystemTime},
};

use notify::{RecursiveMode, Watcher};
use serde::Serialize;

use crate::{
    run::{Layer, layers},
    workspace::Workspace,
};

/// How long an event of the file system is waited for.
const PATIENCE: Duration = Duration::from_secs(2);
/// What a finished course takes in the target folder, and as much again to build it.
#[cfg(unix)]
const ROOM: u64 = 4 << 30;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is.
    pub subject: &'static str,
    /// Whether it is as it should be.
    pub is_well: bool,
    /// What was seen.
    pub seen: String,
    /// What to do, if there is something.
    pub advice: Option<String>,
}

/// Everything that was looked at, in the order in which it matters.
pub fn examine(workspace: &Workspace) -> Vec<Finding> {
    let mut findings = vec![tool("rustc"), tool("cargo"), target(workspace), disk(workspace)];
    findings.push(file_events(workspace));
    findings.push(protections());
    findings.push(blocking());
    findings
}

fn well(subject: &'static str, seen: impl Into<String>) -> Finding {
    Finding { subject, is_well: true, seen: seen.into(), advice: None }
}

fn ill(subject: &'static str, seen: impl Into<String>, advice: impl Into<String>) -> Finding {
    Finding { subject, is_well: false, seen: seen.into(), advice: Some(advice.into()) }
}

fn tool(name: &'static str) -> Finding {
    let needed = env!("CARGO_PKG_RUST_VERSION");
    let install = "install Rust from https://rustup.rs, and open a new terminal";
    let Ok(output) = Command::new(name).arg("--version").output() else {
        return ill(name, "not found", install);
    };
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match said.split_whitespace().nth(1).map(|version| is_at_least(version, needed)) {
        Some(true) => well(name, said),
        Some(false) => {
            ill(name, said, format!("{needed} or newer is needed: rustup update stable"))
        }
        None => ill(name, "it does not tell its version", install),
    }
}

/// Whether `1.95.0-nightly` is at least `1.88`.
fn is_at_least(version: &str, needed: &str) -> bool {
    let parts = |text: &str| -> Vec<u32> {
        let numbers = text.split(['.', '-']).map_while(|part| part.parse().ok());
        numbers.take(2).collect()
    };
    parts(version) >= parts(needed)
}

fn target(workspace: &Workspace) -> Finding {
    let folder = workspace.scratch();
    let probe = folder.join(format!("doctor-{}", std::process::id()));
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&probe, "probe"));
    // A probe that could not be written need not be removed.
    let _ = fs::remove_file(&probe);
    let shown = workspace.target().display().to_string();
    match written {
        Ok(()) => well("target folder", shown),
        Err(error) => ill(
            "target folder",
            format!("{shown} cannot be written: {error}"),
            "set `CARGO_TARGET_DIR` to a folder that you can write to",
        ),
    }
}

#[cfg(unix)]
fn disk(workspace: &Workspace) -> Finding {
    let Ok(disk) = rustix::fs::statvfs(workspace.root()) else {
        return well("disk", "the system does not tell how much is free");
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let seen = format!("{:.1} GB free", free as f64 / 1e9);
    if free < ROOM {
        return ill("disk", seen, "cargo clean gives back what was built; 4 GB are needed");
    }
    well("disk", seen)
}

#[cfg(not(unix))]
fn disk(_workspace: &Workspace) -> Finding {
    well("disk", "not looked at on this system; 4 GB are needed")
}

/// Saves a file and waits for the event, as the watch screen does.
fn file_events(workspace: &Workspace) -> Finding {
    const SUBJECT: &str = "file events";
    let advice = "nothing: the watch screen then looks at the file ten times a second. Events do not \
                  come through on some network drives, in some containers and in WSL";
    let folder = workspace.root().join("lessons");
    let (sender, events) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Nobody listens after the first one.
        let _ = sender.send(event.is_ok());
    });
    let mut watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => return ill(SUBJECT, error.to_string(), advice),
    };
    if let Err(error) = watcher.watch(&folder, RecursiveMode::NonRecursive) {
        return ill(SUBJECT, error.to_string(), advice);
    }
    // A new time on a file of the course: nothing in it changes.
    let file = folder.join("README.md");
    let touched = fs::File::options()
        .append(true)
        .open(&file)
        .and_then(|file| file.set_modified(SystemTime::now()));
    match touched.map(|()| events.recv_timeout(PATIENCE)) {
        Ok(Ok(_)) => well(SUBJECT, "a save is noticed"),
        Ok(Err(_)) => ill(SUBJECT, "a save is not noticed", advice),
        Err(error) => {
            ill(SUBJECT, format!("{} cannot be written: {error}", file.display()), advice)
        }
    }
}

fn protections() -> Finding {
    let active = layers();
    let missing: Vec<&str> = [
        (Layer::SystemLimits, "memory and processor time of your code have no limit"),
        (Layer::Strays, "a process that your code starts and that leaves its group goes on"),
    ]
    .into_iter()
    .filter(|(layer, _)| !active.contains(layer))
    .map(|(_, lack)| lack)
    .collect();
    if missing.is_empty() {
        return well("protections", "all that this checker has");
    }
    // Nothing that the learner could mend.
    well("protections", format!("on this system {}", missing.join(", and ")))
}

/// Whether the kit's probe is compiled in here, as `kit_probe::is_supported` has it.
const HAS_PROBE: bool = cfg!(all(
    target_os = "linux",
    target_env = "gnu",
    any(target_arch = "x86_64", target_arch = "aarch64"),
));

/// How a call is noticed that blocks the runtime's thread.
fn blocking() -> Finding {
    const SUBJECT: &str = "blocking calls";
    // Nothing that the learner could mend.
    match (HAS_PROBE, cfg!(target_os = "linux")) {
        (true, _) => well(SUBJECT, "told at once, and by name"),
        (false, true) => {
            well(SUBJECT, "on this system told after a second, and only those that take as long")
        }
        (false, false) => well(
            SUBJECT,
            "on this system told after three seconds, and only those that take as long",
        ),
    }
}

/// What the terminal told of itself; the caller knows the streams.
pub fn terminal(is_terminal: bool, size: Option<(u16, u16)>) -> Finding {
    const SUBJECT: &str = "terminal";
    if !is_terminal {
        return well(SUBJECT, "none here; the watch screen needs one, the other commands do not");
    }
    let name = env::var("TERM").unwrap_or_else(|_| "without a name".to_owned());
    match size {
        Some((columns, rows)) if columns < 60 || rows < 16 => {
            ill(SUBJECT, format!("{name}, {columns} x {rows}"), "make it 60 x 16 or larger")
        }
        Some((columns, rows)) => well(SUBJECT, format!("{name}, {columns} x {rows}")),
        None => well(SUBJECT, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(is_at_least("1.95.0", "1.88"));
        assert!(is_at_least("1.100.0-nightly", "1.88"));
        assert!(!is_at_least("1.9.0", "1.88"));
        assert!(!is_at_least("one", "1.88"));
    }
}
