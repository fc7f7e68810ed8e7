//! Recorded runs as pictures that can be played, and as lists.
//!
//! A picture is SVG whose places are shares of its width: the style sheet lays it out for wide and for
//! narrow pages, and the script moves a hand over it. Whoever does not see it has the list, which
//! tells the same moment by moment.

mod moments;
mod rows;
mod scale;

use std::{collections::BTreeSet, fmt::Write as _};

use trace::Trace;

use self::{
    rows::{Named, Row, Sign},
    scale::Scale,
};
use crate::{
    data::{Slider, Stop, Timeline},
    html::{code_block, escape, inline},
    strings::Strings,
};

/// Rows drawn at most; a run of a thousand calls is told by its first ones, and by its list.
const ROWS: usize = 32;
/// Characters of a name at most.
const NAME: usize = 30;
/// The width of a character of a name, in pixels: more than any but the widest letters take.
const CHARACTER: usize = 7;

/// A recorded run that can be played, with its stops.
pub fn timeline(timeline: &Timeline, id: &str, strings: &Strings) -> String {
    let Timeline { caption, trace, stops, .. } = timeline;
    let frame = Frame::around(&[trace], strings);
    format!(
        "<figure class=\"panel timeline\" id=\"{id}\" data-span=\"{}\">\n<figcaption>{}</figcaption>\n\
         {}{}{}</figure>",
        frame.span,
        inline(caption),
        picture(trace, stops, &frame, caption, strings),
        told_stops(stops, strings),
        list(trace, strings),
    )
}

/// Recorded runs, one for each value of a parameter. Without script they stand below each other.
pub fn slider(slider: &Slider, id: &str, strings: &Strings) -> String {
    let traces: Vec<&Trace> = slider.runs.iter().map(|(_, trace)| trace).collect();
    let frame = Frame::around(&traces, strings);
    let mut html = format!(
        "<figure class=\"panel slider\" id=\"{id}\">\n<figcaption>{}</figcaption>\n",
        inline(&slider.caption)
    );
    for (value, trace) in &slider.runs {
        let parameter = inline(&slider.parameter);
        let label = format!("{}, {} = {value}", slider.caption, slider.parameter);
        let _ = writeln!(
            html,
            "<div class=\"run\" data-value=\"{value}\">\n<p class=\"title\"><span>{parameter}</span> = \
             {value}</p>\n{}{}</div>",
            picture(trace, &[], &frame, &label, strings),
            list(trace, strings),
        );
    }
    html.push_str("</figure>");
    html
}

/// The learner's run over the reference's, on one scale of time: shown when the book is served.
///
/// Without a reference, as long as it may not be shown, the learner's run alone.
pub fn overlay(yours: &Trace, reference: Option<&Trace>, id: &str, strings: &Strings) -> String {
    let traces: Vec<&Trace> = [yours].into_iter().chain(reference).collect();
    let frame = Frame::around(&traces, strings);
    let mut html = format!("<figure class=\"overlay\" id=\"{id}\">\n");
    for (trace, key) in traces.into_iter().zip(["live.yours", "live.reference"]) {
        let title = strings.word(key);
        let _ = writeln!(
            html,
            "<div class=\"run\">\n<p class=\"title\">{}</p>\n{}{}</div>",
            escape(title),
            picture(trace, &[], &frame, title, strings),
            list(trace, strings),
        );
    }
    html.push_str("</figure>");
    html
}

/// What pictures share that are to be compared: the span of time, and the room for names.
struct Frame {
    span: u64,
    names: usize,
    rows: usize,
}

impl Frame {
    fn around(traces: &[&Trace], strings: &Strings) -> Frame {
        let mut frame = Frame { span: 0, names: 0, rows: 0 };
        for trace in traces {
            let rows = rows_of(trace, strings);
            let longest = rows.iter().map(|row| width(&row.name)).max().unwrap_or(0);
            frame.names = frame.names.max(longest.min(NAME) * CHARACTER + 20);
            frame.span = frame.span.max(last(trace));
            frame.rows = frame.rows.max(rows.len().min(ROWS));
        }
        frame
    }
}

/// Letters of a name, those that are as wide as high counted twice.
fn width(name: &str) -> usize {
    name.chars().map(|character| if character >= '\u{1100}' { 2 } else { 1 }).sum()
}

fn rows_of<'a>(trace: &'a Trace, strings: &Strings) -> Vec<Row<'a>> {
    Row::all_of(trace, |named| match named {
        Named::Lane(lane) => moments::name_of_lane(lane, strings),
        Named::Strip(strip) => moments::name_of_strip(strip, strings),
    })
}

/// The last moment there is something to draw at.
fn last(trace: &Trace) -> u64 {
    let calls = trace.calls.iter().map(|call| call.to);
    let marks = trace.marks.iter().map(|mark| mark.at);
    let lanes = trace.lanes.iter().map(|lane| lane.to);
    calls.chain(marks).chain(lanes).chain([trace.end]).max().unwrap_or(0)
}

