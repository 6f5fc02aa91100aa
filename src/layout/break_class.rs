//! What each character does to the line breaks beside it: the classes of Unicode Standard Annex 14, by ranges. What hangs on the
//! character before it is told for the scripts of India, Thai and Lao, too.

/// What a character does to the breaks beside it. Names in brackets are the annex's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space at which a line may end (SP, BA, BK …); a run of it is one space.
    Space,
    /// An invisible break (ZW).
    Cut,
    /// Forbids breaks on both sides (GL).
    Glue,
    /// The same, and hangs on what it follows (WJ, ZWJ).
    Joiner,
    /// Hangs on what it follows (CM, EM).
    Mark,
    /// An opening bracket (OP).
    Open,
    /// One of full width (OP), which may follow a letter on the next line.
    WideOpen,
    /// A closing bracket or mark of full width (CL).
    Close,
    /// A closing bracket (CP), which may belong into a word.
    Bracket,
    /// "!" and "?" (EX).
    Exclaim,
    /// What separates numbers (IS).
    Comma,
    /// "/" (SY).
    Slash,
    /// "-" (HY).
    Hyphen,
    /// Other dashes, the soft hyphen (BA).
    Dash,
    /// Either of the two behind Hebrew, which keeps what is not Hebrew (LB21a).
    HebrewDash,
    /// A dash that also begins a line (B2).
    LongDash,
    /// Quotation marks that open in most languages (QU, Pi).
    OpenQuote,
    /// Those that close (QU, Pf).
    CloseQuote,
    /// Those that do both (QU).
    Quote,
    /// Before a number (PR).
    Prefix,
    /// After a number (PO).
    Postfix,
    /// Dots of omission (IN).
    Dots,
    /// Digits (NU).
    Digit,
    /// Letters (AL).
    Letter,
    /// Hebrew letters (HL).
    Hebrew,
    /// Ideographs, kana, syllables, pictures (ID, H2, H3, EB).
    Ideograph,
    /// Half a flag (RI).
    Flag,
    /// What begins no line (NS, CJ).
    NonStarter,
}

use Class::{
    Bracket, Close, CloseQuote, Comma, Cut, Dash, Digit, Dots, Exclaim, Flag, Glue, Hebrew, Hyphen,
    Ideograph, Joiner, Letter, LongDash, Mark, NonStarter, Open, OpenQuote, Postfix, Prefix, Quote,
    Slash, Space, WideOpen,
};

/// The class of a character.
pub(super) fn class(c: char) -> Class {
    let place = match c as u32 {
        code @ 0..=0x7ff => code,
        code @ 0x2000..=0x20ff => code - 0x1800,
        code @ 0x3000..=0x30ff => code - 0x2700,
        code @ 0xff00..=0xffff => code - 0xf500,
        _ => return class_elsewhere(c),
    };
    CLASSES.get(place as usize).copied().unwrap_or(Letter)
}

/// The classes of the blocks that punctuation stands in, worked out by the compiler: the ranges of [`class_of`] as code
/// would be three times as much for a browser to load.
static CLASSES: [Class; 0xb00] = {
    let mut all = [Letter; 0xb00];
    let mut place = 0;
    while place < all.len() {
        let code = match place as u32 {
            place @ 0..0x800 => place,
            place @ 0x800..0x900 => place + 0x1800,
            place @ 0x900..0xa00 => place + 0x2700,
            place => place + 0xf500,
        };
        if let Some(c) = char::from_u32(code) {
            // At compile time: a place out of bounds would be an error of the build.
            #[allow(clippy::indexing_slicing)]
            {
                all[place] = class_of(c);
            }
        }
        place += 1;
    }
    all
};

/// The class of a character outside of those blocks.
fn class_elsewhere(c: char) -> Class {
    match c as u32 {
        code @ 0x900..=0xeff if hangs_in_south_asia(code) => Mark,
        0x1160..=0x11ff | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe007f => Mark,
        0x1680 => Space,
        0x2116 | 0x2212 => Prefix,
        0xfb1d..=0xfb4f => Hebrew,
        0xfeff => Joiner,
        0x31f0..=0x31ff => NonStarter,
        0x1f1e6..=0x1f1ff => Flag,
        0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe4f
        | 0x1f000..=0x3ffff => Ideograph,
        _ => Letter,
    }
}

