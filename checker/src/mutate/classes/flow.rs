//! The way through a function: other conditions, other exits.

use syn::{BinOp, Expr, Pat, ReturnType, Stmt, Type};

use super::{Edit, Site, bound_name, cases::arm_body};
use crate::mutate::source::Node;

pub(super) fn comparison(site: Site<'_>) -> Vec<Edit> {
    let Some(Expr::Binary(binary)) = site.expr() else { return Vec::new() };
    let with = match binary.op {
        BinOp::Lt(_) => "<=",
        BinOp::Le(_) => "<",
        BinOp::Gt(_) => ">=",
        BinOp::Ge(_) => ">",
        BinOp::Eq(_) => "!=",
        BinOp::Ne(_) => "==",
        _ => return Vec::new(),
    };
    vec![site.replace(&binary.op, with)]
}

pub(super) fn condition_negated(site: Site<'_>) -> Vec<Edit> {
    let condition = match site.node {
        Node::Expr(Expr::If(choice)) => &choice.cond,
        Node::Expr(Expr::While(looped)) => &looped.cond,
        Node::Guard(guard) => guard,
        _ => return Vec::new(),
    };
    match has_let(condition) {
        true => Vec::new(),
        false => vec![site.replace(condition, format!("!({})", site.text_of(condition)))],
    }
}

pub(super) fn and_or(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::Binary(binary)) if !has_let(&binary.left) && !has_let(&binary.right) => {
            match binary.op {
                BinOp::And(and) => vec![site.replace(&and, "||")],
                BinOp::Or(or) => vec![site.replace(&or, "&&")],
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

pub(super) fn break_continue(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::Break(exit)) if exit.expr.is_none() => {
            vec![site.replace(&exit.break_token, "continue")]
        }
        Some(Expr::Continue(round)) => vec![site.replace(&round.continue_token, "break")],
        _ => Vec::new(),
    }
}

pub(super) fn return_removed(site: Site<'_>) -> Vec<Edit> {
    if let Node::Arm(arm) = site.node
        && matches!(*arm.body, Expr::Return(_))
    {
        return vec![site.replace(&arm.body, "{}")];
    }
    let returns = site
        .statements()
        .iter()
        .filter(|statement| matches!(statement, Stmt::Expr(Expr::Return(_), _)));
    returns.map(|statement| site.replace(statement, "")).collect()
}

pub(super) fn error_swallowed(site: Site<'_>) -> Vec<Edit> {
    let swallowed = site.statements().iter().filter_map(|statement| match statement {
        Stmt::Expr(Expr::Try(tried), Some(_)) => {
            Some(site.replace(tried, format!("let _ = {}", site.text_of(&tried.expr))))
        }
        _ => None,
    });
    swallowed.collect()
}

pub(super) fn error_returned(site: Site<'_>) -> Vec<Edit> {
    match site.node {
        Node::Arm(arm) => match error_name(&arm.pat) {
            Some(name) => {
                vec![site.replace(&arm.body, arm_body(arm, &format!("return Err({name})")))]
            }
            None => Vec::new(),
        },
        Node::Expr(Expr::If(choice)) if choice.else_branch.is_none() => {
            match choice.cond.as_ref() {
                Expr::Let(bound) if error_name(&bound.pat).is_some() => {
                    vec![site.replace(choice, format!("({})?;", site.text_of(&bound.expr)))]
                }
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

pub(super) fn default_returned(site: Site<'_>) -> Vec<Edit> {
    let Node::Function(output, body) = site.node else { return Vec::new() };
    // Already the default: `Limits::default()`.
    if site.text_of(body).contains("::default()") {
        return Vec::new();
    }
    let with = match output {
        ReturnType::Default => "{}",
        ReturnType::Type(_, kind) if is_result(kind) => "{ Ok(Default::default()) }",
        ReturnType::Type(..) => "{ Default::default() }",
    };
    vec![site.replace(body, with)]
}

/// The name of the error that a pattern such as `Err(error)` binds.
fn error_name(pattern: &Pat) -> Option<String> {
    let Pat::TupleStruct(variant) = pattern else { return None };
    let is_error = variant.path.segments.last().is_some_and(|segment| segment.ident == "Err");
    variant.elems.first().filter(|_| is_error).and_then(bound_name)
}

fn is_result(kind: &Type) -> bool {
    let Type::Path(path) = kind else { return false };
    path.path.segments.last().is_some_and(|segment| segment.ident == "Result")
}

fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_condition_is_another_one() {
        let text = "fn f() { if a < b && c { d } if let Some(x) = y { z } }";

        assert_eq!(found(comparison, text), [text.replace('<', "<=")]);
        assert_eq!(found(and_or, text), [text.replace("&&", "||")]);
        let negated = text.replace("a < b && c", "!(a < b && c)");
        assert_eq!(found(condition_negated, text), [negated]);
        let guarded = "fn f() { match a { Some(x) if x.is_b() => c, _ => d } }";
        let negated = guarded.replace("x.is_b()", "!(x.is_b())");
        assert_eq!(found(condition_negated, guarded), [negated]);
    }

    #[test]
    fn a_function_leaves_elsewhere() {
        let text = "fn f() -> Result<u8, E> { loop { a()?; if b { break; } return c; } }";

        assert_eq!(found(break_continue, text), [text.replace("break", "continue")]);
        assert_eq!(found(return_removed, text), [text.replace("return c;", "")]);
        assert_eq!(found(error_swallowed, text), [text.replace("a()?;", "let _ = a();")]);
        let default = "fn f() -> Result<u8, E> { Ok(Default::default()) }";
        assert_eq!(found(default_returned, text), [default]);
    }

    #[test]
    fn an_error_leaves_at_once() {
        let arm = "fn f() { match a { Ok(b) => c, Err(error) => { d } } }";
        let choice = "fn f() { if let Err(error) = a() { b } }";

        assert_eq!(found(error_returned, arm), [arm.replace("{ d }", "return Err(error),")]);
        assert_eq!(found(error_returned, choice), ["fn f() { (a())?; }"]);
    }
}
