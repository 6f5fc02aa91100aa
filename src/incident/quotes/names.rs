//! Whether a text names somebody, however it declines the name.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::folding::Folded;
use crate::incident::model::Actor;
use crate::incident::report::is_quotation_mark;
use crate::incident::vocabulary::Kind;

/// What Czech and Slovak nouns end in where they are declined, and what is made of them (Vrbův, Husova).
const OF_NOUNS: &[&str] = &[
    "a", "e", "ě", "i", "o", "u", "y", "ou", "em", "om", "ovi", "ové", "ova", "ovo", "ovy", "ovu",
    "ově", "ovou", "ův", "ov", "ům", "am", "ám", "ach", "ách", "ami",
];
/// What adjectives end in that are a woman's name, a man's, and a family's.
const OF_WOMEN: &[&str] = &["é", "ou", "ej", "ú", "ých", "ým", "ými"];
const OF_MEN: &[&str] = &["ého", "ému", "ém", "ým", "om", "í", "ých", "ými"];
/// What soft adjectives end in (Dolejší).
const SOFT: &[&str] = &["ího", "ímu", "ím", "ej", "ích", "ími"];
/// What only persons are called by, so that a sentence that begins with it names one.
const OF_PERSONS: &[&str] = &["ův", "ovi"];

/// What, declined, makes a place's name of the adjective before it, without accents: na Bílé hoře.
const PLACES: &[&str] = &[
    "cesty", "ceste", "cestu", "ctvrti", "domu", "dome", "dvora", "dvore", "hory", "hore", "horu",
    "horou", "huti", "krize", "krizi", "lhoty", "lhote", "mesta", "meste", "mestu", "more", "mori",
    "mostu", "moste", "nabrezi", "namesti", "reky", "rece", "reku", "roku", "rokem", "sidliste",
    "sidlisti", "skaly", "skale", "skalu", "strany", "strane", "stranu", "stranou", "tridy",
    "tride", "tridu", "ulice", "ulici", "vody", "vode", "vodu", "vsi", "zeme", "zemi",
];

/// Behind what a full stop ends no sentence, without accents.
const TITLES: &[&str] = &[
    "arch", "bc", "doc", "dr", "gen", "ing", "judr", "kpt", "mgr", "min", "mjr", "mudr", "mvdr",
    "npor", "paeddr", "phdr", "plk", "por", "pplk", "prof", "rndr", "rtm", "thdr",
];

/// How many letters the shortest stem has: of less nearly anything could be made.
const SHORTEST: usize = 3;

/// A text in which names are looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    text: String,
    /// Its words that begin with a capital, by their first letters.
    capitals: HashMap<String, HashSet<Capital>>,
}

/// A word that begins with a capital.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Capital {
    /// In small letters, with their accents.
    word: String,
    /// Whether it begins a sentence, where every word has a capital.
    is_first: bool,
    /// Whether the next word makes a name of something else of it, if it is an adjective: Nové Město.
    is_joined: bool,
}

impl Capital {
    /// What it ends in if it begins with these letters, whatever their accents.
    fn ending(&self, stem: &str) -> Option<&str> {
        let count = stem.chars().count();
        let at = self.word.char_indices().nth(count);
        let (start, ending) = self.word.split_at_checked(at?.0)?;
        (plain(start) == stem).then_some(ending)
    }
}

impl Named {
    pub(crate) fn of(text: &str) -> Self {
        Self::of_lines(text, &[])
    }

    /// The same of a text of which it is known where its lines begin.
    pub(super) fn of_folded(text: &Folded) -> Self {
        Self::of_lines(&text.text, text.lines())
    }

