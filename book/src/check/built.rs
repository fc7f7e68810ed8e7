//! Gates on the pages that were built: their links, what they load, and their weight.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use super::tags::{Start, tags};
use crate::{problem::Problem, volume::files};

/// Bytes of a page at most; the one to print holds all of them, and is no page to read.
const PAGE: u64 = 200 * 1024;
/// Bytes of our script at most.
const SCRIPT: u64 = 30 * 1024;
/// Bytes of our styles at most.
const STYLES: u64 = 15 * 1024;
/// Bytes of an index for searching at most.
const INDEX: u64 = 400 * 1024;
/// Where links may lead that leave the book.
const HOSTS: [&str; 12] = [
    "creativecommons.org",
    "crates.io",
    "doc.rust-lang.org",
    "docs.python.org",
    "docs.rs",
    "github.com",
    "man7.org",
    "peps.python.org",
    "rfd.shared.oxide.computer",
    "rust-lang.github.io",
    "tokio.rs",
    "www.rust-lang.org",
];

/// The pages of all languages.
pub struct Built {
    /// Their start tags, by path relative to the folder of all languages.
    pages: BTreeMap<String, Vec<Start>>,
    /// The sizes of all files, by path.
    sizes: BTreeMap<String, u64>,
}

impl Built {
    /// Reads what was built into `folder`.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn read(folder: &Path) -> io::Result<Built> {
        let mut built = Built { pages: BTreeMap::new(), sizes: BTreeMap::new() };
        for file in files(folder)? {
            let path = crate::problem::shown(folder, &file);
            built.sizes.insert(path.clone(), fs::metadata(&file)?.len());
            if path.ends_with(".html") {
                built.pages.insert(path, tags(&fs::read_to_string(&file)?));
            }
        }
        Ok(built)
    }

    /// Everything that is wrong with the pages.
    pub fn check(&self) -> Vec<Problem> {
        let ids: BTreeMap<&str, BTreeSet<&str>> = self
            .pages
            .iter()
            .map(|(path, tags)| {
                (path.as_str(), tags.iter().filter_map(|it| it.attribute("id")).collect())
            })
            .collect();
        let mut problems = self.weights();
        for (path, tags) in &self.pages {
            problems.extend(twice(path, tags));
            for tag in tags {
                let wrong = loads(tag).or_else(|| self.leads(path, tag, &ids));
                problems.extend(wrong.map(|text| Problem::new(path, 1, text)));
            }
        }
        problems.sort();
        problems.dedup();
        problems
    }

    /// Files that are too heavy.
    fn weights(&self) -> Vec<Problem> {
        let problems = self.sizes.iter().filter_map(|(path, size)| {
            let name = path.rsplit('/').next().unwrap_or(path);
            let limit = match name {
                "print.html" => return None,
                name if name.ends_with(".html") => PAGE,
                name if name.starts_with("search-") => INDEX,
                _ if path.contains("/assets/") && name.ends_with(".js") => SCRIPT,
                _ if path.contains("/assets/") && name.ends_with(".css") => STYLES,
                _ => return None,
            };
            let text = format!("it has {size} bytes, and {limit} are allowed");
            (*size > limit).then(|| Problem::new(path, 1, text))
        });
        problems.collect()
    }

    /// What is wrong with where a tag leads.
    fn leads(
        &self,
        path: &str,
        tag: &Start,
        ids: &BTreeMap<&str, BTreeSet<&str>>,
    ) -> Option<String> {
        let link = ["href", "src"].into_iter().find_map(|name| tag.attribute(name))?;
        if let Some((scheme, rest)) =
            link.split_once(':').filter(|(it, _)| !it.contains(['/', '#']))
        {
            let host =
                rest.trim_start_matches('/').split(['/', '#', '?']).next().unwrap_or_default();
            return match scheme {
                "https" if HOSTS.contains(&host) => None,
                "https" => Some(format!("`{link}` leads to a host that is not on the list")),
                _ => Some(format!("`{link}` leads out of the book, and not by https")),
            };
        }
        let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
        let target = target.split('?').next().unwrap_or_default();
        let resolved = if target.is_empty() { path.to_owned() } else { resolve(path, target)? };
        if !self.sizes.contains_key(&resolved) {
            return Some(format!("`{link}` leads to `{resolved}`, which is not there"));
        }
        let has_fragment = ids.get(resolved.as_str()).is_none_or(|ids| ids.contains(fragment));
        (!fragment.is_empty() && !has_fragment)
            .then(|| format!("`{link}` leads to a place that `{resolved}` does not have"))
    }
}

/// Where `link` leads from the page at `path`; nothing above the folder of all languages.
fn resolve(path: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// What a page would load from elsewhere.
fn loads(tag: &Start) -> Option<String> {
    let is_loaded = match tag.name.as_str() {
        "link" => !matches!(tag.attribute("rel"), Some("alternate" | "prev" | "next")),
        "a" => false,
        _ => true,
    };
    let sources = ["src", "href", "srcset", "poster", "data"];
    let source = sources.into_iter().find_map(|name| tag.attribute(name))?;
    let is_elsewhere = source.contains("://") || source.starts_with("//");
    (is_loaded && is_elsewhere).then(|| format!("it loads `{source}` from elsewhere"))
}

/// Ids that are there twice.
fn twice(path: &str, tags: &[Start]) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let ids = tags.iter().filter_map(|tag| tag.attribute("id"));
    let twice = ids.filter(|id| !seen.insert(*id));
    twice.map(|id| Problem::new(path, 1, format!("the id `{id}` is there twice"))).collect()
}

