//! Work on many answers at a time.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use super::GradeError;

/// Does the same with each item, some at a time; results in the order of the items.
///
/// # Errors
///
/// The first error, in the order of the items.
pub fn in_parallel<I: Sync, T: Send>(
    items: &[I],
    work: impl Fn(&I) -> Result<T, GradeError> + Sync,
) -> Result<Vec<T>, GradeError> {
    let next = AtomicUsize::new(0);
    // More workers than processors would end `run --all` a little sooner and `verify` later.
    let workers = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let mut done: Vec<(usize, Result<T, GradeError>)> = thread::scope(|scope| {
        let worker = || {
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(index) else { return done };
                done.push((index, work(item)));
            }
        };
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        let joined = threads.into_iter().flat_map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.collect()
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
