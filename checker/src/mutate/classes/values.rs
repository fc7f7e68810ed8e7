//! Numbers, ranges, and what a block owns.

use quote::ToTokens;
use syn::{BinOp, Expr, Lit, RangeLimits};

use super::{Edit, Site};
use crate::mutate::source::Node;

pub(super) fn arithmetic(site: Site<'_>) -> Vec<Edit> {
    let Some(Expr::Binary(binary)) = site.expr() else { return Vec::new() };
    let with = match binary.op {
        BinOp::Add(_) => "-",
        BinOp::Sub(_) => "+",
        BinOp::Mul(_) => "/",
        BinOp::Div(_) => "*",
        BinOp::AddAssign(_) => "-=",
        BinOp::SubAssign(_) => "+=",
        _ => return Vec::new(),
    };
    vec![site.replace(&binary.op, with)]
}

pub(super) fn number(site: Site<'_>) -> Vec<Edit> {
    let Some(Expr::Lit(literal)) = site.expr() else { return Vec::new() };
    let Lit::Int(number) = &literal.lit else { return Vec::new() };
    let one_more = number.base10_parse::<u64>().ok().and_then(|value| value.checked_add(1));
    let one_more = one_more.map(|value| format!("{value}{}", number.suffix()));
    one_more.map(|with| site.replace(number, with)).into_iter().collect()
}

pub(super) fn range_boundary(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::Range(range)) if range.end.is_some() => match range.limits {
            RangeLimits::HalfOpen(dots) => vec![site.replace(&dots, "..=")],
            RangeLimits::Closed(dots) => vec![site.replace(&dots, "..")],
        },
        _ => Vec::new(),
    }
}

pub(super) fn call_skipped(site: Site<'_>) -> Vec<Edit> {
    const SKIPPED: [&str; 6] = ["rev", "skip", "take", "min", "max", "fuse"];
    match site.expr() {
        Some(Expr::MethodCall(call)) if SKIPPED.iter().any(|name| call.method == name) => {
            vec![site.replace(call, site.text_of(&call.receiver))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn min_max(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::MethodCall(call)) if call.method == "min" => {
            vec![site.replace(&call.method, "max")]
        }
        Some(Expr::MethodCall(call)) if call.method == "max" => {
            vec![site.replace(&call.method, "min")]
        }
        _ => Vec::new(),
    }
}

pub(super) fn order_reversed(site: Site<'_>) -> Vec<Edit> {
    items(site).map(|items| site.insert_after(items, ".rev()")).into_iter().collect()
}

pub(super) fn first_left_out(site: Site<'_>) -> Vec<Edit> {
    items(site).map(|items| site.insert_after(items, ".skip(1)")).into_iter().collect()
}

/// What gives the items of a list.
fn items(site: Site<'_>) -> Option<&Expr> {
    let expr = site.expr()?;
    match expr {
        Expr::MethodCall(call) if call.method == "iter" || call.method == "into_iter" => Some(expr),
        _ => None,
    }
}

pub(super) fn text_emptied(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::Lit(literal)) if matches!(&literal.lit, Lit::Str(text) if !text.value().is_empty()) =>
        {
            vec![site.replace(literal, "\"\"")]
        }
        _ => Vec::new(),
    }
}

pub(super) fn case_swapped(site: Site<'_>) -> Vec<Edit> {
    let Node::Path(path) = site.node else { return Vec::new() };
    let mut names = path.segments.iter().rev().map(|segment| &segment.ident);
    let (Some(case), Some(kind)) = (names.next(), names.next()) else { return Vec::new() };
    let Some(kind) = site.enums.iter().find(|known| known.ident == *kind) else {
        return Vec::new();
    };
    let place = kind.variants.iter().position(|known| known.ident == *case);
    let Some(place) = place else { return Vec::new() };
    // The next one after it; behind the last comes the first.
    let fields = kind.variants[place].fields.to_token_stream().to_string();
    let others = kind.variants.iter().cycle().skip(place + 1).take(kind.variants.len() - 1);
    let twin =
        others.into_iter().find(|other| other.fields.to_token_stream().to_string() == fields);
    twin.map(|twin| site.replace(case, twin.ident.to_string())).into_iter().collect()
}

pub(super) fn move_removed(site: Site<'_>) -> Vec<Edit> {
    match site.expr() {
        Some(Expr::Async(block)) => {
            block.capture.iter().map(|capture| site.replace(capture, "")).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_value_is_a_little_off() {
        let text = "fn f() { for i in 1..=n { a + b.max(c); } }";

        assert_eq!(found(arithmetic, text), [text.replace('+', "-")]);
        assert_eq!(found(number, text), [text.replace('1', "2")]);
        assert_eq!(found(range_boundary, text), [text.replace("..=", "..")]);
        assert_eq!(found(call_skipped, text), [text.replace(".max(c)", "")]);
        assert_eq!(found(min_max, text), [text.replace("max", "min")]);
    }

    #[test]
    fn a_list_or_a_text_is_another_one() {
        let text = "fn f() { for i in l.iter() { g(\"a\", \"\") } }";

        assert_eq!(found(order_reversed, text), [text.replace("iter()", "iter().rev()")]);
        assert_eq!(found(first_left_out, text), [text.replace("iter()", "iter().skip(1)")]);
        assert_eq!(found(text_emptied, text), [text.replace("\"a\"", "\"\"")]);
    }

    #[test]
    fn a_case_is_taken_for_one_of_the_same_shape() {
        let text = "enum E { A, B(u8), C } fn f() { match g() { E::A => E::A, x => E::B(1) } }";

        assert_eq!(found(case_swapped, text), [text.replace("=> E::A", "=> E::C")]);
    }

    #[test]
    fn a_block_borrows() {
        let text = "fn f() { async move { a } }";

        assert_eq!(found(move_removed, text), ["fn f() { async  { a } }"]);
    }
}
