//! Why a file is not taken.

/// Why a file is not taken. The words for people are in the catalogue, under the code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Longer than a file may be.
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its length.
        bytes: u64,
        /// The most there may be.
        limit: u64,
    },
    /// A program or a script, or something that starts one.
    #[error("the file can be run as a program: {what}")]
    Executable {
        /// How it shows: the kind of program, or the extension.
        what: String,
    },
    /// The extension promises something else than what is in it.
    #[error("the name says {says}, the content is {is}")]
    Lies {
        /// The extension.
        says: String,
        /// The media type of the content.
        is: &'static str,
    },
    /// It begins like a file of this kind, and cannot be read as one.
    #[error("the file is damaged: it begins like {is} and cannot be read")]
    Damaged {
        /// The media type that it begins like.
        is: &'static str,
    },
    /// A picture with more pixels than can be drawn; a small file may promise any number.
    #[error("the picture has {width} × {height} pixels, more than {limit} in all")]
    TooManyPixels {
        /// Promised width.
        width: u32,
        /// Promised height.
        height: u32,
        /// The most pixels there may be.
        limit: u64,
    },
}

impl Refused {
    /// What a program reads instead of the sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Refused::Empty => "file_empty",
            Refused::TooLarge { .. } => "file_too_large",
            Refused::Executable { .. } => "file_executable",
            Refused::Lies { .. } => "file_lies",
            Refused::Damaged { .. } => "file_damaged",
            Refused::TooManyPixels { .. } => "file_too_many_pixels",
        }
    }
}
