//! The compiler and the libraries a lesson stands on, as cargo built them.
//!
//! What cargo said is kept under `target/awaitlings` and believed as long as nothing has changed
//! from which it followed: the lock file, the manifests, our own crates, the flags, the compiler.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use forms::write_whole;
use serde::{Deserialize, Serialize};

use super::BuildError;
use crate::{
    course::{self, FOUNDATION, Pack},
    listener::Listener,
    workspace::Workspace,
};

/// A compiler with the libraries of one lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toolchain {
    /// What it was made from; another key means that cargo must be asked again.
    key: String,
    /// The compiler as it was when the libraries were built: no other one can read them.
    compiler: String,
    /// The compiler itself, not rustup's stand-in: that one costs a few hundredths of a second.
    pub rustc: PathBuf,
    /// The folder of the shared standard library, where there is one.
    pub shared_std: Option<PathBuf>,
    /// What it stands on and was not given: edited files of ours, packages from elsewhere.
    pub strangers: Vec<String>,
    /// The libraries by the name under which code calls them.
    pub libraries: BTreeMap<String, PathBuf>,
}

impl Toolchain {
    /// The toolchain of a lesson, built if need be.
    ///
    /// # Errors
    ///
    /// If cargo is missing or fails.
    pub fn of(
        workspace: &Workspace,
        pack: &Pack,
        lesson: &str,
        listener: &dyn Listener,
    ) -> Result<Toolchain, BuildError> {
        let scratch = workspace.scratch();
        fs::create_dir_all(&scratch).map_err(|error| BuildError::Target {
            path: workspace.target().display().to_string(),
            error,
        })?;
        let memory = scratch.join("toolchains").join(format!("{lesson}.json"));
        let key = key(workspace, pack, lesson);
        if let Some(known) = remembered(&memory).filter(|known| known.is_valid(&key)) {
            return Ok(known);
        }

        let (rustc, libraries_of_rust) = compiler(workspace)?;
        let mut strangers = pack.strangers(workspace.root()).map_err(|error| BuildError::File {
            path: workspace.root().display().to_string(),
            error,
        })?;
        let libraries = libraries(workspace, lesson, &mut strangers, listener)?;
        let shared_std = shared_std(libraries_of_rust);
        let compiler = stamp(&rustc);
        let toolchain = Toolchain { key, compiler, rustc, shared_std, strangers, libraries };
        let text = serde_json::to_string(&toolchain).expect("a toolchain is plain data");
        write_whole(&memory, &text)
            .map_err(|error| BuildError::File { path: memory.display().to_string(), error })?;
        Ok(toolchain)
    }

    /// Compiler and libraries as one line: what they make of a file is the same as long as this is.
    pub(super) fn stamp(&self) -> String {
        let libraries = self.libraries.values().map(|library| stamp(library));
        libraries.chain([self.key.clone(), self.compiler.clone()]).collect()
    }

    fn is_valid(&self, key: &str) -> bool {
        self.key == key
            && self.rustc.is_file()
            && self.compiler == stamp(&self.rustc)
            && self.libraries.values().all(|library| library.is_file())
    }
}

fn remembered(file: &Path) -> Option<Toolchain> {
    serde_json::from_str(&fs::read_to_string(file).ok()?).ok()
}

/// Everything from which cargo's answer follows, as one line.
fn key(workspace: &Workspace, pack: &Pack, lesson: &str) -> String {
    let mut stamps = pack.foundation_digest();
    let solution = format!("solutions/{lesson}/Cargo.toml");
    for file in ["Cargo.lock", "Cargo.toml", ".cargo/config.toml", &solution] {
        stamps.push_str(&stamp(&workspace.root().join(file)));
    }
    for ours in FOUNDATION {
        stamp_folder(&workspace.root().join(ours), &mut stamps);
    }
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTUP_TOOLCHAIN", "RUSTC", "PATH"] {
        stamps.push_str(&format!("{variable}={:?};", env::var_os(variable)));
    }
    course::digest(&stamps)
}

fn stamp_folder(folder: &Path, stamps: &mut String) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            stamp_folder(&path, stamps);
        } else {
            stamps.push_str(&stamp(&path));
        }
    }
}

/// A file's path, length and time of change: enough to see that somebody wrote it.
fn stamp(path: &Path) -> String {
    let changed = fs::metadata(path).map(|meta| (meta.len(), meta.modified().ok()));
    format!("{}={:?};", path.display(), changed.ok())
}

/// The compiler that cargo would use, found through its library folder, and that folder.
fn compiler(workspace: &Workspace) -> Result<(PathBuf, PathBuf), BuildError> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(&rustc)
        .args(["--print", "sysroot", "--print", "target-libdir"])
        .current_dir(workspace.root())
        .output()
        .map_err(|error| BuildError::Tool { tool: rustc.to_string_lossy().into_owned(), error })?;
    let said = String::from_utf8_lossy(&output.stdout);
    let mut paths = said.lines().map(PathBuf::from);
    let sysroot = paths.next().unwrap_or_default();
    let real = sysroot.join("bin").join(format!("rustc{}", env::consts::EXE_SUFFIX));
    let rustc = if real.is_file() { real } else { rustc.into() };
    Ok((rustc, paths.next().unwrap_or_default()))
}

