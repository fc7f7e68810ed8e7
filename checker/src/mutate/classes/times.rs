//! The clock: too early, too late, or nobody looks.

use syn::{Expr, Path};

use super::{Edit, Site, called, permits};
use crate::mutate::source::Node;

const MILLISECOND: &str = "std::time::Duration::from_millis(1)";

pub(super) fn without_timeout(site: Site<'_>) -> Vec<Edit> {
    match site.expr().and_then(called) {
        Some((name, call)) if ["timeout", "timeout_at"].contains(&name.as_str()) => {
            let Some(future) = call.args.last().map(|future| site.text_of(future)) else {
                return Vec::new();
            };
            let elapsed = "tokio::time::error::Elapsed";
            vec![site.replace(call, format!("async {{ Ok::<_, {elapsed}>(({future}).await) }}"))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn longer(site: Site<'_>) -> Vec<Edit> {
    let time = time(site).into_iter();
    let longer = |time| format!("({}) + {MILLISECOND}", site.text_of(time));
    time.map(|(time, _)| site.replace(time, longer(time))).collect()
}

pub(super) fn shorter(site: Site<'_>) -> Vec<Edit> {
    let shorter = time(site).map(|(time, kind)| {
        let text = site.text_of(time);
        let with = match kind {
            // No duration is below zero.
            Time::Span => format!("({text}).saturating_sub({MILLISECOND})"),
            Time::Point => format!("({text}) - {MILLISECOND}"),
        };
        site.replace(time, with)
    });
    shorter.into_iter().collect()
}

pub(super) fn clock_ahead(site: Site<'_>) -> Vec<Edit> {
    match site.expr().and_then(called) {
        Some((name, call)) if name == "now" => {
            vec![site.replace(call, format!("({} + {MILLISECOND})", site.text_of(call)))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn blocking_inline(site: Site<'_>) -> Vec<Edit> {
    match site.expr().and_then(called) {
        Some((name, call)) if name == "spawn_blocking" => {
            let work = site.text_of(&call.args);
            let result = "Ok::<_, tokio::task::JoinError>";
            vec![site.replace(call, format!("async {{ {result}(({work})()) }}"))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn tick_behavior(site: Site<'_>) -> Vec<Edit> {
    let Node::Path(path) = site.node else { return Vec::new() };
    let behaviors = ["Burst", "Delay", "Skip"];
    match last_two(path) {
        Some((kind, name)) if kind == "MissedTickBehavior" => behaviors
            .iter()
            .filter(|other| name != **other)
            .map(|other| site.replace(name, *other))
            .collect(),
        _ => Vec::new(),
    }
}

pub(super) fn sleep_blocks(site: Site<'_>) -> Vec<Edit> {
    let Some(Expr::Await(awaited)) = site.expr() else { return Vec::new() };
    match called(&awaited.base) {
        Some((name, call)) if name == "sleep" => {
            vec![site.replace(awaited, format!("std::thread::sleep({})", site.text_of(&call.args)))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn delayed(site: Site<'_>) -> Vec<Edit> {
    let late = |future: &Expr| {
        let sleep = format!("tokio::time::sleep({MILLISECOND}).await");
        site.replace(future, format!("async {{ {sleep}; ({}).await }}", site.text_of(future)))
    };
    awaited(site).into_iter().map(late).collect()
}

pub(super) fn done_twice(site: Site<'_>) -> Vec<Edit> {
    let twice = |future: &Expr| {
        let text = site.text_of(future);
        site.replace(future, format!("async {{ let _ = ({text}).await; ({text}).await }}"))
    };
    awaited(site).into_iter().filter(|future| is_work(future)).map(twice).collect()
}

/// The futures that are awaited here. When somebody asks for a lock is seldom promised: they are
/// left out.
fn awaited(site: Site<'_>) -> Vec<&Expr> {
    let futures = match site.node {
        Node::Expr(Expr::Await(awaited)) => vec![awaited.base.as_ref()],
        Node::Join(join) => join.futures.iter().collect(),
        _ => Vec::new(),
    };
    futures.into_iter().filter(|future| !permits::gives_guard(future)).collect()
}

/// Whether a future is made here and does something: to wait for a moment or an end twice is to
/// wait for it once, and a future that has a name is gone once it was awaited.
fn is_work(future: &Expr) -> bool {
    const WAITS: [&str; 7] =
        ["wait", "changed", "notified", "cancelled", "shutdown", "timeout", "timeout_at"];
    let name = match future {
        Expr::MethodCall(call) => Some(call.method.to_string()),
        future => called(future).map(|(name, _)| name),
    };
    name.is_some_and(|name| !WAITS.contains(&name.as_str()))
}

/// Whether a time is a stretch or a moment.
#[derive(Clone, Copy)]
enum Time {
    Span,
    Point,
}

/// The time that a call is given.
fn time(site: Site<'_>) -> Option<(&Expr, Time)> {
    let (name, call) = called(site.expr()?)?;
    let (place, kind) = match name.as_str() {
        "sleep" | "timeout" | "interval" => (0, Time::Span),
        "sleep_until" | "timeout_at" => (0, Time::Point),
        "interval_at" => (1, Time::Span),
        _ => return None,
    };
    Some((call.args.get(place)?, kind))
}

fn last_two(path: &Path) -> Option<(&syn::Ident, &syn::Ident)> {
    let mut names = path.segments.iter().rev().map(|segment| &segment.ident);
    let name = names.next()?;
    Some((names.next()?, name))
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_time_is_a_little_off_or_not_looked_at() {
        let text = "async fn f() { timeout_at(due, g()).await; }";

        let later = text.replace("due", &format!("(due) + {MILLISECOND}"));
        assert_eq!(found(longer, text), [later]);
        let earlier = text.replace("due", &format!("(due) - {MILLISECOND}"));
        assert_eq!(found(shorter, text), [earlier]);
        assert!(found(without_timeout, text)[0].contains("Elapsed>((g()).await) }.await;"));
        let sleep = "async fn f() { time::sleep(d).await; }";
        assert_eq!(found(sleep_blocks, sleep), ["async fn f() { std::thread::sleep(d); }"]);
    }

    #[test]
    fn what_is_awaited_is_late_or_done_twice() {
        let text = "async fn f() { a.b().await; join!(c, d()); m.lock().await; e.wait().await }";

        let sleep = format!("tokio::time::sleep({MILLISECOND}).await");
        let late =
            |future: &str| text.replace(future, &format!("async {{ {sleep}; ({future}).await }}"));
        let twice = |future: &str| {
            let both = format!("async {{ let _ = ({future}).await; ({future}).await }}");
            text.replace(future, &both)
        };
        assert_eq!(found(delayed, text)[0], late("a.b()"));
        assert_eq!(found(delayed, text)[2], late("d()"));
        assert_eq!(found(done_twice, text), [twice("a.b()"), twice("d()")]);
    }

    #[test]
    fn the_clock_is_ahead_and_the_thread_is_kept() {
        let now = "fn f() { Instant::now(); }";
        let blocking = "async fn f() { spawn_blocking(|| g()).await; }";

        let ahead = format!("(Instant::now() + {MILLISECOND})");
        assert_eq!(found(clock_ahead, now), [now.replace("Instant::now()", &ahead)]);
        let inline = "async { Ok::<_, tokio::task::JoinError>((|| g())()) }";
        let inline = blocking.replace("spawn_blocking(|| g())", inline);
        assert_eq!(found(blocking_inline, blocking), [inline]);
    }

    #[test]
    fn an_interval_catches_up_in_both_other_ways() {
        let text = "fn f() { i.set(MissedTickBehavior::Skip); }";

        let others = [text.replace("Skip", "Burst"), text.replace("Skip", "Delay")];
        assert_eq!(found(tick_behavior, text), others);
    }
}
