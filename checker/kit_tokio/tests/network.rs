//! The kit's network in memory under the explorer: whose bytes come first is a choice.

extern crate kit_tokio as tokio;

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use kit::{Budget, Network, ms, network::Line};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    task::JoinSet,
};

#[test]
fn two_clients_are_served_in_either_order() {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let orders = Arc::clone(&seen);
    let test = kit::Test { name: "network::fixture", file: file!() };

    let explored = kit::try_explore(test, Budget { schedules: 100, seeds: 0 }, move || {
        let orders = Arc::clone(&orders);
        async move {
            let order = served().await;
            orders.lock().expect("no panic").insert(order);
        }
    });

    assert!(explored.expect("nobody loses a byte").schedules > 2);
    let seen = seen.lock().expect("no panic");
    assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), ["ab", "ba"]);
}

/// What a server reads from two clients, one connection after the other.
async fn served() -> String {
    let network = Network::new();
    network.set_line("harbor", Line { latency: ms(10), ..Line::default() });
    let mut listener = network.listen("harbor").expect("the name is free");
    let mut clients = JoinSet::new();
    for letter in ["a", "b"] {
        let network = network.clone();
        clients.spawn(async move {
            let mut stream = network.connect("harbor").await.expect("somebody listens");
            stream.write_all(letter.as_bytes()).await.expect("it stands");
        });
    }
    let mut text = String::new();
    for _ in 0..2 {
        let mut stream = listener.accept().await.expect("the network is there");
        stream.read_to_string(&mut text).await.expect("it stands");
    }
    clients.join_all().await;
    text
}
