//! Tasks and who owns them.

use syn::{Expr, Stmt};

use super::{Edit, Site, called};
use crate::mutate::source::{Go, look_into};

pub(super) fn detached(site: Site<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for statement in site.statements() {
        match statement {
            Stmt::Expr(Expr::While(looped), _) => {
                if let Some(group) = joined_group(&looped.cond) {
                    let detach = format!("{}.detach_all(); ", site.text_of(group));
                    edits.push(site.insert_before(statement, &detach));
                }
            }
            Stmt::Expr(Expr::Await(awaited), Some(_)) => {
                if let Expr::MethodCall(call) = awaited.base.as_ref()
                    && call.method == "shutdown"
                {
                    let group = site.text_of(&call.receiver);
                    edits.push(site.replace(awaited, format!("{group}.detach_all()")));
                }
            }
            _ => {}
        }
    }
    if let Some((name, call)) = site.expr().and_then(called)
        && name == "new"
        && site.text_of(&call.func).contains("AbortOnDropHandle")
        && let Some(handle) = call.args.first()
    {
        edits.push(site.replace(call, site.text_of(handle)));
    }
    edits
}

pub(super) fn spawned_outside(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::MethodCall(call)) if call.method == "spawn" && call.args.len() == 1 => {
            vec![site.replace(call, format!("tokio::spawn({})", site.text_of(&call.args)))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn aborted_with_handle(site: Site<'_>) -> Vec<Edit> {
    let Some(expr) = site.expr() else { return Vec::new() };
    let is_spawn = match expr {
        Expr::MethodCall(call) => call.method == "spawn",
        _ => called(expr).is_some_and(|(name, _)| name == "spawn"),
    };
    if !is_spawn {
        return Vec::new();
    }
    let task = site.text_of(expr);
    vec![site.replace(expr, format!("tokio_util::task::AbortOnDropHandle::new({task})"))]
}

pub(super) fn loop_once(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::While(looped)) => vec![site.replace(&looped.while_token, "if")],
        _ => Vec::new(),
    }
}

/// The group whose tasks are joined in an expression.
fn joined_group(expr: &Expr) -> Option<&Expr> {
    let mut group = None;
    look_into(expr, &mut |part| {
        if let Expr::MethodCall(call) = part
            && call.method.to_string().starts_with("join_next")
        {
            group = Some(call.receiver.as_ref());
        }
        Go::Deeper
    });
    group
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_group_lets_its_tasks_go() {
        let joined = "async fn f() { while let Some(r) = set.join_next().await { g(r) } }";
        let ended = "async fn f() { set.shutdown().await; }";
        let handle = "fn f() { AbortOnDropHandle::new(spawn(g())); }";

        assert_eq!(found(detached, joined), [joined.replace("while", "set.detach_all(); while")]);
        assert_eq!(found(detached, ended), ["async fn f() { set.detach_all(); }"]);
        assert_eq!(found(detached, handle), ["fn f() { spawn(g()); }"]);
        assert_eq!(found(loop_once, joined), [joined.replace("while", "if")]);
    }

    #[test]
    fn a_task_has_another_owner() {
        let text = "fn f() { self.set.spawn(g()); }";

        assert_eq!(found(spawned_outside, text), ["fn f() { tokio::spawn(g()); }"]);
        let aborting = "fn f() { tokio_util::task::AbortOnDropHandle::new(self.set.spawn(g())); }";
        assert_eq!(found(aborted_with_handle, text), [aborting]);
    }
}
