//! Which family of the fonts there are letters are set in: the one that has the most of a script, and suits best.

use std::collections::BTreeSet;

use resvg::usvg::fontdb::{Database, FaceInfo, Family, ID, Query, Stretch, Style, Weight};
use skrifa::{FontRef, MetadataProvider};
use unicode_script::{Script, UnicodeScript};

/// How a line is set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kind {
    /// With serifs, or without.
    pub serif: bool,
    /// How bold, as CSS has it: 400 is usual, 700 bold.
    pub weight: u16,
}

impl Kind {
    /// The face of a family that is nearest to this weight.
    pub(super) fn face(self, family: Family, database: &Database) -> Option<ID> {
        database.query(&Query {
            families: &[family],
            weight: Weight(self.weight),
            ..Query::default()
        })
    }
}

/// Scripts that are set in one font together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// Digits, signs and what else belongs to no script.
    None,
    /// Chinese characters and those that Japanese and Korean write between them.
    East,
    /// Any other, by its name.
    Script(&'static str),
}

impl Group {
    /// The group of a letter.
    pub(super) fn of(letter: char) -> Self {
        match letter.script() {
            // Their punctuation, which each region sets in another place, and the marks of kana.
            _ if matches!(
                letter,
                '\u{3000}'..='\u{303f}'
                    | '\u{3099}'..='\u{30a0}'
                    | '\u{30fb}'..='\u{30fc}'
                    | '\u{ff00}'..='\u{ffef}'
            ) =>
            {
                Self::East
            }
            Script::Common | Script::Inherited | Script::Unknown => Self::None,
            Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Hangul
            | Script::Bopomofo => Self::East,
            script => Self::Script(script.full_name()),
        }
    }
}

/// Those of the letters that a face does not have: all, if there is none.
pub(super) fn lacked(database: &Database, face: Option<ID>, letters: &[char]) -> Vec<char> {
    let lacked = face.and_then(|face| {
        database.with_face_data(face, |data, index| {
            let font = FontRef::from_index(data, index).ok()?;
            let charmap = font.charmap();
            let lacked = letters.iter().copied();
            Some(
                lacked
                    .filter(|&letter| charmap.map(letter).is_none())
                    .collect(),
            )
        })
    });
    lacked.flatten().unwrap_or_else(|| letters.to_vec())
}

/// What a family should be like.
pub(super) struct Wanted {
    /// How the line is set.
    pub kind: Kind,
    /// Whose form Chinese characters should have.
    pub region: Option<Region>,
}

impl Wanted {
    /// The family that suits best for these letters; none if no family has even one of them.
    pub(super) fn best(&self, letters: &[char], database: &Database) -> Option<String> {
        let families = database.faces().filter_map(|face| face.families.first());
        let families: BTreeSet<&str> = families.map(|(name, _)| name.as_str()).collect();
        let judged = families.into_iter().filter_map(|family| {
            let id = self.kind.face(Family::Name(family), database)?;
            let has = letters.len() - lacked(database, Some(id), letters).len();
            (has > 0).then_some((has, self.suits(family, database.face(id)?), family))
        });
        // Of the like the shorter name, which is the plainer face, then the first in the alphabet.
        let best = judged.reduce(|best, next| {
            let rank = |(has, suits, family): &(usize, _, &str)| {
                (*has, *suits, core::cmp::Reverse(family.len()))
            };
            if rank(&next) > rank(&best) {
                next
            } else {
                best
            }
        });
        best.map(|(_, _, family)| family.to_owned())
    }

    /// How well, as what counts most first: Chinese characters in the form of the region, upright and of usual width, serif
    /// or sans, as bold.
    fn suits(&self, family: &str, face: &FaceInfo) -> (u8, bool, bool, core::cmp::Reverse<u16>) {
        let region = match (self.region, Region::of_family(family)) {
            (Some(wanted), Some(its)) if wanted == its => 2,
            (Some(_), Some(_)) => 0,
            _ => 1,
        };
        let plain =
            face.style == Style::Normal && face.stretch == Stretch::Normal && !face.monospaced;
        let weight = face.weight.0.abs_diff(self.kind.weight);
        let serif = is_serif(family) == self.kind.serif;
        (region, plain, serif, core::cmp::Reverse(weight))
    }
}

