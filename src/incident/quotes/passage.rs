//! Where a quotation is not found: the passage of its source that comes closest.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::folding::{MARK, fold};
use crate::incident::invisible::is_idle;
use crate::incident::report::is_quotation_mark;

/// A text with its words, so that passages of it can be looked for.
pub(super) struct Words<'t> {
    text: &'t str,
    words: Vec<Word>,
}

/// A word: where it stands in the text, how it is compared, and what makes two words the same when a passage is looked
/// for: punctuation and capitals do not count yet.
#[derive(Clone)]
struct Word {
    place: Range<usize>,
    folded: String,
    core: String,
}

impl Word {
    fn of(text: &str, place: Range<usize>) -> Self {
        let folded = fold(text.get(place.clone()).unwrap_or_default());
        let core = core(&folded).to_lowercase();
        Self {
            place,
            folded,
            core,
        }
    }

    /// Whether a closing mark stands behind its letters.
    fn closes(&self) -> bool {
        let letters = self
            .folded
            .trim_end_matches(|char: char| !char.is_alphanumeric());
        let behind = self.folded.get(letters.len()..).unwrap_or_default();
        !letters.is_empty() && behind.contains(MARK)
    }
}

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut start = 0;
        let mut words = Vec::new();
        for part in text.split_inclusive(char::is_whitespace) {
            let word = Word::of(text, start..start + part.trim_end().len());
            start += part.len();
            if !word.folded.is_empty() {
                words.push(word);
            }
        }
        Self { text, words }
    }

    /// The words of a run, as the text has them but for white space and what nobody sees.
    fn shown(&self, words: &[Word]) -> String {
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return String::new();
        };
        let part = self.text.get(first.place.start..last.place.end);
        let words = part.unwrap_or_default().split_whitespace();
        let words: Vec<String> = words.map(visible).collect();
        words.join(" ")
    }
}

/// The passage of a text that shares most words with a quotation, in the text's own characters, with the words that differ
/// marked as `git diff --word-diff` does: `[-quoted-]{+in the source+}`. None where less than half of the words are shared.
pub(super) fn closest(source: &Words<'_>, quote: &str) -> Option<String> {
    let quoted = Words::of(quote);
    let (shared, window) = best_window(&source.words, &quoted.words);
    let wanted = quoted.words.iter().filter(|word| !word.core.is_empty());
    if shared * 2 < wanted.count() || shared == 0 {
        return None;
    }
    let mut passage = trim_ends(&source.words, &window, &quoted.words).to_vec();
    // The marks round the passage, and punctuation after them, are those of the article's sentence.
    if let (Some(first), Some(begin)) = (passage.first_mut(), quoted.words.first())
        && !begin.folded.starts_with(MARK)
    {
        let word = source.text.get(first.place.clone()).unwrap_or_default();
        let marks = word.len() - word.trim_start_matches(is_quotation_mark).len();
        if marks < word.len() {
            *first = Word::of(source.text, first.place.start + marks..first.place.end);
        }
    }
    if let (Some(last), Some(end)) = (passage.last_mut(), quoted.words.last()) {
        *last = Word::of(source.text, ended(source.text, last, end));
    }
    let words: Vec<&str> = keys(&quoted.words);
    let ops = capture_diff_slices(Algorithm::Myers, &words, &keys(&passage));
    let marked = marked(
        ops,
        |ours| quoted.shown(quoted.words.get(ours).unwrap_or_default()),
        |theirs| source.shown(passage.get(theirs).unwrap_or_default()),
    );
    Some(marked)
}

fn keys(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.folded.as_str()).collect()
}

/// A passage's last word as far as the quotation's last word goes; where that differs, as far as the first mark behind it.
fn ended(text: &str, last: &Word, end: &Word) -> Range<usize> {
    let start = last.place.start;
    let word = text.get(last.place.clone()).unwrap_or_default();
    let letters = word.trim_end_matches(|char: char| !char.is_alphanumeric());
    let behind = word.get(letters.len()..).unwrap_or_default();
    let ends = behind.char_indices().map(|(at, char)| at + char.len_utf8());
    let mut ends = std::iter::once(0)
        .chain(ends)
        .map(|end| letters.len() + end);
    let wanted = end.folded.to_lowercase();
    let same = ends.find(|to| fold(word.get(..*to).unwrap_or_default()).to_lowercase() == wanted);
    let mark = behind.find(is_quotation_mark).filter(|mark| *mark > 0);
    let mark = mark.filter(|_| !end.folded.ends_with(MARK));
    // A comma before the closing mark is one of the article's sentence.
    let inside = mark.and_then(|mark| behind.get(..mark));
    let mark = inside.map(|inside| letters.len() + inside.trim_end_matches(',').len());
    start..start + same.or(mark).unwrap_or(word.len())
}

/// A word without the characters of it that nobody sees.
fn visible(word: &str) -> String {
    let mut chars = word.chars().peekable();
    let mut before = None;
    let mut visible = String::with_capacity(word.len());
    while let Some(char) = chars.next() {
        if !is_idle(before, char, chars.peek().copied()) {
            visible.push(char);
            before = Some(char);
        }
    }
    visible
}

