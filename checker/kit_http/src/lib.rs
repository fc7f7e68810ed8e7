//! An HTTP server for tests: on loopback, scripted, its books open, and exact in virtual time.
//!
//! It runs in the runtime of the test, as a [`#[kit::test]`](kit::test) has one, so the code under
//! test connects to it by a real socket and with the client that it has in production, and an answer
//! that "takes" a minute comes at once and takes exactly a minute.
//!
//! ```
//! use kit::ms;
//! use kit_http::{Answer, Reply, Server};
//!
//! # kit::run(kit::Test { name: "docs", file: file!() }, || async {
//! let server = Server::start(|request| match (request.method.as_str(), request.path.as_str()) {
//!     ("GET", "/ships/1") => Answer { latency: ms(20), ..Answer::text(200, "Fram") }.into(),
//!     ("GET", "/flaky") if request.number == 1 => Answer::text(503, "not now").into(),
//!     ("GET", "/silent") => Reply::Hang,
//!     _ => Answer::text(404, "no such ship").into(),
//! })
//! .await
//! .expect("a port of loopback is free");
//!
//! // Here the client is a bare socket.
//! # use tokio::{io::{AsyncReadExt, AsyncWriteExt}, net::TcpStream};
//! let (answer, took) = kit::timed(async {
//!     let mut socket = TcpStream::connect(server.address()).await.expect("it listens");
//!     let request = b"GET /ships/1 HTTP/1.1\r\nhost: harbor\r\nconnection: close\r\n\r\n";
//!     socket.write_all(request).await.expect("it reads");
//!     let mut answer = String::new();
//!     socket.read_to_string(&mut answer).await.expect("it answers");
//!     answer
//! })
//! .await;
//!
//! assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("Fram"), "{answer}");
//! assert_eq!(took, ms(20));
//! assert_eq!(server.requests()[0].header("host"), Some("harbor"));
//! # });
//! ```
//!
//! # What is exact, and what is not
//!
//! Virtual time is exact as long as both ends of every socket live in one current-thread runtime
//! with a paused clock and tokio 1.53.3 or newer, and the client sends without delay (`TCP_NODELAY`,
//! which the usual clients set). A peer in another thread or process runs in real time, and the
//! clock jumps while it is waited for.

mod answer;
mod request;
mod server;

pub use answer::{Answer, Reply};
pub use request::Request;
pub use server::Server;
