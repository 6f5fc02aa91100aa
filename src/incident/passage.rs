//! Where a quotation is not found: the passage of its source that comes closest.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The passage of a text that shares most words with a quotation, with the words that differ marked as
/// `git diff --word-diff` does: `[-quoted-]{+in the source+}`. None where less than half of the words are shared.
pub(super) fn closest(text: &str, quote: &str) -> Option<String> {
    let (quoted, words) = (words(quote), words(text));
    let (shared, window) = best_window(&words, &quoted);
    if shared * 2 < quoted.len() || shared == 0 {
        return None;
    }
    let mut passage = trim_ends(&words, &window, &quoted).to_vec();
    // Punctuation after the last word belongs to the article's sentence.
    if let (Some(last), Some(end)) = (passage.last_mut(), quoted.last())
        && core(last) == core(end)
    {
        *last = end;
    }
    Some(marked(&quoted, &passage))
}

/// The words of a passage, with those marked in which it differs from the quotation.
fn marked(quoted: &[&str], passage: &[&str]) -> String {
    let mut ops = capture_diff_slices(Algorithm::Myers, quoted, passage);
    // What the source has before and after the passage is not part of the difference.
    if let Some(DiffOp::Insert { .. }) = ops.first() {
        ops.remove(0);
    }
    if let Some(DiffOp::Insert { .. }) = ops.last() {
        ops.pop();
    }
    let mut marked: Vec<String> = Vec::new();
    for op in ops {
        let ours = quoted.get(op.old_range()).unwrap_or_default().join(" ");
        let theirs = passage.get(op.new_range()).unwrap_or_default().join(" ");
        marked.push(match op {
            DiffOp::Equal { .. } => theirs,
            DiffOp::Delete { .. } => format!("[-{ours}-]"),
            DiffOp::Insert { .. } => format!("{{+{theirs}+}}"),
            DiffOp::Replace { .. } => format!("[-{ours}-]{{+{theirs}+}}"),
        });
    }
    marked.join(" ")
}

/// How two wordings of one thing differ, if they do: some words are shared, and neither holds the other. The words
/// of `one` alone are marked `[-so-]`, those of `other` alone `{+so+}`.
pub(crate) fn differing(one: &str, other: &str) -> Option<String> {
    let (quoted, passage) = (words(one), words(other));
    let (ours, theirs) = (cores(&quoted), cores(&passage));
    if ours.is_empty() || theirs.is_empty() || within(&ours, &theirs) || within(&theirs, &ours) {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &ours, &theirs);
    // A word within the other's word ("classified", "unclassified") is half the same.
    let halves = |op: &DiffOp| match op {
        DiffOp::Equal { len, .. } => len * 2,
        DiffOp::Replace {
            old_len, new_len, ..
        } if old_len == new_len => {
            let ours = ours.get(op.old_range()).unwrap_or_default();
            let theirs = theirs.get(op.new_range()).unwrap_or_default();
            let pairs = ours.iter().zip(theirs);
            pairs
                .filter(|(one, other)| one.contains(*other) || other.contains(*one))
                .count()
        }
        _ => 0,
    };
    let shared: usize = ops.iter().map(halves).sum();
    (shared >= ours.len().min(theirs.len())).then(|| marked(&quoted, &passage))
}

/// Whether the words of one text stand in another, in this order and next to each other.
fn within(part: &[String], whole: &[String]) -> bool {
    whole.windows(part.len()).any(|window| window == part)
}

fn cores(words: &[&str]) -> Vec<String> {
    let cores = words.iter().map(|word| core(word).to_lowercase());
    cores.filter(|word| !word.is_empty()).collect()
}

/// The words of a folded text, without quotation marks around them.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(' ').map(|word| word.trim_matches('\''));
    words.filter(|word| !word.is_empty()).collect()
}

/// What makes two words the same when a passage is looked for: punctuation does not count yet.
fn core(word: &str) -> &str {
    word.trim_matches(|char: char| !char.is_alphanumeric())
}

/// The run of words, somewhat longer than the quotation, that shares most words with it, and how many.
fn best_window(words: &[&str], quoted: &[&str]) -> (usize, Range<usize>) {
    let mut wanted: HashMap<&str, isize> = HashMap::new();
    for word in quoted {
        *wanted.entry(core(word)).or_default() += 1;
    }
    let size = (quoted.len() + quoted.len() / 4 + 2).min(words.len());
    let (mut shared, mut best, mut best_end) = (0_usize, 0, size);
    for (end, word) in words.iter().enumerate() {
        // The count of a wanted word falls below zero where the window has more of it than the quotation.
        if let Some(left) = wanted.get_mut(core(word)) {
            shared += usize::from(*left > 0);
            *left -= 1;
        }
        if let Some(left) = end
            .checked_sub(size)
            .and_then(|out| wanted.get_mut(core(words.get(out)?)))
        {
            *left += 1;
            shared -= usize::from(*left > 0);
        }
        if shared > best {
            (best, best_end) = (shared, end + 1);
        }
    }
    (best, best_end.saturating_sub(size)..best_end)
}

/// A run of words without those before the first and after the last that the quotation has, but no shorter than the
/// quotation, as far as the text goes on.
fn trim_ends<'w, 't>(
    words: &'w [&'t str],
    window: &Range<usize>,
    quoted: &[&str],
) -> &'w [&'t str] {
    let known = |word: &&str| quoted.iter().any(|quoted| core(quoted) == core(word));
    let passage = words.get(window.clone()).unwrap_or_default();
    let first = window.start + passage.iter().position(known).unwrap_or_default();
    let last = passage.iter().rposition(known);
    let last = last.map_or(window.end, |last| window.start + last + 1);
    let last = last.max(first + quoted.len()).min(words.len());
    words.get(first..last).unwrap_or(passage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_passage_marks_what_differs() {
        let passage = closest(
            "so he said: one two three four five, and went",
            "one two 3 four five",
        );
        assert_eq!(passage.as_deref(), Some("one two [-3-]{+three+} four five"));
        assert_eq!(
            closest("'We did not.' So he said.", "We never did.").as_deref(),
            Some("We [-never did.-]{+did not.+}")
        );
        assert_eq!(closest("", "one"), None);
    }

    #[test]
    fn wordings_differ_where_neither_holds_the_other() {
        assert_eq!(
            differing("an unclassified network", "a classified network").as_deref(),
            Some("[-an unclassified-]{+a classified+} network")
        );
        assert_eq!(
            differing(
                "it broke into the old network",
                "it broke into the new network"
            )
            .as_deref(),
            Some("it broke into the [-old-]{+new+} network")
        );
        for (one, other) in [
            (
                "It broke into the old network.",
                "broke into the old network,",
            ),
            ("the old network", "in the beginning it broke in"),
            ("groundless", "baseless"),
            ("", "a b"),
        ] {
            assert_eq!(differing(one, other), None, "{one}");
            assert_eq!(differing(other, one), None, "{one}");
        }
    }
}
