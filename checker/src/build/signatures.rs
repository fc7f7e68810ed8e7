//! The signatures of a stub are given and final: an answer has them too.
//!
//! The steps compare values of the types that the stub names. A type with an equality of its own
//! would be equal to everything, so an answer may not put another type in the place of a given one.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Attribute, File, FnArg, ImplItem, Item, ItemImpl, Receiver, ReceiverKind, Signature, UseTree,
    Visibility,
};

use crate::course::Kind;

/// What of `stub` is missing or different in `answer`, a sentence each; nothing if one of them is no
/// Rust, for the compiler says that better.
///
/// A prediction is about the program that was given: of its file only the answer may change.
pub fn differences(kind: Kind, stub: &str, answer: &str) -> Vec<String> {
    let (Ok(stub), Ok(answer)) = (syn::parse_file(stub), syn::parse_file(answer)) else {
        return Vec::new();
    };
    if kind == Kind::Predict && without_prediction(&stub) != without_prediction(&answer) {
        return vec!["the program to predict is not what it was in the stub".to_owned()];
    }
    let (given, found) = (Promises::of(&stub), Promises::of(&answer));
    let mut differences = Vec::new();
    if answer.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
        differences.push("`#![cfg(…)]` hides the file: remove the line".to_owned());
    }
    for (name, promise) in &given.kept {
        match found.kept.get(name) {
            Some(kept) if kept.tokens == promise.tokens => {}
            Some(_) => differences.push(format!(
                "{name} is not what it was in the stub: `{}` is given and stays as it is",
                promise.shown
            )),
            None => differences
                .push(format!("{name} is missing: the stub has it, and the steps use it")),
        }
    }
    let stand_ins = found.defined.difference(&given.defined);
    for name in stand_ins.filter(|name| given.named.contains(*name)) {
        differences.push(format!(
            "`{name}` means another type in your file than in the stub's signatures: choose \
             another name for yours"
        ));
    }
    differences
}

/// What a file offers to its callers.
#[derive(Default)]
struct Promises {
    /// Public functions, the public fields of structs, and enums, by what people call them.
    kept: BTreeMap<String, Promise>,
    /// The names that occur in them.
    named: BTreeSet<String>,
    /// The names that the file itself gives to a type.
    defined: BTreeSet<String>,
}

struct Promise {
    /// Compared.
    tokens: String,
    /// For people.
    shown: String,
}

impl Promises {
    fn of(file: &File) -> Promises {
        let mut promises = Promises::default();
        for item in &file.items {
            promises.add(item);
        }
        promises
    }

