//! Runs an example of this package as its reader does, and looks for what it prints in the README.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What the example prints.
#[track_caller]
pub fn output_of(example: &str) -> String {
    let program = built(example);
    // Where `cargo run` is called: places are told from there.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(&program).current_dir(root).env("RUST_BACKTRACE", "0").output();
    let output = output.unwrap_or_else(|error| panic!("`{example}` cannot be started: {error}"));
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaints.is_empty(), "{example}: {complaints}");
    String::from_utf8(output.stdout).expect("examples print text").replace('\\', "/")
}

/// The example's program. `cargo test` builds it with the tests, `cargo test --test` does not.
fn built(example: &str) -> PathBuf {
    let tests = env::current_exe().expect("a test knows where it is");
    let profile = tests.ancestors().nth(2).expect("cargo puts tests two folders down");
    let name = format!("{example}{}", env::consts::EXE_SUFFIX);
    let program = profile.join("examples").join(name);
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{example}.rs"));
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    if changed(&program) < changed(&source) {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["build", "--quiet", "--package", env!("CARGO_PKG_NAME"), "--example", example]);
        let status = build.status().expect("cargo is there, it runs this test");
        assert!(status.success(), "`{example}` does not compile");
    }
    program
}

/// The blocks of the kit's README that show an output.
pub fn outputs_in_the_readme() -> Vec<String> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../kit/README.md");
    let readme = fs::read_to_string(readme).expect("the README is there");
    let readme = readme.replace("\r\n", "\n");
    let blocks = readme.split("\n```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix("text\n")).map(str::to_owned).collect()
}
