//! The step of `which_branch`: it runs the program and compares. Never edit it.

use cancellation::which_branch::{PREDICTION, program};
use kit::Journal;

/// What you predict is what the program notes, line by line.
#[kit::test]
async fn step_1_your_prediction_matches_the_run() {
    // Drawn with a failure, it would be the answer.
    let journal = Journal::unseen();

    program(&journal).await;

    kit::assert_predicted(PREDICTION, &journal.lines());
}
