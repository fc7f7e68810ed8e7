//! `book`: the served book, in the browser.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpStream},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use forms::{Status, open_in_browser};

use super::{Context, Form, Message, Reply, Session, Trouble};
use crate::report::json;

/// How long a server on this machine may take to answer.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often a server that was started here is looked at.
const LOOK: Duration = Duration::from_millis(100);

/// Whether a browser is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// It is.
    Open,
    /// It is not.
    Leave,
}

/// The served book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// The address of the page that was asked for.
    pub address: String,
}

/// The page of the book that is served for this copy of the course; nothing if none is.
///
/// # Errors
///
/// If `page` is no name of a page.
pub fn served(session: &Session, page: Option<&str>) -> Result<Option<Served>, Trouble> {
    let page = path_of(page)?;
    let text = fs::read_to_string(Status::port_file(session.workspace.root())).unwrap_or_default();
    let Ok(port) = text.trim().parse::<u16>() else { return Ok(None) };
    // Whoever was killed has left the file behind.
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    if TcpStream::connect_timeout(&address, PATIENCE).is_err() {
        return Ok(None);
    }
    Ok(Some(Served { address: format!("http://127.0.0.1:{port}/{page}") }))
}

/// Opens the book that is served.
pub fn open(session: &Session, served: &Served, browser: Browser) -> Reply {
    if session.form == Form::Json {
        return Reply::of(json::book(&served.address));
    }
    let is_opened = browser == Browser::Open && open_in_browser(&served.address).is_ok();
    let said = if is_opened { "opened in your browser" } else { "open it in your browser" };
    Reply::of(format!("{}\nthe book is served there: {said}\n", served.address))
}

/// Serves the book until it is interrupted.
///
/// # Errors
///
/// If `page` is no name of a page, or the book could not be served.
pub fn serve(session: &Session, page: Option<&str>, browser: Browser) -> Result<Reply, Trouble> {
    let page = path_of(page)?;
    if session.form == Form::Json {
        return Err(Trouble::asked_wrongly(Message(
            "the book is not served: `cargo checker book` serves it".to_owned(),
        )));
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", "book", "--", "serve"]);
    if browser == Browser::Open {
        cargo.arg("--open");
        if !page.is_empty() {
            cargo.arg(&page);
        }
    }
    let failed = |error| Trouble::could_not_check(Context::new("the book cannot be served", error));
    let root = session.workspace.root();
    let mut child = cargo.current_dir(root).stdin(Stdio::null()).spawn().map_err(failed)?;
    loop {
        match child.try_wait().map_err(failed)? {
            Some(_) if session.canceled.is_set() => return Ok(Reply::of("")),
            Some(status) if status.success() => return Ok(Reply::of("")),
            Some(status) => {
                return Err(Trouble::could_not_check(Message(format!(
                    "the server of the book has ended: {status}"
                ))));
            }
            None => thread::sleep(LOOK),
        }
    }
}

/// The path of a page, such as `en/gather.html#watch` for `gather#watch`.
fn path_of(page: Option<&str>) -> Result<String, Trouble> {
    let Some(page) = page else { return Ok(String::new()) };
    let (name, fragment) = page.split_once('#').unwrap_or((page, ""));
    let is_plain =
        |text: &str| text.bytes().all(|it| it.is_ascii_alphanumeric() || b"_-".contains(&it));
    if name.is_empty() || !is_plain(name) || !is_plain(fragment) {
        return Err(Trouble::asked_wrongly(Message(format!(
            "`{page}` is no page of the book: a page is called as its lesson, `gather`, or `errors`"
        ))));
    }
    let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    Ok(format!("en/{name}.html{fragment}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_called_as_its_lesson() {
        assert_eq!(path_of(None).ok().as_deref(), Some(""));
        assert_eq!(path_of(Some("gather")).ok().as_deref(), Some("en/gather.html"));
        assert_eq!(path_of(Some("errors#a")).ok().as_deref(), Some("en/errors.html#a"));
    }

    #[test]
    fn what_is_no_page_is_refused() {
        for page in ["", "../gather", "gather/fetch_all", "gather#<b>", "-x y"] {
            assert!(path_of(Some(page)).is_err(), "{page}");
        }
    }
}
