//! The pages of the book in one language, before and after their directives are replaced.

use mdbook_driver::book::{Book, BookItem, Chapter};

use crate::{
    directive::{self, Directive, Item, Part},
    language::Language,
    problem::Problem,
};

/// A page as it was written.
#[derive(Debug, Clone)]
pub struct Page {
    /// The file, relative to the root of the repository, with forward slashes.
    pub file: String,
    /// The page in the book, such as `gather`: its path without an extension.
    pub stem: String,
    /// Its title in the table of contents.
    pub title: String,
    /// Its text.
    pub text: String,
    /// The text in parts.
    pub items: Vec<Item>,
}

impl Page {
    /// The pages of a loaded book, in their order; what is wrong in them goes to `problems`.
    pub fn all_of(book: &Book, language: Language, problems: &mut Vec<Problem>) -> Vec<Page> {
        let chapters = book.iter().filter_map(|item| match item {
            BookItem::Chapter(chapter) => Some(chapter),
            _ => None,
        });
        chapters.filter_map(|chapter| Page::of(chapter, language, problems)).collect()
    }

    /// The page of a chapter; nothing for one that is only planned.
    fn of(chapter: &Chapter, language: Language, problems: &mut Vec<Problem>) -> Option<Page> {
        let path = chapter.source_path.as_ref()?.to_string_lossy().replace('\\', "/");
        let file = format!("book/src/{language}/{path}");
        let text = forms::normalized(&chapter.content);
        let items = directive::parse(&file, &text, problems);
        let stem = path.strip_suffix(".md").unwrap_or(&path).to_owned();
        Some(Page { file, stem, title: chapter.name.clone(), text, items })
    }

    /// The page as a link names it, relative to the root of the book.
    pub fn html(&self) -> String {
        format!("{}.html", self.stem)
    }

    /// Its directives with their lines.
    pub fn directives(&self) -> impl Iterator<Item = (usize, &Directive)> {
        self.items.iter().filter_map(|item| match &item.part {
            Part::Directive(directive) => Some((item.line, directive)),
            Part::Markdown(_) => None,
        })
    }
}

/// Puts `texts`, one for each page in their order, into the chapters of `book`.
pub fn replace(book: &mut Book, texts: Vec<String>) {
    let mut texts = texts.into_iter();
    book.for_each_mut(|item| {
        if let BookItem::Chapter(chapter) = item
            && chapter.source_path.is_some()
        {
            chapter.content = texts.next().unwrap_or_default();
        }
    });
}
