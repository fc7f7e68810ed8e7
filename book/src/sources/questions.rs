//! Questions as they are written, `questions/LESSON.toml`, and what makes them questions to ask.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Record, Sources};
use crate::{
    data::{Answer, Choice, Listing, Output, Question, Text},
    problem::{Problem, line_at, unknown},
};

/// The questions of one lesson.
#[derive(Debug, Default)]
pub struct Questions {
    /// Those to be answered before the answer is shown.
    pub predict: Vec<Record<Question>>,
    /// Those at the end of the chapter.
    pub quiz: Vec<Record<Question>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    predict: Vec<WrittenQuestion>,
    #[serde(default)]
    quiz: Vec<WrittenQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenQuestion {
    name: Spanned<String>,
    kind: Kind,
    text: Text,
    why: Option<Text>,
    listing: Option<String>,
    verify: Option<String>,
    unit: Option<String>,
    tolerance: Option<i64>,
    #[serde(default, rename = "option")]
    options: Vec<WrittenOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOption {
    text: Text,
    #[serde(default)]
    right: bool,
    why: Option<Text>,
    verify: Option<String>,
    is: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Choice,
    Multi,
    Lines,
    Order,
    Number,
}

/// What questions refer to.
pub struct Around<'a> {
    /// The outputs, by their names.
    pub outputs: &'a BTreeMap<String, Record<Output>>,
    /// Finds a region of code by its name, such as `gather:who_is_first`.
    pub listing: &'a dyn Fn(&str) -> Result<Listing, String>,
}

impl Questions {
    /// Reads the questions in `text`.
    ///
    /// # Errors
    ///
    /// If the file is not in the form of questions at all; a question that is wrong is an error of
    /// its own.
    pub fn parse(file: &str, text: &str, around: &Around<'_>) -> Result<Questions, Problem> {
        let written: Written =
            toml::from_str(text).map_err(|error| toml_problem(file, text, &error))?;
        let read = |questions: Vec<WrittenQuestion>| {
            let read = questions.into_iter().map(|question| {
                let line = line_at(text, question.name.span().start);
                let name = question.name.get_ref().clone();
                question
                    .read(around)
                    .map_err(|reason| Problem::new(file, line, format!("`{name}`: {reason}")))
            });
            read.collect()
        };
        Ok(Questions { predict: read(written.predict), quiz: read(written.quiz) })
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Record<Question>> {
        self.predict.iter().chain(&self.quiz)
    }
}

/// What is wrong with a TOML file, at its line.
pub(super) fn toml_problem(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let line = error.span().map_or(1, |span| line_at(text, span.start));
    Problem::new(file, line, error.message().trim().replace('\n', ", "))
}

impl WrittenQuestion {
    fn read(self, around: &Around<'_>) -> Result<Question, String> {
        let wants_output = matches!(self.kind, Kind::Lines | Kind::Order | Kind::Number);
        if wants_output != self.verify.is_some() {
            return Err(match wants_output {
                true => "its answer has to be read from a file: `verify` is missing".to_owned(),
                false => "`verify` belongs to its options".to_owned(),
            });
        }
        if wants_output != self.options.is_empty() {
            return Err(match wants_output {
                true => "a question of this kind has no options".to_owned(),
                false => "a question of this kind has options".to_owned(),
            });
        }
        if wants_output && self.why.is_none() {
            return Err("it does not say why: `why` is missing".to_owned());
        }
        if self.kind != Kind::Number && (self.unit.is_some() || self.tolerance.is_some()) {
            return Err("`unit` and `tolerance` belong to a number".to_owned());
        }
        let listing = self.listing.as_deref().map(around.listing).transpose()?;
        let output = self.verify.as_deref().map(|name| around.output(name)).transpose()?;
        let name = self.name.into_inner();
        let answer = match (self.kind, output) {
            (Kind::Lines, Some(output)) => Answer::Lines(lines(output)),
            (Kind::Order, Some(output)) => order(&name, lines(output))?,
            (Kind::Number, Some(output)) => Answer::Number {
                value: output
                    .text
                    .trim()
                    .parse()
                    .map_err(|_| format!("`{}` holds more than a whole number", output.name))?,
                tolerance: self.tolerance.unwrap_or(0),
                unit: self.unit.unwrap_or_default(),
            },
            (Kind::Choice, _) => Answer::One(choices(self.options, around)?),
            (Kind::Multi, _) => Answer::Any(choices(self.options, around)?),
            (Kind::Lines | Kind::Order | Kind::Number, None) => {
                unreachable!("it was found missing above")
            }
        };
        if let Answer::One(choices) = &answer
            && choices.iter().filter(|choice| choice.is_right).count() != 1
        {
            return Err("exactly one option is right, or it is a `multi`".to_owned());
        }
        let mut question = Question {
            name,
            digest: String::new(),
            text: self.text,
            listing,
            answer,
            why: self.why,
        };
        question.digest = forms::digest(&format!("{question:?}"))[..8].to_owned();
        Ok(question)
    }
}

impl Around<'_> {
    fn output(&self, name: &str) -> Result<&Output, String> {
        match self.outputs.get(name) {
            Some(Ok(output)) => Ok(output),
            Some(Err(problem)) => Err(problem.to_string()),
            None => Err(unknown("output", name, self.outputs.keys().cloned())),
        }
    }
}

fn lines(output: &Output) -> Vec<String> {
    output.text.lines().map(str::to_owned).collect()
}

fn choices(options: Vec<WrittenOption>, around: &Around<'_>) -> Result<Vec<Choice>, String> {
    let read = options.into_iter().enumerate().map(|(index, option)| {
        let number = index + 1;
        let why = option.why.ok_or_else(|| format!("option {number} does not say why"))?;
        match (&option.verify, &option.is) {
            (None, None) => {}
            (Some(file), Some(text)) => {
                let output = around.output(file)?;
                if (output.text.trim() == text.trim()) != option.right {
                    let verb = if option.right { "does not hold" } else { "holds" };
                    return Err(format!("option {number}: `{file}` {verb} `{}`", text.trim()));
                }
            }
            _ => return Err(format!("option {number}: `verify` and `is` go together")),
        }
        Ok(Choice { text: option.text, is_right: option.right, why })
    });
    read.collect()
}

/// The lines, given in another order: one that the name alone decides.
fn order(name: &str, lines: Vec<String>) -> Result<Answer, String> {
    let digest = |index: usize| forms::digest(&format!("{name} {index}"));
    let mut given: Vec<usize> = (0..lines.len()).collect();
    given.sort_by_key(|index| digest(*index));
    let is_right = |given: &[usize]| given.iter().map(|it| &lines[*it]).eq(&lines);
    if is_right(&given) {
        given.reverse();
    }
    if is_right(&given) {
        return Err("its lines have one order only".to_owned());
    }
    Ok(Answer::Order { lines, given })
}

/// Questions whose names are there twice.
pub fn twice(questions: &BTreeMap<String, Questions>) -> Vec<String> {
    let mut names: Vec<&str> = questions
        .values()
        .flat_map(Questions::all)
        .filter_map(|question| Some(question.as_ref().ok()?.name.as_str()))
        .collect();
    names.sort_unstable();
    let mut twice: Vec<String> =
        names.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].to_owned()).collect();
    twice.dedup();
    twice
}

