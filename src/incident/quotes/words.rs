//! Whether words stand in a text, whatever stands between them: for what somebody is said to have said in our own words.

use super::fold;
use crate::incident::scripts::stands_alone;

/// Whether every piece of a passage stands among known [`words`], as whole words. What was left out of it parts it, and so does
/// what an editor put into it in square brackets.
pub(crate) fn stands(known: &str, passage: &str) -> bool {
    let passage = passage.replace("...", "…");
    let printed =
        passage
            .split('[')
            .enumerate()
            .map(|(position, part)| match part.split_once(']') {
                Some((_, printed)) if position > 0 => printed,
                _ => part,
            });
    let mut pieces = printed.flat_map(|part| part.split('…')).map(words);
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
            ("[The firm is] unable to [re]pay", true),
            ("[We are] able", false),
            ("able to pay", false),
            ("we are able", false),
        ] {
            assert_eq!(stands(&known, passage), found, "{passage}");
        }
    }
}
