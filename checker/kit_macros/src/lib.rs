//! The attributes `#[kit::test]` and `#[kit::explore]`: thin layers over `#[test]` that hand the body
//! to `kit::run` and `kit::explore`.
//!
//! They are used through `kit`, which re-exports them and documents what a run checks.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Ident, ItemFn, LitInt, ReturnType, Token,
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
    let Budget { schedules, seeds } = parse_macro_input!(arguments as Budget);
    let expanded = expand("explore", &function, |test, body| {
        quote! {
            ::kit::explore(
                #test,
                ::kit::Budget { schedules: #schedules, seeds: #seeds },
                || async #body,
            )
        }
    });
    expanded.unwrap_or_else(syn::Error::into_compile_error).into()
}

/// How much `#[kit::explore(schedules = 500, seeds = 100)]` asks for.
struct Budget {
    schedules: usize,
    seeds: u64,
}

impl Parse for Budget {
    fn parse(input: ParseStream<'_>) -> syn::Result<Budget> {
        let mut budget = Budget { schedules: 1_000, seeds: 200 };
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            let number: LitInt = input.parse()?;
            match name.to_string().as_str() {
                "schedules" => budget.schedules = number.base10_parse()?,
                "seeds" => budget.seeds = number.base10_parse()?,
                _ => return Err(syn::Error::new(name.span(), "it is `schedules` or `seeds`")),
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(budget)
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
