//! The classes of mutants: fixed beforehand, so that nobody chooses the mutants that die.

mod cases;
mod flow;
mod gaps;
mod groups;
mod joins;
mod limits;
mod permits;
mod selects;
mod signals;
mod times;
mod values;

use syn::{Expr, ExprCall, Pat};

use super::source::{Edit, Site};

/// A way in which an answer may be wrong.
#[derive(Debug)]
pub struct Class {
    /// Its name in reports and in `mutants.toml`.
    pub name: &'static str,
    /// What a mutant of this class does, as a sentence.
    pub what: &'static str,
    pub(super) find: fn(Site<'_>) -> Vec<Edit>,
}

/// The table: a name, where its places are found, and what is done there.
macro_rules! classes {
    ($($name:ident: $find:path, $what:literal;)*) => {
        /// All classes. Of two that change a text in the same way, the first one counts.
        pub const CLASSES: &[Class] =
            &[$(Class { name: stringify!($name), what: $what, find: $find }),*];
    };
}

classes! {
    permit_not_held: permits::not_held, "A permit or guard is bound to `_`, which gives it back at once.";
    permit_dropped_early: permits::dropped_early, "A permit or guard is dropped in the line after its own.";
    permit_forgotten: permits::forgotten, "A permit or guard is never given back.";
    limit_raised: limits::raised, "A limit, a capacity or a number of permits is one more.";
    limit_lowered: limits::lowered, "A limit, a capacity or a number of permits is one less, and at least one.";
    order_swapped: joins::order_swapped, "Results come as they are ready instead of in order, or the other way round.";
    one_by_one: joins::one_by_one, "What is awaited together is awaited one after the other.";
    join_swapped: joins::swapped, "The first error ends all, or all are awaited in spite of an error.";
    detached: groups::detached, "Tasks go on although their owner is gone.";
    spawned_outside: groups::spawned_outside, "A task is spawned outside of the group that owns it.";
    aborted_with_handle: groups::aborted_with_handle, "A task ends when its handle is dropped.";
    loop_once: groups::loop_once, "A loop takes one round at most.";
    biased_dropped: selects::biased_dropped, "Branches are polled in any order.";
    branches_swapped: selects::branches_swapped, "Two branches of a biased `select!` change places.";
    branch_removed: selects::branch_removed, "A branch of a `select!` is missing.";
    notify_swapped: signals::notify_swapped, "One is woken instead of all, or all instead of one.";
    without_timeout: times::without_timeout, "Nobody looks at the clock.";
    time_longer: times::longer, "A time or deadline is a millisecond later.";
    time_shorter: times::shorter, "A time or deadline is a millisecond earlier.";
    clock_ahead: times::clock_ahead, "The clock is read a millisecond ahead.";
    tick_behavior: times::tick_behavior, "A late interval catches up in another way.";
    sleep_blocks: times::sleep_blocks, "A sleep keeps the thread.";
    blocking_inline: times::blocking_inline, "Blocking work keeps the thread of the runtime.";
    delayed: times::delayed, "What is awaited begins a millisecond late.";
    done_twice: times::done_twice, "What is awaited is done twice.";
    await_removed: signals::await_removed, "A statement that waits is missing.";
    drop_removed: signals::drop_removed, "A `drop` is missing: the value lives to the end of its block.";
    signal_removed: signals::signal_removed, "Nobody is told: a `close`, `cancel`, `abort`, `send` or `notify` is missing.";
    call_removed: signals::call_removed, "Another call is missing.";
    assignment_removed: signals::assignment_removed, "An assignment is missing.";
    without_stop: signals::without_stop, "Work goes on although it was told to stop.";
    lines_swapped: signals::lines_swapped, "A line that waits changes places with its neighbor.";
    token_shared: signals::token_shared, "A child's token is the parent's own.";
    lock_gap: gaps::lock_gap, "A lock is given back and taken again between two statements.";
    yield_inserted: gaps::yield_inserted, "Others run, or the call is dropped, right after a change of state.";
    comparison: flow::comparison, "A comparison holds at its boundary, or does not.";
    condition_negated: flow::condition_negated, "A condition is its opposite.";
    and_or: flow::and_or, "`&&` is `||`, or the other way round.";
    break_continue: flow::break_continue, "`break` is `continue`, or the other way round.";
    return_removed: flow::return_removed, "A `return` is missing, and the function goes on.";
    error_swallowed: flow::error_swallowed, "An error is dropped where `?` passed it on.";
    error_returned: flow::error_returned, "An error leaves at once, and what was to be done about it is not.";
    body_removed: cases::body_removed, "An `if` or an arm does nothing.";
    case_panics: cases::case_panics, "A branch or an arm panics: nobody thought of it.";
    arms_swapped: cases::arms_swapped, "Two arms do what the other should.";
    guard_removed: cases::guard_removed, "The guard of an arm always holds.";
    default_returned: flow::default_returned, "A function gives the default value, and does nothing.";
    arithmetic: values::arithmetic, "`+` is `-`, `*` is `/`, or the other way round.";
    number: values::number, "A number is one more.";
    range_boundary: values::range_boundary, "A range holds its end, or does not.";
    call_skipped: values::call_skipped, "A `rev`, `skip`, `take`, `min` or `max` is missing from a chain.";
    min_max: values::min_max, "`min` is `max`, or the other way round.";
    order_reversed: values::order_reversed, "A list is gone through from its end.";
    first_left_out: values::first_left_out, "The first item of a list is left out.";
    text_emptied: values::text_emptied, "A text is empty.";
    case_swapped: values::case_swapped, "One case of an enum is taken for another of the same shape.";
    move_removed: values::move_removed, "An `async` block borrows what it owned.";
}

/// The last name of a function that is called by its path: `new` of `Semaphore::new(3)`.
fn called(expr: &Expr) -> Option<(String, &ExprCall)> {
    let Expr::Call(call) = expr else { return None };
    let Expr::Path(function) = call.func.as_ref() else { return None };
    Some((function.path.segments.last()?.ident.to_string(), call))
}

/// The name that a pattern binds, if it is no more than a name.
fn bound_name(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(name) if name.subpat.is_none() => Some(name.ident.to_string()),
        Pat::Type(typed) => bound_name(&typed.pat),
        _ => None,
    }
}

/// The edits that a class finds in a text, each as the line it makes.
#[cfg(test)]
fn found(find: fn(Site<'_>) -> Vec<Edit>, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    super::source::walk(text, &mut |site| {
        for Edit { range, with } in find(site) {
            found.push(format!("{}{with}{}", &text[..range.start], &text[range.end..]));
        }
    });
    found
}
