//! Gaps: a moment in which others run, where none may be.

use syn::{BinOp, Expr, Stmt, UnOp};

use super::{Edit, Site, bound_name, permits, signals};

const YIELD: &str = " tokio::task::yield_now().await;";

/// What only fills a collection or a value of its own is seen by nobody else.
const PRIVATE: [&str; 8] =
    ["push", "insert", "extend", "push_str", "clear", "pop_if", "entry", "sort"];

pub(super) fn lock_gap(site: Site<'_>) -> Vec<Edit> {
    if !site.is_async {
        return Vec::new();
    }
    let statements = site.statements();
    let mut edits = Vec::new();
    for (place, statement) in statements.iter().enumerate() {
        let Stmt::Local(local) = statement else { continue };
        let (Some(name), Some(init)) = (bound_name(&local.pat), &local.init) else { continue };
        if !permits::gives_guard(&init.expr) {
            continue;
        }
        let again = site.text_of(local);
        let gap = format!(" drop({name});{YIELD} {again}");
        let held = &statements[place + 1..];
        // Behind its last use a lock may be given back. What it is held for without a use may be
        // every statement, but not a value at the end.
        let is_used_behind = |after: usize| {
            held[after + 1..].iter().any(|statement| match name.starts_with('_') {
                true => !matches!(statement, Stmt::Expr(_, None)),
                false => site.text_of(statement).contains(&name),
            })
        };
        let gaps = (0..held.len()).filter(|after| is_used_behind(*after));
        edits.extend(gaps.map(|after| site.insert_after(&held[after], &gap)));
    }
    edits
}

pub(super) fn yield_inserted(site: Site<'_>) -> Vec<Edit> {
    if !site.is_async {
        return Vec::new();
    }
    let changes: Vec<_> =
        site.statements().iter().filter(|statement| is_change(statement)).collect();
    // Behind the last change nothing follows that could be late.
    let followed = changes.split_last().map_or(&[][..], |(_, followed)| followed);
    followed.iter().map(|statement| site.insert_after(statement, YIELD)).collect()
}

fn is_change(statement: &Stmt) -> bool {
    match statement {
        Stmt::Expr(expr, Some(_)) => changes_state(expr),
        _ => false,
    }
}

/// Whether a statement may change what others see, and does not wait by itself.
fn changes_state(expr: &Expr) -> bool {
    let is_shared = match expr {
        Expr::MethodCall(call) => PRIVATE.iter().all(|name| call.method != name),
        Expr::Assign(assign) => is_behind_a_pointer(&assign.left),
        Expr::Binary(binary) if matches!(binary.op, BinOp::AddAssign(_) | BinOp::SubAssign(_)) => {
            is_behind_a_pointer(&binary.left)
        }
        _ => false,
    };
    is_shared && !signals::awaits(expr)
}

fn is_behind_a_pointer(place: &Expr) -> bool {
    match place {
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::Field(field) => match field.base.as_ref() {
            Expr::Path(path) => path.path.is_ident("self"),
            base => is_behind_a_pointer(base),
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const TEXT: &str =
        "async fn f() { let mut n = m.lock().await; *n += 1; list.push(2); *n = 3; }";

    #[test]
    fn a_lock_is_given_back_between_two_statements() {
        let gap = " drop(n); tokio::task::yield_now().await; let mut n = m.lock().await;";

        let after = |statement: &str| TEXT.replace(statement, &format!("{statement}{gap}"));
        assert_eq!(found(lock_gap, TEXT), [after("*n += 1;"), after("list.push(2);")]);
    }

    #[test]
    fn others_run_after_what_they_can_see() {
        let gap = "*n += 1; tokio::task::yield_now().await;";

        assert_eq!(found(yield_inserted, TEXT), [TEXT.replace("*n += 1;", gap)]);
        let blocking = TEXT.replace("async fn", "fn");
        assert_eq!(found(yield_inserted, &blocking), Vec::<String>::new());
    }
}
