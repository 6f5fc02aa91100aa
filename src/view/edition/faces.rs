//! In which font each letter of a picture is set. What draws it takes one for a whole line, or letters of several with
//! gaps and boxes between; so each run of a script gets a `<tspan>` of its own, in one family for the whole picture
//! (`font_choice`).

use std::collections::{BTreeMap, BTreeSet};

use resvg::usvg::fontdb::{Database, Family};
use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};

use super::font_choice::{self, Group, Kind, Wanted, region};
use super::missing::is_seen;
use crate::incident::invisible::is_of_direction;
use crate::view::html::escaped;

/// What shows nothing and parts nothing (WORD JOINER).
const NOTHING: char = '\u{2060}';
/// What keeps two letters from becoming one shape (ZERO WIDTH NON-JOINER).
const APART: char = '\u{200c}';

/// A picture's lines with a `<tspan>` round each run of letters that the picture's own fonts, `serif` and `sans-serif`, do not
/// have. The language in its head decides on the form of Chinese characters.
pub(super) fn by_script(svg: &str, database: &Database) -> String {
    let language = attribute(svg, "lang").unwrap_or_default();
    let mut letters: BTreeMap<Kind, BTreeSet<char>> = BTreeMap::new();
    for part in parts(svg) {
        if let Part::Text(kind, text) = part {
            let all = letters.entry(kind).or_default();
            all.extend(units(text).map(|(letter, _)| letter));
        }
    }
    let families = letters.into_iter().map(|(kind, letters)| {
        let families = Families::of(&letters, kind, language, database);
        (kind, families)
    });
    let families: BTreeMap<Kind, Families> = families.collect();
    let mut out = String::with_capacity(svg.len());
    for part in parts(svg) {
        match part {
            Part::Markup(markup) => out.push_str(markup),
            Part::Text(kind, text) => match families.get(&kind) {
                Some(families) => families.set(&mut out, text),
                None => out.push_str(text),
            },
        }
    }
    out
}

/// A piece of a picture: all that is no line of text, or what a line says, escaped.
enum Part<'s> {
    Markup(&'s str),
    Text(Kind, &'s str),
}

/// The pieces of a picture as [`Writer`](crate::view::svg::Writer) writes it: a `<text>` has nothing in it but words.
fn parts(svg: &str) -> impl Iterator<Item = Part<'_>> {
    const END: &str = "</text>";
    svg.split_inclusive(END).flat_map(|piece| {
        let parted = || {
            let whole = piece.strip_suffix(END)?;
            let (_, tag) = whole.rsplit_once("<text ")?;
            let (_, words) = tag.split_once('>')?;
            let markup = whole.strip_suffix(words)?;
            Some((
                markup,
                Part::Text(kind_of([" ", tag].concat().as_str()), words),
            ))
        };
        let parts = match parted() {
            Some((markup, words)) => [
                Some(Part::Markup(markup)),
                Some(words),
                Some(Part::Markup(END)),
            ],
            None => [Some(Part::Markup(piece)), None, None],
        };
        parts.into_iter().flatten()
    })
}

/// How the line of a tag is set.
fn kind_of(tag: &str) -> Kind {
    let weight = attribute(tag, "font-weight").and_then(|weight| weight.parse().ok());
    Kind {
        serif: attribute(tag, "font-family") == Some("serif"),
        weight: weight.unwrap_or(400),
    }
}

/// The value of an attribute of the first tag.
fn attribute<'s>(markup: &'s str, name: &str) -> Option<&'s str> {
    let tag = markup.split('>').next()?;
    let (_, rest) = tag.split_once(&[" ", name, "=\""].concat())?;
    rest.split('"').next()
}

/// The letters of an escaped text, each with how it is written.
fn units(text: &str) -> impl Iterator<Item = (char, &str)> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let letter = rest.chars().next()?;
        let end = match (letter, rest.find(';')) {
            ('&', Some(end)) => end + 1,
            _ => letter.len_utf8(),
        };
        let (unit, after) = rest.split_at_checked(end)?;
        rest = after;
        Some((letter, unit))
    })
}

/// The families in which letters are set that the picture's own font does not have.
struct Families<'d> {
    /// By letter; none for the letters of a script of which the picture's own font has all.
    of: BTreeMap<char, String>,
    kind: Kind,
    database: &'d Database,
}

