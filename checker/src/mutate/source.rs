//! A solution as a tree over its text: every place in it that a class of mutants may look at.
//!
//! The tree only finds places. What is changed is the text, so that everything else of the file
//! stays as it was, byte for byte. A macro hides its content from the tree: `join!`, `try_join!`
//! and `select!` are opened here, all others stay closed.

use std::ops::Range;

use syn::{
    Arm, Attribute, Block, Expr, ExprAsync, ExprClosure, ImplItemFn, Item, ItemConst, ItemEnum,
    ItemFn, Macro, Pat, Path, ReturnType, Signature, Stmt,
    spanned::Spanned,
    visit::{self, Visit},
};

use super::macros::{Join, Select};

/// A place in a solution.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    /// The whole file.
    pub(super) text: &'a str,
    /// What stands there.
    pub(super) node: Node<'a>,
    /// Whether there may be an `.await`.
    pub(super) is_async: bool,
    /// The enums of the file.
    pub(super) enums: &'a [&'a ItemEnum],
}

/// What stands at a place.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    /// What a function gives, and its body.
    Function(&'a ReturnType, &'a Block),
    /// Statements one after the other.
    Block(&'a Block),
    /// An expression.
    Expr(&'a Expr),
    /// An arm of a `match`.
    Arm(&'a Arm),
    /// The guard of an arm.
    Guard(&'a Expr),
    /// A name of a type or a function.
    Path(&'a Path),
    /// `join!` or `try_join!`.
    Join(&'a Join),
    /// `select!`.
    Select(&'a Select),
}

/// A change of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// The bytes that go.
    pub(super) range: Range<usize>,
    /// What comes in their place.
    pub(super) with: String,
}

impl<'a> Site<'a> {
    /// The bytes of a part of the tree.
    pub(super) fn range(&self, part: &impl Spanned) -> Range<usize> {
        part.span().byte_range()
    }

    /// The text of a part of the tree.
    pub(super) fn text_of(&self, part: &impl Spanned) -> &'a str {
        &self.text[self.range(part)]
    }

    /// `with` in the place of a part of the tree.
    pub(super) fn replace(&self, part: &impl Spanned, with: impl Into<String>) -> Edit {
        Edit { range: self.range(part), with: with.into() }
    }

    /// `what` behind a part of the tree.
    pub(super) fn insert_after(&self, part: &impl Spanned, what: &str) -> Edit {
        let end = self.range(part).end;
        Edit { range: end..end, with: what.to_owned() }
    }

    /// `what` before a part of the tree.
    pub(super) fn insert_before(&self, part: &impl Spanned, what: &str) -> Edit {
        let start = self.range(part).start;
        Edit { range: start..start, with: what.to_owned() }
    }

    /// The expression, if one stands here.
    pub(super) fn expr(&self) -> Option<&'a Expr> {
        match self.node {
            Node::Expr(expr) => Some(expr),
            _ => None,
        }
    }

    /// The statements, if a block stands here.
    pub(super) fn statements(&self) -> &'a [Stmt] {
        match self.node {
            Node::Block(block) => &block.stmts,
            _ => &[],
        }
    }
}

/// Shows every place of a solution to `look`, in the order of the text; none if it is no Rust.
pub(super) fn walk(text: &str, look: &mut dyn FnMut(Site<'_>)) {
    if let Ok(file) = syn::parse_file(text) {
        let enums = file.items.iter().filter_map(|item| match item {
            Item::Enum(item) => Some(item),
            _ => None,
        });
        let enums: Vec<&ItemEnum> = enums.collect();
        Walk { text, is_async: false, enums: &enums, look }.visit_file(&file);
    }
}

/// Shows an expression and, where `look` asks for it, what is in it.
pub(super) fn look_into<'ast>(expr: &'ast Expr, look: &mut dyn FnMut(&'ast Expr) -> Go) {
    struct Search<'s, 'ast>(&'s mut dyn FnMut(&'ast Expr) -> Go);

    impl<'ast> Visit<'ast> for Search<'_, 'ast> {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            match (self.0)(expr) {
                Go::Deeper => visit::visit_expr(self, expr),
                Go::On => {}
            }
        }
    }

    Search(look).visit_expr(expr);
}

/// Where a search goes on.
pub(super) enum Go {
    /// Within this expression.
    Deeper,
    /// Behind it.
    On,
}

struct Walk<'w> {
    text: &'w str,
    is_async: bool,
    enums: &'w [&'w ItemEnum],
    look: &'w mut dyn FnMut(Site<'_>),
}

