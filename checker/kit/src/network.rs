//! A network in memory: who listens is found by name, and what is sent arrives when the script
//! says, exactly, in virtual time.
//!
//! ```
//! use kit::{ms, network::{Line, Network}, timed};
//! use tokio::io::{AsyncReadExt, AsyncWriteExt};
//!
//! # kit::run(kit::Test { name: "docs", file: file!() }, || async {
//! let network = Network::new();
//! network.set_line("harbor", Line { latency: ms(20), ..Line::default() });
//!
//! let mut listener = network.listen("harbor").unwrap();
//! let serve = async {
//!     let mut stream = listener.accept().await.unwrap();
//!     stream.write_all(b"ahoy").await.unwrap();
//! };
//! let call = async {
//!     let mut stream = network.connect("harbor").await.unwrap();
//!     let mut text = String::new();
//!     stream.read_to_string(&mut text).await.unwrap();
//!     text
//! };
//!
//! let ((text, ()), took) = timed(async { tokio::join!(call, serve) }).await;
//! assert_eq!((text.as_str(), took), ("ahoy", ms(40)));
//! # });
//! ```
//!
//! There is no task behind it: nothing that is left of a connection is a leak, and nothing of it
//! takes turns in an explored run. What it leaves to real sockets: addresses, datagrams, and options.

mod connection;
mod line;
mod stream;

use std::{
    collections::HashMap,
    io::{self, ErrorKind},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
};

use tokio::{
    sync::{Notify, mpsc},
    time::sleep,
};

use self::connection::Connection;
use crate::{Gauge, Journal, OpenCall};

pub use self::{line::Line, stream::Stream};

/// A network in memory. Clones are the same network.
///
/// Every connection is a lane of the timeline, `harbor 1`, from the moment it is asked for until
/// both sides have closed it. A refused connection and one that was cut count as failed, one that
/// was given up before it stood as canceled.
#[derive(Debug, Clone, Default)]
pub struct Network {
    places: Arc<Mutex<HashMap<String, Place>>>,
    gauge: Gauge,
    journal: Journal,
}

/// What there is under one name.
#[derive(Debug, Default)]
struct Place {
    there: Line,
    back: Line,
    /// Where the streams go that somebody is to accept.
    listener: Option<mpsc::UnboundedSender<Stream>>,
    connections: Vec<Weak<Connection>>,
    asked_for: usize,
    to_refuse: usize,
    is_parted: bool,
    healed: Arc<Notify>,
}

/// Accepts the connections for one name. Dropped, it leaves the name free.
#[derive(Debug)]
pub struct Listener {
    name: String,
    streams: mpsc::UnboundedReceiver<Stream>,
    network: Network,
}

impl Network {
    /// A network in which nobody listens; what arrives does so at once.
    pub fn new() -> Network {
        Network::default()
    }

    /// Sets how bytes travel in connections to `name` that are made from now on, in both
    /// directions.
    ///
    /// # Panics
    ///
    /// If the line's chunk or buffer is empty: nothing would ever arrive.
    pub fn set_line(&self, name: &str, line: Line) {
        self.set_lines(name, line, line);
    }

    /// Sets how bytes travel toward `name` and how they travel back from it, in connections that
    /// are made from now on.
    ///
    /// # Panics
    ///
    /// If the chunk or the buffer of a line is empty: nothing would ever arrive.
    pub fn set_lines(&self, name: &str, there: Line, back: Line) {
        for line in [there, back] {
            assert!(line.chunk > 0 && line.buffer > 0, "nothing ever arrives by {line:?}");
        }
        self.with_place(name, |place| (place.there, place.back) = (there, back));
    }

    /// Begins to listen under `name`.
    ///
    /// # Errors
    ///
    /// `AddrInUse` if somebody listens there already.
    pub fn listen(&self, name: &str) -> io::Result<Listener> {
        let (sender, streams) = mpsc::unbounded_channel();
        self.with_place(name, |place| {
            if place.listener.is_some() {
                let taken = format!("somebody listens at `{name}` already");
                return Err(io::Error::new(ErrorKind::AddrInUse, taken));
            }
            place.listener = Some(sender);
            Ok(())
        })?;
        Ok(Listener { name: name.to_owned(), streams, network: self.clone() })
    }

