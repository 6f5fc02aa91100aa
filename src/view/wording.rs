//! Wordings: how the sources' printings of one statement differ, word by word.
//!
//! Words are compared without case and without the punctuation at their ends; what is shown is never changed.
//! The comparison is a longest common subsequence (Wagner and Fischer 1974), O(n·m) in words.

use crate::incident::{Report, Statement};

/// Past this many words on either side nothing is marked or looked for: it would take too long for a click.
const MOST_WORDS: usize = 1_500;

/// What one source prints of a statement: one report, or the parts of an interrupted quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing<'a> {
    /// The source's id.
    pub source: &'a str,
    /// Its reports, in the file's order.
    pub reports: Vec<&'a Report>,
}

impl<'a> Printing<'a> {
    fn words(&self) -> Vec<&'a str> {
        self.reports
            .iter()
            .filter_map(|report| report.quote.as_deref())
            .flat_map(str::split_whitespace)
            .collect()
    }
}

/// The printings of a statement that quote it, the fullest one first, the others in the file's order.
///
/// Reports of one source belong together if they are numbered parts; a repetition on the same page stands alone.
pub fn printings(statement: &Statement) -> Vec<Printing<'_>> {
    let mut printings: Vec<Printing> = Vec::new();
    for report in statement
        .reports
        .iter()
        .filter(|report| report.quote.is_some())
    {
        // Part 2 goes on where part 1 of the same source ended, not after a repetition of it elsewhere on the page.
        let before = report.part.filter(|part| *part > 1).map(|part| part - 1);
        let continued = |printing: &&mut Printing| {
            printing.source == report.source
                && before.is_some()
                && printing
                    .reports
                    .last()
                    .is_some_and(|last| last.part == before)
        };
        match printings.iter_mut().find(continued) {
            Some(printing) => printing.reports.push(report),
            None => printings.push(Printing {
                source: &report.source,
                reports: vec![report],
            }),
        }
    }
    let fullest = printings
        .iter()
        .map(|printing| printing.words().len())
        .enumerate()
        .max_by_key(|&(at, words)| (words, core::cmp::Reverse(at)));
    if let Some((at, _)) = fullest {
        let first = printings.remove(at);
        printings.insert(0, first);
    }
    printings
}

/// Whether a printing has the same words as a fuller one, or some of them in their order and next to each other.
pub fn is_within(part: &Printing, whole: &Printing) -> bool {
    let bare = |printing: &Printing| -> Vec<String> {
        let words = printing.words();
        words.iter().map(|word| bare_word(word)).collect()
    };
    let (part, whole) = (bare(part), bare(whole));
    part.len().max(whole.len()) <= MOST_WORDS
        && whole.windows(part.len().max(1)).any(|words| words == part)
}

/// A run of a quotation's text, and whether the other wording lacks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Run<'a> {
    /// The text, exactly as printed; all runs together are the quotation.
    pub text: &'a str,
    /// Whether it differs.
    pub differs: bool,
}

/// Splits `quote` into runs that the reference printing has and runs that it lacks.
pub fn marked<'a>(quote: &'a str, reference: &Printing) -> Vec<Run<'a>> {
    let words: Vec<(usize, &str)> = quote
        .split_whitespace()
        .map(|word| (offset(quote, word), word))
        .collect();
    let ours: Vec<String> = words.iter().map(|(_, word)| bare_word(word)).collect();
    let theirs: Vec<String> = reference
        .words()
        .iter()
        .map(|word| bare_word(word))
        .collect();
    let kept = common(&ours, &theirs);

    let mut runs: Vec<Run> = Vec::new();
    let mut start = 0;
    let mut differs = None;
    for ((at, _), kept) in words.iter().zip(kept) {
        if differs.is_some_and(|differs| differs == kept) {
            push_run(&mut runs, quote, start..*at, kept);
            start = *at;
        }
        differs = Some(!kept);
    }
    push_run(
        &mut runs,
        quote,
        start..quote.len(),
        differs.unwrap_or(false),
    );
    runs
}

fn push_run<'a>(
    runs: &mut Vec<Run<'a>>,
    quote: &'a str,
    range: core::ops::Range<usize>,
    differs: bool,
) {
    let Some(text) = quote.get(range).filter(|text| !text.is_empty()) else {
        return;
    };
    // The space after the last differing word is not part of the difference.
    let words = text.trim_end();
    match text.get(words.len()..) {
        Some(space) if differs && !space.is_empty() => {
            runs.push(Run {
                text: words,
                differs,
            });
            runs.push(Run {
                text: space,
                differs: false,
            });
        }
        _ => runs.push(Run { text, differs }),
    }
}

/// Where `part`, a slice of `whole`, begins in it.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// A word without the punctuation at its ends, ASCII letters in lower case: full Unicode case folding would bring
/// tables of 20 KB along, and a difference in the case of other letters is worth a mark.
fn bare_word(word: &str) -> String {
    let bare = word.trim_matches(is_punctuation);
    let bare = if bare.is_empty() { word } else { bare };
    bare.replace('’', "'").to_ascii_lowercase()
}

/// ASCII punctuation, the general punctuation block and the guillemets.
fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '«' | '»')
}

