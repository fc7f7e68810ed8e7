//! Answers one browser.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use tokio::{
    fs,
    io::{AsyncRead, AsyncWrite, AsyncWriteExt},
    sync::{RwLock, watch},
    time::sleep,
};
use tokio_util::sync::CancellationToken;

use super::{
    http::{self, Status},
    news::News,
};
use crate::{language::Language, strings::Strings, widgets};

/// How often a page that hears nothing is told that the server is still there.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The served book.
pub struct Site {
    folder: PathBuf,
    hosts: [String; 2],
    /// Held for reading while a file is read: a new book takes the old one's place between two files.
    gate: Arc<RwLock<()>>,
    news: watch::Receiver<News>,
    stop: CancellationToken,
}

impl Site {
    /// The book in `folder`, served on `port`.
    pub fn new(
        folder: &Path,
        port: u16,
        gate: Arc<RwLock<()>>,
        news: watch::Receiver<News>,
        stop: CancellationToken,
    ) -> Site {
        // A page from elsewhere whose host was made to lead here names another host.
        let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        Site { folder: folder.to_owned(), hosts, gate, news, stop }
    }

    /// Answers the one request of a connection.
    ///
    /// # Cancel safety
    ///
    /// The browser gets a part of the answer.
    pub async fn answer(&self, mut stream: impl AsyncRead + AsyncWrite + Unpin) {
        // A browser that is gone needs no answer.
        let _ = self.try_answer(&mut stream).await;
    }

    async fn try_answer(
        &self,
        stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    ) -> io::Result<()> {
        let Some(request) = http::read(stream).await else {
            return refuse(stream, Status::BadRequest).await;
        };
        if !self.hosts.contains(&request.host) {
            return refuse(stream, Status::Forbidden).await;
        }
        if request.method != "GET" {
            return refuse(stream, Status::MethodNotAllowed).await;
        }
        match request.path.as_str() {
            "/__events" => self.events(stream).await,
            path => match path.strip_prefix("/__overlay/").map(Language::from_tag) {
                Some(Some(language)) => self.overlay(stream, language).await,
                Some(None) => refuse(stream, Status::NotFound).await,
                None => self.file(stream, path).await,
            },
        }
    }

    /// Tells of news until the browser or the server goes.
    async fn events(&self, stream: &mut (impl AsyncRead + AsyncWrite + Unpin)) -> io::Result<()> {
        http::begin_events(stream).await?;
        let mut news = self.news.clone();
        let mut heard = news.borrow().of_a_new_page();
        loop {
            let now = news.borrow_and_update().clone();
            let events = now.since(&heard);
            heard = now;
            stream.write_all(events.as_bytes()).await?;
            stream.flush().await?;
            tokio::select! {
                biased;
                () = self.stop.cancelled() => return stream.shutdown().await,
                changed = news.changed() => if changed.is_err() {
                    return stream.shutdown().await;
                },
                () = sleep(KEEP_ALIVE) => stream.write_all(b": still here\n\n").await?,
            }
        }
    }

    /// The learner's last run over the reference's, as a piece of HTML.
    async fn overlay(
        &self,
        stream: &mut (impl AsyncWrite + Unpin),
        language: Language,
    ) -> io::Result<()> {
        let status = Arc::clone(&self.news.borrow().status);
        let Some(last) = &status.last else { return refuse(stream, Status::NoContent).await };
        // The words may have changed since the server began; without them there is no picture.
        let words = fs::read_to_string(self.folder.join("../strings.toml")).await;
        let strings = words.ok().and_then(|text| Strings::parse(&text, language).ok());
        let Some(strings) = strings else { return refuse(stream, Status::NotFound).await };
        let html = widgets::overlay(&last.yours, last.reference.as_ref(), "overlay", &strings);
        http::write(stream, Status::Ok, "text/html; charset=utf-8", html.as_bytes()).await
    }