impl Walk<'_> {
    fn show(&mut self, node: Node<'_>) {
        let Walk { text, is_async, enums, .. } = *self;
        (self.look)(Site { text, node, is_async, enums });
    }

    fn within(&mut self, is_async: bool, go: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.is_async, is_async);
        go(self);
        self.is_async = before;
    }

    /// What is compiled on one system only is left alone: the mutants are the same on all.
    fn function(&mut self, attributes: &[Attribute], signature: &Signature, body: &Block) {
        if attributes.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            return;
        }
        self.show(Node::Function(&signature.output, body));
        self.within(signature.asyncness.is_some(), |walk| walk.visit_block(body));
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.function(&item.attrs, &item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.function(&item.attrs, &item.sig, &item.block);
    }

    fn visit_item_const(&mut self, item: &'ast ItemConst) {
        self.visit_expr(&item.expr);
    }

    fn visit_expr_async(&mut self, expr: &'ast ExprAsync) {
        self.within(true, |walk| walk.visit_block(&expr.block));
    }

    fn visit_expr_closure(&mut self, expr: &'ast ExprClosure) {
        self.within(expr.asyncness.is_some(), |walk| walk.visit_expr(&expr.body));
    }

    fn visit_block(&mut self, block: &'ast Block) {
        self.show(Node::Block(block));
        visit::visit_block(self, block);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        self.show(Node::Expr(expr));
        match expr {
            // Why something cannot happen is told to nobody.
            Expr::MethodCall(call) if call.method == "expect" => self.visit_expr(&call.receiver),
            _ => visit::visit_expr(self, expr),
        }
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        self.show(Node::Arm(arm));
        visit::visit_arm(self, arm);
    }

    /// Of a pattern only the guard can be mutated.
    fn visit_pat(&mut self, pattern: &'ast Pat) {
        match pattern {
            Pat::Guard(guarded) => {
                self.show(Node::Guard(&guarded.guard));
                self.visit_expr(&guarded.guard);
            }
            Pat::Type(typed) => self.visit_type(&typed.ty),
            _ => {}
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        self.show(Node::Path(path));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        let Some(name) = call.path.segments.last().map(|segment| segment.ident.to_string()) else {
            return;
        };
        if let Some(join) = Join::of(&name, call) {
            self.show(Node::Join(&join));
            join.futures.iter().for_each(|future| self.visit_expr(future));
        } else if let Some(select) = Select::of(&name, call) {
            self.show(Node::Select(&select));
            for branch in &select.branches {
                branch.parts().for_each(|part| self.visit_expr(part));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_names_the_text_also_behind_wide_letters_and_within_macros() {
        let text = "async fn f() {\n    // Größe 任务\n    tokio::join!(biased; a(1), b);\n    \
                    select! { biased; Some(x) = c() => d(x), else => return }\n}\n";

        let mut seen = Vec::new();
        walk(text, &mut |site| {
            if let Some(expr) = site.expr() {
                seen.push(format!("{} {}", site.text_of(expr), site.is_async));
            }
        });

        let calls: Vec<&str> = seen.iter().map(String::as_str).collect();
        let expected = ["a(1) true", "a true", "1 true", "b true", "c() true", "c true"];
        assert_eq!(calls[..6], expected);
        assert_eq!(calls[6..], ["d(x) true", "d true", "x true", "return true"]);
    }
}
