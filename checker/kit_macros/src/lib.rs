//! The attribute `#[kit::test]`: a thin layer over `#[test]` that hands the body to `kit::run`.
//!
//! It is used through `kit`, which re-exports it and documents what a run checks.

use proc_macro::TokenStream;
use quote::quote;
use syn::{ItemFn, ReturnType, parse_macro_input};

/// Runs an `async fn` as a test in virtual time; see `kit::test`.
#[proc_macro_attribute]
pub fn test(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let function = parse_macro_input!(item as ItemFn);
    let arguments = proc_macro2::TokenStream::from(arguments);

    match expand(&arguments, &function) {
        Ok(tokens) => tokens.into(),
        Err(error) => error.to_compile_error().into(),
    }
}

fn expand(
    arguments: &proc_macro2::TokenStream,
    function: &ItemFn,
) -> syn::Result<proc_macro2::TokenStream> {
    let ItemFn { attrs, vis, sig, block, .. } = function;
    if !arguments.is_empty() {
        return Err(syn::Error::new_spanned(arguments, "`#[kit::test]` takes no arguments"));
    }
    if sig.asyncness.is_none() {
        return Err(syn::Error::new_spanned(
            sig.fn_token,
            "`#[kit::test]` runs an `async fn`; a function without `.await` is a plain `#[test]`",
        ));
    }
    if let Some(argument) = sig.inputs.first() {
        return Err(syn::Error::new_spanned(argument, "a test takes no arguments"));
    }
    if let ReturnType::Type(_, returned) = &sig.output {
        return Err(syn::Error::new_spanned(returned, "a test returns nothing: assert instead"));
    }

    let name = &sig.ident;
    Ok(quote! {
        #(#attrs)*
        #[::core::prelude::v1::test]
        #vis fn #name() {
            ::kit::run(
                ::kit::Test {
                    name: ::core::concat!(::core::module_path!(), "::", ::core::stringify!(#name)),
                    file: ::core::file!(),
                },
                || async #block,
            );
        }
    })
}