    fn add(&mut self, item: &Item) {
        match item {
            Item::Fn(function) if is_public(&function.vis) => {
                self.keep_function(&function.sig.ident.to_string(), &function.sig);
            }
            Item::Impl(block) => self.add_methods(block),
            Item::Struct(given) => {
                self.defined.insert(given.ident.to_string());
                let (name, derives) = (&given.ident, derives(&given.attrs));
                self.keep(format!("the struct `{name}`"), quote!(#derives struct #name));
                // More fields than the stub has are the learner's.
                for (index, field) in given.fields.iter().enumerate() {
                    if is_public(&field.vis) {
                        let label = field.ident.as_ref().map_or(index.to_string(), shown);
                        let label = format!("the field `{name}.{label}`");
                        self.keep(label, field.ty.to_token_stream());
                    }
                }
            }
            Item::Enum(given) => {
                self.defined.insert(given.ident.to_string());
                let derives = derives(&given.attrs);
                let (name, variants) = (&given.ident, &given.variants);
                let variants = variants.iter().map(|variant| {
                    let (name, fields) = (&variant.ident, &variant.fields);
                    quote!(#name #fields)
                });
                let variants: Vec<_> = variants.map(without_docs).collect();
                self.keep(
                    format!("the enum `{name}`"),
                    quote!(#derives enum #name { #(#variants),* }),
                );
            }
            Item::Type(given) => {
                self.defined.insert(given.ident.to_string());
            }
            Item::Trait(given) => {
                self.defined.insert(given.ident.to_string());
            }
            Item::Use(given) => self.add_renames(&given.tree),
            _ => {}
        }
    }

    fn add_methods(&mut self, block: &ItemImpl) {
        if block.trait_.is_some() {
            return;
        }
        let owner = shown(block.self_ty.to_token_stream());
        for item in &block.items {
            if let ImplItem::Fn(method) = item
                && is_public(&method.vis)
            {
                self.keep_function(&format!("{owner}::{}", method.sig.ident), &method.sig);
            }
        }
    }

    fn add_renames(&mut self, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.add_renames(&path.tree),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_renames(tree));
            }
            UseTree::Rename(rename) => {
                self.defined.insert(rename.rename.to_string());
            }
            UseTree::Name(_) | UseTree::Glob(_) => {}
        }
    }

    /// Keeps a signature, but for how it calls its parameters.
    fn keep_function(&mut self, name: &str, signature: &Signature) {
        let inputs = signature.inputs.iter().map(|input| match input {
            // `self` and `mut self` are the same to a caller.
            FnArg::Receiver(Receiver { kind: ReceiverKind::Value, .. }) => quote!(self),
            FnArg::Receiver(receiver) => receiver.to_token_stream(),
            FnArg::Typed(typed) => typed.ty.to_token_stream(),
        });
        let Signature { asyncness, ident, generics, output, .. } = signature;
        let condition = &generics.where_clause;
        let tokens = quote!(#asyncness fn #ident #generics (#(#inputs),*) #output #condition);
        self.keep(format!("`{name}`"), tokens);
    }

    fn keep(&mut self, name: String, tokens: TokenStream) {
        self.name_all(tokens.clone());
        let shown = shown(tokens.clone());
        self.kept.insert(name, Promise { tokens: tokens.to_string(), shown });
    }

    fn name_all(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    self.named.insert(name.to_string());
                }
                TokenTree::Group(group) => self.name_all(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

/// The code of a prediction's file without the prediction.
fn without_prediction(file: &File) -> String {
    let items = file.items.iter().filter(|item| !matches!(item, Item::Const(_)));
    let items: Vec<_> = items.map(|item| without_docs(item.to_token_stream())).collect();
    quote!(#(#items)*).to_string()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// What a type derives, in the order of the alphabet: a derived equality cannot be written by hand.
fn derives(attributes: &[Attribute]) -> TokenStream {
    let mut names = BTreeSet::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        // What cannot be read does not compile.
        let _ = attribute.parse_nested_meta(|meta| {
            names.insert(shown(meta.path.to_token_stream()));
            Ok(())
        });
    }
    // More than the stub derives does no harm; only what a comparison in a step stands on counts.
    let kept = names.iter().filter(|name| ["PartialEq", "Eq"].contains(&name.as_str()));
    let kept = kept.map(|name| quote::format_ident!("{name}"));
    quote!(#[derive(#(#kept),*)])
}

fn without_docs(tokens: TokenStream) -> TokenStream {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => drop(tokens.next()),
            TokenTree::Group(group) => {
                let inner = without_docs(group.stream());
                kept.push(TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inner)));
            }
            other => kept.push(other),
        }
    }
    kept.into_iter().collect()
}

/// Tokens as people write them, near enough.
fn shown(tokens: impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (spaced, close) in [
        (" :: ", "::"),
        (" < ", "<"),
        (" >", ">"),
        ("& ", "&"),
        (" (", "("),
        (" ,", ","),
        (" :", ":"),
        ("# [", "#["),
    ] {
        text = text.replace(spaced, close);
    }
    text.replace("->(", "-> (").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUB: &str = r#"
        use worlds::Net;
        /// What came of it.
        #[derive(Debug, PartialEq)]
        pub enum Outcome {
            /// Well.
            Done(u32),
            Failed { reason: String },
        }
        #[derive(Debug, Default)]
        pub struct Tally { pub done: usize, secret: u32 }
        impl Tally { pub async fn close(self) -> Vec<String> { todo!() } }
        /// Gives the pages.
        pub async fn fetch(net: &Net, urls: &[String]) -> Vec<Outcome> { todo!("{urls:?}") }
    "#;

    #[test]
    fn what_no_caller_sees_is_the_learners() {
        let answer = r#"
            use worlds::{Net, Page as Sheet};
            #[derive(Clone, Debug, PartialEq)]
            pub enum Outcome { Done(u32), Failed { reason: String } }
            pub struct Tally { pub done: usize, handles: Vec<u8>, pub more: bool }
            impl Tally {
                fn own(&self) {}
                pub async fn close(mut self) -> Vec<String> { Vec::new() }
            }
            pub async fn fetch(_net: &Net, mut urls: &[String]) -> Vec<Outcome> { Vec::new() }
            struct Helper;
        "#;

        assert_eq!(differences(Kind::Implement, STUB, answer), Vec::<String>::new());
    }

    #[test]
    fn what_a_caller_sees_is_given() {
        let liar = STUB.replace("-> Vec<Outcome>", "-> Liar") + "struct Liar;";
        let by_hand = STUB.replace("#[derive(Debug, PartialEq)]", "#[derive(Debug)]");
        let stand_in = STUB.to_owned() + "struct String;";
        let renamed = STUB.to_owned() + "use std::vec::IntoIter as Vec;";
        let hidden = format!("#![cfg(test)]\n{STUB}");
        let without = STUB.replace("pub async fn close", "async fn close");

        let seen = [liar, by_hand, stand_in, renamed, hidden, without]
            .map(|answer| differences(Kind::Implement, STUB, &answer).join("; "));

        insta::assert_snapshot!(seen.join("\n"), @r"
        `fetch` is not what it was in the stub: `async fn fetch(&Net, &[String]) -> Vec<Outcome>` is given and stays as it is
        the enum `Outcome` is not what it was in the stub: `#[derive(PartialEq)] enum Outcome { Done(u32), Failed { reason: String } }` is given and stays as it is
        `String` means another type in your file than in the stub's signatures: choose another name for yours
        `Vec` means another type in your file than in the stub's signatures: choose another name for yours
        `#![cfg(…)]` hides the file: remove the line
        `Tally::close` is missing: the stub has it, and the steps use it
        ");
    }

    #[test]
    fn what_is_no_rust_is_the_compilers_business() {
        assert_eq!(differences(Kind::Implement, STUB, "pub fn fetch("), Vec::<String>::new());
    }
}
