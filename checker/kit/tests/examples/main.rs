//! What the examples print, and that the README shows the same.

mod runner;

use runner::{output_of, outputs_in_the_readme};

#[test]
fn the_readme_shows_what_the_examples_print() {
    let examples = ["timed_calls", "cancel_everywhere", "network", "deadlock", "program"];
    let mut printed = examples.map(output_of).concat();
    // Elsewhere the call is not named: what the README says is what Linux says.
    let has_blocking = cfg!(target_os = "linux");
    printed.extend(has_blocking.then(|| output_of("blocking")));

    let shown = outputs_in_the_readme();
    // Schedules and tasks come from examples of `awaitlings-kit-tokio`, which has the same test.
    let others = ["this is the schedule", "  tasks: "];
    let is_own = |text: &&String| !others.iter().any(|other| text.contains(other));
    let is_told_here = |text: &&String| has_blocking || !text.starts_with("blocked: ");
    let own: Vec<_> = shown.iter().filter(is_own).filter(is_told_here).collect();

    assert!(own.len() >= 4, "the README shows {} outputs", own.len());
    for text in own {
        assert!(printed.contains(text.trim_end()), "no example prints this:\n{text}");
    }
}

#[test]
fn timed_calls() {
    insta::assert_snapshot!(output_of("timed_calls"), @r"
    one by one

    assertion `left == right` failed: four fetches of 100 ms, two at once, took 400ms
      left: 400ms
     right: 200ms

          0         100       200       300       400 ms
      /a  ##########
      /b            ##########
      /c                      ##########
      /d                                ##########
      at most 1 at once

    all at once

    4 were fetched at once, 2 are allowed

          0         20        40        60        80        100 ms
      /a  ##################################################
      /b  ##################################################
      /c  ##################################################
      /d  ##################################################
      at most 4 at once

    two at once passes

          0         50        100       150       200 ms
      /a  ####################
      /b  ####################
      /c                      ####################
      /d                      ####################
      at most 2 at once
    ");
}

#[test]
fn cancel_everywhere() {
    insta::assert_snapshot!(output_of("cancel_everywhere"), @r"
    in two halves

    assertion `left == right` failed: there were 100 cents
      left: 70
     right: 100
    this is a run in which the call was dropped after its first poll; it waited at checker/kit/examples/cancel_everywhere.rs:36

               0         10 ms
      confirm  x
      at most 0 at once   x canceled

    at once passes
    ");
}

#[test]
fn network() {
    insta::assert_snapshot!(output_of("network"), @r#"
    by one read

    assertion `left == right` failed: the server read something else
      left: "how "
     right: "how deep is it?"

                0         20        40        60 ms
      harbor 1  ##############################
      at most 1 at once

    by line passes

    a partition

                         0         100       200       300 ms
      harbor 1           ##############################
      harbor is cut off  *
      harbor is back                                   *
      at most 1 at once
    "#);
}

#[test]
fn deadlock() {
    insta::assert_snapshot!(output_of("deadlock"), @r"
    deadlock: after 100 ms of virtual time nothing can make progress any more: everyone waits, and nobody is left to wake them; it waits at checker/kit/examples/deadlock.rs:18

              0         20        40        60        80        100 ms
      page 1  #########################
      page 2                           #########################
      at most 1 at once

    1 task is still alive after the call has ended: who stops it?

    a task panicked and nobody noticed: the mail was not sent

    endless: timers fire and tasks run, but the test does not come to its end
    ");
}

#[test]
fn program() {
    insta::assert_snapshot!(output_of("program"), @r#"
    Line("took tea")
    Silence
    Line("1 orders")
    End(Code(0))
    "#);
}
