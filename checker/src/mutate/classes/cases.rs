//! Cases: the branches of an `if`, the arms of a `match`, and the guards before them.

use syn::{Arm, Expr, Stmt};

use super::{Edit, Site};
use crate::mutate::source::Node;

pub(super) fn body_removed(site: Site<'_>) -> Vec<Edit> {
    const NOTHING: &str = "{ Default::default() }";
    match site.node {
        Node::Expr(Expr::If(choice)) => match &choice.else_branch {
            None => vec![site.replace(&choice.then_branch, "{}")],
            Some((_, other)) => {
                let then = site.replace(&choice.then_branch, NOTHING);
                // An empty text is the default already.
                let is_left =
                    matches!(**other, Expr::Block(_)) && !site.text_of(other).contains("\"\"");
                let other = is_left.then(|| site.replace(other, NOTHING));
                [then].into_iter().chain(other).collect()
            }
        },
        Node::Arm(arm) if matches!(*arm.body, Expr::Block(_)) => {
            vec![site.replace(&arm.body, "{}")]
        }
        _ => Vec::new(),
    }
}

pub(super) fn case_panics(site: Site<'_>) -> Vec<Edit> {
    const PANIC: &str = "panic!(\"nobody thought of this\")";
    match site.node {
        Node::Arm(arm) => vec![site.replace(&arm.body, arm_body(arm, PANIC))],
        Node::Expr(Expr::If(choice)) => {
            let bodies = [site.replace(&choice.then_branch, format!("{{ {PANIC} }}"))];
            let other = choice.else_branch.iter().filter_map(|(_, other)| match **other {
                Expr::Block(_) => Some(site.replace(other, format!("{{ {PANIC} }}"))),
                _ => None,
            });
            bodies.into_iter().chain(other).collect()
        }
        Node::Block(block) => {
            let otherwise = block.stmts.iter().filter_map(|statement| match statement {
                Stmt::Local(local) => local.init.as_ref()?.diverge.as_ref(),
                _ => None,
            });
            let panic = format!("{{ {PANIC} }}");
            otherwise.map(|(_, otherwise)| site.replace(otherwise, panic.clone())).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn arms_swapped(site: Site<'_>) -> Vec<Edit> {
    let Some(Expr::Match(choice)) = site.expr() else { return Vec::new() };
    let swapped = choice.arms.windows(2).map(|pair| {
        let (first, second) = (site.range(&pair[0].body), site.range(&pair[1].body));
        let between = &site.text[first.end..second.start];
        let comma = if between.starts_with(',') { "" } else { "," };
        let (above, below) = (&site.text[second.clone()], &site.text[first.clone()]);
        Edit { range: first.start..second.end, with: format!("{above}{comma}{between}{below}") }
    });
    swapped.collect()
}

pub(super) fn guard_removed(site: Site<'_>) -> Vec<Edit> {
    match site.node {
        Node::Guard(guard) => vec![site.replace(guard, "true")],
        _ => Vec::new(),
    }
}

/// The body of an arm: behind a block, the comma may be missing.
pub(super) fn arm_body(arm: &Arm, body: &str) -> String {
    let comma = if arm.comma.is_none() { "," } else { "" };
    format!("{body}{comma}")
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_choice_is_another_one() {
        let choice = "fn f() { if a { b } else { c } }";
        let arms = "fn f() { match a { x if y => { b } _ => c, } }";

        let nothing = "{ Default::default() }";
        let removed = ["{ b }", "{ c }"].map(|body| choice.replace(body, nothing));
        assert_eq!(found(body_removed, choice), removed);
        assert_eq!(found(arms_swapped, arms), ["fn f() { match a { x if y => c, _ => { b }, } }"]);
        assert_eq!(found(guard_removed, arms), [arms.replace("if y", "if true")]);
    }

    #[test]
    fn no_case_is_left_to_chance() {
        let text =
            "fn f() { let A(a) = b else { return }; match c { D => { e } _ => if g { h } } }";

        let panic = "panic!(\"nobody thought of this\")";
        let seen = found(case_panics, text);
        let expected = [
            text.replace("{ return }", &format!("{{ {panic} }}")),
            text.replace("{ e }", &format!("{panic},")),
            text.replace("if g { h }", &format!("{panic},")),
            text.replace("{ h }", &format!("{{ {panic} }}")),
        ];
        assert_eq!(seen, expected);
    }
}
