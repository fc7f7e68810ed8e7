//! Compares a prediction with a run, without telling the answer.

/// Asserts that `predicted` are the lines that a program printed.
///
/// The message names the first line at which both part, and not what was printed there: whoever
/// reads it is to think again.
///
/// # Panics
///
/// If they differ; an empty prediction is called unanswered.
#[track_caller]
pub fn assert_predicted(predicted: &[&str], printed: &[String]) {
    assert!(
        !predicted.is_empty(),
        "unanswered: write the lines that the program prints into `PREDICTION`"
    );
    let right = predicted.iter().zip(printed).take_while(|(one, other)| one == other).count();
    let number = right + 1;
    match (predicted.get(right), printed.get(right)) {
        (None, None) => {}
        (Some(line), Some(_)) => {
            panic!(
                "line {number} is not `{line}`, as you predict; lines before it that are right: {right}"
            )
        }
        (Some(line), None) => {
            panic!("you predict line {number}, `{line}`, but the program prints only {right}")
        }
        (None, Some(_)) => panic!(
            "you are right as far as you go, but the program prints more lines than your {right}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::panic;

    use super::*;

    fn said_of(predicted: &'static [&'static str]) -> String {
        let printed = ["one", "two"].map(str::to_owned);
        match panic::catch_unwind(|| assert_predicted(predicted, &printed)) {
            Ok(()) => "right".to_owned(),
            Err(payload) => crate::panics::message_of(payload.as_ref()).to_owned(),
        }
    }

    #[test]
    fn the_first_difference_is_named_and_the_answer_is_not() {
        assert_eq!(said_of(&["one", "two"]), "right");
        insta::assert_snapshot!(said_of(&[]), @"unanswered: write the lines that the program prints into `PREDICTION`");
        insta::assert_snapshot!(said_of(&["one", "three"]), @"line 2 is not `three`, as you predict; lines before it that are right: 1");
        insta::assert_snapshot!(said_of(&["one"]), @"you are right as far as you go, but the program prints more lines than your 1");
        insta::assert_snapshot!(said_of(&["one", "two", "three"]), @"you predict line 3, `three`, but the program prints only 2");
    }
}
