//! Printings: how the sources' printings of one statement differ, word by word, or character by character in scripts that
//! put no space between words.
//!
//! Words are compared without case and without the punctuation at their ends; what is shown is never changed. Only what is
//! in one language is compared, and nothing with its translation.
//! The comparison is a longest common subsequence (Wagner and Fischer 1974), O(n·m) in words.

mod words;

use crate::incident::forms::primary;
use crate::incident::{Incident, Report, Statement};
use words::compared;

/// Past this many words on either side nothing is marked or looked for: it would take too long for a click.
const MOST_WORDS: usize = 1_500;

/// How many pairs of words an incident's statements may compare in all, in equal shares: what shows at once takes less than
/// half a second, whatever the file holds.
const MOST_PAIRS: usize = 50_000_000;

/// What one source prints of a statement: one report, or the parts of an interrupted quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing<'a> {
    /// The source's id.
    pub source: &'a str,
    /// Its reports, in the file's order.
    pub reports: Vec<&'a Report>,
    /// The language of its words, without script and region.
    language: &'a str,
}

impl<'a> Printing<'a> {
    fn quotes(&self) -> impl Iterator<Item = &'a str> {
        let quotes = self.reports.iter();
        quotes.filter_map(|report| report.quote.as_deref())
    }

    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for quote in self.quotes() {
            words.extend(compared(quote).into_iter().map(|(_, word)| word));
        }
        words
    }

    fn is_translated(&self) -> bool {
        self.reports.iter().any(|report| is_translated(report))
    }

    /// Whether its words cannot be compared with another's: they are in another language, or translate what that prints.
    pub fn stands_apart(&self, other: &Printing) -> bool {
        !self.language.eq_ignore_ascii_case(other.language)
            || self.is_translated() != other.is_translated()
    }
}

/// Whether a report prints a translation.
pub fn is_translated(report: &Report) -> bool {
    report.translated_from.is_some() || report.original.is_some()
}

/// The printings of a statement that quote it, in the file's order but for the first: what is no translation leads, then
/// what is in the incident's language, then the fullest.
///
/// Reports of one source belong together if they are numbered parts; a repetition on the same page stands alone.
pub fn printings<'a>(incident: &'a Incident, statement: &'a Statement) -> Vec<Printing<'a>> {
    let own = primary(&incident.incident.language);
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
                language: incident
                    .source(&report.source)
                    .and_then(|source| source.language.as_deref())
                    .map_or(own, primary),
            }),
        }
    }
    let mut leads = (0, 0);
    for (at, printing) in printings.iter().enumerate() {
        let mut rank = 1;
        for quote in printing.quotes() {
            rank += quote.chars().count();
        }
        // More than any quotation has characters.
        if printing.language.eq_ignore_ascii_case(own) {
            rank += 1 << 28;
        }
        if !printing.is_translated() {
            rank += 1 << 29;
        }
        if rank > leads.1 {
            leads = (at, rank);
        }
    }
    if leads.0 > 0 {
        let first = printings.remove(leads.0);
        printings.insert(0, first);
    }
    printings
}

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

    use super::*;
    use crate::incident::{Directness, Stance, parse_json, read};

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

    /// One in English, with sources in it and one in French.
    fn incident() -> Incident {
        let file = r#"{"version": 1, "incident": {"id": "affair", "title": "The affair", "language": "en-GB"},
            "sources": [{"id": "daily", "publisher": "Example Daily"}, {"id": "abroad", "publisher": "Jour", "language": "fr"},
                {"id": "short", "publisher": "Example News", "language": "en"}], "actors": [{"id": "a", "name": "Ministry A", "kind": "public-body"}], "statements": []}"#;
        read(&parse_json(file).unwrap()).unwrap().incident
    }

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
    fn a_part_continues_the_part_before_it_and_not_a_repetition_elsewhere() {
        let statement = statement(vec![
            report("daily", "a headline", None),
            report("daily", "a headline in full", Some(1)),
            report("daily", "and how it goes on", Some(2)),
        ]);
        let incident = incident();
        let printings = printings(&incident, &statement);
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
        let incident = incident();
        let printings = printings(&incident, &statement);
        assert_eq!(
            printings
                .iter()
                .map(|p| (p.source, p.reports.len()))
                .collect::<Vec<_>>(),
            [("daily", 2), ("short", 1), ("daily", 1)]
        );
        let holds = |whole: usize, part: usize| {
            Reference::of(&printings[whole], &incident).holds(&printings[part])
        };
        assert!(!holds(1, 0) && holds(0, 0));
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

    #[test]
    fn what_was_said_leads_its_translations_and_is_not_compared_with_them() {
        let incident = incident();
        let translated = |source: &str, quote: &str| Report {
            translated_from: Some("fr".into()),
            ..report(source, quote, None)
        };
        let order = |reports: Vec<Report>| -> Vec<(String, bool)> {
            let said = statement(reports);
            let printings = printings(&incident, &said);
            let first = &printings[0];
            let told = |printing: &Printing| (printing.source.into(), printing.stands_apart(first));
            printings.iter().map(told).collect()
        };
        assert_eq!(
            order(vec![
                translated("daily", "Nobody has read anything at all of it."),
                report("abroad", "Personne n’a rien lu.", None),
            ]),
            [("abroad".into(), false), ("daily".into(), true)]
        );
        // Two translations are two wordings, as long as there is nothing else.
        assert_eq!(
            order(vec![
                translated("daily", "Nobody has read it."),
                translated("short", "Nobody has read anything of it."),
            ]),
            [("short".into(), false), ("daily".into(), false)]
        );
        // Said in two languages: the story's own leads.
        assert_eq!(
            order(vec![
                report("abroad", "Personne n’a rien lu de tout cela.", None),
                report("short", "Nobody has read it.", None),
            ]),
            [("short".into(), false), ("abroad".into(), true)]
        );
    }
}