/// The picture and its legend. A run in which no time passed is told as text: it has no width.
fn picture(trace: &Trace, stops: &[Stop], frame: &Frame, label: &str, strings: &Strings) -> String {
    let all = rows_of(trace, strings);
    if frame.span == 0 || all.is_empty() {
        let text = trace.timeline();
        return if text.is_empty() { text } else { code_block(&text, "text") + "\n" };
    }
    let (scale, rows) = (Scale::of(frame.span), &all[..all.len().min(ROWS)]);
    let label = escape(&label.replace(['`', '*'], ""));
    let mut svg = format!(
        "<div class=\"picture\">\n<svg role=\"img\" aria-label=\"{label}\" style=\"--rows:{};\
         --names:{}px\">\n",
        frame.rows, frame.names
    );
    for tick in scale.ticks() {
        let x = scale.place(tick.at);
        let _ = writeln!(
            svg,
            "<g class=\"tick\"><line x1=\"{x}\" x2=\"{x}\" y1=\"22\" y2=\"100%\"/><text x=\"{x}\" \
             y=\"100%\" dy=\"16\">{}</text></g>",
            tick.label
        );
    }
    for (index, row) in rows.iter().enumerate() {
        let (name, drawn) = (rows::drawn_name(&row.name, NAME), row.drawn(scale));
        let _ = writeln!(svg, "<g class=\"row\" style=\"--at:{index}\">{name}{drawn}</g>");
    }
    for (number, stop) in (1..).zip(stops) {
        let earlier = stops[..number - 1].iter().filter(|other| other.at == stop.at).count();
        let _ = writeln!(
            svg,
            "<svg x=\"{}\" class=\"flag\"><line y1=\"18\" y2=\"100%\"/><circle cx=\"{1}\" cy=\"9\" \
             r=\"9\"/><text x=\"{1}\" y=\"13\">{number}</text></svg>",
            scale.place(stop.at),
            20 * earlier
        );
    }
    svg.push_str("</svg>\n</div>\n");
    svg + &legend(trace, rows, all.len() - rows.len(), strings)
}

/// What the signs mean that are drawn, and what does not fit into the picture.
fn legend(trace: &Trace, rows: &[Row<'_>], left_out: usize, strings: &Strings) -> String {
    let mut items = Vec::new();
    if left_out > 0 {
        items.push(escape(&strings.filled("timeline.more", &[("count", &left_out.to_string())])));
    }
    if trace.calls.len() > 1 {
        let most = trace.most_at_once().to_string();
        items.push(escape(&strings.filled("timeline.at_once", &[("count", &most)])));
    }
    let drawn: BTreeSet<Sign> = rows.iter().flat_map(Row::signs).collect();
    // A plain bar explains itself.
    let signs = Sign::ALL.into_iter().filter(|sign| drawn.contains(sign) && drawn.len() > 1);
    items.extend(signs.map(|sign| sign.alone() + &escape(strings.word(sign.key()))));
    match items.is_empty() {
        true => String::new(),
        false => format!(
            "<ul class=\"legend\" data-interface>\n<li>{}</li>\n</ul>\n",
            items.join("</li>\n<li>")
        ),
    }
}

/// The stops as a numbered list.
fn told_stops(stops: &[Stop], strings: &Strings) -> String {
    if stops.is_empty() {
        return String::new();
    }
    let mut list =
        format!("<ol class=\"stops\" aria-label=\"{}\">\n", escape(strings.word("timeline.stops")));
    for (number, stop) in (1..).zip(stops) {
        let _ = writeln!(
            list,
            "<li data-at=\"{}\"><span class=\"number\" aria-hidden=\"true\" data-interface>{number}</span> <span \
             class=\"at\" data-interface>{}</span> <p>{}</p></li>",
            stop.at,
            clock(stop.at, strings),
            inline(&stop.text)
        );
    }
    list.push_str("</ol>\n");
    list
}

/// The run as a list, folded.
fn list(trace: &Trace, strings: &Strings) -> String {
    let moments = moments::told(trace, strings);
    if moments.is_empty() {
        return String::new();
    }
    let summary = escape(strings.word("timeline.as_text"));
    let mut html = format!(
        "<details class=\"as-text\" data-interface>\n<summary>{summary}</summary>\n<ol class=\"moments\">\n"
    );
    for (at, told) in moments {
        let told: String = told.iter().map(|what| format!("<li>{}</li>", escape(what))).collect();
        let at_clock = clock(at, strings);
        let _ = writeln!(
            html,
            "<li data-at=\"{at}\"><span class=\"at\">{at_clock}</span><ul>{told}</ul></li>"
        );
    }
    html.push_str("</ol>\n</details>\n");
    html
}

/// A moment in words: `60 ms`, `15 s`.
fn clock(at: u64, strings: &Strings) -> String {
    match at {
        10_000.. if at.is_multiple_of(60_000) => {
            strings.filled("timeline.minutes", &[("count", &(at / 60_000).to_string())])
        }
        10_000.. if at.is_multiple_of(1_000) => {
            strings.filled("timeline.seconds", &[("count", &(at / 1_000).to_string())])
        }
        _ => strings.filled("timeline.millis", &[("count", &at.to_string())]),
    }
}