    fn of_lines(text: &str, lines: &[(usize, bool)]) -> Self {
        let mut named = Self {
            text: plain(text),
            capitals: HashMap::new(),
        };
        let mut lines = lines.iter().map(|(line, _)| *line).peekable();
        let mut words = words(text).peekable();
        let mut before = None;
        while let Some((at, word)) = words.next() {
            let end = at + word.len();
            let mut begins_line = false;
            while lines.next_if(|line| *line <= at).is_some() {
                begins_line = true;
            }
            let (last, from) = before.replace((word, end)).unwrap_or_default();
            if !word.starts_with(char::is_uppercase) {
                continue;
            }
            let next = words.peek().filter(|(next, _)| {
                let gap = text.get(end..*next).unwrap_or_default();
                gap.chars().all(char::is_whitespace)
            });
            let is_joined = next.is_some_and(|(_, next)| {
                next.starts_with(char::is_uppercase) || PLACES.contains(&plain(next).as_str())
            });
            let gap = text.get(from..at).unwrap_or_default();
            let is_first = from == 0 || begins_line || begins_sentence(last, gap);
            let lower: String = word.nfc().flat_map(char::to_lowercase).collect();
            let start = plain(word).chars().take(SHORTEST).collect();
            named.capitals.entry(start).or_default().insert(Capital {
                word: lower,
                is_first,
                is_joined,
            });
        }
        named
    }

    /// Whether the text names an actor: by a name of it, by the last word of a person's name, by a word or the initials of
    /// a body's. `is_czech` says that short names are declined, too, as in Czech and Slovak.
    pub(crate) fn names(&self, actor: &Actor, is_czech: bool) -> bool {
        let mut names = std::iter::once(&actor.name).chain(&actor.aliases);
        names.any(|name| {
            let last = words(name).last();
            // Of a body the only word: those of several are mostly no names.
            let is_name =
                actor.kind == Kind::Person || last.is_some_and(|(_, word)| word == name.trim());
            self.has_name(&plain(name), actor.kind == Kind::Person)
                || is_czech && is_name && last.is_some_and(|(_, last)| self.has_declined(last))
        })
    }

    /// Whether the text has a short name in another case, with a capital: Vrba, „Vrby“; Hus, „Husem“; Němec, „Němce“; Praha,
    /// „Praze“; Malá, „Malé“.
    fn has_declined(&self, name: &str) -> bool {
        let lower: String = name.nfc().flat_map(char::to_lowercase).collect();
        let name = plain(name);
        let stem = |letters: usize| -> String {
            let kept = name.chars().count().saturating_sub(letters);
            name.chars().take(kept).collect()
        };
        match lower.chars().next_back() {
            Some('á') => self.has_adjective(&stem(1), OF_WOMEN),
            Some('ý') => self.has_adjective(&stem(1), OF_MEN),
            Some('í') => self.has_adjective(&stem(1), SOFT),
            // Of a family (Janů): it is the same in every case.
            Some('ů') => false,
            Some('a') => self.has_noun(&stem(1), OF_NOUNS) || self.has_softened(&stem(1)),
            _ if name.ends_with(is_vowel) => self.has_noun(&stem(1), OF_NOUNS),
            _ => self.has_noun(&name, OF_NOUNS) || self.has_without_e(&name),
        }
    }

    /// The same of a noun that loses its last e (Kozel, „Kozla“).
    fn has_without_e(&self, name: &str) -> bool {
        let mut end = name.chars().rev();
        let (Some(last), Some('e'), Some(before)) = (end.next(), end.next(), end.next()) else {
            return false;
        };
        let start: String = end.rev().collect();
        !is_vowel(before) && self.has_noun(&format!("{start}{before}{last}"), OF_NOUNS)
    }

    /// The same of a noun of which the last consonant changes (Praha, „Praze“).
    fn has_softened(&self, stem: &str) -> bool {
        let soft = stem.strip_suffix(['h', 'g']).map(|start| (start, 'z'));
        let soft = soft.or_else(|| stem.strip_suffix('k').map(|start| (start, 'c')));
        soft.is_some_and(|(start, soft)| self.has_noun(&format!("{start}{soft}"), &["e"]))
    }

    fn has_noun(&self, stem: &str, endings: &[&str]) -> bool {
        self.has_forms(stem, |word, ending| {
            endings.contains(&ending) && (!word.is_first || OF_PERSONS.contains(&ending))
        })
    }

    fn has_adjective(&self, stem: &str, endings: &[&str]) -> bool {
        self.has_forms(stem, |word, ending| {
            endings.contains(&ending) && !word.is_first && !word.is_joined
        })
    }

    fn has_forms(&self, stem: &str, is_form: impl Fn(&Capital, &str) -> bool) -> bool {
        let start: String = stem.chars().take(SHORTEST).collect();
        let words = self.capitals.get(&start).into_iter().flatten();
        let mut endings = words.filter_map(|word| Some((word, word.ending(stem)?)));
        start.chars().count() == SHORTEST && endings.any(|(word, ending)| is_form(word, ending))
    }