/// The folder of the shared standard library, where there is one: a program that is linked with it
/// takes a fifth less work to make.
fn shared_std(folder: PathBuf) -> Option<PathBuf> {
    let is_shared = |name: &str| name.starts_with("libstd-") && name.ends_with(".so");
    let files = fs::read_dir(&folder).ok()?.flatten();
    let is_there =
        files.filter_map(|file| file.file_name().into_string().ok()).any(|n| is_shared(&n));
    (cfg!(target_os = "linux") && is_there).then_some(folder)
}

/// The part of cargo's messages that we read.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    package_id: String,
    #[serde(default)]
    manifest_path: PathBuf,
    #[serde(default)]
    target: Target,
    #[serde(default)]
    filenames: Vec<PathBuf>,
    #[serde(default)]
    fresh: bool,
}

#[derive(Default, Deserialize)]
struct Target {
    #[serde(default)]
    name: String,
}

/// Lets cargo build what the lesson's solution stands on: the same packages and features that
/// `cargo test -p LESSON` needs, so that nothing is built twice, and nothing from `lessons/`, where
/// the learner may have left anything.
fn libraries(
    workspace: &Workspace,
    lesson: &str,
    strangers: &mut Vec<String>,
    listener: &dyn Listener,
) -> Result<BTreeMap<String, PathBuf>, BuildError> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let tool = |error| BuildError::Tool { tool: "cargo".to_owned(), error };
    let mut process = Command::new(cargo)
        .args(["build", "--message-format=json-render-diagnostics", "--package"])
        .arg(format!("{lesson}_solution"))
        .current_dir(workspace.root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(tool)?;

    let stdout = BufReader::new(process.stdout.take().expect("stdout is piped"));
    let mut stderr = process.stderr.take().expect("stderr is piped");
    let complaints = thread::spawn(move || {
        let mut said = Vec::new();
        // What cannot be read is not shown; that cargo failed is told by its exit code.
        let _ = stderr.read_to_end(&mut said);
        String::from_utf8_lossy(&said).into_owned()
    });

    let mut libraries = BTreeMap::new();
    let mut crates = 0;
    for line in stdout.lines().map_while(Result::ok) {
        let Ok(message) = serde_json::from_str::<Message>(&line) else { continue };
        if message.reason != "compiler-artifact" {
            continue;
        }
        if !is_given(workspace, lesson, &message) {
            strangers.push(message.manifest_path.display().to_string());
        }
        if !message.fresh {
            crates += 1;
            listener.built(crates, &message.target.name);
        }
        let library = message.filenames.into_iter().find(|file| is_library(file));
        if let Some(library) = library {
            libraries.insert(message.target.name.replace('-', "_"), library);
        }
    }

    let status = process.wait().map_err(tool)?;
    let said = complaints.join().unwrap_or_default();
    if !status.success() {
        let tail: Vec<&str> = said.lines().rev().take(20).collect();
        let said = tail.into_iter().rev().collect::<Vec<_>>().join("\n");
        return Err(BuildError::Foundation { lesson: lesson.to_owned(), said });
    }
    let direct = direct_dependencies(workspace, lesson)?;
    libraries.retain(|name, _| direct.contains(name));
    Ok(libraries)
}

/// Whether a package is one of ours or comes from the registry, not from a path that somebody put in
/// its place.
fn is_given(workspace: &Workspace, lesson: &str, message: &Message) -> bool {
    let solution = format!("solutions/{lesson}");
    // Cargo and we may name the same folder differently, where a link leads to it.
    let real = |path: &Path| fs::canonicalize(path).ok();
    let there = real(&message.manifest_path);
    let mut ours = FOUNDATION.into_iter().chain([solution.as_str()]);
    let is_ours = ours.any(|ours| there == real(&workspace.root().join(ours).join("Cargo.toml")));
    is_ours
        || message.package_id.starts_with("registry+")
        || message.package_id.starts_with("sparse+")
}

fn is_library(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "rlib")
}

/// The names under which the lesson's code may call a library.
fn direct_dependencies(workspace: &Workspace, lesson: &str) -> Result<Vec<String>, BuildError> {
    let path = workspace.root().join("solutions").join(lesson).join("Cargo.toml");
    let text = fs::read_to_string(&path)
        .map_err(|error| BuildError::File { path: path.display().to_string(), error })?;
    let manifest: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        BuildError::Foundation { lesson: lesson.to_owned(), said: error.to_string() }
    })?;
    let table = manifest.get("dependencies").and_then(|table| table.as_table());
    let names = table.into_iter().flat_map(|table| table.keys()).map(|package| {
        // Our own packages are imported without their first name.
        package.strip_prefix("awaitlings-").unwrap_or(package).replace('-', "_")
    });
    Ok(names.collect())
}