    /// A file of the book.
    async fn file(&self, stream: &mut (impl AsyncWrite + Unpin), path: &str) -> io::Result<()> {
        let found = {
            let _open = self.gate.read().await;
            self.read(path).await
        };
        match found {
            Some((kind, body)) => http::write(stream, Status::Ok, kind, &body).await,
            None => refuse(stream, Status::NotFound).await,
        }
    }

    /// The kind and the bytes of the file that `path` names, if it lies in the folder.
    async fn read(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let relative = path.trim_start_matches('/');
        let is_outside = |part: &str| part == ".." || part.contains(['\\', ':', '\0']);
        if relative.split('/').any(is_outside) {
            return None;
        }
        let folder = fs::canonicalize(&self.folder).await.ok()?;
        let mut file = fs::canonicalize(folder.join(relative)).await.ok()?;
        if fs::metadata(&file).await.ok()?.is_dir() {
            file = fs::canonicalize(file.join("index.html")).await.ok()?;
        }
        // A link may lead out of it.
        if !file.starts_with(&folder) {
            return None;
        }
        let kind = kind_of(&file);
        let bytes = fs::read(&file).await.ok()?;
        match kind.starts_with("text/html") {
            true => Some((kind, alive(&folder, &file, bytes))),
            false => Some((kind, bytes)),
        }
    }
}

