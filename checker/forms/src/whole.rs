//! Files of which nobody ever reads half.

use std::{
    fs, io,
    path::Path,
    process,
    sync::atomic::{AtomicU64, Ordering},
};

/// Writes a file so that at every moment either the old or the new text is there.
///
/// # Errors
///
/// If it cannot be written; then the old text is there.
pub fn write_whole(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    // Others may write the same file: another thread, or another checker.
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    let (process, number) = (process::id(), DRAFTS.fetch_add(1, Ordering::Relaxed));
    let mut draft = file.as_os_str().to_owned();
    draft.push(format!(".draft-{process}-{number}"));
    fs::write(&draft, text)?;
    fs::rename(&draft, file).inspect_err(|_| {
        let _ = fs::remove_file(&draft);
    })
}
