//! Texts in UTF-8 that a program took for another encoding: "Å™ehoÅ™" for "řehoř".

use std::ops::Range;

use encoding_rs::{Encoding, ISO_8859_2, WINDOWS_1250, WINDOWS_1252};

/// What programs in Europe take UTF-8 for. Of pages that read a text alike the last is named; Latin-1 is a part of it.
const PAGES: [&Encoding; 3] = [ISO_8859_2, WINDOWS_1250, WINDOWS_1252];

/// Letters of the languages that are written in the first two pages. Which of these a text was taken for only they can tell: Ĺž is ž in one of them, and Ş in the other.
const CENTRAL: &str =
    "áäâăąćčďđéëęěíîĺľłńňóôöőŕřśšťţúůüűýźżžÁÄÂĂĄĆČĎĐÉËĘĚÍÎĹĽŁŃŇÓÔÖŐŔŘŚŠŤŢÚŮÜŰÝŹŻŽ";

/// How many times more a text is read back whose words are still garbled then: each program that saves it so garbles it again.
const MOST: usize = 4;

/// What stands in a text, and what was meant.
pub(super) struct Garbled {
    /// The first word that is surely garbled.
    pub(super) word: String,
    /// The same word as it was.
    pub(super) meant: String,
    /// The encoding that the text was taken for.
    pub(super) page: &'static str,
    /// Whether it was taken for another one more than once.
    pub(super) again: bool,
    /// Where in the text, in characters, stands what is read as the bytes of another character.
    ranges: Vec<Range<usize>>,
}

impl Garbled {
    /// Whether the character at this place of the text, from 0, is one of the bytes of another one.
    pub(super) fn has(&self, at: usize) -> bool {
        let after = self.ranges.partition_point(|range| range.end <= at);
        self.ranges
            .get(after)
            .is_some_and(|range| range.contains(&at))
    }
}

/// Several characters that are the bytes of one.
struct Sequence {
    range: Range<usize>,
    meant: char,
}

/// Whether a text is garbled for certain. Letters of which the bytes could be those of another one stand beside each other in
/// good texts, too ("PÄŤ", "DÅ”"), so that is not enough.
pub(super) fn garbled(text: &str) -> Option<Garbled> {
    let mut found = garbled_once(text)?;
    for _ in 0..MOST {
        let Some(inner) = garbled_once(&found.meant) else {
            break;
        };
        found.meant = inner.meant;
        found.again = true;
    }
    Some(found)
}

fn garbled_once(text: &str) -> Option<Garbled> {
    let mut pairs = text.chars().zip(text.chars().skip(1));
    if !pairs.any(|(lead, next)| is_lead(lead) && is_of_pages(next)) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let readings = PAGES.into_iter().filter_map(|page| {
        let found = sequences(&chars, page);
        let sure = (0..found.len()).find(|at| is_sure(&chars, &found, *at))?;
        let sure = found.get(sure)?.range.start;
        Some((found, sure, page))
    });
    let (found, sure, page) =
        readings.max_by_key(|(found, ..)| (found.len(), likely(&chars, found)))?;
    let is_space = |char: &char| char.is_ascii_whitespace();
    let before = chars.get(..sure)?;
    let start = before.iter().rposition(is_space).map_or(0, |at| at + 1);
    let rest = chars.get(sure..)?;
    let end = rest
        .iter()
        .position(is_space)
        .map_or(chars.len(), |at| sure + at);
    let mut meant = String::new();
    let mut at = start;
    for one in found
        .iter()
        .filter(|one| (start..end).contains(&one.range.start))
    {
        meant.extend(chars.get(at..one.range.start)?);
        meant.push(one.meant);
        at = one.range.end;
    }
    meant.extend(chars.get(at..end.max(at))?);
    Some(Garbled {
        word: chars.get(start..end)?.iter().collect(),
        again: false,
        meant,
        page: page.name(),
        ranges: found.into_iter().map(|one| one.range).collect(),
    })
}

/// How many of the characters meant are likely ones: letters that are used, and no capitals within a word.
fn likely(chars: &[char], found: &[Sequence]) -> usize {
    let before = std::iter::once(None).chain(found.iter().map(Some));
    let is_likely = |(one, before): &(&Sequence, Option<&Sequence>)| {
        let start = one.range.start;
        let meant = before.filter(|before| before.range.end == start);
        let char = start.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let before = meant.map(|before| before.meant).or(char);
        let is_within = before.is_some_and(char::is_lowercase);
        let is_known = CENTRAL.contains(one.meant) || !is_latin(one.meant);
        is_known && !(is_within && one.meant.is_uppercase())
    };
    found.iter().zip(before).filter(is_likely).count()
}

