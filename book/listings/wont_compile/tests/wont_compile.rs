//! What the book says does not compile, and the compiler's words for it.
//!
//! `TRYBUILD=overwrite cargo test -p wont_compile` writes the words anew.

use std::{env, process::Command};

/// The words are those of one version of the compiler.
const COMPILER: &str = include_str!("../COMPILER");

#[test]
fn wont_compile() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc can be started");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    let named = COMPILER.trim();
    if !version.starts_with(&format!("rustc {named}.")) {
        let is_demanded = env::var_os("LISTINGS_DEMAND").is_some_and(|value| value == "1");
        let why = format!("the messages in the book are those of rustc {named}, not {version}");
        assert!(!is_demanded, "not checked: {why}");
        eprintln!("not checked: {why}");
        return;
    }

    trybuild::TestCases::new().compile_fail("*.rs");
}
