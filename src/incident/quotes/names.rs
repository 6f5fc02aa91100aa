//! Whether a text names somebody, however it declines the name.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::incident::model::Actor;
use crate::incident::vocabulary::Kind;

/// What Czech and Slovak names end in where they are declined, without their accents, and what is made of them (Vrbův, Husova).
const ENDINGS: [&str; 24] = [
    "a", "e", "i", "o", "u", "y", "ou", "em", "om", "ovi", "ove", "ova", "ovo", "ovy", "uv", "ov",
    "am", "ach", "ami", "eho", "emu", "ym", "ych", "ej",
];

/// A text in which names are looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    text: String,
    /// Its words that begin with a capital.
    capitals: HashSet<String>,
}

impl Named {
    pub(crate) fn of(text: &str) -> Self {
        let words = text.split(|char: char| !char.is_alphanumeric() && !is_combining_mark(char));
        let capitals = words.filter(|word| word.starts_with(char::is_uppercase));
        Self {
            capitals: capitals.map(plain).collect(),
            text: plain(text),
        }
    }

    /// Whether the text names an actor: by a name of it, by the last word of a person's name, by a word or the initials of
    /// a body's. `is_czech` says that short names are declined, too, as in Czech and Slovak.
    pub(crate) fn names(&self, actor: &Actor, is_czech: bool) -> bool {
        let mut names = std::iter::once(&actor.name).chain(&actor.aliases);
        names.any(|name| {
            let name = plain(name);
            let mut words = name.split(|char: char| !char.is_alphanumeric());
            let last = words.rfind(|word| !word.is_empty());
            // Of a body the only word: those of several are mostly no names.
            let is_name = actor.kind == Kind::Person || last == Some(name.as_str());
            self.has_name(&name, actor.kind == Kind::Person)
                || is_czech && is_name && last.is_some_and(|last| self.has_declined(last))
        })
    }

    /// Whether the text has a short name in another case, with a capital: Vrba, „Vrby“; Hus, „Husem“; Němec, „Němce“; Praha, „Praze“.
    fn has_declined(&self, name: &str) -> bool {
        let is_vowel = |char: char| "aeiouy".contains(char);
        let mut stems: Vec<String> = Vec::new();
        if let Some(stem) = name.strip_suffix(is_vowel) {
            let soft = stem
                .strip_suffix(['h', 'g'])
                .map(|stem| format!("{stem}ze"));
            let soft = soft.or_else(|| stem.strip_suffix('k').map(|stem| format!("{stem}ce")));
            if name.ends_with('a') && soft.is_some_and(|soft| self.capitals.contains(&soft)) {
                return true;
            }
            stems.push(stem.to_owned());
        } else {
            let mut end = name.chars().rev();
            if let (Some(last), Some('e'), Some(before)) = (end.next(), end.next(), end.next())
                && !is_vowel(before)
            {
                let start: String = end.rev().collect();
                stems.push(format!("{start}{before}{last}"));
            }
            stems.push(name.to_owned());
        }
        // Of less than three letters nearly anything could be made.
        let mut stems = stems.iter().filter(|stem| stem.chars().count() > 2);
        stems.any(|stem| {
            let mut forms = ENDINGS.iter().map(|ending| format!("{stem}{ending}"));
            forms.any(|form| self.capitals.contains(&form))
        })
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
        ] {
            let named = Named::of(text);
            let name = plain(name);
            let last = name.split(' ').next_back().unwrap_or_default();
            let is_name = is_person || last == name;
            let is_found = named.has_name(&name, is_person) || is_name && named.has_declined(last);
            assert_eq!(is_found, found, "{name}: {text}");
        }
    }
}
