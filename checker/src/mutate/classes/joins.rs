//! What is awaited together: in which order, and what an error ends.

use syn::Expr;

use super::{Edit, Site, called};
use crate::mutate::{macros::Join, source::Node};

pub(super) fn order_swapped(site: Site<'_>) -> Vec<Edit> {
    const TWINS: [(&str, &str); 6] = [
        ("buffered", "buffer_unordered"),
        ("buffer_unordered", "buffered"),
        ("try_buffered", "try_buffer_unordered"),
        ("try_buffer_unordered", "try_buffered"),
        ("FuturesUnordered", "futures::stream::FuturesOrdered"),
        ("FuturesOrdered", "futures::stream::FuturesUnordered"),
    ];
    let name = match site.node {
        Node::Expr(Expr::MethodCall(call)) => Some(&call.method),
        Node::Path(path) => path.segments.first().map(|segment| &segment.ident),
        _ => None,
    };
    let twin =
        name.and_then(|name| TWINS.iter().find(|twin| name == twin.0).map(|twin| (name, twin.1)));
    twin.into_iter().map(|(name, twin)| site.replace(name, twin)).collect()
}

pub(super) fn one_by_one(site: Site<'_>) -> Vec<Edit> {
    if let Node::Join(join) = site.node {
        let values = each(site, join, |future| match join.is_try {
            true => unwrapped(&format!("({future}).await")),
            false => format!("({future}).await"),
        });
        let with = if join.is_try { all_or_error(&values) } else { format!("({values})") };
        return vec![Edit { range: join.span.byte_range(), with }];
    }
    let Some(Expr::Await(awaited)) = site.expr() else { return Vec::new() };
    let Some((name, call)) = called(&awaited.base) else { return Vec::new() };
    let Some(futures) = call.args.first().map(|futures| site.text_of(futures)) else {
        return Vec::new();
    };
    let value = match name.as_str() {
        "join_all" => "future.await".to_owned(),
        "try_join_all" => unwrapped("future.await"),
        _ => return Vec::new(),
    };
    let fill = format!(
        "let mut results = Vec::new(); for future in {futures} {{ results.push({value}); }}"
    );
    let with = match name.as_str() {
        "join_all" => format!("{{ {fill} results }}"),
        _ => format!("'all: {{ {fill} Ok(results) }}"),
    };
    vec![site.replace(awaited, with)]
}

pub(super) fn swapped(site: Site<'_>) -> Vec<Edit> {
    if let Node::Join(join) = site.node {
        let path = site.text_of(&join.path);
        let futures = each(site, join, str::to_owned);
        let with = if join.is_try {
            let path = path.replace("try_join", "join");
            let names: Vec<String> = (0..join.futures.len()).map(|n| format!("r{n}")).collect();
            let values: Vec<String> = names.iter().map(|name| unwrapped(name)).collect();
            let all = format!("Ok(({}))", values.join(", "));
            format!("'all: {{ let ({}) = {path}!({futures}); {all} }}", names.join(", "))
        } else {
            let path = path.replace("join", "try_join");
            let names: Vec<String> = (0..join.futures.len()).map(|n| format!("r{n}")).collect();
            let well: Vec<String> = names.iter().map(|name| format!("Ok({name})")).collect();
            let (names, well) = (names.join(", "), well.join(", "));
            format!(
                "match {path}!({futures}) {{ Ok(({names})) => ({well}), \
                 Err(error) => return Err(error) }}"
            )
        };
        return vec![Edit { range: join.span.byte_range(), with }];
    }
    let Some((name, call)) = site.expr().and_then(called) else { return Vec::new() };
    let Some(futures) = call.args.first().map(|futures| site.text_of(futures)) else {
        return Vec::new();
    };
    let with = match name.as_str() {
        "join_all" => format!(
            "async {{ match futures::future::try_join_all({futures}).await {{ \
             Ok(values) => values.into_iter().map(Ok).collect(), \
             Err(error) => vec![Err(error)] }} }}"
        ),
        "try_join_all" => format!(
            "async {{ futures::future::join_all({futures}).await.into_iter()\
             .collect::<Result<Vec<_>, _>>() }}"
        ),
        _ => return Vec::new(),
    };
    vec![site.replace(call, with)]
}

/// The futures of a macro, separated by commas.
fn each(site: Site<'_>, join: &Join, text: impl Fn(&str) -> String) -> String {
    let futures: Vec<String> =
        join.futures.iter().map(|future| text(site.text_of(future))).collect();
    futures.join(", ")
}

fn all_or_error(values: &str) -> String {
    format!("'all: {{ Ok(({values})) }}")
}

/// The value of a result; an error leaves the block `'all`.
fn unwrapped(result: &str) -> String {
    format!("match {result} {{ Ok(value) => value, Err(error) => break 'all Err(error) }}")
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_stream_gives_its_results_in_another_order() {
        let text = "async fn f() { s.buffered(3).collect().await; }";

        assert_eq!(found(order_swapped, text), [text.replace("buffered", "buffer_unordered")]);
    }

    #[test]
    fn what_ran_together_runs_one_by_one() {
        let seen =
            found(one_by_one, "async fn f() { join!(a(), b); try_join!(c)?; join_all(d).await }");

        assert_eq!(seen.len(), 3);
        assert!(seen[0].contains("{ ((a()).await, (b).await); try"), "{}", seen[0]);
        assert!(seen[1].contains("'all: { Ok((match (c).await { Ok(value)"), "{}", seen[1]);
        assert!(seen[2].contains("for future in d { results.push(future.await); }"), "{}", seen[2]);
    }

    #[test]
    fn an_error_ends_all_or_nothing() {
        let seen = found(swapped, "async fn f() { tokio::try_join!(a, b)?; join_all(c).await }");

        assert_eq!(seen.len(), 2);
        assert!(seen[0].contains("let (r0, r1) = tokio::join!(a, b); Ok((match r0"), "{}", seen[0]);
        assert!(seen[1].contains("try_join_all(c).await {"), "{}", seen[1]);
    }
}
