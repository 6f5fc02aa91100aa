//! Whether words stand in a text, whatever stands between them: for what somebody is said to have said in our own words.

use super::fold;
use crate::incident::scripts::stands_alone;

/// Whether every piece of a passage stands among known [`words`], as whole words. What was left out of it parts it.
pub(crate) fn stands(known: &str, passage: &str) -> bool {
    let passage = passage.replace("...", "…");
    let mut pieces = passage.split(['…', '[', ']']).map(words);
    pieces.all(|piece| {
        if piece.chars().any(stands_alone) {
            known.contains(&piece)
        } else {
            piece.is_empty() || known.contains(&format!(" {piece} "))
        }
    })
}

/// The words of a text in small letters, a space between any two. For [`stands`] with a space at both ends.
pub(crate) fn words(text: &str) -> String {
    let text = fold(text).to_lowercase();
    let words = text.split(|char: char| !char.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{stands, words};

    #[test]
    fn words_stand_whole_and_parted_where_something_was_left_out() {
        let known = format!(" {} \n", words("We are unable to pay, and we won’t."));
        for (passage, found) in [
            ("We are unable to pay", true),
            ("unable to pay – and we won't.", true),
            ("We … won’t", true),
            ("we are [...] unable", true),
            ("able to pay", false),
            ("we are able", false),
        ] {
            assert_eq!(stands(&known, passage), found, "{passage}");
        }
    }
}
