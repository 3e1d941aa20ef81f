//! The kinds of files that are known, in one list: media type, and the extensions that promise it.

macro_rules! kinds { ($( $(#[$doc:meta])* $name:ident = $media:literal [ $($ext:literal),* ]; )*) => {
    /// What a file is, by its content.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Kind { $( $(#[$doc])* $name, )* }

    impl Kind {
        /// Every kind.
        pub const ALL: &[Kind] = &[ $( Kind::$name, )* ];

        /// As HTTP and mail call it.
        pub fn media_type(self) -> &'static str {
            match self { $( Kind::$name => $media, )* }
        }

        /// The extensions that promise this kind, in lower case.
        pub fn extensions(self) -> &'static [&'static str] {
            match self { $( Kind::$name => &[ $($ext),* ], )* }
        }
    }
} }

// How to add one: a line here, and where `sniff.rs`, `container.rs` or `words.rs` knows it by its content.
kinds! {
    /// Picture; drawn on forms.
    Png = "image/png" ["png"];
    /// Photo; drawn on forms.
    Jpeg = "image/jpeg" ["jpg", "jpeg", "jpe", "jfif"];
    /// Picture; kept, not drawn.
    Gif = "image/gif" ["gif"];
    /// Picture; kept, not drawn.
    Webp = "image/webp" ["webp"];
    /// Picture; kept, not drawn.
    Bmp = "image/bmp" ["bmp", "dib"];
    /// Scan; kept, not drawn.
    Tiff = "image/tiff" ["tif", "tiff"];
    /// Photo of a phone; kept, not drawn.
    Heic = "image/heic" ["heic", "heif", "hif"];
    /// Drawing as text; kept, not drawn.
    Svg = "image/svg+xml" ["svg"];
    /// Document.
    Pdf = "application/pdf" ["pdf"];
    /// Word.
    Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ["docx", "docm", "dotx"];
    /// Excel.
    Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ["xlsx", "xlsm", "xltx", "xlsb"];
    /// PowerPoint.
    Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation" ["pptx", "pptm", "ppsx"];
    /// OpenDocument, any of them.
    OpenDocument = "application/vnd.oasis.opendocument" ["odt", "ods", "odp", "odg"];
    /// Word as it was before 2007, and WPS.
    Doc = "application/msword" ["doc", "dot", "wps"];
    /// Excel as it was before 2007, and WPS.
    Xls = "application/vnd.ms-excel" ["xls", "xlt", "et"];
    /// PowerPoint as it was before 2007, and WPS.
    Ppt = "application/vnd.ms-powerpoint" ["ppt", "pps", "dps"];
    /// A mail that Outlook saved.
    Msg = "application/vnd.ms-outlook" ["msg"];
    /// Some other document of that container, e.g. Visio, or an Office file under a password.
    Compound = "application/x-ole-storage" ["vsd"];
    /// Archive.
    Zip = "application/zip" ["zip"];
    /// Archive.
    Rar = "application/vnd.rar" ["rar"];
    /// Archive.
    SevenZip = "application/x-7z-compressed" ["7z"];
    /// Archive.
    Gzip = "application/gzip" ["gz", "tgz"];
    /// Film, also of a phone.
    Mp4 = "video/mp4" ["mp4", "m4v", "mov", "3gp", "m4a"];
    /// Film.
    Avi = "video/x-msvideo" ["avi"];
    /// Film.
    Webm = "video/webm" ["webm", "mkv"];
    /// Sound.
    Mp3 = "audio/mpeg" ["mp3"];
    /// Sound.
    Wav = "audio/wav" ["wav"];
    /// Sound of a phone.
    Amr = "audio/amr" ["amr"];
    /// Sound.
    Ogg = "audio/ogg" ["ogg", "oga", "opus"];
    /// Drawing of AutoCAD.
    Dwg = "image/vnd.dwg" ["dwg"];
    /// A mail with its head.
    Eml = "message/rfc822" ["eml"];
    /// A page of the web; never shown, only kept.
    Html = "text/html" ["htm", "html", "mht", "mhtml", "xhtml"];
    /// XML.
    Xml = "application/xml" ["xml"];
    /// A table as text.
    Csv = "text/csv" ["csv", "tsv"];
    /// Formatted text.
    Rtf = "application/rtf" ["rtf"];
    /// Words in any character set.
    Text = "text/plain" ["txt", "log", "md", "ini", "json", "dxf", "stp", "step", "ics"];
    /// Bytes that say nothing about themselves.
    Unknown = "application/octet-stream" [];
}

impl Kind {
    /// The kind that this extension promises; `None` when it promises nothing that is known here.
    pub fn promised(extension: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.extensions().contains(&extension))
    }

    /// A form can draw it.
    pub fn is_drawn(self) -> bool {
        matches!(self, Kind::Png | Kind::Jpeg)
    }
}
