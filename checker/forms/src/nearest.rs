//! The names nearest to one that does not exist.

/// At most three of `names`, those that `asked` may have meant, best first.
pub fn nearest(asked: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    let mut near: Vec<(usize, String)> = names
        .filter_map(|name| {
            let last = name.rsplit('/').next().unwrap_or(&name);
            let distance = distance(asked, &name).min(distance(asked, last));
            let is_part = !asked.is_empty() && name.contains(asked);
            (is_part || distance <= asked.chars().count().div_ceil(3)).then_some((distance, name))
        })
        .collect();
    near.sort();
    near.into_iter().map(|(_, name)| name).take(3).collect()
}

/// The number of characters to insert, delete or replace to get from `a` to `b` (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typing_error_finds_its_word() {
        let names = ["gather", "gather/fetch_all", "semaphore"].map(str::to_owned);

        assert_eq!(nearest("gahter", names.clone().into_iter()), ["gather"]);
        assert_eq!(nearest("fetchall", names.clone().into_iter()), ["gather/fetch_all"]);
        assert_eq!(nearest("gather/fetch", names.clone().into_iter()), ["gather/fetch_all"]);
        assert!(nearest("xyz", names.into_iter()).is_empty());
    }
}
