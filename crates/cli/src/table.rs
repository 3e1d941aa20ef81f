//! Columns in a terminal, where a Chinese character is two cells wide.

/// Rows under each other, columns two cells apart; the first row is the head.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(wide).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).map(|(cell, wide)| format!("{cell}{}", " ".repeat(wide - width(cell))));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Text from outside on one line, without what a terminal would obey.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_bidi(*c)).collect()
}

/// How many cells a text takes.
fn width(text: &str) -> usize {
    text.chars().map(cells).sum()
}

fn cells(c: char) -> usize {
    match u32::from(c) {
        0x0300..=0x036f | 0x200b..=0x200d | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
        0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// Marks that turn the direction of what follows, and so make a text look like another.
fn is_bidi(c: char) -> bool {
    matches!(u32::from(c), 0x202a..=0x202e | 0x2066..=0x2069)
}

#[cfg(test)]
mod tests {
    use super::{columns, plain, width};

    #[test]
    fn a_character_is_two_cells_wide() {
        for (text, cells) in [("abc", 3), ("客户", 4), ("，", 2), ("é", 1), ("e\u{301}", 1), ("", 0), ("A客，", 5)]
        {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn columns_stand_under_each_other() {
        let rows = [["编号", "客户"], ["KS-1", "绿源"], ["K", "A"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(columns(&rows), "编号  客户\nKS-1  绿源\nK     A");
        assert_eq!(columns(&[]), "");
    }

    #[test]
    fn a_terminal_obeys_nothing() {
        assert_eq!(plain("a\x1b[2Jb\nc\u{202e}d"), "a [2Jb cd");
    }
}
