//! A client for the tests: hyper's own, a connection at a time.

use std::io::Error;

use http_body_util::{BodyExt, Full};
use hyper::{
    Request,
    body::{Bytes, Incoming},
    client::conn::http1::{self, SendRequest},
};
use hyper_util::rt::TokioIo;
use kit_http::Server;
use tokio::{net::TcpStream, task::JoinHandle};

/// A connection to the server; dropped, it is closed.
pub struct Client {
    sender: SendRequest<Full<Bytes>>,
    connection: JoinHandle<()>,
}

impl Client {
    pub async fn connected(server: &Server) -> Client {
        let socket = TcpStream::connect(server.address()).await.expect("the server listens");
        socket.set_nodelay(true).expect("a socket has this option");
        let (sender, connection) = http1::handshake(TokioIo::new(socket)).await.expect("it stands");
        let connection = tokio::spawn(async move { drop(connection.await) });
        Client { sender, connection }
    }

    /// The status and the body, as text.
    pub async fn send(
        &mut self,
        request: Request<Full<Bytes>>,
    ) -> Result<(u16, String), Box<dyn std::error::Error + Send + Sync>> {
        let answer = self.sender.send_request(request).await?;
        let status = answer.status().as_u16();
        let body = answer.into_body().collect().await?.to_bytes();
        Ok((status, String::from_utf8_lossy(&body).into_owned()))
    }

    /// The body of the answer, unread.
    pub async fn body_of(&mut self, path: &str) -> Result<Incoming, hyper::Error> {
        Ok(self.sender.send_request(get(path)).await?.into_body())
    }

    /// Ends the connection, and waits until it has ended.
    pub async fn close(self) {
        drop(self.sender);
        self.connection.await.expect("no task panics");
    }
}

pub fn get(path: &str) -> Request<Full<Bytes>> {
    Request::get(path).header("host", "harbor").body(Full::default()).expect("a good request")
}

/// One request by a connection of its own.
pub async fn fetch(server: &Server, path: &str) -> Result<(u16, String), Error> {
    let mut client = Client::connected(server).await;
    let answer = client.send(get(path)).await;
    client.close().await;
    answer.map_err(Error::other)
}
