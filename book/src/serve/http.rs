//! As much of HTTP as a book on one's own machine needs.

use std::{io, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader},
    time::timeout,
};

/// Bytes of a request's head at most.
const HEAD: u64 = 16 * 1024;
/// How long a request's head may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a browser asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path, decoded, without what follows a `?`.
    pub path: String,
    /// The host it was addressed to.
    pub host: String,
}

/// Why a request has no answer but its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Ok,
    NoContent,
    BadRequest,
    Forbidden,
    NotFound,
    MethodNotAllowed,
}

impl Status {
    fn line(self) -> &'static str {
        match self {
            Status::Ok => "200 OK",
            Status::NoContent => "204 No Content",
            Status::BadRequest => "400 Bad Request",
            Status::Forbidden => "403 Forbidden",
            Status::NotFound => "404 Not Found",
            Status::MethodNotAllowed => "405 Method Not Allowed",
        }
    }
}

/// Reads the head of a request; nothing if it is not one, is too long, or takes too long.
///
/// # Cancel safety
///
/// What was read of the request is lost.
pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Request> {
    let mut lines = BufReader::new(stream.take(HEAD)).lines();
    let head = async {
        let first = lines.next_line().await.ok()??;
        let mut host = String::new();
        loop {
            let line = lines.next_line().await.ok()??;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':')?;
            if name.eq_ignore_ascii_case("host") {
                host = value.trim().to_ascii_lowercase();
            }
        }
        let mut words = first.split(' ');
        let (method, target) = (words.next()?.to_owned(), words.next()?);
        let path = decoded(target.split(['?', '#']).next()?)?;
        Some(Request { method, path, host })
    };
    timeout(PATIENCE, head).await.ok()?
}

/// A path without its percent signs; nothing if that is no text, or no path.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit =
                    |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
                digit(rest.next()?)? * 16 + digit(rest.next()?)?
            }
            byte => byte,
        });
    }
    let path = String::from_utf8(bytes).ok()?;
    path.starts_with('/').then_some(path)
}

/// Writes an answer as a whole.
///
/// # Errors
///
/// If the browser is gone.
///
/// # Cancel safety
///
/// The browser gets a part of it.
pub async fn write(
    stream: &mut (impl AsyncWrite + Unpin),
    status: Status,
    kind: &str,
    body: &[u8],
) -> io::Result<()> {
    let allow = if status == Status::MethodNotAllowed { "allow: GET\r\n" } else { "" };
    let head = format!("{}content-length: {}\r\n{allow}\r\n", head(status, kind), body.len());
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    stream.shutdown().await
}

/// Writes the beginning of an answer that goes on.
///
/// # Errors
///
/// If the browser is gone.
///
/// # Cancel safety
///
/// The browser gets a part of it.
pub async fn begin_events(stream: &mut (impl AsyncWrite + Unpin)) -> io::Result<()> {
    let head = format!("{}\r\n", head(Status::Ok, "text/event-stream"));
    stream.write_all(head.as_bytes()).await?;
    stream.flush().await
}

fn head(status: Status, kind: &str) -> String {
    // The pages' scripts and styles are their own, and stand in them too.
    format!(
        "HTTP/1.1 {}\r\ncontent-type: {kind}\r\ncache-control: no-store\r\n\
         x-content-type-options: nosniff\r\ncross-origin-resource-policy: same-origin\r\n\
         content-security-policy: default-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         frame-ancestors 'self'; form-action 'none'\r\nconnection: close\r\n",
        status.line()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn request(text: &str) -> Option<Request> {
        read(&mut text.as_bytes()).await
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_is_read_up_to_its_blank_line() {
        let request = request("GET /a%20b?c#d HTTP/1.1\r\nHOST: LocalHost:1\r\nx: y\r\n\r\n").await;

        let [method, path, host] = ["GET", "/a b", "localhost:1"].map(str::to_owned);
        assert_eq!(request, Some(Request { method, path, host }));
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_no_request_is_not_understood() {
        let endless = format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "y".repeat(17_000));

        for text in ["", "GET", "GET / HTTP/1.1\r\n", "GET %zz HTTP/1.1\r\n\r\n", &endless] {
            assert_eq!(request(text).await, None, "{}", &text[..text.len().min(20)]);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_that_does_not_come_is_given_up() {
        let (_silent, mut stream) = tokio::io::duplex(64);
        let start = tokio::time::Instant::now();

        assert_eq!(read(&mut stream).await, None);
        assert_eq!(start.elapsed(), PATIENCE);
    }
}
