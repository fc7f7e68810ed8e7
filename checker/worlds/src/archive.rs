//! An archive with a scanner and a cabinet: letters are scanned, and their images are filed.

use std::{
    error::Error,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    vec,
};

use kit::{Service, ms};

/// A scripted archive. Clones are the same archive.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    scanner: Service,
    cabinet: Service,
    counts: Arc<Mutex<Counts>>,
}

#[derive(Debug, Default)]
struct Counts {
    taken: usize,
    filed: Vec<String>,
    most_waiting: usize,
}

/// A letter, which brings its own script along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    name: String,
    scan_millis: u64,
    file_millis: u64,
    is_torn: bool,
    is_too_large: bool,
}

/// The image of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    letter: Letter,
}

/// Why a letter could not be scanned, or its image not be filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveError {
    /// The name of the letter.
    pub letter: String,
    /// What went wrong.
    pub reason: String,
}

/// A box of letters that counts how many were taken out, one `next` at a time.
#[derive(Debug)]
pub struct Letters {
    archive: Archive,
    letters: vec::IntoIter<Letter>,
}

impl Archive {
    /// An archive that has filed nothing.
    pub fn new() -> Archive {
        Archive::default()
    }

    /// A box with these letters.
    pub fn letters(&self, letters: Vec<Letter>) -> Letters {
        Letters { archive: self.clone(), letters: letters.into_iter() }
    }

    /// Scans one letter, in the letter's own time.
    ///
    /// # Errors
    ///
    /// If the letter is torn, after its time.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the scan up; nothing else happens.
    pub async fn scan(&self, letter: Letter) -> Result<Image, ArchiveError> {
        let (name, latency) = (format!("scan {}", letter.name), ms(letter.scan_millis));
        let answer = match letter.is_torn {
            false => Ok(Image { letter }),
            true => Err(ArchiveError::torn(&letter.name)),
        };
        self.scanner.call(&name, latency, answer).await
    }

    /// Files one image, in the letter's own time, and gives the letter's name.
    ///
    /// # Errors
    ///
    /// If the cabinet has no room for the letter, after its time.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the filing up; nothing else happens.
    pub async fn file(&self, image: Image) -> Result<String, ArchiveError> {
        let Letter { name, file_millis, is_too_large, .. } = image.letter;
        let answer = match is_too_large {
            false => Ok(name.clone()),
            true => Err(ArchiveError::no_room(&name)),
        };
        let filed = self.cabinet.call(&format!("file {name}"), ms(file_millis), answer).await?;
        self.counts().filed.push(filed.clone());
        Ok(filed)
    }

    /// How many letters were taken out of their box.
    pub fn taken(&self) -> usize {
        self.counts().taken
    }

    /// The names of the letters filed so far, in this order.
    pub fn filed(&self) -> Vec<String> {
        self.counts().filed.clone()
    }

    /// The largest number of letters that were taken and not yet filed: in hands or in a queue.
    pub fn most_waiting(&self) -> usize {
        self.counts().most_waiting
    }

    /// The largest numbers of scans, and of filings, that were under way together.
    pub fn most_at_once(&self) -> (usize, usize) {
        (self.scanner.gauge().most(), self.cabinet.gauge().most())
    }

    /// How many scans and filings are under way.
    pub fn under_way(&self) -> usize {
        self.scanner.gauge().now() + self.cabinet.gauge().now()
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        // Each change leaves the counts whole.
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Letter {
    /// A letter that is scanned in `scan_millis` and filed in `file_millis` milliseconds.
    pub fn new(name: &str, scan_millis: u64, file_millis: u64) -> Letter {
        let name = name.to_owned();
        Letter { name, scan_millis, file_millis, is_torn: false, is_too_large: false }
    }

    /// The same letter, torn: the scanner fails.
    pub fn torn(self) -> Letter {
        Letter { is_torn: true, ..self }
    }

    /// The same letter, too large: the cabinet fails.
    pub fn too_large(self) -> Letter {
        Letter { is_too_large: true, ..self }
    }
}

impl Iterator for Letters {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        let letter = self.letters.next()?;
        let mut counts = self.archive.counts();
        counts.taken += 1;
        counts.most_waiting =
            counts.most_waiting.max(counts.taken.saturating_sub(counts.filed.len()));
        drop(counts);
        Some(letter)
    }
}

impl ArchiveError {
    /// What the scanner says of the torn letter `name`.
    pub fn torn(name: &str) -> ArchiveError {
        ArchiveError { letter: name.to_owned(), reason: "torn".to_owned() }
    }

    /// What the cabinet says of the letter `name` that is too large.
    pub fn no_room(name: &str) -> ArchiveError {
        ArchiveError { letter: name.to_owned(), reason: "no room".to_owned() }
    }
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.letter, self.reason)
    }
}

impl Error for ArchiveError {}
