//! What is told of a run that is the only one of its process, as the checker's steps are. One test
//! stands in this file, so that it is.

use std::{
    panic::{self, AssertUnwindSafe},
    thread,
};

#[test]
fn a_panic_in_a_thread_is_not_lost() {
    let test = kit::Test { name: "only_run::fixture", file: file!() };
    let body = || async {
        let thread = thread::spawn(|| panic!("overboard"));
        assert!(thread.join().is_err());
    };

    let ended = panic::catch_unwind(AssertUnwindSafe(|| kit::run(test, body)));

    let payload = ended.expect_err("the panic is nobody's");
    let text = payload.downcast::<String>().expect("a panic with a text");
    assert_eq!(*text, "a thread panicked and nobody noticed: overboard");
}