    /// Connects to who listens under `name`: after the latency of the way there and back.
    ///
    /// As with a real socket, the connection stands before it is accepted.
    ///
    /// # Errors
    ///
    /// `ConnectionRefused` if nobody listens there, or [`refuse`](Network::refuse) says so.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it is done, the attempt is given up. The other side may have accepted it, and
    /// then reads its end.
    pub async fn connect(&self, name: &str) -> io::Result<Stream> {
        let (there, back, number) = self.with_place(name, |place| {
            place.asked_for += 1;
            (place.there, place.back, place.asked_for)
        });
        let call = self.journal.begin(format!("{name} {number}"));

        sleep(there.latency).await;
        self.healed(name).await;
        let knocked = self.knock(name, there, back);
        sleep(back.latency).await;
        self.healed(name).await;

        match knocked {
            Ok(stream) => Ok(stream.established(self.gauge.enter(), call)),
            Err(error) => Err(refused(call, error)),
        }
    }

    /// Hands the other end of a new connection to who listens.
    fn knock(&self, name: &str, there: Line, back: Line) -> io::Result<Stream> {
        self.with_place(name, |place| {
            if place.to_refuse > 0 {
                place.to_refuse -= 1;
                return Err(io::Error::new(ErrorKind::ConnectionRefused, "refused by the script"));
            }
            let connection = Connection::new(there, back);
            let accepted = Stream::answering(Arc::clone(&connection));
            let sent = place.listener.as_ref().map(|listener| listener.send(accepted));
            let Some(Ok(())) = sent else {
                let nobody = format!("nobody listens at `{name}`");
                return Err(io::Error::new(ErrorKind::ConnectionRefused, nobody));
            };
            place.connections.retain(|connection| connection.strong_count() > 0);
            place.connections.push(Arc::downgrade(&connection));
            Ok(Stream::asking(connection))
        })
    }

    /// Refuses the next `times` connections to `name`, although somebody may listen.
    pub fn refuse(&self, name: &str, times: usize) {
        self.with_place(name, |place| place.to_refuse = times);
    }

    /// Lets nothing through to `name` or back until [`heal`](Network::heal): neither bytes nor the
    /// end of a connection, nor the attempt to make one.
    ///
    /// What has been sent and is not there yet waits. Nobody is told.
    pub fn partition(&self, name: &str) {
        self.journal.mark(format!("{name} is cut off"));
        self.part(name, true);
    }

    /// Lets everything through again. What would have arrived meanwhile arrives now.
    pub fn heal(&self, name: &str) {
        self.journal.mark(format!("{name} is back"));
        self.part(name, false);
    }

    fn part(&self, name: &str, is_parted: bool) {
        let (connections, healed) = self.with_place(name, |place| {
            place.is_parted = is_parted;
            (place.connections.clone(), Arc::clone(&place.healed))
        });
        for connection in connections.iter().filter_map(Weak::upgrade) {
            connection.part(is_parted);
        }
        healed.notify_waiters();
    }

    /// Waits until `name` can be reached.
    async fn healed(&self, name: &str) {
        loop {
            let healed = self.with_place(name, |place| {
                place.is_parted.then(|| Arc::clone(&place.healed).notified_owned())
            });
            match healed {
                Some(healed) => healed.await,
                None => return,
            }
        }
    }

    /// How many connections stood, at once and in all.
    pub fn gauge(&self) -> &Gauge {
        &self.gauge
    }

    /// Who connected, and when.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    fn with_place<T>(&self, name: &str, change: impl FnOnce(&mut Place) -> T) -> T {
        change(self.places().entry(name.to_owned()).or_default())
    }

    fn places(&self) -> MutexGuard<'_, HashMap<String, Place>> {
        // Every change of a place is a few assignments: a panic leaves it whole.
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn refused(call: OpenCall, error: io::Error) -> io::Error {
    call.failed();
    error
}

impl Listener {
    /// The next connection, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// None; it is a result so that it reads like a real listener.
    ///
    /// # Cancel safety
    ///
    /// Dropping it loses no connection.
    pub async fn accept(&mut self) -> io::Result<Stream> {
        // The network keeps the sender for as long as there is this listener.
        let accepted = self.streams.recv().await;
        accepted.ok_or_else(|| io::Error::new(ErrorKind::NotConnected, "the network is gone"))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.network.with_place(&self.name, |place| place.listener = None);
    }
}
