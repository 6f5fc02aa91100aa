//! Which saved texts are copies of each other, word for word, whether the file says so or not.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many words in a row two independent writers hardly share by chance.
const RUN: usize = 8;
/// The fewest runs of a text of which a share says anything.
const MIN_RUNS: usize = 10;

/// A text of which much stands in an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Position of its source in [`Incident::sources`](super::Incident::sources).
    pub source: usize,
    /// Position of the earlier source.
    pub of: usize,
    /// How much of the text, in runs of eight words, stands there too: 50 to 100.
    pub percent: usize,
}

/// The texts of which at least half stands in one earlier text. A run counts for the first text that has it.
///
/// `texts` are the positions of sources with their folded texts.
pub(super) fn copied<'t>(texts: impl Iterator<Item = (usize, &'t str)>) -> Vec<Copied> {
    let mut first: HashMap<u64, usize> = HashMap::new();
    let mut found = Vec::new();
    for (source, text) in texts {
        let runs = runs(text);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for run in &runs {
            let owner = *first.entry(*run).or_insert(source);
            if owner != source {
                *shared.entry(owner).or_default() += 1;
            }
        }
        let most = shared
            .into_iter()
            .max_by_key(|(of, count)| (*count, usize::MAX - of));
        if let Some((of, count)) = most.filter(|(_, count)| count * 2 >= runs.len())
            && runs.len() >= MIN_RUNS
        {
            let percent = count * 100 / runs.len();
            found.push(Copied {
                source,
                of,
                percent,
            });
        }
    }
    found
}

/// Every run of [`RUN`] words, without case and punctuation, as a number.
fn runs(text: &str) -> Vec<u64> {
    let words = text.split(' ').map(|word| {
        let letters = word.chars().filter(|char| char.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let run = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(RUN).map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::{Copied, copied};

    #[test]
    fn a_text_that_is_half_another_ones_is_a_copy() {
        let words = |from: usize, to: usize| {
            let words = (from..to).map(|word| format!("Word{word}"));
            words.collect::<Vec<_>>().join(" ")
        };
        let original = words(0, 60);
        let copy = words(20, 80).to_lowercase();
        let quoting = format!("{} {}", words(0, 20), words(100, 180));
        let texts = [original.as_str(), &copy, &quoting, "too short"];
        let found = copied(texts.into_iter().enumerate());
        let expected = [Copied {
            source: 1,
            of: 0,
            percent: 62,
        }];
        assert_eq!(found, expected);
    }
}