/// Whether a family is known by its name to have serifs, or what other scripts have in their place.
fn is_serif(family: &str) -> bool {
    let name = family.to_lowercase();
    let known = [
        "serif", "mincho", "ming", "song", "simsun", "myungjo", "myeongjo", "batang", "naskh",
        "times", "georgia",
    ];
    !name.contains("sans") && known.iter().any(|known| name.contains(known))
}

/// Where Chinese characters have a form of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    China,
    Taiwan,
    HongKong,
    Japan,
    Korea,
}

/// The region of a language (BCP 47); of one that does not write these letters, that of which they are.
pub(super) fn region(language: &str, letters: &[char]) -> Region {
    let mut parts = language.split('-');
    let first = parts.next().unwrap_or_default().to_ascii_lowercase();
    let has = |part: &str| {
        let mut parts = language.split('-').skip(1);
        parts.any(|own| own.eq_ignore_ascii_case(part))
    };
    match first.as_str() {
        "ja" => Region::Japan,
        "ko" => Region::Korea,
        "yue" if !has("Hans") => Region::HongKong,
        "zh" if has("HK") || has("MO") => Region::HongKong,
        "zh" if has("Hant") || has("TW") => Region::Taiwan,
        "zh" | "yue" => Region::China,
        _ => {
            let of = |scripts: &[Script]| {
                let mut letters = letters.iter();
                letters.any(|letter| scripts.contains(&letter.script()))
            };
            if of(&[Script::Hangul]) {
                Region::Korea
            } else if of(&[Script::Hiragana, Script::Katakana]) {
                Region::Japan
            } else {
                Region::China
            }
        }
    }
}

impl Region {
    /// The region of a family, if its name says so: "Noto Sans CJK SC", or one that systems come with.
    fn of_family(family: &str) -> Option<Self> {
        let known = [
            ("YaHei", Self::China),
            ("SimSun", Self::China),
            ("SimHei", Self::China),
            ("WenQuanYi", Self::China),
            ("JhengHei", Self::Taiwan),
            ("MingLiU", Self::Taiwan),
            ("Hiragino", Self::Japan),
            ("Meiryo", Self::Japan),
            ("Yu ", Self::Japan),
            ("IPA", Self::Japan),
            ("Takao", Self::Japan),
            ("Malgun", Self::Korea),
            ("Nanum", Self::Korea),
            ("Apple SD", Self::Korea),
        ];
        let named = match family.split(' ').next_back()? {
            "SC" | "CN" => Some(Self::China),
            "TC" | "TW" => Some(Self::Taiwan),
            "HK" => Some(Self::HongKong),
            "JP" => Some(Self::Japan),
            "KR" => Some(Self::Korea),
            _ => None,
        };
        let mut known = known.into_iter();
        named.or_else(|| Some(known.find(|(name, _)| family.contains(name))?.1))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn chinese_characters_have_the_form_of_the_language() {
        for (language, letters, family) in [
            ("zh", "直", "Noto Sans CJK SC"),
            ("zh-Hans-SG", "直", "Source Han Sans CN"),
            ("zh-Hant", "直", "Noto Sans CJK TC"),
            ("zh-TW", "直", "Microsoft JhengHei"),
            ("zh-Hant-HK", "直", "Noto Serif CJK HK"),
            ("yue", "直", "PingFang HK"),
            ("ja", "直", "Noto Sans CJK JP"),
            ("ko-KR", "直", "Malgun Gothic"),
            ("en", "直", "Noto Sans CJK SC"),
            ("en", "直ひ", "Yu Gothic"),
            ("de", "直한", "NanumGothic"),
        ] {
            let letters: Vec<char> = letters.chars().collect();
            let its = Region::of_family(family).unwrap();
            assert_eq!(region(language, &letters), its, "{language}");
        }
        assert_eq!(Region::of_family("DejaVu Sans"), None);
    }

    #[test]
    fn punctuation_of_chinese_and_japanese_is_set_as_their_characters_are() {
        for letter in "、。「」・ー：？".chars() {
            assert!(Group::of(letter) == Group::of('直'), "{letter}");
        }
        for letter in "–…“”·".chars() {
            assert!(Group::of(letter) == Group::None, "{letter}");
        }
    }

    #[test]
    fn serifs_are_known_by_the_name() {
        for (family, serif) in [
            ("Noto Serif CJK SC", true),
            ("Noto Naskh Arabic", true),
            ("Noto Sans Devanagari", false),
            ("SimSun", true),
        ] {
            assert_eq!(is_serif(family), serif, "{family}");
        }
    }
}
