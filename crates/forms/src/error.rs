//! Why a form is not drawn.

/// A form refuses rather than print something wrong. A consumer tells the cases apart by their kind, never by the text.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// A final form has characters that no embedded font has (forms-language § 5.8). A draft draws 〓 for them.
    #[error("no embedded font has these characters: {}", list(.0))]
    MissingCharacters(Vec<char>),
    /// A picture that cannot be read.
    #[error("the picture `{what}` cannot be read: {reason}")]
    Picture {
        /// Its subject, or `logo`.
        what: String,
        /// What the reader said.
        reason: String,
    },
    /// The numbers are too long for the QR code that files a scanned sheet.
    #[error("`{text}` has {} characters, and the code on the page holds {most}", .text.chars().count())]
    CodeTooLong {
        /// What was to be encoded.
        text: String,
        /// How many characters it holds.
        most: usize,
    },
    /// A row that may not be broken is taller than a page.
    #[error("in the part `{section}` a row is {height:.0} mm tall, and a page has {most:.0} mm")]
    TooTall {
        /// The title of the section.
        section: String,
        /// Height of the row in millimetres.
        height: f32,
        /// What a page holds, in millimetres.
        most: f32,
    },
    /// The file could not be written.
    #[error("the file cannot be written: {0}")]
    Write(String),
}

fn list(signs: &[char]) -> String {
    signs.iter().map(|sign| format!("{sign} (U+{:04X})", u32::from(*sign))).collect::<Vec<_>>().join(", ")
}
