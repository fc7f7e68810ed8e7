//! What is changed in the pages that mdBook has made: its English words, and what keeps a keyboard
//! or a screen reader from its parts.
//!
//! Each change replaces a text that must be there exactly as often as is said here. A newer mdBook
//! whose pages differ is then an error and not a page that is silently half changed.

use crate::{html::escape, language::Language, strings::Strings};

/// A text of mdBook's pages, and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    from: &'static str,
    to: String,
    times: Times,
}

/// How often a text is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Times {
    /// So often.
    Exactly(usize),
    /// At most so often: what it belongs to is not on every page.
    AtMost(usize),
    /// As often as the page's author wanted.
    Any,
}

/// Where a page stands.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// Its path in the book of its language, such as `gather.html`.
    pub path: &'a str,
    /// The other languages, each with the page that this one leads to, relative to the book of all
    /// languages, and whether that is the same page.
    pub others: Vec<Other>,
}

/// A page in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The language.
    pub language: Language,
    /// Its path in the book of that language.
    pub path: String,
    /// Whether it is the same page.
    pub is_same: bool,
}

/// The kinds of files that are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page of the book, the page to print among them.
    Page,
    /// The table of contents for browsers without script.
    Contents,
    /// mdBook's own script.
    Script,
}

/// `text` with every change of its kind.
///
/// # Errors
///
/// The first change whose text is not there as often as it must be, as a sentence.
pub fn apply(
    text: &str,
    kind: Kind,
    place: &Place<'_>,
    strings: &Strings,
) -> Result<String, String> {
    let patches = match kind {
        Kind::Page => page(place, strings),
        Kind::Contents => contents(strings),
        Kind::Script => script(strings),
    };
    patches.iter().try_fold(text.to_owned(), |text, patch| patch.apply(&text))
}

impl Patch {
    fn once(from: &'static str, to: impl Into<String>) -> Patch {
        Patch { from, to: to.into(), times: Times::Exactly(1) }
    }

    fn apply(&self, text: &str) -> Result<String, String> {
        let found = text.matches(self.from).count();
        let is_right = match self.times {
            Times::Exactly(times) => found == times,
            Times::AtMost(times) => found <= times,
            Times::Any => true,
        };
        match is_right {
            true => Ok(text.replace(self.from, &self.to)),
            false => Err(format!(
                "mdBook's `{}` is there {found} times, and {:?} was expected",
                self.from, self.times
            )),
        }
    }
}

