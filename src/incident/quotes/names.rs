//! Whether a text names somebody, however it declines the name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::incident::model::Actor;
use crate::incident::vocabulary::Kind;

/// A text in which names are looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named(String);

impl Named {
    pub(crate) fn of(text: &str) -> Self {
        Self(plain(text))
    }

    /// Whether the text names an actor: by a name of it, by the last word of a person's name, by a word or the initials of
    /// a body's.
    pub(crate) fn names(&self, actor: &Actor) -> bool {
        let mut names = std::iter::once(&actor.name).chain(&actor.aliases);
        names.any(|name| self.has_name(&plain(name), actor.kind == Kind::Person))
    }

    fn has_name(&self, name: &str, is_person: bool) -> bool {
        let words = name.split(|char: char| !char.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        // A text without words is told of otherwise.
        if words.is_empty() || self.0.trim().is_empty() || self.0.contains(name) {
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
            || (words.len() > 1 && (self.has_word(&initials) || self.0.contains(&dotted)))
            || words.iter().all(|word| self.has_word(word))
    }

    /// Whether an account (@ministerreed) has this word in its name.
    fn has_handle(&self, word: &str) -> bool {
        let mut handles = self.0.split('@').skip(1);
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
        self.0.match_indices(&stem).any(|(at, _)| {
            let before = self
                .0
                .get(..at)
                .and_then(|before| before.chars().next_back());
            let after = self.0.get(at + stem.len()..);
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
}
