//! Serves the book on this machine, builds it anew when a file changes, and shows what the learner
//! has reached.
//!
//! Nobody else's machine is answered, nothing but GET is, and nothing is run that a browser asks for.
//! The parts are those of the course: a `watch` channel tells every open page of news, a `JoinSet`
//! owns the connections, and a token ends them when the program is asked to stop.

mod http;
mod live;
mod news;
mod rebuild;
mod site;

use std::{
    fs, io,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, bail};
use forms::{Status, open_in_browser};
use tokio::{
    net::TcpListener,
    runtime, signal,
    sync::{RwLock, watch},
    task::JoinSet,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use self::{
    news::News,
    rebuild::{Rebuilder, Stamps},
    site::Site,
};
use crate::{build::FOLDER, cli::Browser};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_millis(200);
/// How long connections may take to end.
const GRACE: Duration = Duration::from_secs(2);

/// Serves the book below `root` on `port` until the program is interrupted. A browser is opened on
/// `page`, such as `en/gather.html`; an empty one is the reader's language.
///
/// # Errors
///
/// If the port is taken, or the network cannot be used.
pub fn serve(root: &Path, port: u16, browser: Browser, page: &str) -> anyhow::Result<()> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("no runtime to serve in")?;
    runtime.block_on(serve_until_interrupted(root, port, browser, page))
}

/// # Cancel safety
///
/// Dropping it drops every connection; the port file stays behind.
async fn serve_until_interrupted(
    root: &Path,
    port: u16,
    browser: Browser,
    page: &str,
) -> anyhow::Result<()> {
    let listener = bind(port).await?;
    let port = listener.local_addr().context("the port cannot be told")?.port();
    let address = format!("http://127.0.0.1:{port}/");
    println!("building the book …");
    let gate = Arc::new(RwLock::new(()));
    let (sender, receiver) = watch::channel(News::default());
    let rebuilder = Rebuilder::new(root, Arc::clone(&gate));
    let stamps = Stamps::of(root);
    rebuilder.build(&sender).await;

    let port_file = PortFile::write(root, port);
    println!("{address}\nCtrl-C ends it");
    if browser == Browser::Open {
        // It is no reason to stop: the address was told.
        if open_in_browser(&format!("{address}{page}")).is_err() {
            println!("no browser could be opened");
        }
    }
    let stop = CancellationToken::new();
    let site = Arc::new(Site::new(&root.join(FOLDER), port, gate, receiver, stop.clone()));
    let mut connections = JoinSet::new();
    let looking = look(&rebuilder, stamps, &sender, root);
    tokio::pin!(looking);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let site = Arc::clone(&site);
                    connections.spawn(async move { site.answer(stream).await });
                }
                // Too many open files, say: the next one may come through.
                Err(_) => sleep(LOOK).await,
            },
            Some(_) = connections.join_next() => {}
            () = &mut looking => {}
            _ = signal::ctrl_c() => break,
        }
    }
    stop.cancel();
    let all = async { while connections.join_next().await.is_some() {} };
    // Whoever is not done then is dropped with the set.
    let _ = timeout(GRACE, all).await;
    drop(port_file);
    Ok(())
}

/// # Cancel safety
///
/// The port is free again, or was never taken.
async fn bind(port: u16) -> anyhow::Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => bail!(
            "port {port} is taken, perhaps by a book that is served already: look at \
             http://127.0.0.1:{port}/, or serve on one that is free: `cargo run -p book -- serve \
             --port 0`"
        ),
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used")),
    }
}

/// Builds anew at each change, and tells of each verdict. It does not end.
///
/// # Cancel safety
///
/// A build that was begun goes on to its end; nobody is told of it.
async fn look(
    rebuilder: &Rebuilder,
    mut stamps: Stamps,
    sender: &watch::Sender<News>,
    root: &Path,
) {
    let mut status = None;
    loop {
        if let Some(new) = live::changed(root, &mut status) {
            sender.send_modify(|news| news.status = Arc::new(new));
        }
        let now = rebuilder.stamps().await;
        if now != stamps {
            stamps = now;
            println!("a file has changed: building …");
            rebuilder.build(sender).await;
        }
        sleep(LOOK).await;
    }
}

/// Leaves the port where `checker book` finds it, for as long as it lives.
struct PortFile(PathBuf);

impl PortFile {
    fn write(root: &Path, port: u16) -> PortFile {
        let file = Status::port_file(root);
        // Without it, `checker book` starts a server of its own and is told that the port is taken.
        let folder = file.parent().map(fs::create_dir_all);
        if matches!(folder, Some(Ok(()))) {
            let _ = fs::write(&file, format!("{port}\n"));
        }
        PortFile(file)
    }
}

impl Drop for PortFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
