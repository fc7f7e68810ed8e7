//! Rejected by: step_1_the_mary_celeste_is_greeted
//! Outcome: panicked
//! Why people write it: `asyncio.run` is how async code is called from a function in asyncio.

use tokio::runtime::Runtime;

pub async fn greet(ship: &str) -> String {
    let runtime = Runtime::new().expect("the system gives a runtime its threads");
    runtime.block_on(async {
        let name = if ship.is_empty() { "stranger" } else { ship };
        format!("Ahoy, {name}!")
    })
}
