//! What was asked for.

use std::{borrow::Cow, time::Duration};

/// A request as the script sees it and as the books keep it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Such as `GET`.
    pub method: String,
    /// The path with the query, as it was sent: `/ships?page=2`.
    pub path: String,
    /// The headers in their order; names are in lower case.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Vec<u8>,
    /// Its number among the requests for this method and path; the first one is 1.
    pub number: usize,
    /// Its number among all requests.
    pub in_all: usize,
    /// How many requests are under way, this one among them.
    pub at_once: usize,
    /// When the last byte of it came, in virtual time since the run began.
    pub at: Duration,
}

impl Request {
    /// The first header of this name, which is written in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The body as text; what is none is replaced.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The name of its lane in the timeline.
    pub(crate) fn lane(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}