/// The changes of a page.
fn page(place: &Place<'_>, strings: &Strings) -> Vec<Patch> {
    let word = |key: &str| escape(strings.word(key));
    let depth = "../".repeat(place.path.matches('/').count());
    let mut patches = vec![
        // The words of the script, and where its index for searching lies.
        Patch::once(
            "<html lang=\"",
            format!("<html data-search=\"{}\" lang=\"", crate::search::file(strings.language())),
        ),
        Patch::once(
            "<script src=\"clipboard",
            format!(
                "<script type=\"application/json\" id=\"book-words\">{}</script>\n        \
                 <script src=\"clipboard",
                strings.for_script()
            ),
        ),
        // The first stop of the keyboard leads past the menu.
        Patch::once(
            "<body>",
            format!(
                "<body>\n    <a class=\"skip-link\" href=\"#main\">{}</a>",
                word("chrome.skip")
            ),
        ),
        Patch::once("<main>", "<main id=\"main\" tabindex=\"-1\">"),
        // A label is neither reached by the keyboard nor allowed to say whether it is expanded.
        Patch::once(
            "<label id=\"mdbook-sidebar-toggle\" class=\"icon-button\" \
             for=\"mdbook-sidebar-toggle-anchor\" title=\"Toggle Table of Contents\" \
             aria-label=\"Toggle Table of Contents\" aria-controls=\"mdbook-sidebar\">",
            format!(
                "<label id=\"mdbook-sidebar-toggle\" class=\"icon-button\" \
                 for=\"mdbook-sidebar-toggle-anchor\" role=\"button\" tabindex=\"0\" \
                 title=\"{0}\" aria-label=\"{0}\" aria-controls=\"mdbook-sidebar\" \
                 onkeydown=\"if (event.key === 'Enter' || event.key === ' ') \
                 {{ event.preventDefault(); this.click(); }}\">",
                word("chrome.contents_toggle")
            ),
        ),
        Patch::once(
            "<nav id=\"mdbook-sidebar\" class=\"sidebar\" aria-label=\"Table of contents\">",
            format!(
                "<nav id=\"mdbook-sidebar\" class=\"sidebar\" aria-label=\"{}\">",
                word("chrome.contents")
            ),
        ),
        Patch::once(
            "<iframe class=\"sidebar-iframe-outer\"",
            format!("<iframe class=\"sidebar-iframe-outer\" title=\"{}\"", word("chrome.contents")),
        ),
        // The arrow keys stay with the reader: `script` takes them from the pages.
        Patch::once("<p>Press <kbd>←</kbd> or <kbd>→</kbd> to navigate between chapters</p>", ""),
        Patch { from: " aria-keyshortcuts=\"Left\"", to: String::new(), times: Times::AtMost(2) },
        Patch { from: " aria-keyshortcuts=\"Right\"", to: String::new(), times: Times::AtMost(2) },
        Patch::once(
            "<h2 class=\"mdbook-help-title\">Keyboard shortcuts</h2>",
            format!("<h2 class=\"mdbook-help-title\">{}</h2>", word("chrome.keys")),
        ),
        Patch::once(
            "<p>Press <kbd>?</kbd> to show this help</p>",
            format!("<p><kbd>?</kbd> {}</p>", word("chrome.keys_show")),
        ),
        Patch::once(
            "<p>Press <kbd>Esc</kbd> to hide this help</p>",
            format!("<p><kbd>Esc</kbd> {}</p>", word("chrome.keys_hide")),
        ),
        Patch::once(
            "title=\"Change theme\" aria-label=\"Change theme\"",
            format!("title=\"{0}\" aria-label=\"{0}\"", word("chrome.theme")),
        ),
        Patch::once("aria-label=\"Themes\"", format!("aria-label=\"{}\"", word("chrome.themes"))),
        Patch {
            from: "aria-label=\"Page navigation\"",
            to: format!("aria-label=\"{}\"", word("chrome.pages")),
            times: Times::Exactly(2),
        },
        Patch {
            from: "title=\"Previous chapter\" aria-label=\"Previous chapter\"",
            to: format!("title=\"{0}\" aria-label=\"{0}\"", word("chrome.previous")),
            times: Times::AtMost(2),
        },
        Patch {
            from: "title=\"Next chapter\" aria-label=\"Next chapter\"",
            to: format!("title=\"{0}\" aria-label=\"{0}\"", word("chrome.next")),
            times: Times::AtMost(2),
        },
        Patch::once(
            "title=\"Print this book\" aria-label=\"Print this book\"",
            format!("title=\"{0}\" aria-label=\"{0}\"", word("chrome.print")),
        ),
        // The other languages stand left of it.
        Patch::once("<div class=\"right-buttons\">", switch(place, &depth)),
        Patch::once("<meta name=\"theme-color\"", alternates(place, strings.language(), &depth)),
    ];
    for (theme, from) in [
        ("auto", "id=\"mdbook-theme-default_theme\">Auto<"),
        ("light", "id=\"mdbook-theme-light\">Light<"),
        ("rust", "id=\"mdbook-theme-rust\">Rust<"),
        ("coal", "id=\"mdbook-theme-coal\">Coal<"),
        ("navy", "id=\"mdbook-theme-navy\">Navy<"),
        ("ayu", "id=\"mdbook-theme-ayu\">Ayu<"),
    ] {
        let start = from.split('>').next().unwrap_or_default();
        let name = match theme {
            "auto" => word("chrome.theme_auto"),
            "light" => word("chrome.theme_light"),
            "rust" => word("chrome.theme_rust"),
            "coal" => word("chrome.theme_coal"),
            "navy" => word("chrome.theme_navy"),
            _ => word("chrome.theme_ayu"),
        };
        patches.push(Patch::once(from, format!("{start}>{name}<")));
    }
    for (from, key) in [
        ("</svg>Note</p>", "chrome.note"),
        ("</svg>Tip</p>", "chrome.tip"),
        ("</svg>Important</p>", "chrome.important"),
        ("</svg>Warning</p>", "chrome.warning"),
        ("</svg>Caution</p>", "chrome.caution"),
    ] {
        let to = format!("</svg>{}</p>", word(key));
        patches.push(Patch { from, to, times: Times::Any });
    }
    patches
}

