//! Limits: one more, one less.

use syn::Expr;

use super::{Edit, Site, called};

pub(super) fn raised(site: Site<'_>) -> Vec<Edit> {
    let limit = limit(site).into_iter();
    limit.map(|limit| site.replace(limit, format!("({}) + 1", site.text_of(limit)))).collect()
}

/// Without permits nothing would run, which every step sees: one stays.
pub(super) fn lowered(site: Site<'_>) -> Vec<Edit> {
    let lower = |limit| format!("std::cmp::max({}, 2) - 1", site.text_of(limit));
    limit(site).into_iter().map(|limit| site.replace(limit, lower(limit))).collect()
}

/// The limit that a call is given.
fn limit(site: Site<'_>) -> Option<&Expr> {
    const METHODS: [&str; 7] = [
        "buffered",
        "buffer_unordered",
        "try_buffered",
        "try_buffer_unordered",
        "for_each_concurrent",
        "acquire_many",
        "acquire_many_owned",
    ];
    match site.expr()? {
        Expr::MethodCall(call) if METHODS.iter().any(|name| call.method == name) => {
            call.args.first()
        }
        expr => {
            let (name, call) = called(expr)?;
            let is_semaphore = name == "new" && site.text_of(&call.func).contains("Semaphore::");
            call.args.first().filter(|_| name == "channel" || is_semaphore)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn only_what_is_a_limit_is_one_more_or_less() {
        let text =
            "fn f() { Semaphore::new(n); mpsc::channel(2); oneshot::channel(); Vec::new(n) }";

        let one_more =
            [text.replace("e::new(n)", "e::new((n) + 1)"), text.replace("(2)", "((2) + 1)")];
        assert_eq!(found(raised, text), one_more);
        let stream = "fn f() { s.buffered(n) }";
        assert_eq!(found(lowered, stream), ["fn f() { s.buffered(std::cmp::max(n, 2) - 1) }"]);
    }
}
