//! Permits and guards: what counts is how long they are held.

use syn::{Expr, Local, Stmt};

use super::{Edit, Site, bound_name};
use crate::mutate::source::{Go, look_into};

pub(super) fn not_held(site: Site<'_>) -> Vec<Edit> {
    held(site).map(|(local, _)| site.replace(&local.pat, "_")).collect()
}

pub(super) fn dropped_early(site: Site<'_>) -> Vec<Edit> {
    held(site).map(|(local, name)| site.insert_after(local, &format!(" drop({name});"))).collect()
}

pub(super) fn forgotten(site: Site<'_>) -> Vec<Edit> {
    let forget = |name: String| format!(" std::mem::forget({name});");
    held(site).map(|(local, name)| site.insert_after(local, &forget(name))).collect()
}

/// The bindings that are there to be held: `let _permit = ….acquire()…`.
fn held<'a>(site: Site<'a>) -> impl Iterator<Item = (&'a Local, String)> {
    site.statements().iter().filter_map(|statement| {
        let Stmt::Local(local) = statement else { return None };
        let name = bound_name(&local.pat).filter(|name| name.starts_with('_'))?;
        let init = local.init.as_ref()?;
        gives_guard(&init.expr).then_some((local, name))
    })
}

const GIVE_GUARDS: [&str; 8] = [
    "acquire",
    "acquire_owned",
    "acquire_many",
    "acquire_many_owned",
    "lock",
    "lock_owned",
    "reserve",
    "reserve_owned",
];

/// Whether an expression waits for a permit or a lock.
pub(super) fn gives_guard(expr: &Expr) -> bool {
    let mut gives_guard = false;
    look_into(expr, &mut |part| {
        if let Expr::MethodCall(call) = part {
            let is_lock = ["read", "write"].iter().any(|verb| call.method == verb);
            gives_guard |= GIVE_GUARDS.iter().any(|name| call.method == name);
            // A stream's `read` has a buffer to fill, a lock's has none.
            gives_guard |= is_lock && call.args.is_empty();
        }
        Go::Deeper
    });
    gives_guard
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const TEXT: &str = "async fn f() { let _permit = s.acquire().await; let x = s.len(); g(x) }";

    #[test]
    fn a_permit_may_be_held_too_short_or_too_long() {
        assert_eq!(found(not_held, TEXT), [TEXT.replace("_permit", "_")]);
        assert_eq!(found(dropped_early, TEXT), [TEXT.replace("await;", "await; drop(_permit);")]);
        assert_eq!(
            found(forgotten, TEXT),
            [TEXT.replace("await;", "await; std::mem::forget(_permit);")]
        );
    }

    #[test]
    fn a_guard_is_told_from_what_only_sounds_like_it() {
        let seen = |text| gives_guard(&syn::parse_str(text).expect("an expression"));

        assert!(seen("m.lock()") && seen("m.write().await") && seen("s.acquire_many(2).await?"));
        assert!(
            !seen("r.write_all(b).await") && !seen("r.read(&mut b).await") && !seen("f.locks()")
        );
    }
}
