//! `select!`: which branches there are, and which is polled first.

use super::{Edit, Site};
use crate::mutate::source::Node;

pub(super) fn biased_dropped(site: Site<'_>) -> Vec<Edit> {
    let biased = match site.node {
        Node::Select(select) => &select.biased,
        Node::Join(join) => &join.biased,
        _ => return Vec::new(),
    };
    biased.iter().map(|biased| Edit { range: biased.range(), with: String::new() }).collect()
}

/// Without `biased` the order means nothing.
pub(super) fn branches_swapped(site: Site<'_>) -> Vec<Edit> {
    let Node::Select(select) = site.node else { return Vec::new() };
    if select.biased.is_none() {
        return Vec::new();
    }
    let branches: Vec<_> = select.awaiting().map(|branch| branch.span.byte_range()).collect();
    let swapped = branches.windows(2).map(|pair| {
        let (first, second) = (pair[0].clone(), pair[1].clone());
        // A comma behind a block may be missing, so one is put behind each.
        let between = site.text[first.end..second.start].trim_start_matches(',');
        let (above, below) = (&site.text[second.clone()], &site.text[first.clone()]);
        Edit { range: first.start..second.end, with: format!("{above},{between}{below}") }
    });
    swapped.collect()
}

/// A `select!` of one branch is another thing.
pub(super) fn branch_removed(site: Site<'_>) -> Vec<Edit> {
    let Node::Select(select) = site.node else { return Vec::new() };
    if select.awaiting().count() < 2 {
        return Vec::new();
    }
    let removed = select.awaiting().map(|branch| {
        let range = branch.span.byte_range();
        let comma = usize::from(site.text[range.end..].starts_with(','));
        Edit { range: range.start..range.end + comma, with: String::new() }
    });
    removed.collect()
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const TEXT: &str = "async fn f() { select! { biased; a = b() => { c } d = e() => f, } }";

    #[test]
    fn the_branches_have_another_order_or_none() {
        let swapped = "async fn f() { select! { biased; d = e() => f, a = b() => { c }, } }";

        assert_eq!(found(branches_swapped, TEXT), [swapped]);
        assert_eq!(found(biased_dropped, TEXT), [TEXT.replace("biased;", "")]);
        let random = TEXT.replace("biased;", "");
        assert_eq!(found(branches_swapped, &random), Vec::<String>::new());
    }

    #[test]
    fn a_branch_is_missing() {
        let removed = [TEXT.replace("a = b() => { c }", ""), TEXT.replace("d = e() => f,", "")];

        assert_eq!(found(branch_removed, TEXT), removed);
    }
}