/// Whether a character of one of the pages can be the first byte of another one: bytes from C2 are letters in all of them.
fn is_lead(char: char) -> bool {
    matches!(char, '\u{c0}'..='\u{17f}')
}

/// Whether one of the pages can have a character beyond ASCII.
fn is_of_pages(char: char) -> bool {
    matches!(char, '\u{80}'..='\u{17f}' | '\u{192}' | '\u{2c6}'..='\u{2dd}' | '\u{2010}'..='\u{2122}')
}

/// The characters of a text that are the bytes of others, in their order.
fn sequences(chars: &[char], page: &'static Encoding) -> Vec<Sequence> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let one = sequence(rest, page);
        let length = one.map_or(1, |(_, length)| length);
        found.extend(one.map(|(meant, length)| Sequence {
            range: at..at + length,
            meant,
        }));
        at += length;
    }
    found
}

/// The character of which the first of these are the bytes, and how many they are.
fn sequence(chars: &[char], page: &'static Encoding) -> Option<(char, usize)> {
    let first = chars.first().filter(|first| is_lead(**first))?;
    let length = match byte(*first, page)? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes = chars.get(..length)?.iter().map(|char| byte(*char, page));
    let bytes: Vec<u8> = bytes.collect::<Option<_>>()?;
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (is_latin(meant) || is_punctuation(meant) || is_of_other_script(meant) || is_control(meant))
        .then_some((meant, length))
}

/// The byte that a character is in a page. Where a page has no character for a byte, programs keep its number.
fn byte(char: char, page: &'static Encoding) -> Option<u8> {
    if is_control(char) {
        return u8::try_from(u32::from(char)).ok();
    }
    let mut room = [0; 4];
    let (bytes, _, unknown) = page.encode(char.encode_utf8(&mut room));
    match bytes.as_ref() {
        [byte] if !unknown && *byte >= 0x80 => Some(*byte),
        _ => None,
    }
}

/// Letters and signs of the languages that are written in Latin script. Of those beyond U+0200 only Romanian has any: the bytes of
/// others are those of JOSÉ† and of Čłowjek.
fn is_latin(char: char) -> bool {
    matches!(char, '\u{a0}'..='\u{1ff}' | 'Ș'..='ț')
}

/// What stands in no text but in one that is garbled itself.
fn is_control(char: char) -> bool {
    matches!(char, '\u{80}'..='\u{9f}')
}

/// Quotation marks, dashes, the euro, the trade mark. Of their bytes the first two are â€, â‚ or â„, which no word has.
fn is_punctuation(char: char) -> bool {
    matches!(char, '\u{2010}'..='\u{203f}' | '\u{20a0}'..='\u{20bf}' | '\u{2116}' | '\u{2122}')
}

fn is_of_other_script(char: char) -> bool {
    char >= '\u{370}' && char.is_alphabetic()
}