/// Puts together what a difference is made of, with what is on one side only marked.
fn marked(
    mut ops: Vec<DiffOp>,
    ours: impl Fn(Range<usize>) -> String,
    theirs: impl Fn(Range<usize>) -> String,
) -> String {
    // What the source has before and after the passage is not part of the difference.
    if let Some(DiffOp::Insert { .. }) = ops.first() {
        ops.remove(0);
    }
    if let Some(DiffOp::Insert { .. }) = ops.last() {
        ops.pop();
    }
    let mut marked: Vec<String> = Vec::new();
    for op in ops {
        let (ours, theirs) = (ours(op.old_range()), theirs(op.new_range()));
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
    let joined = |words: &[&str], part: Range<usize>| words.get(part).unwrap_or_default().join(" ");
    (shared >= ours.len().min(theirs.len())).then(|| {
        let ops = capture_diff_slices(Algorithm::Myers, &quoted, &passage);
        marked(
            ops,
            |ours| joined(&quoted, ours),
            |theirs| joined(&passage, theirs),
        )
    })
}

/// Whether the words of one text stand in another, in this order and next to each other.
fn within(part: &[String], whole: &[String]) -> bool {
    whole.windows(part.len()).any(|window| window == part)
}

fn cores(words: &[&str]) -> Vec<String> {
    let cores = words.iter().map(|word| core(word).to_lowercase());
    cores.filter(|word| !word.is_empty()).collect()
}

/// The words of a folded text, without quotation marks round them: between two outlets, those do not count.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(' ').map(|word| word.trim_matches('\''));
    words.filter(|word| !word.is_empty()).collect()
}

/// A word without the punctuation and marks round it.
fn core(word: &str) -> &str {
    word.trim_matches(|char: char| !char.is_alphanumeric())
}

/// The run of words, somewhat longer than the quotation, that shares most words with it, and how many.
fn best_window(words: &[Word], quoted: &[Word]) -> (usize, Range<usize>) {
    let mut wanted: HashMap<&str, isize> = HashMap::new();
    for word in quoted.iter().filter(|word| !word.core.is_empty()) {
        *wanted.entry(&word.core).or_default() += 1;
    }
    let size = (quoted.len() + quoted.len() / 4 + 2).min(words.len());
    let (mut shared, mut best, mut best_end) = (0_usize, 0, size);
    for (end, word) in words.iter().enumerate() {
        // The count of a wanted word falls below zero where the window has more of it than the quotation.
        if let Some(left) = wanted.get_mut(word.core.as_str()) {
            shared += usize::from(*left > 0);
            *left -= 1;
        }
        if let Some(left) = end
            .checked_sub(size)
            .and_then(|out| wanted.get_mut(words.get(out)?.core.as_str()))
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
fn trim_ends<'w>(words: &'w [Word], window: &Range<usize>, quoted: &[Word]) -> &'w [Word] {
    let known = |word: &Word| quoted.iter().any(|quoted| quoted.core == word.core);
    let passage = words.get(window.clone()).unwrap_or_default();
    // Where the source's own quotation begins, that is where ours does.
    let begins = |word: &Word| {
        let first = quoted.first();
        word.folded.starts_with(MARK) && first.is_some_and(|first| first.core == word.core)
    };
    let first = passage.iter().position(begins);
    let first = first.or_else(|| passage.iter().position(known));
    let first = window.start + first.unwrap_or_default();
    let last = passage.iter().rposition(known);
    let last = last.map_or(window.end, |last| window.start + last + 1);
    let full = last.max(first + quoted.len()).min(words.len());
    // What the quotation has more than the source is not made up for by what stands behind the closing mark.
    let rest = words.get(last.saturating_sub(1)..full).unwrap_or_default();
    let closed = rest.iter().position(Word::closes);
    let last = closed.map_or(full, |closed| last + closed);
    words.get(first..last).unwrap_or(passage)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str, quote: &str) -> Option<String> {
        closest(&Words::of(text), quote)
    }

    #[test]
    fn the_closest_passage_marks_what_differs() {
        for (text, quote, expected) in [
            (
                "so he said: one two three four five, and went",
                "one two 3 four five",
                "one two [-3-]{+three+} four five",
            ),
            (
                "'We did not.' So he said.",
                "We never did.",
                "We [-never did.-]{+did not.+}",
            ),
            (
                "“We want peace,” he said.",
                "WE WANT PEACE",
                "[-WE WANT PEACE-]{+We want peace+}",
            ),
            (
                "“We never touched these records,” said B.",
                "We never [ever] touched these records",
                "We never [-[ever]-] touched these records",
            ),
            (
                "The minister said: “The network was bad.” It fell.",
                "The network is bad.",
                "The network [-is-]{+was+} bad.",
            ),
            // A comma of the article's sentence is not the quotation's full stop.
            (
                "“We want a peace,” he said.",
                "We want peace.",
                "We want [-peace.-]{+a peace+}",
            ),
        ] {
            assert_eq!(passage(text, quote).as_deref(), Some(expected), "{quote}");
        }
        assert_eq!(passage("", "one"), None);
    }

    #[test]
    fn the_passage_has_the_sources_own_characters() {
        for (text, quote, expected) in [
            (
                "“We are ‘friends’ of all.” So it said.",
                "We are friends of all.",
                "We are [-friends-]{+‘friends’+} of all.",
            ),
            (
                "He said:\n\n“Hello\n\n“there.” She went",
                "Hello there.",
                "Hello [-there.-]{+“there.+}",
            ),
            (
                "« Nous sommes « amis »... de tous »,",
                "Nous sommes amis de tous",
                "Nous sommes {+«+} amis {+»...+} de tous",
            ),
            (
                "We saw the Minis\u{ad}terium of B’s friends",
                "We saw a Ministerium of B's",
                "We saw [-a-]{+the+} Ministerium of B’s",
            ),
        ] {
            assert_eq!(passage(text, quote).as_deref(), Some(expected), "{quote}");
        }
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
