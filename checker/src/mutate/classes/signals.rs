//! What is told, waited for or written down: missing, or told to others.

use syn::{Arm, BinOp, Expr, Stmt};

use super::{Edit, Site, called};
use crate::mutate::source::{Go, Node, look_into};

const SIGNALS: [&str; 7] = ["close", "cancel", "abort", "send", "try_send", "notify", "shutdown"];

pub(super) fn notify_swapped(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::MethodCall(call)) if call.method == "notify_one" => {
            vec![site.replace(&call.method, "notify_waiters")]
        }
        Some(Expr::MethodCall(call)) if call.method == "notify_waiters" => {
            vec![site.replace(&call.method, "notify_one")]
        }
        _ => Vec::new(),
    }
}

pub(super) fn await_removed(site: Site<'_>) -> Vec<Edit> {
    removed(site, |expr| is_call(expr) && awaits(expr))
}

pub(super) fn drop_removed(site: Site<'_>) -> Vec<Edit> {
    removed(site, is_drop)
}

pub(super) fn signal_removed(site: Site<'_>) -> Vec<Edit> {
    removed(site, is_signal)
}

pub(super) fn call_removed(site: Site<'_>) -> Vec<Edit> {
    removed(site, |expr| is_call(expr) && !awaits(expr) && !is_drop(expr) && !is_signal(expr))
}

pub(super) fn assignment_removed(site: Site<'_>) -> Vec<Edit> {
    let mut edits = removed(site, is_assignment);
    if let Node::Arm(Arm { body, .. }) = site.node
        && is_assignment(body)
    {
        edits.push(site.replace(body, "{}"));
    }
    edits
}

pub(super) fn without_stop(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::MethodCall(call))
            if call.method.to_string().starts_with("run_until_cancelled") =>
        {
            let work = site.text_of(&call.args);
            vec![site.replace(call, format!("async move {{ Some(({work}).await) }}"))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn lines_swapped(site: Site<'_>) -> Vec<Edit> {
    let expr = |statement| match statement {
        &Stmt::Expr(ref expr, Some(_)) => Some(expr),
        _ => None,
    };
    let waits = |expr| is_call(expr) && awaits(expr);
    let pairs = site.statements().windows(2).filter(|pair| {
        let pair = pair.iter().map(expr).collect::<Option<Vec<_>>>();
        pair.is_some_and(|pair| pair.into_iter().any(waits))
    });
    let swapped = pairs.map(|pair| {
        let (first, second) = (site.range(&pair[0]), site.range(&pair[1]));
        let between = &site.text[first.end..second.start];
        let with = format!("{}{between}{}", site.text_of(&pair[1]), site.text_of(&pair[0]));
        Edit { range: first.start..second.end, with }
    });
    swapped.collect()
}

pub(super) fn token_shared(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::MethodCall(call)) if call.method == "child_token" => {
            vec![site.replace(&call.method, "clone")]
        }
        _ => Vec::new(),
    }
}

/// The statements that are one of those expressions, each removed.
fn removed(site: Site<'_>, is_one: impl Fn(&Expr) -> bool) -> Vec<Edit> {
    let statements = site.statements().iter().filter(|statement| match statement {
        Stmt::Expr(expr, Some(_)) => is_one(expr),
        Stmt::Local(local) => match (&local.pat, &local.init) {
            (syn::Pat::Wild(_), Some(init)) => is_one(&init.expr),
            _ => false,
        },
        _ => false,
    });
    statements.map(|statement| site.replace(statement, "")).collect()
}

/// Whether an expression is a call, perhaps awaited and with `?`.
fn is_call(expr: &Expr) -> bool {
    match expr {
        Expr::Await(awaited) => is_call(&awaited.base) || matches!(*awaited.base, Expr::Path(_)),
        Expr::Try(tried) => is_call(&tried.expr),
        Expr::Call(_) | Expr::MethodCall(_) => true,
        _ => false,
    }
}

fn is_drop(expr: &Expr) -> bool {
    called(expr).is_some_and(|(name, _)| name == "drop")
}

fn is_signal(expr: &Expr) -> bool {
    let Expr::MethodCall(call) = expr else { return false };
    let name = call.method.to_string();
    SIGNALS.iter().any(|signal| {
        name.strip_prefix(signal).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

fn is_assignment(expr: &Expr) -> bool {
    match expr {
        Expr::Assign(_) => true,
        Expr::Binary(binary) => matches!(
            binary.op,
            BinOp::AddAssign(_) | BinOp::SubAssign(_) | BinOp::MulAssign(_) | BinOp::DivAssign(_)
        ),
        _ => false,
    }
}

/// Whether an expression waits itself, not in a block of its own.
pub(super) fn awaits(expr: &Expr) -> bool {
    let mut awaits = false;
    look_into(expr, &mut |part| match part {
        Expr::Async(_) | Expr::Closure(_) => Go::On,
        part => {
            awaits |= matches!(part, Expr::Await(_));
            Go::Deeper
        }
    });
    awaits
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const TEXT: &str =
        "async fn f() { a.wait().await; drop(b); c.close(); d.push(1); e += 1; g() }";

    #[test]
    fn every_statement_is_missed_by_one_class() {
        let classes =
            [await_removed, drop_removed, signal_removed, call_removed, assignment_removed];

        let gone = ["a.wait().await;", "drop(b);", "c.close();", "d.push(1);", "e += 1;"];
        for (class, gone) in classes.into_iter().zip(gone) {
            assert_eq!(found(class, TEXT), [TEXT.replace(gone, "")]);
        }
    }

    #[test]
    fn what_waits_comes_after_the_next_line() {
        let text = "async fn f() { a.wait().await; b.close(); let c = 1; d.push(c); e() }";

        let swapped = text.replace("a.wait().await; b.close();", "b.close(); a.wait().await;");
        assert_eq!(found(lines_swapped, text), [swapped]);
    }

    #[test]
    fn another_one_hears_the_signal() {
        let text = "fn f() { n.notify_one(); t.child_token(); }";

        assert_eq!(found(notify_swapped, text), [text.replace("one", "waiters")]);
        assert_eq!(found(token_shared, text), [text.replace("child_token", "clone")]);
        let stopped = "fn f() { t.run_until_cancelled(g()); }";
        assert_eq!(found(without_stop, stopped), ["fn f() { async move { Some((g()).await) }; }"]);
    }
}