/// Whether what was meant is of a script, or of a part of it, like what was meant beside it.
fn are_alike(one: char, other: char) -> bool {
    let is_east_asian = |char| matches!(char, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    is_east_asian(one) && is_east_asian(other) || u32::from(one) >> 8 == u32::from(other) >> 8
}

/// Whether one of the sequences is nothing else for certain.
fn is_sure(chars: &[char], found: &[Sequence], at: usize) -> bool {
    let Some(Sequence { range, meant }) = found.get(at).filter(|one| !is_control(one.meant)) else {
        return false;
    };
    if is_punctuation(*meant) {
        return true;
    }
    if is_of_other_script(*meant) {
        let next = found.get(at + 1);
        return next.is_some_and(|next| {
            next.range.start == range.end
                && is_of_other_script(next.meant)
                && are_alike(*meant, next.meant)
        });
    }
    let before = range.start.checked_sub(1).and_then(|at| chars.get(at));
    let lead = chars.get(range.start);
    let last = chars.get(range.end - 1).copied().unwrap_or_default();
    let next = chars.get(range.end);
    // The first one is a capital letter: none stands behind a small one.
    if before.is_some_and(|before| before.is_lowercase()) {
        return true;
    }
    if !last.is_alphabetic() {
        // A name in capitals can be a trade mark, or somebody's who has died (JOSÉ†); and a price stands behind it (CAFÉ€ 5).
        let is_name = before.is_some_and(|before| before.is_uppercase());
        // Nor does a word go on behind an exponent or a fraction.
        let goes_on = matches!(last, '\u{b0}'..='\u{bf}')
            && last != '»'
            && next.is_some_and(|next| next.is_lowercase());
        return goes_on
            || is_sign(last) && !(is_name && matches!(last, '®' | '™' | '†' | '‡' | '€'));
    }
    // Two capitals, or a capital and a letter that follows no such capital in any language but in Romanian: Ăştia.
    let is_romanian = matches!(lead, Some('Ă' | 'Â')) && matches!(last, 'ş' | 'Ş');
    before.is_none_or(|before| !before.is_alphabetic())
        && next.is_some_and(char::is_ascii_lowercase)
        && !is_romanian
}

/// What stands behind no letter: signs, but not what closes a quotation or a sentence, nor the exponents of an ångström.
fn is_sign(char: char) -> bool {
    matches!(char, '\u{80}'..='\u{9f}' | '¡'..='ª' | '¬'..='°' | '´'..='¶' | '¸' | '¿' | 'ˇ' | '˘' | '˛' | '˝' | 'ˆ' | '˜' | '™' | '€' | '‰' | '†' | '‡')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a program shows that takes UTF-8 for this page.
    fn taken_for(text: &str, page: &'static Encoding) -> String {
        let (shown, _) = page.decode_without_bom_handling(text.as_bytes());
        shown.into_owned()
    }

    #[test]
    fn what_was_meant_is_found_in_every_page() {
        for word in [
            "Řehoř",
            "řehoř",
            "Ministerství",
            "člověk",
            "žena",
            "déjà",
            "größer",
            "l’été",
            "„Slovo“",
            "10–20",
            "5€",
            "Министерство",
            "Υπουργείο",
            "外交部",
            "외교부",
            "Łódź",
            "20°C",
        ] {
            for page in PAGES {
                let shown = taken_for(word, page);
                // Which of two pages these scripts were taken for, their letters do not tell.
                let is_told =
                    page != ISO_8859_2 || !["Υπουργείο", "外交部", "외교부"].contains(&word);
                if shown.contains('\u{fffd}') || !is_told {
                    continue;
                }
                let text = format!("A {shown} B");
                let found = garbled(&text);
                let meant = found.as_ref().map(|found| found.meant.as_str());
                assert_eq!(meant, Some(word), "{} {shown:?}", page.name());
                assert_eq!(found.map(|found| found.word), Some(shown));
            }
        }
        for (text, meant, again) in [
            ("Ã…â„¢", "ř", true),
            ("Ã…â„¢ehoÃ…â„¢", "řehoř", true),
            ("Ã\u{85}Â\u{99}ehoÃ\u{85}Â\u{99}", "řehoř", true),
            ("È™tire", "știre", false),
            ("Ä‡wiek", "ćwiek", false),
        ] {
            let found = garbled(text).map(|found| (found.meant, found.again));
            assert_eq!(found, Some((meant.to_owned(), again)), "{text}");
        }
        // As Latin-1 proper, which has no other characters for these bytes.
        let found = garbled("\u{c5}\u{99}eho\u{c5}\u{99}");
        assert_eq!(found.map(|found| found.meant).as_deref(), Some("řehoř"));
    }

    #[test]
    fn good_texts_are_let_alone() {
        for text in [
            "",
            "Ministry A",
            "PÄŤ DEVÄŤ PAMÄŤ",
            "„STRÁŽ“ a „stráž“, MINISTERSTVÍ“, ČESKÉ…",
            "SOUTĚŽÍŠ DŮŽE ÚŽAS NEJTĚŽŠÍ",
            "MASĂ” CÂŞTIG Ăştia",
            "IRMÃ… MAÇÃ”",
            "„SPÄ“ och ”PÅ”",
            "5 Å², 10 Å³ ± 2",
            "SPÅ™ NESCAFÉ®",
            "JOSÉ† (1950–2020)",
            "ANDRÉ† a DESIRÉE, MÄ† MÄ‡ RENÉ‡",
            "CAFÉ€ 5, VOILÃ€",
            "Čłowjek",
            "Straße, naïve, Ångström, Âge, «Â»",
            "Spółka WSPÓŁPRACA, Łódź, żółć",
            "ГАЗЕТА „Правда“",
            "外交部表示",
            "Việt Nam, Đà Nẵng",
            "Ísland, Ægir, Þór",
        ] {
            assert!(garbled(text).is_none(), "{text}");
        }
    }
}
