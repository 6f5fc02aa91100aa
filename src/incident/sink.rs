//! Gathers the problems of one reading, within bounds.

use super::limits::MAX_PROBLEMS;
use super::nearest::nearest;
use super::place::Place;
use super::problem::{Problem, Refusal, RefusalCode, Rule, Severity};
use super::template::{did_you_mean, fill, slots};

/// How many ids are looked for among all ids of a file. Each costs a pass over them, so a file of 5 MB that is
/// wrong throughout would take long; the first few show an editor what went wrong.
const MAX_ID_SEARCHES: usize = 50;

/// The problems of one reading.
#[derive(Default)]
pub(super) struct Sink {
    pub(super) problems: Vec<Problem>,
    /// All errors, also those beyond [`MAX_PROBLEMS`].
    pub(super) errors: usize,
    /// All warnings, also those beyond [`MAX_PROBLEMS`].
    pub(super) warnings: usize,
    /// Records, reports and answers that were left out.
    pub(super) left_out: usize,
    /// The message of the first broken limit; it refuses the file.
    over_limit: Option<String>,
    /// Where that stands: path and field.
    #[cfg(feature = "check")]
    too_long: Option<(String, String)>,
    id_searches: usize,
}

impl Sink {
    /// Notes a problem. The template holds the message and, after a `|`, the advice; [`fill`] says how the words
    /// go into it.
    pub(super) fn note(
        &mut self,
        rule: Rule,
        place: &Place<'_>,
        field: &str,
        template: &str,
        words: &[&str],
    ) {
        let severity = rule.severity();
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        // Texts are only made while there is room for them.
        if self.is_full() {
            return;
        }
        let (message, advice) = template.split_once('|').unwrap_or((template, ""));
        let (of_message, of_advice) = words.split_at(slots(message).min(words.len()));
        self.problems.push(Problem {
            severity,
            rule,
            path: place.path(),
            record: place.id.to_owned(),
            field: field.to_owned(),
            message: fill(message, of_message),
            advice: fill(advice, of_advice).trim_end().to_owned(),
        });
    }

    /// Notes that a field is longer than the format allows, which refuses the file.
    pub(super) fn break_limit(
        &mut self,
        place: &Place<'_>,
        field: &str,
        chars: usize,
        most: usize,
    ) {
        if self.over_limit.is_none() {
            let words = [
                field,
                place.noun(),
                place.id,
                &place.path(),
                &chars.to_string(),
                &most.to_string(),
            ];
            self.over_limit = Some(fill(
                "The field \"%\" of the % %q at % has % characters; at most % are read. \
                 Shorten it; a whole article does not belong here.",
                &words,
            ));
            #[cfg(feature = "check")]
            {
                self.too_long = Some((place.path(), field.to_owned()));
            }
        }
    }

    /// The refusal that a broken limit asks for, if one is broken.
    pub(super) fn refuse_over_limit(&mut self) -> Result<(), Refusal> {
        match self.over_limit.take() {
            Some(message) => Err(self.refusal(RefusalCode::Limit, message)),
            None => Ok(()),
        }
    }

    /// A refusal of the file, with the problems found so far.
    pub(super) fn refusal(&mut self, code: RefusalCode, message: String) -> Refusal {
        Refusal {
            code,
            message,
            problems: std::mem::take(&mut self.problems),
            #[cfg(feature = "check")]
            too_long: self.too_long.take(),
        }
    }

    /// Advice that names the nearest of a file's ids, as long as searching is affordable; else empty.
    pub(super) fn nearest_id(&mut self, id: &str, known: &mut dyn Iterator<Item = &str>) -> String {
        self.id_searches += 1;
        if self.id_searches > MAX_ID_SEARCHES {
            return String::new();
        }
        self.nearest_word(id, known)
    }

    /// Advice that names the nearest of a few known words; else empty.
    pub(super) fn nearest_word(&self, word: &str, known: &mut dyn Iterator<Item = &str>) -> String {
        // No message will show it when there is no room for one.
        let near = if self.is_full() {
            None
        } else {
            nearest(word, known)
        };
        did_you_mean(near)
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }
}

#[cfg(test)]
mod tests {
    use super::super::place::List;
    use super::*;

    #[test]
    fn problems_beyond_the_cap_are_only_counted() {
        let mut sink = Sink::default();
        for _ in 0..MAX_PROBLEMS + 5 {
            sink.note(Rule::WrongType, &Place::single(List::File), "", "x|y", &[]);
        }
        sink.note(Rule::EmptyText, &Place::single(List::File), "", "x|y", &[]);
        assert_eq!(sink.problems.len(), MAX_PROBLEMS);
        assert_eq!((sink.errors, sink.warnings), (MAX_PROBLEMS + 5, 1));
    }

    #[test]
    fn ids_are_searched_for_a_limited_number_of_times() {
        let mut sink = Sink::default();
        for _ in 0..MAX_ID_SEARCHES {
            assert_eq!(
                sink.nearest_id("natto", &mut ["nato"].into_iter()),
                "Did you mean \"nato\"? "
            );
        }
        assert_eq!(sink.nearest_id("natto", &mut ["nato"].into_iter()), "");
    }
}
