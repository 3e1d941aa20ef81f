//! The name of a file, made fit for every system and for the eye.

/// The longest name in bytes: Linux takes 255, and a copy on another disk adds a number.
const LONGEST: usize = 200;

/// What a file without a name is called.
const NAMELESS: &str = "file";

/// Names of devices, which Windows opens instead of a file, whatever the extension.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "com", "lpt"];

/// Extensions that Windows, or a shell, runs or hands to something that runs them.
const PROGRAMS: &[&str] = &[
    "exe",
    "com",
    "scr",
    "pif",
    "dll",
    "sys",
    "drv",
    "cpl",
    "ocx",
    "msi",
    "msp",
    "mst",
    "msix",
    "appx",
    "application",
    "gadget",
    "bat",
    "cmd",
    "ps1",
    "psm1",
    "vbs",
    "vbe",
    "vb",
    "js",
    "jse",
    "mjs",
    "wsf",
    "wsh",
    "wsc",
    "sct",
    "hta",
    "lnk",
    "url",
    "scf",
    "reg",
    "inf",
    "jar",
    "jnlp",
    "sh",
    "bash",
    "py",
    "pyw",
    "chm",
    "hlp",
    "xll",
    "iso",
    "img",
    "vhd",
    "vhdx",
    "settingcontent-ms",
    "library-ms",
    "desktop",
];

/// The name without its path, without signs that a system refuses or that hide its end, not too long, never empty.
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = last.chars().filter(|sign| !sign.is_control() && !is_unseen(*sign));
    let safe: String = shown.map(|sign| if "<>:\"|?*".contains(sign) { '_' } else { sign }).collect();
    // Windows drops dots and spaces at the end: `a.exe.` would become a program there.
    let trimmed = safe.trim_start().trim_end_matches(|sign: char| sign == '.' || sign.is_whitespace());
    let (stem, dot_extension) = parts(trimmed);
    let stem = stem.trim_end();
    let stem = if stem.trim_matches(['.', '_', ' ']).is_empty() { NAMELESS } else { stem };
    let guard = if is_device(stem) { "_" } else { "" };
    let room = LONGEST.saturating_sub(dot_extension.len() + guard.len());
    format!("{guard}{}{dot_extension}", shortened(stem, room).trim_end())
}

/// The extension of a clean name, in lower case; empty when there is none.
pub(crate) fn extension(name: &str) -> String {
    parts(name).1.trim_start_matches('.').to_lowercase()
}

/// The extension itself, when it is one that starts programs.
pub(crate) fn starts_programs(extension: &str) -> Option<&str> {
    PROGRAMS.contains(&extension).then_some(extension)
}

/// Stem, and extension with its dot; an absurdly long one is no extension.
fn parts(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(dot) if name.len() - dot <= 20 => name.split_at(dot),
        Some(_) | None => (name, ""),
    }
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = first.trim_end_matches(['1', '2', '3', '4', '5', '6', '7', '8', '9', '¹', '²', '³']);
    let numbers = first[numbered.len()..].chars().count();
    DEVICES.contains(&numbered) && numbers == usize::from(matches!(numbered, "com" | "lpt"))
}

/// Signs without a shape: they turn the direction of writing, so that `gpj.exe` is seen as `exe.jpg`, or hide.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{ad}' | '\u{feff}')
}

fn shortened(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
