//! "You are the executor": the reader chooses who is polled next.
//!
//! Without script the page tells every schedule and its end as a table; the game of the script walks
//! the same tree.

use std::{collections::BTreeSet, fmt::Write as _};

use crate::{
    data::{Ending, Game, Node},
    html::{escape, inline},
    strings::Strings,
};

/// Schedules in the table at most; every end is among them, and those asked for come first.
const ROWS: usize = 120;

/// A tree of schedules to be walked. The script reads the tree from the element of class `tree`.
pub fn schedule(game: &Game, id: &str, strings: &Strings) -> String {
    let tree = &game.tree;
    let json = serde_json::to_string(tree).expect("a tree is always JSON");
    let (all, found) = (tree.schedules.to_string(), tree.found.to_string());
    let verdict = strings.filled("schedule.verdict", &[("all", &all), ("found", &found)]);
    format!(
        "<section class=\"panel game\" id=\"{id}\" aria-label=\"{}\">\n<p class=\"goal\">{}</p>\n\
         <details data-interface>\n<summary>{}</summary>\n<p>{}</p>\n{}</details>\n\
         <script type=\"application/json\" class=\"tree\">{}</script>\n</section>",
        escape(strings.word("schedule.title")),
        inline(&game.goal),
        escape(&strings.filled("schedule.reveal", &[("all", &all)])),
        escape(&verdict),
        table(game, strings),
        json.replace('<', "\\u003c"),
    )
}

/// All schedules with their ends, as far as they fit.
fn table(game: &Game, strings: &Strings) -> String {
    let mut ends = Vec::new();
    collect(&game.tree.root, &mut Vec::new(), &mut ends);
    ends.sort_by_key(|(_, ending)| !ending.is_found);
    if ends.len() > ROWS {
        // What is left out ends like one that is told.
        let mut seen = BTreeSet::new();
        ends.sort_by_key(|(_, ending)| !seen.insert(&ending.text));
    }
    let left_out = ends.len().saturating_sub(ROWS);
    let mut html = format!(
        "<div class=\"table-wrapper\">\n<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}\
         </th></tr></thead>\n<tbody>\n",
        escape(strings.word("schedule.order")),
        escape(strings.word("schedule.end"))
    );
    for (polls, ending) in ends.iter().take(ROWS) {
        let names: Vec<String> = polls
            .iter()
            .filter_map(|poll| game.tree.futures.get(*poll))
            .map(|name| format!("<code>{}</code>", escape(name)))
            .collect();
        let (class, sign) = if ending.is_found { ("found", "◆ ") } else { ("other", "") };
        let _ = writeln!(
            html,
            "<tr class=\"{class}\"><td>{}</td><td>{sign}{}</td></tr>",
            names.join(" "),
            inline(&ending.text)
        );
    }
    html.push_str("</tbody>\n</table>\n</div>\n");
    if left_out > 0 {
        let more = strings.filled("schedule.more", &[("count", &left_out.to_string())]);
        let _ = writeln!(html, "<p>{}</p>", escape(&more));
    }
    html
}

fn collect<'a>(node: &'a Node, polls: &mut Vec<usize>, ends: &mut Vec<(Vec<usize>, &'a Ending)>) {
    if let Some(ending) = &node.ending {
        ends.push((polls.clone(), ending));
    }
    for step in &node.next {
        polls.push(step.poll);
        collect(&step.then, polls, ends);
        polls.pop();
    }
}
