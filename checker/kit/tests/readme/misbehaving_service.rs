//! The README's service that misbehaves.

use kit::{Lots, Play, Service, ms};

/// The fixture: an oracle with a voice of its own.
#[derive(Clone)]
struct Oracle(Service);

impl Oracle {
    async fn ask(&self, question: &str) -> Result<String, String> {
        self.0.ask(question, format!("{question} Yes."), "the oracle sleeps".to_owned()).await
    }
}

/// The code under test: up to three tries, 100 ms apart.
async fn insist(oracle: &Oracle, question: &str) -> Result<String, String> {
    for _ in 0..2 {
        if let Ok(answer) = oracle.ask(question).await {
            return Ok(answer);
        }
        tokio::time::sleep(ms(100)).await;
    }
    oracle.ask(question).await
}

#[kit::test]
async fn who_insists_is_answered() {
    let mut lots = Lots::seeded(7);
    let oracle = Oracle(Service::scripted(move |call| match call {
        call if call.at < ms(150) => Play::Fail(ms(20)),
        call if call.name.is_empty() => Play::Hang,
        _ => Play::Answer(ms(20) + lots.millis(0..=10)),
    }));

    let answer = insist(&oracle, "Will it rain?").await;

    assert_eq!(answer.as_deref(), Ok("Will it rain? Yes."));
    assert_eq!(oracle.0.calls().len(), 3, "it slept until 150 ms");
}