/// The same as ranges, for [`CLASSES`].
#[rustfmt::skip]
const fn class_of(c: char) -> Class {
    match c {
        '\0'..=' ' | '\u{85}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{2028}' | '\u{2029}'
        | '\u{205f}' | '\u{3000}' => Space,
        '\u{200b}' => Cut,
        '\u{a0}' | '\u{2007}' | '\u{2011}' | '\u{202f}' => Glue,
        '\u{200d}' | '\u{2060}' => Joiner,
        '(' | '[' | '{' | '¡' | '¿' | '‚' | '„' => Open,
        '!' | '?' | '׆' | '؛' | '؝'..='؟' | '۔' | '！' | '？' => Exclaim,
        ',' | '.' | ':' | ';' | '\u{37e}' | '،' | '؍' => Comma,
        ')' | ']' => Bracket,
        '/' => Slash,
        '-' => Hyphen,
        '|' | '\u{ad}' | '\u{58a}' | '־' | '‐' | '‒' | '–' | '‧' => Dash,
        '—' => LongDash,
        '"' | '\'' => Quote,
        '«' | '‘' | '‛' | '“' | '‟' | '‹' => OpenQuote,
        '»' | '’' | '”' | '›' => CloseQuote,
        '$' | '+' | '\\' | '£'..='¥' | '±' | '€' | '₪' | '＄' | '￡' | '￥' | '￦' => Prefix,
        '%' | '¢' | '°' | '‰'..='‷' | '؉'..='؋' | '٪' | '％' | '￠' => Postfix,
        '․'..='…' => Dots,
        '0'..='9' | '٠'..='٩' | '٫' | '٬' | '۰'..='۹' => Digit,
        // Brackets and quotation marks of Chinese and Japanese, in pairs.
        '〈'..='】' | '〔'..='〛' => {
            if (c as u32).is_multiple_of(2) { WideOpen } else { Close }
        }
        '〝' | '（' | '［' | '｛' | '｟' | '｢' => WideOpen,
        '}' | '、' | '。' | '〞' | '〟' | '）' | '，' | '．' | '］' | '｝' | '｠' | '｡' | '｣' | '､' => Close,
        '々' | '〜' | '〻' | '〼' | '゛'..='ゞ' | '゠' | '・'..='ヾ' | '：' | '；' | '･' | 'ｧ'..='ｰ' | 'ﾞ' | 'ﾟ'
        | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ'
        | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' => NonStarter,
        'א'..='ײ' => Hebrew,
        _ if hangs(c as u32) => Mark,
        '\u{3000}'..='\u{30ff}' | '\u{ff01}'..='\u{ffef}' => Ideograph,
        _ => Letter,
    }
}

/// What stands on the character before it, by ranges: accents, points, vowel signs, directions.
#[rustfmt::skip]
const fn hangs(code: u32) -> bool {
    matches!(code, 0x7f..=0x9f | 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf | 0x5c1 | 0x5c2 | 0x5c4 | 0x5c5
        | 0x5c7 | 0x610..=0x61a | 0x61c | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x6e7 | 0x6e8
        | 0x6ea..=0x6ed | 0x200c..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069 | 0x20d0..=0x20ff | 0x302a..=0x302f
        | 0x3099 | 0x309a)
}

/// The same for the scripts of India, whose blocks are laid out alike, Sinhala, Thai and Lao: with the vowel signs that have a
/// width, and what else begins no line.
fn hangs_in_south_asia(code: u32) -> bool {
    let place = code & 0x7f;
    match code {
        0xe00..=0xeff => matches!(place, 0x2f..=0x3c | 0x45..=0x4e),
        // Sinhala.
        0xd80..=0xdff => matches!(place, 0x01..=0x03 | 0x4a..=0x5f | 0x72 | 0x73),
        // Of these signs the blocks have each some of their own.
        0x9ce | 0xb83 | 0xd3a | 0xd54..=0xd56 => false,
        0xa70 | 0xa71 | 0xa75 | 0x9fe | 0xafa..=0xaff => true,
        _ => {
            matches!(place, 0..=4 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62 | 0x63)
                && code != 0x904
        }
    }
}
