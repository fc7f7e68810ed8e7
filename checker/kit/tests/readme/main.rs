//! The tests that the README shows, as tests: they pass, and the README shows just these.
//!
//! The doctest of the README compiles its blocks and runs none of them, for they are tests. The block
//! about cancellation is left out, since it shows a test that fails; an example runs it.

mod first_test;
mod how_many_at_once;
mod misbehaving_service;
mod network_in_memory;

#[test]
fn the_readme_shows_these_tests() {
    let readme = include_str!("../../README.md").replace("\r\n", "\n");
    let texts = [
        include_str!("first_test.rs"),
        include_str!("how_many_at_once.rs"),
        include_str!("misbehaving_service.rs"),
        include_str!("network_in_memory.rs"),
    ];

    for text in texts {
        let text = text.replace("\r\n", "\n");
        let (_header, code) = text.split_once("\n\n").expect("there is a header");
        assert!(
            readme.contains(&format!("```rust\n{code}```\n")),
            "the README differs from\n{code}"
        );
    }
}
