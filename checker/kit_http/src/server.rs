//! The server: connections, requests, books.

use std::{
    collections::HashMap,
    fmt,
    future::pending,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use http_body_util::BodyExt;
use hyper::{Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use kit::{Gauge, Journal, ms};
use tokio::{
    net::{TcpListener, TcpStream},
    task::{AbortHandle, JoinSet},
    time::sleep,
};

use crate::{
    Reply, Request,
    answer::{Cut, Paced},
};

/// A scripted HTTP/1.1 server on loopback. Dropped, it is gone with all its connections.
///
/// Every request is a lane of the timeline, `GET /ships/1`, from the moment it has come until the
/// last byte of its answer is sent. A status of 400 or more and a cut connection count as failed, a
/// request whose client left as canceled.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    books: Books,
    accepting: AbortHandle,
}

#[derive(Debug, Clone)]
struct Books {
    script: Arc<Mutex<Script>>,
    requests: Gauge,
    connections: Gauge,
    journal: Journal,
}

/// What decides about each request.
type Player = dyn FnMut(&Request) -> Reply + Send;

struct Script {
    play: Box<Player>,
    requests: Vec<Request>,
    by_lane: HashMap<String, usize>,
}

impl Server {
    /// Starts a server on a free port that asks `script` about each request.
    ///
    /// # Errors
    ///
    /// If the system gives no port.
    ///
    /// # Panics
    ///
    /// A panic of the script ends the connection and is reported at the end of the run; so is an
    /// answer with a status or a header that HTTP does not know, or with an empty chunk.
    ///
    /// # Cancel safety
    ///
    /// Dropping it leaves nothing behind.
    pub async fn start(
        script: impl FnMut(&Request) -> Reply + Send + 'static,
    ) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let script =
            Script { play: Box::new(script), requests: Vec::new(), by_lane: HashMap::new() };
        let books = Books {
            script: Arc::new(Mutex::new(script)),
            requests: Gauge::new(),
            connections: Gauge::new(),
            journal: Journal::new(),
        };
        let accepting = tokio::spawn(accept(listener, books.clone())).abort_handle();
        Ok(Server { address, books, accepting })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The url of `path`, which begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The requests so far, in the order in which they came.
    pub fn requests(&self) -> Vec<Request> {
        self.books.script().requests.clone()
    }

    /// How many requests there were, at once and in all.
    pub fn gauge(&self) -> &Gauge {
        &self.books.requests
    }

    /// How many connections there were, at once and in all.
    pub fn connections(&self) -> &Gauge {
        &self.books.connections
    }

    /// What was asked for, and when.
    pub fn journal(&self) -> &Journal {
        &self.books.journal
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, books: Books) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let (socket, _) = accepted.expect("the system has a socket for a connection");
                connections.spawn(serve(socket, books.clone()));
            }
            // A panic of the script is noted already, and the kit reports it.
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(socket: TcpStream, books: Books) {
    let visit = books.connections.enter();
    // Without it, a chunk may wait for the other side's system, in real time.
    socket.set_nodelay(true).expect("a socket of this kind has no delay");
    let service = service_fn(|request| answer(request, books.clone()));
    let served = http1::Builder::new()
        // The date would be the real one.
        .auto_date_header(false)
        .serve_connection(TokioIo::new(socket), service)
        .await;
    match served {
        Ok(()) => visit.done(),
        // The script has cut it, or the client has.
        Err(_) => drop(visit),
    }
}

async fn answer(request: hyper::Request<Incoming>, books: Books) -> Result<Response<Paced>, Cut> {
    let (head, body) = request.into_parts();
    // An incomplete body is a client that has left.
    let body = body.collect().await.map_err(|_| Cut)?.to_bytes().to_vec();
    let header = |(name, value): (&hyper::header::HeaderName, &hyper::header::HeaderValue)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let request = Request {
        method: head.method.as_str().to_owned(),
        path: head.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        headers: head.headers.iter().map(header).collect(),
        body,
        number: 0,
        in_all: 0,
        at_once: books.requests.now() + 1,
        at: ms(books.journal.now()),
    };

    let lane = request.lane();
    let open = (books.requests.enter(), books.journal.begin(lane));
    match books.play(request) {
        Reply::Answer(answer) => {
            sleep(answer.latency).await;
            Ok(answer.into_response(open))
        }
        Reply::Hang => pending().await,
        Reply::Close(latency) => {
            sleep(latency).await;
            let (visit, call) = open;
            visit.done();
            call.failed();
            Err(Cut)
        }
    }
}

impl Books {
    /// Counts the request, asks the script, and keeps the request.
    fn play(&self, mut request: Request) -> Reply {
        let mut script = self.script();
        let number = script.by_lane.entry(request.lane()).or_default();
        *number += 1;
        request.number = *number;
        request.in_all = script.requests.len() + 1;
        script.requests.push(request.clone());
        (script.play)(&request)
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        // The books are whole even if the script panicked.
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("requests", &self.requests).finish_non_exhaustive()
    }
}