    fn has_name(&self, name: &str, is_person: bool) -> bool {
        let words = name.split(|char: char| !char.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        // A text without words is told of otherwise.
        if words.is_empty() || self.text.trim().is_empty() || self.text.contains(name) {
            return true;
        }
        if is_person {
            let last = words.last().is_some_and(|last| {
                self.has_word(last) || (last.chars().count() > 3 && self.has_handle(last))
            });
            // Which of several is the family's differs between languages: any but the first will do.
            let mut others = words.iter().skip(1);
            let last = last || others.any(|word| word.chars().count() > 3 && self.has_word(word));
            // A short last word may be a given name that stands last, or a sign of rank.
            let is_short = words.last().is_some_and(|last| last.chars().count() < 4);
            return last || (is_short && words.iter().any(|word| self.has_word(word)));
        }
        let initials: String = words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect();
        let dotted: String = initials.chars().flat_map(|char| [char, '.']).collect();
        let mut known = words.iter().filter(|word| word.chars().count() > 3);
        known.any(|word| self.has_word(word))
            || (words.len() > 1 && (self.has_word(&initials) || self.text.contains(&dotted)))
            || words.iter().all(|word| self.has_word(word))
    }

    /// Whether an account (@ministerreed) has this word in its name.
    fn has_handle(&self, word: &str) -> bool {
        let mut handles = self.text.split('@').skip(1);
        handles.any(|handle| {
            let handle = handle.split(char::is_whitespace).next();
            handle.is_some_and(|handle| handle.contains(word))
        })
    }

    /// Whether a word begins as this one does, but for what declension changes; a short one is the same.
    fn has_word(&self, word: &str) -> bool {
        let count = word.chars().count();
        let kept = count - (count.saturating_sub(3) / 2).min(2);
        let stem: String = word.chars().take(kept).collect();
        // Where letters have no capitals, words need not be parted.
        let parted = stem.starts_with(|char: char| char.is_lowercase() || char.is_numeric());
        self.text.match_indices(&stem).any(|(at, _)| {
            let before = self
                .text
                .get(..at)
                .and_then(|before| before.chars().next_back());
            let after = self.text.get(at + stem.len()..);
            let after = after.and_then(|after| after.chars().next());
            let begins = !parted || !before.is_some_and(char::is_alphanumeric);
            begins && (!parted || count > 3 || !after.is_some_and(char::is_alphanumeric))
        })
    }
}

fn is_vowel(char: char) -> bool {
    "aeiouy".contains(char)
}

/// The words of a text, with where they stand.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |char: char| char.is_alphanumeric() || is_combining_mark(char);
    let mut at = 0;
    text.split_inclusive(move |char| !is_part(char))
        .filter_map(move |part| {
            let start = at;
            at += part.len();
            let word = part.trim_end_matches(|char| !is_part(char));
            (!word.is_empty()).then_some((start, word))
        })
}

/// Whether a sentence begins behind this word and what follows it. Behind initials and titles none does.
fn begins_sentence(before: &str, gap: &str) -> bool {
    let is_short = || {
        before.chars().count() == 1 && before.starts_with(char::is_alphabetic)
            || TITLES.contains(&plain(before).as_str())
    };
    let opens = gap.trim_end();
    let opened =
        opens.trim_end_matches(|char| is_quotation_mark(char) || matches!(char, ',' | '`'));
    // Words are quoted from a sentence's beginning: „Tomu…, and typed ,,Tomu…
    let is_quoted = (opens.ends_with(is_quotation_mark) && opened.ends_with(char::is_whitespace))
        || [",,", "``"].iter().any(|typed| opens.ends_with(typed));
    gap.contains(['!', '?', '…', '\n', '|', '•']) || is_quoted || gap.contains('.') && !is_short()
}

