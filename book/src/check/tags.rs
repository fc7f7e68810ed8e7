//! The tags of a page that was built, read by the rules of HTML.

use std::cell::RefCell;

use html5ever::{
    TokenizerResult,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Its name, in lower case.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Start {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page, in their order.
pub fn tags(html: &str) -> Vec<Start> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // A script ends the call; what follows it is another one.
    while let TokenizerResult::Script(()) = tokenizer.feed(&input) {}
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Sink(RefCell<Vec<Start>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            return match name.as_str() {
                "script" => TokenSinkResult::Script(()),
                _ => TokenSinkResult::Continue,
            };
        }
        let raw = match name.as_str() {
            "script" => Some(RawKind::ScriptData),
            "style" | "noframes" => Some(RawKind::Rawtext),
            "title" | "textarea" => Some(RawKind::Rcdata),
            _ => None,
        };
        self.0.borrow_mut().push(start(name, tag));
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

fn start(name: String, tag: Tag) -> Start {
    let attributes = tag
        .attrs
        .into_iter()
        .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()));
    Start { name, attributes: attributes.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_writes_is_no_tag() {
        let html = "<p id=\"a\">x<script>'<b>'</script><a href='b?c&amp;d'>y</a><title><i></title>";

        let tags = tags(html);

        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["p", "script", "a", "title"]);
        assert_eq!(tags[0].attribute("id"), Some("a"));
        assert_eq!(tags[2].attribute("href"), Some("b?c&d"));
    }
}
