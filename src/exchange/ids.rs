//! Ids out of names: kebab-case, and each of its own.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Room is left for a number behind.
const MOST_CHARS: usize = 60;

/// Ids that are taken.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// The number that the next of a name may have. Those below are taken: a report can have thousands of one name.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// An id of its own for a name: `NATO Summit` becomes `nato-summit`, a second one `nato-summit-2`. A name without
    /// any letter of the Latin alphabet takes `fallback` instead.
    pub(super) fn of(&mut self, name: &str, fallback: &str) -> String {
        let id = kebab(name).unwrap_or_else(|| fallback.to_owned());
        let next = self.next.entry(id.clone()).or_insert(1);
        loop {
            let own = match *next {
                1 => id.clone(),
                number => format!("{id}-{number}"),
            };
            *next += 1;
            if self.taken.insert(own.clone()) {
                return own;
            }
        }
    }
}

/// The id a name makes: small ASCII letters, digits and hyphens; accents are dropped. None if nothing is left.
pub(super) fn kebab(name: &str) -> Option<String> {
    let mut id = String::new();
    let plain = name.nfd().filter(|char| !is_combining_mark(*char));
    for char in plain.flat_map(char::to_lowercase) {
        match char {
            'ß' => id.push_str("ss"),
            'ø' => id.push('o'),
            'ł' => id.push('l'),
            'đ' | 'ð' => id.push('d'),
            'ı' => id.push('i'),
            'æ' => id.push_str("ae"),
            'œ' => id.push_str("oe"),
            'þ' => id.push_str("th"),
            '\'' | '’' => {}
            _ if char.is_ascii_alphanumeric() => id.push(char),
            _ if id.is_empty() || id.ends_with('-') => {}
            _ => id.push('-'),
        }
    }
    let cut: String = id.chars().take(MOST_CHARS).collect();
    let id = cut.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

/// The ids that a name can make: accents dropped, and umlauts spelt out as in German, where that differs.
pub(crate) fn kebabs(name: &str) -> Vec<String> {
    let composed: String = name.nfc().flat_map(char::to_lowercase).collect();
    let spelt_out = composed
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('å', "aa");
    let mut ids: Vec<String> = [kebab(&spelt_out), kebab(name)]
        .into_iter()
        .flatten()
        .collect();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_make_ids_of_their_own() {
        let mut ids = Ids::default();
        let expected = [
            ("Ministry A", "ministry-a"),
            ("MINISTRY A!", "ministry-a-2"),
            ("Žluťoučký kůň’s", "zlutoucky-kuns"),
            ("Łódź & Straße", "lodz-strasse"),
            ("外交部", "actor"),
            ("…", "actor-2"),
        ];
        for (name, id) in expected {
            assert_eq!(ids.of(name, "actor"), id);
        }
        assert!(ids.of(&"a".repeat(500), "actor").len() <= 60);
    }

    #[test]
    fn thousands_of_one_name_have_the_numbers_in_order() {
        const COUNT: usize = 20_000;
        let mut ids = Ids::default();
        // Taken by another name, so that it is passed over.
        assert_eq!(ids.of("Host 3", "actor"), "host-3");
        let given: BTreeSet<String> = (0..COUNT).map(|_| ids.of("Host", "actor")).collect();
        assert_eq!(given.len(), COUNT);
        assert!(given.contains("host") && given.contains("host-2") && !given.contains("host-3"));
        assert!(given.contains(&format!("host-{}", COUNT + 1)));
        assert_eq!(ids.of("Host 2", "actor"), "host-2-2");
        assert_eq!(ids.of("Host 3", "actor"), "host-3-2");
    }
}