/// For each of our words, whether it is part of a longest common subsequence with theirs.
fn common(ours: &[String], theirs: &[String]) -> Vec<bool> {
    if ours.len() > MOST_WORDS || theirs.len() > MOST_WORDS {
        return vec![true; ours.len()];
    }
    // lengths[i][j]: the longest common subsequence of ours[i..] and theirs[j..]
    let columns = theirs.len() + 1;
    let mut lengths = vec![0_u16; (ours.len() + 1) * columns];
    let at = |i: usize, j: usize| i * columns + j;
    let get = |lengths: &[u16], i: usize, j: usize| lengths.get(at(i, j)).copied().unwrap_or(0);
    for (i, our) in ours.iter().enumerate().rev() {
        for (j, their) in theirs.iter().enumerate().rev() {
            let longest = if our == their {
                get(&lengths, i + 1, j + 1) + 1
            } else {
                get(&lengths, i + 1, j).max(get(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(at(i, j)) {
                *cell = longest;
            }
        }
    }
    let mut kept = vec![false; ours.len()];
    let (mut i, mut j) = (0, 0);
    while let (Some(our), Some(their)) = (ours.get(i), theirs.get(j)) {
        if our == their {
            if let Some(kept) = kept.get_mut(i) {
                *kept = true;
            }
            (i, j) = (i + 1, j + 1);
        } else if get(&lengths, i + 1, j) >= get(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::incident::{Directness, Stance};

    fn report(source: &str, quote: &str, part: Option<u32>) -> Report {
        Report {
            source: source.into(),
            directness: Directness::Direct,
            quote: Some(quote.into()),
            paraphrase: None,
            prefix: None,
            suffix: None,
            part,
            speaker: None,
            venue: None,
            translated_from: None,
            original: None,
        }
    }

    fn statement(reports: Vec<Report>) -> Statement {
        Statement {
            id: "s".into(),
            speaker: "a".into(),
            capacity: None,
            stance: vec![Stance::Inform],
            to: vec![],
            about: vec![],
            date: None,
            venue: None,
            reports,
        }
    }

    fn differing(quote: &str, reference: &str) -> Vec<String> {
        let statement = statement(vec![report("daily", reference, None)]);
        let reference = &printings(&statement)[0];
        let runs = marked(quote, reference);
        assert_eq!(
            runs.iter().map(|run| run.text).collect::<String>(),
            quote,
            "marking changes no text"
        );
        runs.into_iter()
            .filter(|run| run.differs)
            .map(|run| run.text.to_owned())
            .collect()
    }

    #[test]
    fn marks_the_words_that_the_other_wording_lacks() {
        let reference = "that such acts carry serious consequences for our relations.";
        assert_eq!(
            differing(
                "such activities have serious impacts on mutual relations",
                reference
            ),
            ["activities have", "impacts on mutual"]
        );
    }

    #[test]
    fn case_quote_marks_and_punctuation_are_no_difference() {
        assert_eq!(
            differing("The people’s “words” count", "the people's words count."),
            Vec::<String>::new()
        );
    }

    #[test]
    fn marks_everything_when_nothing_is_shared_and_nothing_when_there_is_no_text() {
        assert_eq!(differing("one  two", "three"), ["one  two"]);
        assert_eq!(differing("", "three"), Vec::<String>::new());
        assert_eq!(
            differing(" lead and trail ", "lead and trail"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_part_continues_the_part_before_it_and_not_a_repetition_elsewhere() {
        let statement = statement(vec![
            report("daily", "a headline", None),
            report("daily", "a headline in full", Some(1)),
            report("daily", "and how it goes on", Some(2)),
        ]);
        let printings = printings(&statement);
        let parts: Vec<Vec<Option<u32>>> = printings
            .iter()
            .map(|printing| printing.reports.iter().map(|report| report.part).collect())
            .collect();
        assert_eq!(parts, [vec![Some(1), Some(2)], vec![None]]);
    }

    #[test]
    fn parts_are_joined_and_the_fullest_printing_comes_first() {
        let statement = statement(vec![
            report("short", "b c", None),
            report("daily", "a b c", Some(1)),
            report("daily", "d e", Some(2)),
            report("daily", "a b", None),
        ]);
        let printings = printings(&statement);
        assert_eq!(
            printings
                .iter()
                .map(|p| (p.source, p.reports.len()))
                .collect::<Vec<_>>(),
            [("daily", 2), ("short", 1), ("daily", 1)]
        );
        assert!(!is_within(&printings[0], &printings[1]));
        assert!(is_within(&printings[0], &printings[0]));
    }

    #[test]
    fn a_part_of_the_same_words_is_no_other_wording() {
        let whole = statement(vec![report(
            "daily",
            "We do not, and will not, agree.",
            None,
        )]);
        let whole = &printings(&whole)[0];
        let holds = |quote: &str| {
            let part = statement(vec![report("short", quote, None)]);
            is_within(&printings(&part)[0], whole)
        };
        assert!(holds("we do not") && holds("Will not agree"));
        // What leaves a word out says another thing.
        assert!(!holds("We will not agree") && !holds("We do, and will, agree"));
        assert!(!holds(" ") && !holds("We do not, and will not, agree. Ever."));
    }
}
