//! A kettle that nobody puts on.

#![deny(unused_must_use)]

async fn put_the_kettle_on() {
    println!("the kettle is on");
}

#[tokio::main]
async fn main() {
    put_the_kettle_on();
}
