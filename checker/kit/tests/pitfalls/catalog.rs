//! The mistakes that people make in asynchronous Rust, numbered: what each is called here, and that
//! each is told.

use std::{collections::BTreeSet, env, process::Command};

/// The catalog. A test that tells number 6 is called `p06_permit_not_held`.
const CATALOG: [(u8, &str); 52] = [
    (1, "future_never_awaited"),
    (2, "one_after_the_other"),
    (3, "first_error_hides_the_rest"),
    (4, "order_of_results_lost"),
    (5, "unbounded_fan_out"),
    (6, "permit_not_held"),
    (7, "permit_taken_inside_the_task"),
    (8, "permit_leaked"),
    (9, "buffer_of_zero"),
    (10, "buffered_work_starves"),
    (11, "orphan_task"),
    (12, "failure_of_a_child_swallowed"),
    (13, "join_set_never_drained"),
    (14, "abort_without_a_join"),
    (15, "siblings_go_on_after_an_error"),
    (16, "panic_taken_for_a_cancellation"),
    (17, "join_set_dropped_too_early"),
    (18, "timeout_on_a_handle"),
    (19, "timeout_on_a_blocking_call"),
    (20, "timeout_of_each_attempt"),
    (21, "read_that_is_not_cancel_safe"),
    (22, "send_dropped_by_select"),
    (23, "timer_made_anew_in_a_loop"),
    (24, "futurelock"),
    (25, "state_lost_when_dropped"),
    (26, "cleanup_skipped_when_dropped"),
    (27, "closed_channel_spins"),
    (28, "biased_select_starves_shutdown"),
    (29, "lock_held_over_io"),
    (30, "lock_order_inversion"),
    (31, "read_write_read"),
    (32, "lost_wake_up"),
    (33, "std_guard_across_an_await"),
    (34, "lost_update"),
    (35, "watch_borrow_held"),
    (36, "unbounded_channel"),
    (37, "sender_kept_alive"),
    (38, "send_and_receive_in_turn"),
    (39, "lag_taken_for_the_end"),
    (40, "queue_dropped_with_jobs_in_it"),
    (41, "blocking_call"),
    (42, "computing_without_a_yield"),
    (43, "block_on_inside_a_runtime"),
    (44, "block_in_place_on_one_thread"),
    (45, "blocking_thread_outlives_main"),
    (46, "interval_burst"),
    (47, "retry_without_backoff"),
    (48, "half_open_breaker_lets_all_through"),
    (49, "shutdown_looked_at_between_messages"),
    (50, "serial_accept_loop"),
    (51, "flush_missing_and_framing_missing"),
    (52, "connection_not_given_back"),
];

/// Those that an order of the tasks shows: the tests of `awaitlings-kit-tokio` tell them.
const EXPLORED: [u8; 3] = [30, 32, 34];

/// Those whose cause the kit does not tell on this system: their tests are not there.
const UNKNOWN_HERE: &[u8] = if cfg!(target_os = "linux") {
    &[]
} else if cfg!(unix) {
    &[27, 42]
} else {
    &[27, 33, 35, 41, 42]
};

#[test]
fn every_number_has_its_test() {
    let program = env::current_exe().expect("a test program has a path");
    let listed = Command::new(program).arg("--list").output().expect("the test program starts");
    let listed = String::from_utf8(listed.stdout).expect("names are text");
    let tests = listed.lines().filter_map(|line| line.strip_suffix(": test"));
    let numbered = tests.filter_map(|path| path.split_once("::p")?.1.split_once('_'));
    let here: BTreeSet<(u8, &str)> = numbered
        .map(|(number, name)| (number.parse().expect("`p` and a number begin a name"), name))
        .collect();

    let elsewhere = |number: u8| EXPLORED.contains(&number) || UNKNOWN_HERE.contains(&number);
    let expected: BTreeSet<(u8, &str)> =
        CATALOG.into_iter().filter(|(number, _)| !elsewhere(*number)).collect();

    assert_eq!(here, expected);
    assert!(CATALOG.iter().map(|(number, _)| *number).eq(1..=52), "the numbers have no gap");
}

#[test]
fn the_explored_ones_are_told_there() {
    let tests = include_str!("../../../kit_tokio/tests/explore/pitfalls.rs");

    for (number, name) in CATALOG.iter().filter(|(number, _)| EXPLORED.contains(number)) {
        let test = format!("#[test]\nfn p{number:02}_{name}() {{");
        assert!(tests.contains(&test), "no `{test}`");
    }
}