impl<'d> Families<'d> {
    fn of(letters: &BTreeSet<char>, kind: Kind, language: &str, database: &'d Database) -> Self {
        let own = if kind.serif {
            Family::Serif
        } else {
            Family::SansSerif
        };
        let own = kind.face(own, database);
        let mut groups: BTreeMap<Group, Vec<char>> = BTreeMap::new();
        for &letter in letters.iter().filter(|&&letter| is_seen(letter)) {
            groups.entry(Group::of(letter)).or_default().push(letter);
        }
        let mut of = BTreeMap::new();
        for (group, letters) in groups {
            let lacked = font_choice::lacked(database, own, &letters);
            if lacked.is_empty() {
                continue;
            }
            let wanted = Wanted {
                kind,
                region: (group == Group::East).then(|| region(language, &letters)),
            };
            // Letters of a script join, and should look alike: all of it is set in the font that has the most. Signs stand alone.
            let mut rest = if group == Group::None {
                lacked
            } else {
                letters
            };
            while let Some(family) = wanted.best(&rest, database) {
                let id = kind.face(Family::Name(&family), database);
                let still = font_choice::lacked(database, id, &rest);
                let found = rest.iter().filter(|letter| !still.contains(letter));
                of.extend(found.map(|&letter| (letter, family.clone())));
                rest = still;
            }
        }
        Self { of, kind, database }
    }

    /// Writes a text with its runs.
    fn set(&self, out: &mut String, text: &str) {
        if !text.chars().any(|letter| self.of.contains_key(&letter)) {
            out.push_str(text);
            return;
        }
        // An accent is one letter with the letter under it.
        let text: String = text.nfc().collect();
        let runs = self.runs(&text).unwrap_or_else(|| {
            let letters: Vec<char> = units(&text).map(|(letter, _)| letter).collect();
            let wanted = Wanted {
                kind: self.kind,
                region: None,
            };
            vec![(wanted.best(&letters, self.database), text)]
        });
        for (family, run) in runs {
            match family {
                Some(family) => {
                    let quoted = escaped(&family.replace('\'', ""));
                    out.push_str(&format!("<tspan font-family=\"'{quoted}'\">{run}</tspan>"));
                }
                None => out.push_str(&run),
            }
        }
    }

    /// The runs of a line; none if it can be set in one font only.
    ///
    /// The first font of a line shapes all of it, and others put their shapes in the place of its own, one for one: where
    /// their number differs letters are lost, or worse. So the first is of the script whose letters are put together to shapes,
    /// if there is one, and what is set in others has nothing that could be.
    fn runs(&self, text: &str) -> Option<Vec<(Option<String>, String)>> {
        let family = |letter: char| self.of.get(&letter);
        let complex = units(text).filter(|(letter, _)| is_complex(letter.script()));
        let complex: BTreeSet<Option<&String>> =
            complex.map(|(letter, _)| family(letter)).collect();
        if complex.len() > 1 {
            return None;
        }
        let any = || units(text).find_map(|(letter, _)| family(letter));
        let first = complex.into_iter().next().unwrap_or_else(any);
        let mut runs: Vec<(Option<&String>, String)> = Vec::new();
        let mut last = None;
        for (letter, unit) in units(text) {
            let unseen = !is_seen(letter) && !letter.is_whitespace();
            // A mark stands on the letter before it, joiners are between two of a kind.
            let is_mark = !unseen && letter.script() == Script::Inherited;
            let before = runs.last().map(|(family, _)| *family);
            let family = match before {
                Some(before) if unseen || is_mark => before,
                _ => family(letter),
            };
            let is_first = family == first;
            if is_mark && !is_first {
                return None;
            }
            if unseen && !is_first && !is_of_direction(letter) {
                continue;
            }
            if before != Some(family) {
                runs.push((family, String::new()));
            } else if !is_first && last.is_some_and(|last| may_ligate(last, letter)) {
                runs.last_mut()?.1.push(APART);
            }
            runs.last_mut()?.1.push_str(unit);
            last = Some(letter);
        }
        if runs.first().is_some_and(|(family, _)| *family != first) {
            runs.insert(0, (first, NOTHING.into()));
        }
        let runs = runs.into_iter();
        Some(runs.map(|(family, run)| (family.cloned(), run)).collect())
    }
}

