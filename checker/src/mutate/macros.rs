//! The macros whose content is code: `join!`, `try_join!` and `select!`.

use std::ops::Range;

use proc_macro2::Span;
use syn::{
    Expr, Macro, Pat, Token,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
    spanned::Spanned,
};

/// A call of `join!` or `try_join!`.
pub(super) struct Join {
    /// The whole call.
    pub(super) span: Span,
    /// The name of the macro, with its path.
    pub(super) path: syn::Path,
    /// Whether it is `try_join!`.
    pub(super) is_try: bool,
    /// `biased;`.
    pub(super) biased: Option<Biased>,
    /// What is awaited together.
    pub(super) futures: Vec<Expr>,
}

/// A call of `select!`.
pub(super) struct Select {
    /// `biased;`.
    pub(super) biased: Option<Biased>,
    /// The branches, in order; `else` is one too.
    pub(super) branches: Vec<Branch>,
}

/// The word that has a macro poll from top to bottom.
pub(super) struct Biased {
    word: syn::Ident,
    semicolon: Token![;],
}

/// A branch of `select!`.
pub(super) struct Branch {
    /// From its pattern to its handler.
    pub(super) span: Span,
    /// What is awaited; nothing in `else`.
    future: Option<Expr>,
    /// `, if …`.
    condition: Option<Expr>,
    /// What is done then.
    handler: Expr,
}

impl Join {
    /// The call, if it is one.
    pub(super) fn of(name: &str, call: &Macro) -> Option<Join> {
        let is_try = match name {
            "join" => false,
            "try_join" => true,
            _ => return None,
        };
        let content = |input: ParseStream<'_>| {
            let biased = biased(input)?;
            let futures = Punctuated::<Expr, Token![,]>::parse_terminated(input)?;
            Ok((biased, futures.into_iter().collect()))
        };
        let (biased, futures) = content.parse2(call.tokens.clone()).ok()?;
        let span = call.span();
        Some(Join { span, path: call.path.clone(), is_try, biased, futures })
    }
}

impl Select {
    /// The call, if it is one.
    pub(super) fn of(name: &str, call: &Macro) -> Option<Select> {
        if name != "select" {
            return None;
        }
        let content = |input: ParseStream<'_>| {
            let biased = biased(input)?;
            let mut branches = Vec::new();
            while !input.is_empty() {
                branches.push(input.parse()?);
            }
            Ok(Select { biased, branches })
        };
        content.parse2(call.tokens.clone()).ok()
    }

    /// The branches that await something.
    pub(super) fn awaiting(&self) -> impl Iterator<Item = &Branch> {
        self.branches.iter().filter(|branch| branch.future.is_some())
    }
}

impl Biased {
    /// The bytes of `biased;`.
    pub(super) fn range(&self) -> Range<usize> {
        let end = self.semicolon.spans[0].byte_range().end;
        self.word.span().byte_range().start..end
    }
}

impl Branch {
    /// The expressions of a branch, in order.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Expr> {
        self.future.iter().chain(&self.condition).chain([&self.handler])
    }
}

impl Parse for Branch {
    fn parse(input: ParseStream<'_>) -> syn::Result<Branch> {
        let start = input.span();
        let (mut future, mut condition) = (None, None);
        if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
        } else {
            Pat::parse_multi_with_leading_vert(input)?;
            input.parse::<Token![=]>()?;
            future = Some(input.parse()?);
            if input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
                input.parse::<Token![if]>()?;
                condition = Some(input.parse()?);
            }
        }
        input.parse::<Token![=>]>()?;
        // As in a `match`, a block ends the branch: what follows does not go on with it.
        let handler = Expr::parse_with_earlier_boundary_rule(input)?;
        let end = handler.span();
        input.parse::<Option<Token![,]>>()?;
        let span = start.join(end).unwrap_or(start);
        Ok(Branch { span, future, condition, handler })
    }
}

fn biased(input: ParseStream<'_>) -> syn::Result<Option<Biased>> {
    let ahead = input.fork();
    let is_there =
        ahead.parse::<syn::Ident>().is_ok_and(|word| word == "biased") && ahead.peek(Token![;]);
    if is_there {
        Ok(Some(Biased { word: input.parse()?, semicolon: input.parse()? }))
    } else {
        Ok(None)
    }
}