impl Sources {
    /// The question called `name` that is to be predicted.
    pub fn prediction(&self, name: &str) -> Option<&Record<Question>> {
        let all = self.questions.values().flat_map(|questions| &questions.predict);
        all.into_iter().find(|record| match record {
            Ok(question) => question.name == name,
            Err(problem) => problem.text.starts_with(&format!("`{name}`:")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Vec<Record<Question>> {
        let output = |name: &str, text: &str| {
            let output = Output { name: name.to_owned(), text: text.to_owned() };
            (name.to_owned(), Ok(output))
        };
        let outputs = BTreeMap::from([output("lines", "a\nb\nc"), output("took", "100")]);
        let listing = |name: &str| Err(format!("no {name}"));
        let around = Around { outputs: &outputs, listing: &listing };
        Questions::parse("q.toml", text, &around).expect("a file of questions").quiz
    }

    #[track_caller]
    fn refused(text: &str) -> String {
        let refused = parse(text).remove(0).expect_err("it is wrong");
        refused.to_string()
    }

    #[test]
    fn the_answer_is_read_from_the_output() {
        let questions = parse(
            "[[quiz]]\nname = \"a\"\nkind = \"order\"\nverify = \"lines\"\ntext.en = \"?\"\nwhy.en = \"!\"\n\
             [[quiz]]\nname = \"b\"\nkind = \"number\"\nunit = \"ms\"\nverify = \"took\"\ntext.en = \"?\"\n\
             why.en = \"!\"\n",
        );

        let answers: Vec<_> = questions.into_iter().map(|it| it.map(|it| it.answer)).collect();
        let [Ok(Answer::Order { lines, given }), Ok(number)] = answers.as_slice() else {
            panic!("two questions: {answers:?}");
        };
        assert_eq!(lines, &["a", "b", "c"]);
        assert_ne!(given, &[0, 1, 2], "they are given in another order");
        assert_eq!(number, &Answer::Number { value: 100, tolerance: 0, unit: "ms".to_owned() });
    }

    #[test]
    fn an_answer_that_is_typed_in_is_refused() {
        let text = "[[quiz]]\nname = \"a\"\nkind = \"number\"\ntext.en = \"?\"\nwhy.en = \"!\"\n";

        assert_eq!(
            refused(text),
            "q.toml:2: `a`: its answer has to be read from a file: `verify` is missing"
        );
    }

    #[test]
    fn an_option_without_why_is_refused() {
        let text = "[[quiz]]\nname = \"a\"\nkind = \"choice\"\ntext.en = \"?\"\n\
                    [[quiz.option]]\ntext.en = \"x\"\nright = true\n";

        assert_eq!(refused(text), "q.toml:2: `a`: option 1 does not say why");
    }

    #[test]
    fn an_option_that_the_run_contradicts_is_refused() {
        let option = |right: bool, is: &str| {
            format!(
                "[[quiz.option]]\ntext.en = \"x\"\nwhy.en = \"y\"\nright = {right}\nverify = \"took\"\n\
                 is = \"{is}\"\n"
            )
        };
        let quiz = "[[quiz]]\nname = \"a\"\nkind = \"multi\"\ntext.en = \"?\"\n";

        assert!(parse(&format!("{quiz}{}{}", option(true, "100"), option(false, "99")))[0].is_ok());
        assert_eq!(
            refused(&format!("{quiz}{}", option(true, "99"))),
            "q.toml:2: `a`: option 1: `took` does not hold `99`"
        );
        assert_eq!(
            refused(&format!("{quiz}{}", option(false, "100"))),
            "q.toml:2: `a`: option 1: `took` holds `100`"
        );
    }

    #[test]
    fn two_right_options_are_no_choice() {
        let option = "[[quiz.option]]\ntext.en = \"x\"\nwhy.en = \"y\"\nright = true\n";
        let text =
            format!("[[quiz]]\nname = \"a\"\nkind = \"choice\"\ntext.en = \"?\"\n{option}{option}");

        assert_eq!(
            refused(&text),
            "q.toml:2: `a`: exactly one option is right, or it is a `multi`"
        );
    }
}