/// A text without capitals and accents.
fn plain(text: &str) -> String {
    let letters = text.nfd().filter(|char| !is_combining_mark(*char));
    let letters = letters.flat_map(char::to_lowercase);
    // Which no accent makes.
    let letters = letters.map(|char| match char {
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        char => char,
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_declined_and_in_short() {
        let text = "Podle Lindové a Reeda, U.S. officials and the Harbour Board’s A. Quill met Wang, @evalang2030 wrote. 外交部の王氏。";
        let named = Named::of(text);
        for (name, is_person, found) in [
            ("Vera Lindová", true, true),
            ("Otto Reed", true, true),
            ("Ada Quill", true, true),
            ("Wang Yi", true, true),
            ("王", true, true),
            ("Eva Lang", true, true),
            ("Vera Lindová Albaresová", true, true),
            ("Otto Støre Reed", true, true),
            ("Pia Dorn", true, false),
            ("Harbour Authority", false, true),
            ("United States", false, true),
            ("Company B", false, false),
            ("Ministry of Trade", false, false),
        ] {
            assert_eq!(named.has_name(&plain(name), is_person), found, "{name}");
        }
    }

    #[test]
    fn short_names_are_found_in_every_case_and_others_are_not() {
        for (name, is_person, text, found) in [
            ("Petr Vrba", true, "Zeptali jsme se Petra Vrby.", true),
            ("Karel Němec", true, "Podle Němce to tak je.", true),
            ("Pavel", true, "Podle Pavla je to jasné.", true),
            ("Pavel Kozel", true, "Podle Kozla je to jasné.", true),
            ("Jan Hus", true, "S Husem mluvil.", true),
            ("Hana Malá", true, "Na Malou se obrátil.", true),
            ("Eva Malá", true, "Ptal se i Malé.", true),
            ("Praha", false, "V Praze řekli.", true),
            ("Otto Hora", true, "Horův mluvčí řekl.", true),
            // Another word, another name, and nobody's.
            ("Hana Malá", true, "Ptal se malé dívky.", false),
            ("Petr Vrba", true, "Řekl to Vrbský.", false),
            ("Karel Němec", true, "Řekl to Nemo i Němý.", false),
            ("Jan Hus", true, "Řekl to Husák a Huska.", false),
            ("Petr Vrba", true, "Nikdo tam nebyl.", false),
            ("Městský soud", false, "V Městě nikdo.", false),
            // Places and things, and what any sentence could begin with.
            ("Jana Nová", true, "Nové Město hlásí: dost.", false),
            ("Jana Nová", true, "Podle Nového Města je to tak.", false),
            ("Jana Nová", true, "Vláda v Nové Pace mlčí.", false),
            ("Petr Malý", true, "Na Malé Straně nikdo nebyl.", false),
            ("Petr Malý", true, "V Malém Brodě nikdo nebyl.", false),
            ("Jan Bílý", true, "Bílá hora mlčí.", false),
            ("Eva Bílá", true, "Sešli se na Bílé hoře.", false),
            ("Jan Tom", true, "Tomu neřekl nic.", false),
            ("Jan Tom", true, "Nic. Tomu neřekl nic.", false),
            ("Jan Tom", true, "Řekl: 'Tomu nic.'", false),
            ("Jan Tom", true, "Odpověděl, „Tomu nic“.", false),
            ("Jan Tom", true, "Odpověděl ,,Tomu nic“.", false),
            ("Jan Tom", true, "Titulek\nTomu nic.", false),
            ("Ivan Lev", true, "V Levém křídle nikdo nebyl.", false),
            ("Petr Janů", true, "Ptal se Jana.", false),
            // The same words where they are names.
            ("Jana Nová", true, "Podle Nové je to tak.", true),
            ("Jana Nová", true, "Ptal se Nové. Město mlčí.", true),
            ("Petr Malý", true, "Ptal se Malého i jiných.", true),
            ("Jan Bílý", true, "Ptal se J. Bílého.", true),
            ("Jan Tom", true, "Ptal se Ing. Toma.", true),
            ("Jan Tom", true, "Přátelé ‚Aleny‘ Tomu nic neřekli.", true),
            ("Jan Tom", true, "Tomovi nic neřekl.", true),
            ("Ivan Lev", true, "Ptal se Leva.", true),
        ] {
            let named = Named::of(text);
            let last = name.split(' ').next_back().unwrap_or_default();
            let is_name = is_person || last == name;
            let is_found =
                named.has_name(&plain(name), is_person) || is_name && named.has_declined(last);
            assert_eq!(is_found, found, "{name}: {text}");
        }
    }
}
