//! Tells whether a text has changed.

use sha2::{Digest, Sha256};

/// `text` as a checkout with line feeds has it: without a byte order mark and carriage returns.
pub fn normalized(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n")
}

/// The SHA-256 of `text` in hexadecimal digits.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_do_not_change_a_digest() {
        assert_eq!(digest(&normalized("\u{feff}a\r\nb\n")), digest("a\nb\n"));
        assert_eq!(&digest("")[..8], "e3b0c442", "as every SHA-256 has it");
    }
}
