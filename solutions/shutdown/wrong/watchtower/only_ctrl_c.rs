//! Rejected by: step_2_a_signal_ends_it_well
//! Outcome: wrong_answer
//! Why people write it: `tokio::signal::ctrl_c` is the first function one finds, and SIGTERM, which services get, kills the program.

use std::process::ExitCode;

use tokio::{
    io::{AsyncBufReadExt, BufReader, stdin},
    runtime::Builder,
    select,
    signal::ctrl_c,
};

/// Runs the watch. The runtime is shut down without a wait: a thread of it reads standard input and
/// would hold the process until the next line comes.
fn main() -> ExitCode {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a process at its start has what a runtime needs");
    let code = runtime.block_on(watch());
    runtime.shutdown_background();
    code
}

async fn watch() -> ExitCode {
    println!("watching");

    let mut events = BufReader::new(stdin()).lines();
    let (mut has_input, mut is_draining, mut inside) = (true, false, 0);
    loop {
        select! {
            Ok(()) = ctrl_c() => {
                if is_draining {
                    println!("giving up");
                    return ExitCode::from(130);
                }
                is_draining = true;
                println!("draining {inside}");
            }
            event = events.next_line(), if has_input => {
                let event = event.ok().flatten();
                match event.as_deref().map(|event| event.split_once(' ').unwrap_or((event, ""))) {
                    Some(("enter", name)) if is_draining => println!("refused {name}"),
                    Some(("enter", name)) => {
                        inside += 1;
                        println!("in {name}");
                    }
                    Some(("leave", name)) => {
                        inside -= 1;
                        println!("out {name}");
                    }
                    Some(_) => {}
                    None => has_input = false,
                }
            }
        }
        if is_draining && inside == 0 {
            println!("bye");
            return ExitCode::SUCCESS;
        }
    }
}
