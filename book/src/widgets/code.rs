//! Code, outputs, and what the compiler says.

use crate::{
    data::{Compare, CompileFailure, Listing, Output},
    html::{code_block, escape},
    strings::Strings,
};

/// A region of code, with where it stands.
pub fn listing(listing: &Listing, id: &str, _strings: &Strings) -> String {
    format!(
        "<figure class=\"listing\" id=\"{id}\">\n<figcaption><code>{}:{}</code></figcaption>\n{}\n\
         </figure>",
        escape(&listing.file),
        listing.line,
        code_block(&listing.code, listing.language),
    )
}

/// What a program printed.
pub fn output(output: &Output, id: &str, strings: &Strings) -> String {
    format!(
        "<figure class=\"output\" id=\"{id}\">\n<figcaption data-interface>{}</figcaption>\n{}\n</figure>",
        escape(strings.word("code.output")),
        code_block(&output.text, "text"),
    )
}

/// The same program in Python and in Rust, and what both print.
pub fn compare(compare: &Compare, id: &str, strings: &Strings) -> String {
    let side = |name: &str, code: &Listing| {
        format!(
            "<figure class=\"listing\">\n<figcaption>{name} <code>{}:{}</code></figcaption>\n{}\n\
             </figure>",
            escape(&code.file),
            code.line,
            code_block(&code.code, code.language),
        )
    };
    format!(
        "<div class=\"compare\" id=\"{id}\">\n<div class=\"compare-sides\">\n{}\n{}\n</div>\n\
         <figure class=\"output\">\n<figcaption data-interface>{}</figcaption>\n{}\n</figure>\n</div>",
        side("Python", &compare.python),
        side("Rust", &compare.rust),
        escape(strings.word("code.both_print")),
        code_block(&compare.output.text, "text"),
    )
}

/// Code that does not compile, with the compiler's words. Its anchor is `id`.
pub fn compile_error(failure: &CompileFailure, id: &str, strings: &Strings) -> String {
    format!(
        "<figure class=\"compile-error\" id=\"{id}\">\n<figcaption data-interface>{}</figcaption>\n{}\n{}\n</figure>",
        escape(strings.word("code.does_not_compile")),
        code_block(&failure.listing.code, "rust"),
        code_block(&failure.words, "text"),
    )
}
