//! Comparing a printing with the one that leads: whether it has the same words, and which of its words that lacks.
//!
//! The comparison is a longest common subsequence (Wagner and Fischer 1974), O(n·m) in words.

use super::Printing;
use super::words::compared;
use crate::incident::Incident;

/// Past this many words on either side nothing is marked or looked for: it would take too long for a click.
const MOST_WORDS: usize = 1_500;

/// How many pairs of words an incident's statements may compare in all, in equal shares: what shows at once takes less than
/// half a second, whatever the file holds.
const MOST_PAIRS: usize = 50_000_000;

/// The words of a printing that others of its statement are compared with.
#[derive(Debug)]
pub struct Reference {
    words: Vec<String>,
    /// How many pairs of words may still be compared.
    pairs: usize,
}

impl Reference {
    /// That of a printing of one of the incident's statements.
    pub fn of(printing: &Printing, incident: &Incident) -> Self {
        Self {
            words: printing.words(),
            pairs: MOST_PAIRS / incident.statements.len().max(1),
        }
    }

    /// Whether a printing has the same words, or some of them in their order and next to each other.
    pub fn holds(&self, part: &Printing) -> bool {
        let part = part.words();
        part.len().max(self.words.len()) <= MOST_WORDS
            && self
                .words
                .windows(part.len().max(1))
                .any(|words| words == part)
    }

    /// Splits `quote` into runs that the reference has and runs that it lacks: none is marked where that takes more pairs
    /// than are left.
    pub fn marked<'a>(&mut self, quote: &'a str) -> Vec<Run<'a>> {
        let words = compared(quote);
        let pairs = words.len() * self.words.len();
        let most = words.len().max(self.words.len());
        let kept = if most > MOST_WORDS || pairs > self.pairs {
            vec![true; words.len()]
        } else {
            self.pairs -= pairs;
            common(&words, &self.words)
        };

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
}

/// A run of a quotation's text, and whether the other wording lacks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Run<'a> {
    /// The text, exactly as printed; all runs together are the quotation.
    pub text: &'a str,
    /// Whether it differs.
    pub differs: bool,
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

/// For each of our words, whether it is part of a longest common subsequence with theirs.
fn common(ours: &[(usize, String)], theirs: &[String]) -> Vec<bool> {
    // lengths[i][j]: the longest common subsequence of ours[i..] and theirs[j..]
    let columns = theirs.len() + 1;
    let mut lengths = vec![0_u16; (ours.len() + 1) * columns];
    let at = |i: usize, j: usize| i * columns + j;
    let get = |lengths: &[u16], i: usize, j: usize| lengths.get(at(i, j)).copied().unwrap_or(0);
    for (i, (_, our)) in ours.iter().enumerate().rev() {
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
    while let (Some((_, our)), Some(their)) = (ours.get(i), theirs.get(j)) {
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

    use super::super::fixture::{incident, report, statement};
    use super::super::printings;
    use super::*;

    fn differing(quote: &str, reference: &str) -> Vec<String> {
        let (incident, statement) = (
            incident(),
            statement(vec![report("daily", reference, None)]),
        );
        let reference = &printings(&incident, &statement)[0];
        let runs = Reference::of(reference, &incident).marked(quote);
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
    fn case_and_punctuation_are_no_difference_in_any_script() {
        for (quote, reference) in [
            ("Это ложь", "это ложь"),
            ("Χωρίς ΚΑΜΊΑ βάση", "χωρίς καμία βάση"),
            ("لا أساس، وهذا مرفوض؟", "لا أساس وهذا مرفوض"),
            ("यह निराधार है।", "यह निराधार है"),
            ("毫无根据。", "毫无根据"),
            ("「毫无，根据」！", "毫无根据"),
            ("APT-99、同社", "APT-99 同社"),
            ("¿Por qué?", "por qué"),
            ("It is – they say – so.", "It is, they say, so"),
        ] {
            assert_eq!(differing(quote, reference), Vec::<String>::new());
            assert_eq!(differing(reference, quote), Vec::<String>::new());
        }
        // Signs that say something, and that words are left out.
        assert_eq!(differing("5 % of it", "5 of it"), ["%"]);
        assert_eq!(differing("$5 of it", "5 of it"), ["$5"]);
        assert_eq!(differing("We … agree", "We agree"), ["…"]);
        assert_eq!(differing("We [...] agree", "We agree"), ["[...]"]);
    }

    #[test]
    fn where_no_space_is_between_words_characters_are_compared() {
        assert_eq!(
            differing("同社は予約を読んだ。", "同社が予約を読んだ"),
            ["は"]
        );
        // A tone mark stays with its letter.
        assert_eq!(differing("อ่านข้อมูล", "อ่านขอมูล"), ["ข้"]);
        assert_eq!(differing("读取了记录", "该公司读取记录"), ["了"]);
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
    fn past_its_share_of_pairs_nothing_is_marked_and_no_text_is_lost() {
        let mut incident = incident();
        let long = "word ".repeat(700);
        let said = statement(vec![report("daily", &long, None)]);
        incident.statements = vec![said; MOST_PAIRS / (2 * 700 * 700)];
        let first = &printings(&incident, &incident.statements[0])[0];
        let mut reference = Reference::of(first, &incident);
        let other = "term ".repeat(700);
        let marks = [true, true, false].map(|marked| (marked, reference.marked(&other)));
        for (marked, runs) in marks {
            assert_eq!(runs.iter().map(|run| run.text).collect::<String>(), other);
            assert_eq!(runs.iter().any(|run| run.differs), marked);
        }
    }

    #[test]
    fn a_part_of_the_same_words_is_no_other_wording() {
        let whole = statement(vec![report(
            "daily",
            "We do not, and will not, agree.",
            None,
        )]);
        let incident = incident();
        let whole = &printings(&incident, &whole)[0];
        let holds = |quote: &str| {
            let part = statement(vec![report("short", quote, None)]);
            Reference::of(whole, &incident).holds(&printings(&incident, &part)[0])
        };
        assert!(holds("we do not") && holds("Will not agree"));
        // What leaves a word out says another thing.
        assert!(!holds("We will not agree") && !holds("We do, and will, agree"));
        assert!(!holds(" ") && !holds("We do not, and will not, agree. Ever."));
    }

    #[test]
    fn a_part_of_the_same_characters_is_no_other_wording() {
        let incident = incident();
        for (whole, part) in [
            (
                "该公司在整整一个月里读取了我们的订舱记录。",
                "整整一个月里读取了我们的订舱记录",
            ),
            (
                "同社は丸一か月にわたり、われわれの予約を読んでいた。",
                "われわれの予約を読んでいた",
            ),
            ("บริษัทอ่านข้อมูลการจองของเราตลอดทั้งเดือน", "อ่านข้อมูลการจองของเรา"),
        ] {
            let said = statement(vec![
                report("short", part, None),
                report("daily", whole, None),
            ]);
            let printings = printings(&incident, &said);
            assert_eq!(printings[0].reports[0].quote.as_deref(), Some(whole));
            assert!(Reference::of(&printings[0], &incident).holds(&printings[1]));
            assert!(!Reference::of(&printings[1], &incident).holds(&printings[0]));
        }
    }
}