/// Files that are not the same in two builds.
///
/// # Errors
///
/// If a file cannot be read.
pub fn differences(one: &Path, other: &Path) -> io::Result<Vec<Problem>> {
    let list = |folder: &Path| -> io::Result<BTreeSet<String>> {
        Ok(files(folder)?.iter().map(|file| crate::problem::shown(folder, file)).collect())
    };
    let (ours, theirs) = (list(one)?, list(other)?);
    let mut problems: Vec<Problem> = ours
        .symmetric_difference(&theirs)
        .map(|path| Problem::new(path, 1, "of two builds one alone has it"))
        .collect();
    for path in ours.intersection(&theirs) {
        if fs::read(one.join(path))? != fs::read(other.join(path))? {
            problems.push(Problem::new(path, 1, "two builds give it different bytes"));
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pages: &[(&str, &str)]) -> Vec<String> {
        let sizes = pages.iter().map(|(path, html)| ((*path).to_owned(), html.len() as u64));
        let read = pages.iter().map(|(path, html)| ((*path).to_owned(), tags(html)));
        let built = Built { pages: read.collect(), sizes: sizes.collect() };
        built.check().iter().map(Problem::to_string).collect()
    }

    #[test]
    fn links_to_pages_and_places_are_followed_across_languages() {
        let page = "<h2 id=\"watch\"></h2><a href=\"../zh-CN/b.html#watch\"></a>";

        assert_eq!(
            told(&[("en/a.html", page), ("zh-CN/b.html", "<h2 id=\"watch\"></h2>")]),
            [""; 0]
        );
        assert_eq!(
            told(&[("en/a.html", page), ("zh-CN/b.html", "")]),
            [
                "en/a.html:1: `../zh-CN/b.html#watch` leads to a place that `zh-CN/b.html` does not have"
            ]
        );
        assert_eq!(
            told(&[("en/a.html", page)]),
            ["en/a.html:1: `../zh-CN/b.html#watch` leads to `zh-CN/b.html`, which is not there"]
        );
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere() {
        assert_eq!(
            told(&[(
                "a.html",
                "<script src=\"https://docs.rs/x.js\"></script><img src=\"//b/c.png\">"
            )]),
            [
                "a.html:1: it loads `//b/c.png` from elsewhere",
                "a.html:1: it loads `https://docs.rs/x.js` from elsewhere",
            ]
        );
    }

    #[test]
    fn links_leave_the_book_for_known_hosts_only() {
        let links =
            ["https://docs.rs/tokio", "https://example.com/", "http://docs.rs", "javascript:0"];
        let page: String = links.map(|link| format!("<a href=\"{link}\"></a>")).concat();

        assert_eq!(
            told(&[("a.html", &page)]),
            [
                "a.html:1: `http://docs.rs` leads out of the book, and not by https",
                "a.html:1: `https://example.com/` leads to a host that is not on the list",
                "a.html:1: `javascript:0` leads out of the book, and not by https",
            ]
        );
    }

    #[test]
    fn an_id_is_there_once() {
        assert_eq!(
            told(&[("a.html", "<p id=\"x\"></p><p id=\"x\"></p>")]),
            ["a.html:1: the id `x` is there twice"]
        );
    }

    #[test]
    fn what_is_too_heavy_is_told() {
        let sizes = [
            ("en/a.html", PAGE + 1),
            ("en/print.html", PAGE + 1),
            ("en/assets/book-1.js", SCRIPT + 1),
            ("en/assets/book-1.css", STYLES),
            ("en/search-en.js", INDEX + 1),
        ];
        let sizes = sizes.into_iter().map(|(path, size)| (path.to_owned(), size)).collect();

        let problems = Built { pages: BTreeMap::new(), sizes }.weights();

        let paths: Vec<&str> = problems.iter().map(|it| it.file.as_str()).collect();
        assert_eq!(paths, ["en/a.html", "en/assets/book-1.js", "en/search-en.js"]);
    }

    #[test]
    fn two_folders_that_differ_are_told_apart() {
        let folders = [(), ()].map(|()| tempfile::tempdir().expect("a folder for a moment"));
        for (folder, text) in folders.iter().zip(["a", "b"]) {
            fs::write(folder.path().join("x.html"), text).expect("a file in it");
            fs::write(folder.path().join(text), "").expect("a file in it");
        }

        let problems = differences(folders[0].path(), folders[1].path()).expect("they can be read");

        let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(
            told,
            [
                "a:1: of two builds one alone has it",
                "b:1: of two builds one alone has it",
                "x.html:1: two builds give it different bytes",
            ]
        );
    }
}
