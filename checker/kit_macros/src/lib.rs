//! The attributes `#[kit::test]` and `#[kit::explore]`: thin layers over `#[test]` that hand the body
//! to `kit::run` and `kit::explore`.
//!
//! They are used through `kit`, which re-exports them and documents what a run checks.

use std::env;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Ident, ItemFn, LitInt, LitStr, ReturnType, Token,
    parse::{Parse, ParseStream},
    parse_macro_input,
};

/// Runs an `async fn` as a test in virtual time; see `kit::test`.
#[proc_macro_attribute]
pub fn test(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let function = parse_macro_input!(item as ItemFn);
    let arguments = Tokens::from(arguments);
    let expanded = if arguments.is_empty() {
        expand("test", &function, |test, body| quote!(::kit::run(#test, || async #body)))
    } else {
        Err(syn::Error::new_spanned(arguments, "`#[kit::test]` takes no arguments"))
    };
    expanded.unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Runs an `async fn` as a test in one schedule after another; see `kit::explore`.
#[proc_macro_attribute]
pub fn explore(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let function = parse_macro_input!(item as ItemFn);
    let Exploration { schedules, seeds, by } = parse_macro_input!(arguments as Exploration);
    let expanded = expand("explore", &function, |test, body| {
        quote! {
            ::kit::explore(
                #test,
                ::kit::Budget { schedules: #schedules, seeds: #seeds },
                || async #body,
            )
        }
    });
    let expanded = expanded.map(|test| match by {
        Some(by) if env::var_os(EXPLORED).is_none() => left_to(&by, &function),
        _ => test,
    });
    expanded.unwrap_or_else(syn::Error::into_compile_error).into()
}

/// What `#[kit::explore(schedules = 500, seeds = 100, by = "…")]` asks for.
struct Exploration {
    schedules: usize,
    seeds: u64,
    by: Option<LitStr>,
}

impl Parse for Exploration {
    fn parse(input: ParseStream<'_>) -> syn::Result<Exploration> {
        let mut exploration = Exploration { schedules: 1_000, seeds: 200, by: None };
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            match name.to_string().as_str() {
                "schedules" => exploration.schedules = input.parse::<LitInt>()?.base10_parse()?,
                "seeds" => exploration.seeds = input.parse::<LitInt>()?.base10_parse()?,
                "by" => exploration.by = Some(input.parse()?),
                _ => {
                    return Err(syn::Error::new(name.span(), "it is `schedules`, `seeds` or `by`"));
                }
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(exploration)
    }
}

/// Who explores a test says so in this variable while the compiler runs.
const EXPLORED: &str = "KIT_EXPLORED";

/// An empty test that says who runs the real one. What is tested may be of a kind that cannot be
/// explored, and shall compile all the same.
fn left_to(by: &LitStr, function: &ItemFn) -> Tokens {
    let ItemFn { attrs, vis, sig, .. } = function;
    let name = &sig.ident;
    let reason = format!("`{}` explores it", by.value());
    quote! {
        #(#attrs)*
        #[::core::prelude::v1::test]
        #[ignore = #reason]
        #vis fn #name() {}
    }
}

/// The test function for `function`, which calls what `call` makes of the test and its body.
fn expand(
    attribute: &str,
    function: &ItemFn,
    call: impl FnOnce(Tokens, Tokens) -> Tokens,
) -> syn::Result<Tokens> {
    let ItemFn { attrs, vis, sig, block, .. } = function;
    if sig.asyncness.is_none() {
        return Err(syn::Error::new_spanned(
            sig.fn_token,
            format!(
                "`#[kit::{attribute}]` runs an `async fn`; a function without `.await` is a plain \
                 `#[test]`"
            ),
        ));
    }
    if let Some(argument) = sig.inputs.first() {
        return Err(syn::Error::new_spanned(argument, "a test takes no arguments"));
    }
    if let ReturnType::Type(_, returned) = &sig.output {
        return Err(syn::Error::new_spanned(returned, "a test returns nothing: assert instead"));
    }

    let name = &sig.ident;
    let test = quote! {
        ::kit::Test {
            name: ::core::concat!(::core::module_path!(), "::", ::core::stringify!(#name)),
            file: ::core::file!(),
        }
    };
    let call = call(test, quote!(#block));
    Ok(quote! {
        #(#attrs)*
        #[::core::prelude::v1::test]
        #vis fn #name() {
            #call;
        }
    })
}
