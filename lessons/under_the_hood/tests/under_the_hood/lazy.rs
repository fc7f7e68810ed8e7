//! The step of `lazy`: it runs the program and compares. Never edit it.

use kit::Journal;
use under_the_hood::lazy::{PREDICTION, program};

/// What you predict is what the program notes, line by line.
#[kit::test]
async fn step_1_your_prediction_matches_the_run() {
    // Drawn with a failure, it would be the answer.
    let journal = Journal::unseen();

    program(&journal).await;

    kit::assert_predicted(PREDICTION, &journal.lines());
}
