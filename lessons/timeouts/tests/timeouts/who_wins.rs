//! The step of `who_wins`: it runs the program and compares. Never edit it.

use kit::Journal;
use timeouts::who_wins::{PREDICTION, program};

/// What you predict is what the program notes, line by line.
#[kit::test]
async fn step_1_your_prediction_matches_the_run() {
    // Drawn with a failure, it would be the answer.
    let journal = Journal::unseen();

    // One of the five blocks the thread; that is its part.
    let _allowed = kit::allow_blocking();
    program(&journal).await;

    kit::assert_predicted(PREDICTION, &journal.lines());
}
