//! A text in the languages of the book.

use serde::Deserialize;

use crate::language::Language;

/// A text in every language in which it was written; Markdown that fits on a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The original.
    pub en: String,
    /// Its translation, if there is one.
    #[serde(default, rename = "zh-CN")]
    pub zh_cn: Option<String>,
}

impl Text {
    /// A text that has no translation.
    pub fn english(text: &str) -> Text {
        Text { en: text.to_owned(), zh_cn: None }
    }

    /// The text in `language`, or the original where there is no translation.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::ZhCn => self.zh_cn.as_deref().unwrap_or(&self.en),
        }
    }

    /// Whether it was written in `language`.
    pub fn has(&self, language: Language) -> bool {
        language == Language::En || self.zh_cn.is_some()
    }
}
