//! Whether words stand in a text, whatever stands between them: for what somebody is said to have said in our own words.

use super::fold;
use crate::incident::scripts::stands_alone;

/// How many passages a check looks for. Each costs a pass over the text.
pub(crate) const MAX_SEARCHES: usize = 200;

/// Texts in which words are looked for.
#[derive(Default)]
pub(crate) struct Known(String);

impl Known {
    /// Adds a text; no passage runs on from one into the next.
    pub(crate) fn add(&mut self, text: &str) {
        self.0.push(' ');
        self.0.push_str(&words(text));
        self.0.push_str(" \n");
    }

    /// Whether every piece of a passage stands in one of the texts, as whole words. What was left out of it parts it, and so
    /// does what an editor put into it in square brackets.
    pub(crate) fn has(&self, passage: &str) -> bool {
        let passage = passage.replace("...", "…");
        let parts = passage.split('[').enumerate();
        let printed = parts.map(|(position, part)| match part.split_once(']') {
            Some((_, printed)) if position > 0 => printed,
            _ => part,
        });
        let mut pieces = printed.flat_map(|part| part.split('…')).map(words);
        pieces.all(|piece| {
            if piece.chars().any(stands_alone) {
                self.0.contains(&piece)
            } else {
                piece.is_empty() || self.0.contains(&format!(" {piece} "))
            }
        })
    }
}

/// The words of a text in small letters, a space between any two.
fn words(text: &str) -> String {
    let text = fold(text).to_lowercase();
    let words = text.split(|char: char| !char.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn words_stand_whole_and_parted_where_something_was_left_out() {
        let mut known = Known::default();
        known.add("We are unable to pay, and we won’t.");
        for (passage, found) in [
            ("We are unable to pay", true),
            ("unable to pay – and we won't.", true),
            ("We … won’t", true),
            ("we are [...] unable", true),
            ("[The firm is] unable to [re]pay", true),
            ("[We are] able", false),
            ("able to pay", false),
            ("we are able", false),
        ] {
            assert_eq!(known.has(passage), found, "{passage}");
        }
    }
}
