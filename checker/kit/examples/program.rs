//! `Program`: a whole program under test, in a process of its own.
//!
//! `cargo run -p awaitlings-kit --example program` starts a copy of itself under another name as the
//! program under test: an order desk that has to finish what it has taken when its input ends.
//! In a test file its path is `env!("CARGO_BIN_EXE_desk")`.

use std::{env, fs, io, path::PathBuf};

use kit::{End, Program, Seen};

/// The program under test.
fn desk() {
    let mut orders = 0;
    for line in io::stdin().lines() {
        let order = line.expect("orders are text");
        println!("took {order}");
        orders += 1;
    }
    println!("{orders} orders");
    std::process::exit(if orders == 0 { 1 } else { 0 });
}

/// The test. In a test file it is a `#[kit::test] async fn`.
async fn an_order_is_taken_and_counted(path: PathBuf) {
    let desk = Program::start(path).await;

    desk.write("tea");
    println!("{:?}", desk.next().await);
    // It waits for more: the test sees that nothing will come, without a deadline.
    println!("{:?}", desk.next().await);
    desk.close_input();
    println!("{:?}", desk.next().await);
    let end = desk.next().await;
    println!("{end:?}");

    assert_eq!(end, Seen::End(End::Code(0)));
}

fn main() -> io::Result<()> {
    let itself = env::current_exe()?;
    if itself.file_stem().is_some_and(|name| name == "desk") {
        desk();
        return Ok(());
    }

    let folder = tempfile::tempdir()?;
    let copy = folder.path().join("desk").with_extension(env::consts::EXE_EXTENSION);
    fs::copy(itself, &copy)?;
    let test = kit::Test { name: "an_order_is_taken_and_counted", file: file!() };
    kit::run(test, || an_order_is_taken_and_counted(copy));
    Ok(())
}