/// Whether fonts may have one shape for these two: fi, Th, a dash of two, a flag.
fn may_ligate(one: char, other: char) -> bool {
    let is_sign = |letter: char| is_seen(letter) && !letter.is_alphanumeric();
    match one {
        'f' | 't' | 'T' => other.is_lowercase(),
        _ => is_sign(one) && is_sign(other),
    }
}

/// Scripts whose letters are put together to shapes.
fn is_complex(script: Script) -> bool {
    !matches!(
        script,
        Script::Common
            | Script::Inherited
            | Script::Unknown
            | Script::Latin
            | Script::Greek
            | Script::Cyrillic
            | Script::Armenian
            | Script::Georgian
            | Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Bopomofo
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn families(of: &[(&str, &'static str)]) -> BTreeMap<char, String> {
        let of = of.iter().flat_map(|(letters, family)| {
            let letters = letters.chars();
            letters.map(|letter| (letter, (*family).to_owned()))
        });
        of.collect()
    }

    fn set(of: &BTreeMap<char, String>, text: &str) -> String {
        let families = Families {
            of: of.clone(),
            kind: Kind {
                serif: false,
                weight: 400,
            },
            database: &Database::new(),
        };
        let mut out = String::new();
        families.set(&mut out, text);
        let out = out.replace(NOTHING, "_").replace(APART, "|");
        let out = out.replace("<tspan font-family=\"'", "<");
        out.replace("'\">", ":").replace("</tspan>", ">")
    }

    #[test]
    fn each_run_of_a_script_has_its_family_and_the_first_is_that_of_joined_letters() {
        let known = families(&[("मन", "Deva"), ("甲部。", "East"), ("🚀👩🇩🇪", "Signs")]);
        for (text, expected) in [
            ("Ministry A &amp; B", "Ministry A &amp; B"),
            ("मन\u{200d}म", "<Deva:मन\u{200d}म>"),
            ("मन NATO मन", "<Deva:मन> NATO <Deva:मन>"),
            ("A मन", "<Deva:_>A <Deva:मन>"),
            ("甲 मन 部。", "<Deva:_><East:甲> <Deva:मन> <East:部。>"),
            // Signs are put into the place of others one by one: two that may be one shape are kept apart.
            ("A 甲\u{301}", "<East:_>A <East:甲\u{301}>"),
            ("Office ――甲 e\u{301}", "<East:_>Of|f|ice ―|―<East:甲> é"),
            ("Office ―― e\u{301}", "Office ―― e\u{301}"),
            ("甲 👩\u{200d}🚀🇩🇪", "<East:甲> <Signs:👩|🚀|🇩|🇪>"),
            ("لا 甲", "لا <East:甲>"),
            ("甲 لا", "_<East:甲> لا"),
            // Not in several fonts: two scripts whose letters are joined, a mark that is no letter's.
            ("मन لا", "मन لا"),
            ("甲 x\u{1ab0}", "甲 x\u{1ab0}"),
            ("", ""),
        ] {
            assert_eq!(set(&known, text), expected);
        }
        let entities = families(&[("&", "Signs")]);
        assert_eq!(set(&entities, "&amp;"), "<Signs:&amp;>");
    }

    #[test]
    fn a_picture_is_parted_into_markup_and_words() {
        let svg = "<svg lang=\"zh\"><g><text x=\"1\" font-family=\"serif\" font-weight=\"600\">A &gt; B</text></g>\
                   <text x=\"1\">甲</text><text x=\"2\"/></svg>";
        let mut whole = String::new();
        let mut words = Vec::new();
        for part in parts(svg) {
            match part {
                Part::Markup(markup) => whole.push_str(markup),
                Part::Text(kind, text) => {
                    whole.push_str(text);
                    words.push((kind.serif, kind.weight, text));
                }
            }
        }
        assert_eq!(whole, svg);
        assert_eq!(words, [(true, 600, "A &gt; B"), (false, 400, "甲")]);
        assert_eq!(attribute(svg, "lang"), Some("zh"));
    }
}
