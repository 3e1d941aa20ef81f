//! Where a line may break: Unicode's rules, and over them those of the field (forms-language § 2).

use super::is_han;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// Never first on a line.
const NOT_FIRST: &str = "，。、；：？！）】」』》〉〕｝］”’…—～·％‰℃°,.;:?!)]}%・";
/// Never last on a line.
const NOT_LAST: &str = "（【「『《〈〔｛［“‘([{￥$№#≤≥±<>=≈≠×第";
/// Han signs that count something: they stay with their number.
const COUNTERS: &str = "件个只台套批张份次天日月年小时分秒级箱袋条根米克千万亿元吨页组班项种名人号楼周季度岁倍位桶瓶支片块包卷车段处起例号";
/// Latin units that stay with their number.
const UNITS: [&str; 44] = [
    "mm", "cm", "m", "km", "μm", "um", "nm", "mg", "g", "kg", "t", "ml", "L", "h", "min", "s", "ms", "d", "N", "kN",
    "Nm", "N·m", "Pa", "kPa", "MPa", "bar", "V", "kV", "mA", "A", "W", "kW", "Hz", "kHz", "pcs", "ppm", "PPM", "HRC",
    "HV", "HB", "K", "Ω", "dB", "%",
];
/// A code up to so many characters stays whole.
const WHOLE_CODE: usize = 16;

/// The byte places before which a line may begin, in order; the end of the text is one of them.
pub(super) fn breaks(text: &str) -> Vec<usize> {
    let mut places: Vec<usize> =
        linebreaks(text).filter(|(_, kind)| *kind == BreakOpportunity::Allowed).map(|(at, _)| at).collect();
    places.extend(beside_quotes(text));
    places.sort_unstable();
    places.dedup();
    places.retain(|at| *at > 0 && *at < text.len() && allowed(text, *at));
    places.push(text.len());
    places
}

/// Curly quotes serve Chinese too, where a line may break outside them; Unicode allows it on neither side.
fn beside_quotes(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter_map(|(at, sign)| {
        let opens = matches!(sign, '“' | '‘') && text[..at].chars().next_back().is_some_and(is_wide);
        let after = at + sign.len_utf8();
        let closes = matches!(sign, '”' | '’') && text[after..].chars().next().is_some_and(is_han);
        if opens { Some(at) } else { closes.then_some(after) }
    })
}

fn is_wide(sign: char) -> bool {
    is_han(sign) || "，。、；：？！）》」".contains(sign)
}

fn allowed(text: &str, at: usize) -> bool {
    let (before, after) = (text[..at].trim_end_matches(' '), &text[at..]);
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return false };
    !(NOT_FIRST.contains(first)
        || NOT_LAST.contains(last)
        || matches!(last, '①'..='⑳')
        || is_number_with_unit(before, after)
        || is_within_date(before, after)
        || is_within_code(text, at))
}

fn is_number_with_unit(before: &str, after: &str) -> bool {
    if !before.ends_with(|c: char| c.is_ascii_digit() || c == '½') {
        return false;
    }
    let word: String =
        after.chars().take_while(|c| !c.is_whitespace() && !is_wide(*c) && !"/()（,.;".contains(*c)).collect();
    after.starts_with(|c| COUNTERS.contains(c)) || UNITS.contains(&word.as_str())
}

/// 2026 年 5 月 18 日: the parts of a date stay together, with or without spaces.
fn is_within_date(before: &str, after: &str) -> bool {
    before.ends_with(['年', '月']) && after.starts_with(|c: char| c.is_ascii_digit()) && {
        let number = before.trim_end_matches(['年', '月']).trim_end_matches(' ');
        number.ends_with(|c: char| c.is_ascii_digit())
    }
}

fn is_within_code(text: &str, at: usize) -> bool {
    let of_code = |c: char| c.is_ascii_alphanumeric() || "-/@._+:#".contains(c);
    let head = text[..at].chars().rev().take_while(|c| of_code(*c)).count();
    let tail = text[at..].chars().take_while(|c| of_code(*c)).count();
    head > 0 && tail > 0 && head + tail <= WHOLE_CODE
}
