//! Questions, with their answers folded away.
//!
//! The script finds the kind of a question and what is right in `data-` attributes; whoever has no
//! script unfolds the answer, which tells of every option why it is right or wrong.

use std::fmt::Write as _;

use crate::{
    data::{Answer, Choice, Question},
    html::{code_block, escape, inline},
    strings::Strings,
};

/// A question to be answered before its answer is shown.
pub fn predict(question: &Question, id: &str, strings: &Strings) -> String {
    one(question, "predict", id, strings)
}

/// The questions at the end of a chapter.
pub fn quiz(questions: &[Question], id: &str, strings: &Strings) -> String {
    let forms: Vec<String> = (1..)
        .zip(questions)
        .map(|(number, question)| one(question, "quiz", &format!("{id}-{number}"), strings))
        .collect();
    forms.join("\n")
}

fn one(question: &Question, class: &str, id: &str, strings: &Strings) -> String {
    let listing = question.listing.as_ref();
    let listing = listing.map(|listing| code_block(&listing.code, listing.language) + "\n");
    let why = question.why.as_ref();
    let why = why.map(|why| format!("<p>{}</p>\n", inline(strings.of(why))));
    let Parts { attributes, given, answer } = parts(question, strings);
    format!(
        "<form class=\"panel question {class}\" id=\"{id}\" data-name=\"{}\" data-hash=\"{}\" {attributes}>\n\
         <fieldset>\n<legend>{}</legend>\n{}{given}</fieldset>\n<details class=\"answer\">\n\
         <summary data-interface>{}</summary>\n{answer}{}</details>\n</form>",
        escape(&question.name),
        escape(&question.digest),
        inline(strings.of(&question.text)),
        listing.unwrap_or_default(),
        escape(strings.word("question.answer")),
        why.unwrap_or_default(),
    )
}

/// What depends on the kind of a question.
struct Parts {
    /// Its kind, and what is right as far as the answer does not tell it.
    attributes: String,
    /// What the reader answers with.
    given: String,
    /// The answer.
    answer: String,
}

fn parts(question: &Question, strings: &Strings) -> Parts {
    let label = escape(strings.word("question.your_answer"));
    match &question.answer {
        Answer::One(choices) => options(choices, "choice", &question.name, strings),
        Answer::Any(choices) => options(choices, "multi", &question.name, strings),
        Answer::Lines(lines) => Parts {
            attributes: "data-kind=\"lines\"".to_owned(),
            given: format!(
                "<textarea rows=\"{}\" spellcheck=\"false\" autocapitalize=\"off\" \
                 aria-label=\"{label}\"></textarea>\n",
                lines.len() + 1
            ),
            answer: code_block(&lines.join("\n"), "text") + "\n",
        },
        Answer::Order { lines, given } => {
            let items: String = given
                .iter()
                .filter_map(|index| Some((index, lines.get(*index)?)))
                .map(|(index, line)| {
                    format!("<li data-place=\"{index}\"><code>{}</code></li>\n", escape(line))
                })
                .collect();
            Parts {
                attributes: "data-kind=\"order\"".to_owned(),
                given: format!("<ol class=\"sortable\">\n{items}</ol>\n"),
                answer: code_block(&lines.join("\n"), "text") + "\n",
            }
        }
        Answer::Number { value, tolerance, unit } => Parts {
            attributes: format!(
                "data-kind=\"number\" data-answer=\"{value}\" data-tolerance=\"{tolerance}\""
            ),
            given: format!(
                "<p data-interface><label><span class=\"unseen\">{label}</span><input type=\"number\" step=\"any\" \
                 inputmode=\"decimal\"> {}</label></p>\n",
                escape(unit)
            ),
            answer: format!("<p><strong>{value} {}</strong></p>\n", escape(unit)),
        },
    }
}

fn options(choices: &[Choice], kind: &str, name: &str, strings: &Strings) -> Parts {
    let input = if kind == "choice" { "radio" } else { "checkbox" };
    let mut given = String::from("<ul class=\"options\">\n");
    let mut answer = String::from("<ul class=\"whys\">\n");
    for (index, choice) in choices.iter().enumerate() {
        let text = inline(strings.of(&choice.text));
        let (right, class, key) = match choice.is_right {
            true => ("yes", "is-right", "question.right"),
            false => ("no", "is-wrong", "question.wrong"),
        };
        let _ = writeln!(
            given,
            "<li data-right=\"{right}\"><label><input type=\"{input}\" name=\"{}\" value=\"{index}\"> \
             <span>{text}</span></label></li>",
            escape(name)
        );
        let _ = writeln!(
            answer,
            "<li><strong class=\"{class}\" data-interface>{}</strong> {text}<br><span class=\"because\">{}</span></li>",
            escape(strings.word(key)),
            inline(strings.of(&choice.why))
        );
    }
    given.push_str("</ul>\n");
    answer.push_str("</ul>\n");
    Parts { attributes: format!("data-kind=\"{kind}\""), given, answer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::Text, language::Language};

    fn strings() -> Strings {
        Strings::parse(include_str!("../../strings.toml"), Language::En).expect("the book's words")
    }

    fn question(answer: Answer) -> Question {
        Question {
            name: "who".to_owned(),
            digest: "0123abcd".to_owned(),
            text: Text::english("Who is `first`?"),
            listing: None,
            answer,
            why: None,
        }
    }

    #[test]
    fn every_option_says_why_without_script() {
        let choice = |text: &str, is_right| Choice {
            text: Text::english(text),
            is_right,
            why: Text::english(&format!("why {text}")),
        };

        let html = predict(
            &question(Answer::One(vec![choice("a", true), choice("b", false)])),
            "q",
            &strings(),
        );

        let answer = html.split("<details").nth(1).expect("the answer is folded");
        assert!(answer.contains("why a") && answer.contains("why b"), "{html}");
        assert!(!html.contains("\n\n"), "a blank line ends HTML in Markdown");
    }

    #[test]
    fn lines_are_given_in_another_order_and_know_their_places() {
        let lines = ["one", "two"].map(str::to_owned).to_vec();

        let html = predict(&question(Answer::Order { lines, given: vec![1, 0] }), "q", &strings());

        let first = html.find("data-place=\"1\"").expect("the second line");
        assert!(first < html.find("data-place=\"0\"").expect("the first line"), "{html}");
    }
}