/// A page that knows where it hears of news.
fn alive(folder: &Path, file: &Path, bytes: Vec<u8>) -> Vec<u8> {
    let relative = file.strip_prefix(folder).ok();
    let first = relative.and_then(|file| file.components().next());
    let tag = first.and_then(|part| part.as_os_str().to_str()).unwrap_or_default();
    let Some(language) = Language::from_tag(tag) else { return bytes };
    let Ok(text) = String::from_utf8(bytes) else { return Vec::new() };
    let alive = format!("<html data-events=\"/__events\" data-overlay=\"/__overlay/{language}\" ");
    text.replacen("<html ", &alive, 1).into_bytes()
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("pdf") => "application/pdf",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

async fn refuse(stream: &mut (impl AsyncWrite + Unpin), status: Status) -> io::Result<()> {
    http::write(stream, status, "text/plain; charset=utf-8", b"").await
}

#[cfg(test)]
mod tests {
    use forms::LastRun;
    use tokio::io::{AsyncReadExt, DuplexStream, duplex};
    use trace::Trace;

    use super::*;
    use crate::serve::live::Live;

    struct Served {
        site: Arc<Site>,
        news: watch::Sender<News>,
        stop: CancellationToken,
        folder: tempfile::TempDir,
    }

    fn served() -> Served {
        let folder = tempfile::tempdir().expect("a folder for a moment");
        let build = folder.path().join("build");
        std::fs::create_dir_all(build.join("en")).expect("a folder in it");
        std::fs::write(build.join("en/a.html"), "<html lang=\"en\">").expect("a page");
        std::fs::write(folder.path().join("secret"), "secret").expect("a file beside it");
        let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("strings.toml");
        std::fs::copy(words, folder.path().join("strings.toml")).expect("the words");
        let (news, receiver) = watch::channel(News::default());
        let stop = CancellationToken::new();
        let site = Site::new(&build, 3377, Arc::default(), receiver, stop.clone());
        Served { site: Arc::new(site), news, stop, folder }
    }

    impl Served {
        fn open(&self) -> DuplexStream {
            let (browser, stream) = duplex(1 << 20);
            let site = Arc::clone(&self.site);
            drop(tokio::spawn(async move { site.answer(stream).await }));
            browser
        }

        async fn ask(&self, head: &str) -> String {
            let mut browser = self.open();
            browser.write_all(format!("{head}\r\n\r\n").as_bytes()).await.expect("it listens");
            let mut answer = String::new();
            browser.read_to_string(&mut answer).await.expect("it answers");
            answer
        }

        async fn get(&self, path: &str) -> String {
            self.ask(&format!("GET {path} HTTP/1.1\r\nhost: localhost:3377")).await
        }
    }

    #[tokio::test]
    async fn a_page_is_told_where_it_hears_of_news() {
        let served = served();

        let answer = served.get("/en/a.html").await;

        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        let page = "<html data-events=\"/__events\" data-overlay=\"/__overlay/en\" lang=\"en\">";
        assert!(answer.ends_with(page), "{answer}");
    }

    #[tokio::test]
    async fn nothing_outside_the_folder_is_served() {
        let served = served();
        #[cfg(unix)]
        std::os::unix::fs::symlink(
            served.folder.path().join("secret"),
            served.folder.path().join("build/link"),
        )
        .expect("a link that leads out");

        for path in ["/../secret", "/en/../../secret", "/%2e%2e/secret", "/..%5csecret", "/link"] {
            let answer = served.get(path).await;
            assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        }
        let outside = served.get(&served.folder.path().join("secret").to_string_lossy()).await;
        assert!(outside.starts_with("HTTP/1.1 404 "), "{outside}");
    }

    #[tokio::test]
    async fn another_host_and_another_method_are_refused() {
        let served = served();

        let host = served.ask("GET /en/a.html HTTP/1.1\r\nhost: evil.example:3377").await;
        let none = served.ask("GET /en/a.html HTTP/1.1").await;
        let post = served.ask("POST /en/a.html HTTP/1.1\r\nhost: 127.0.0.1:3377").await;
        let nonsense = served.ask("nonsense").await;

        assert!(host.starts_with("HTTP/1.1 403 "), "{host}");
        assert!(none.starts_with("HTTP/1.1 403 "), "{none}");
        assert!(post.starts_with("HTTP/1.1 405 "), "{post}");
        assert!(post.contains("\r\nallow: GET\r\n"), "{post}");
        assert!(nonsense.starts_with("HTTP/1.1 400 "), "{nonsense}");
    }

    #[tokio::test(start_paused = true)]
    async fn an_open_page_hears_of_a_verdict_and_of_the_end() {
        let served = served();
        let mut page = served.open();
        let head = b"GET /__events HTTP/1.1\r\nhost: 127.0.0.1:3377\r\n\r\n";
        page.write_all(head).await.expect("it listens");
        let mut beginning = vec![0; 4096];
        let length = page.read(&mut beginning).await.expect("it answers");
        let beginning = String::from_utf8_lossy(&beginning[..length]).into_owned();

        let status = Live { json: "{}".to_owned(), last: None };
        served.news.send_modify(|news| news.status = Arc::new(status));
        let mut event = vec![0; 22];
        page.read_exact(&mut event).await.expect("it tells");
        served.stop.cancel();
        let mut rest = String::new();
        page.read_to_string(&mut rest).await.expect("it ends");

        assert!(beginning.contains("content-type: text/event-stream\r\n"), "{beginning}");
        assert_eq!(String::from_utf8_lossy(&event), "event: status\ndata: {}");
        assert_eq!(rest, "\n\n");
    }

    #[tokio::test]
    async fn both_runs_are_drawn() {
        let served = served();
        let nothing = served.get("/__overlay/en").await;
        let last = LastRun {
            exercise: "gather/fetch_all".to_owned(),
            step: "step_1".to_owned(),
            yours: Trace { end: 10, ..Trace::empty() },
            reference: Some(Trace::empty()),
        };
        let status = Live { json: "{}".to_owned(), last: Some(last) };
        served.news.send_modify(|news| news.status = Arc::new(status));

        let drawn = served.get("/__overlay/zh-CN").await;
        let unknown = served.get("/__overlay/fr").await;

        assert!(nothing.starts_with("HTTP/1.1 204 "), "{nothing}");
        assert!(drawn.starts_with("HTTP/1.1 200 "), "{drawn}");
        assert!(drawn.contains("id=\"overlay"), "{drawn}");
        assert!(unknown.starts_with("HTTP/1.1 404 "), "{unknown}");
    }
}