/// Links to the other languages.
fn switch(place: &Place<'_>, depth: &str) -> String {
    let mut html = "<div class=\"right-buttons\">".to_owned();
    for other in &place.others {
        let (tag, path, name) = (other.language.tag(), &other.path, other.language.own_name());
        html.push_str(&format!(
            "\n                        <a class=\"language\" href=\"{depth}../{tag}/{path}\" \
             hreflang=\"{tag}\" lang=\"{tag}\">{name}</a>"
        ));
    }
    html
}

/// What tells search engines of the same page in the other languages.
fn alternates(place: &Place<'_>, language: Language, depth: &str) -> String {
    let mut html = String::new();
    let here = Other { language, path: place.path.to_owned(), is_same: true };
    let same: Vec<&Other> = place.others.iter().filter(|other| other.is_same).collect();
    if !same.is_empty() {
        for other in [&here].into_iter().chain(same) {
            let (tag, path) = (other.language.tag(), &other.path);
            html.push_str(&format!(
                "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{depth}../{tag}/{path}\">\n        "
            ));
        }
    }
    html.push_str("<meta name=\"theme-color\"");
    html
}

/// The changes of the table of contents for browsers without script.
fn contents(strings: &Strings) -> Vec<Patch> {
    let title = escape(strings.word("chrome.contents"));
    let to = format!("<head>\n        <title>{title}</title>");
    vec![Patch::once("<head>", to)]
}

/// The changes of mdBook's script.
fn script(strings: &Strings) -> Vec<Patch> {
    let quoted = |key: &str| format!("'{}'", strings.word(key).replace(['\\', '\''], ""));
    let several = |from, to, times| Patch { from, to, times: Times::Exactly(times) };
    vec![
        // They move within a text that a screen reader reads, and in the widgets.
        Patch::once(
            "case 'ArrowRight':\n            e.preventDefault();\n            if",
            "case 'none':\n            if",
        ),
        Patch::once(
            "case 'ArrowLeft':\n            e.preventDefault();\n            if",
            "case 'none at all':\n            if",
        ),
        several("'Copy to clipboard'", quoted("chrome.copy"), 2),
        Patch::once("'Copied!'", quoted("chrome.copied")),
        Patch::once("'Clipboard error!'", quoted("chrome.not_copied")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_gone_is_an_error() {
        let patch = Patch::once("<main>", "<main id=\"main\">");

        assert_eq!(patch.apply("a<main>b"), Ok("a<main id=\"main\">b".to_owned()));
        assert!(patch.apply("<main id=\"content\">").is_err(), "a newer mdBook");
        assert!(patch.apply("<main><main>").is_err(), "it is there twice");
    }

    #[test]
    fn a_page_that_is_not_translated_leads_to_the_other_book() {
        let others = |is_same| {
            vec![Other { language: Language::ZhCn, path: "gather.html".to_owned(), is_same }]
        };
        let place = |is_same| Place { path: "gather.html", others: others(is_same) };

        assert!(
            switch(&place(true), "").contains("href=\"../zh-CN/gather.html\" hreflang=\"zh-CN\"")
        );
        let alternate = "<link rel=\"alternate\" hreflang=\"en\" href=\"../en/gather.html\">";
        assert!(alternates(&place(true), Language::En, "").contains(alternate));
        assert_eq!(alternates(&place(false), Language::En, ""), "<meta name=\"theme-color\"");
    }
}
