//! The words of the interface, from `strings.toml`.

use std::{collections::BTreeMap, error::Error, fmt};

use crate::{data::Text, language::Language};

/// The words of the interface in one language.
#[derive(Debug, Clone)]
pub struct Strings {
    language: Language,
    words: BTreeMap<String, String>,
}

/// A file of words that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StringsError {
    /// It is not TOML, or not in the form of tables of texts.
    Form(String),
    /// An entry lacks a language.
    Missing(String, Language),
}

impl Strings {
    /// Reads the words of `language`.
    ///
    /// # Errors
    ///
    /// If the text has another form, or an entry lacks one of the languages.
    pub fn parse(text: &str, language: Language) -> Result<Strings, StringsError> {
        let tables: BTreeMap<String, BTreeMap<String, Text>> =
            toml::from_str(text).map_err(|error| StringsError::Form(error.to_string()))?;
        let mut words = BTreeMap::new();
        for (table, entries) in tables {
            for (name, entry) in entries {
                let key = format!("{table}.{name}");
                if let Some(missing) = Language::ALL.into_iter().find(|it| !entry.has(*it)) {
                    return Err(StringsError::Missing(key, missing));
                }
                words.insert(key, entry.of(language).to_owned());
            }
        }
        Ok(Strings { language, words })
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The word called `key`, such as `card.minutes`.
    ///
    /// # Panics
    ///
    /// If there is none. A test looks up every key that stands in the sources.
    pub fn word(&self, key: &str) -> &str {
        let word = self.words.get(key);
        word.unwrap_or_else(|| panic!("`strings.toml` has no entry `{key}`"))
    }

    /// The word called `key`, each `{NAME}` in it replaced by the value of that name.
    ///
    /// # Panics
    ///
    /// As [`word`](Strings::word) does.
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        let word = self.word(key).to_owned();
        values.iter().fold(word, |word, (name, value)| word.replace(&format!("{{{name}}}"), value))
    }

    /// `text` in this language.
    pub fn of<'a>(&self, text: &'a Text) -> &'a str {
        text.of(self.language)
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The entries of the table `script`, which are for the script of the pages, as a JSON object.
    pub fn for_script(&self) -> String {
        let entries = self.words.iter();
        let entries: BTreeMap<&str, &str> = entries
            .filter_map(|(key, word)| Some((key.strip_prefix("script.")?, word.as_str())))
            .collect();
        serde_json::to_string(&entries).expect("texts are always JSON").replace('<', "\\u003c")
    }
}

impl fmt::Display for StringsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StringsError::Form(reason) => f.write_str(reason),
            StringsError::Missing(key, language) => write!(f, "`{key}` has no text in {language}"),
        }
    }
}

impl Error for StringsError {}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    const WORDS: &str = "[a]\nb.en = \"{n} of {m}\"\nb.zh-CN = \"{m} 之 {n}\"\n\
                         [script]\nc.en = \"<x>\"\nc.zh-CN = \"y\"\n";

    #[test]
    fn values_stand_where_the_language_wants_them() {
        let strings = Strings::parse(WORDS, Language::ZhCn).expect("a file of words");

        assert_eq!(strings.filled("a.b", &[("n", "1"), ("m", "2")]), "2 之 1");
    }

    #[test]
    fn the_script_gets_its_own_words_and_cannot_be_left() {
        let strings = Strings::parse(WORDS, Language::En).expect("a file of words");

        assert_eq!(strings.for_script(), r#"{"c":"\u003cx>"}"#);
    }

    #[test]
    fn a_word_without_translation_is_an_error() {
        let error = Strings::parse("[a]\nb.en = \"x\"\n", Language::En).expect_err("no Chinese");

        assert_eq!(error.to_string(), "`a.b` has no text in zh-CN");
    }

    /// The keys that stand as text in the sources: `"table.name"`.
    fn keys_in(folder: &Path, tables: &BTreeSet<&str>, keys: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry of it").path();
            if path.is_dir() {
                keys_in(&path, tables, keys);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let texts = code.split('"').filter(|text| {
                let table = text.split_once('.').map(|(table, _)| table);
                table.is_some_and(|table| tables.contains(table))
                    && !text.ends_with('.')
                    && text.bytes().all(|it| it.is_ascii_lowercase() || b"._".contains(&it))
            });
            keys.extend(texts.map(str::to_owned));
        }
    }

    #[test]
    fn every_word_is_there_and_used() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join("strings.toml")).expect("the book's words");
        let strings = Strings::parse(&text, Language::En).expect("words in both languages");
        let tables: BTreeSet<&str> =
            strings.keys().filter_map(|key| key.split('.').next()).collect();
        let mut used = BTreeSet::new();
        keys_in(&root.join("src"), &tables, &mut used);
        let script = fs::read_to_string(root.join("assets/book.js")).unwrap_or_default();

        let unused: Vec<&str> = strings
            .keys()
            .filter(|key| match key.strip_prefix("script.") {
                Some(name) => !script.contains(name),
                None => !used.contains(*key),
            })
            .collect();
        let unknown: Vec<&String> =
            used.iter().filter(|key| !strings.keys().any(|it| it == key.as_str())).collect();

        assert_eq!(unused, [""; 0], "words that nothing shows");
        assert_eq!(unknown, [""; 0], "words that `strings.toml` lacks");
    }
}
