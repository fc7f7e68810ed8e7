//! A service that makes thumbnails: each photo takes its own time.

use std::{error::Error, fmt};

use kit::{Service, ms};

/// A scripted thumbnail service. Clones are the same service.
#[derive(Debug, Clone, Default)]
pub struct Thumbnailer {
    service: Service,
}

/// A photo, which brings its own script along.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// The name of its file.
    pub name: String,
    millis: u64,
    is_corrupt: bool,
}

/// A small copy of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumb {
    /// The name of the photo.
    pub photo: String,
}

/// Why there is no thumbnail of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SvcError {
    /// The name of the photo.
    pub photo: String,
    /// What went wrong.
    pub reason: String,
}

impl Thumbnailer {
    /// A service that nobody has called.
    pub fn new() -> Thumbnailer {
        Thumbnailer::default()
    }

    /// Makes the thumbnail of one photo, in the photo's own time.
    ///
    /// # Errors
    ///
    /// If the photo is corrupt, after its time.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the thumbnail up; nothing else happens.
    pub async fn shrink(&self, photo: Photo) -> Result<Thumb, SvcError> {
        let answer = match photo.is_corrupt {
            false => Ok(Thumb::of(&photo.name)),
            true => Err(SvcError::of(&photo.name)),
        };
        self.service.call(&photo.name, ms(photo.millis), answer).await
    }

    /// The largest number of photos that were under way together.
    pub fn most_at_once(&self) -> usize {
        self.service.gauge().most()
    }

    /// The names of the photos begun so far, in this order.
    pub fn begun(&self) -> Vec<String> {
        self.service.journal().calls()
    }

    /// How many photos were given up before they were done.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many photos are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}

impl Photo {
    /// A photo that takes `millis` milliseconds.
    pub fn new(name: &str, millis: u64) -> Photo {
        Photo { name: name.to_owned(), millis, is_corrupt: false }
    }

    /// A photo that fails after `millis` milliseconds.
    pub fn corrupt(name: &str, millis: u64) -> Photo {
        Photo { is_corrupt: true, ..Photo::new(name, millis) }
    }
}

/// Short, because whole albums are printed: `cat (10 ms)`, `cat (10 ms, corrupt)`.
impl fmt::Debug for Photo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let corrupt = if self.is_corrupt { ", corrupt" } else { "" };
        write!(f, "{} ({} ms{corrupt})", self.name, self.millis)
    }
}

impl Thumb {
    /// The thumbnail of the photo `name`.
    pub fn of(name: &str) -> Thumb {
        Thumb { photo: name.to_owned() }
    }
}

impl SvcError {
    /// What the corrupt photo `name` gives.
    pub fn of(name: &str) -> SvcError {
        SvcError { photo: name.to_owned(), reason: "not an image".to_owned() }
    }
}

impl fmt::Display for SvcError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.photo, self.reason)
    }
}

impl Error for SvcError {}
