//! The languages of the book.

use std::fmt;

/// A language that the book is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, the original.
    En,
    /// Simplified Chinese.
    ZhCn,
}

impl Language {
    /// All of them, the original first.
    pub const ALL: [Language; 2] = [Language::En, Language::ZhCn];

    /// The language called `tag`, such as `zh-CN`, if the book is written in it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Its tag by BCP 47, which is also the name of its folder.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::ZhCn => "zh-CN",
        }
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::ZhCn => "简体中文",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
