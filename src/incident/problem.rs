//! What an editor is told about a file: [`Problem`]s of its records, or the [`Refusal`] of the whole file.

use std::fmt;

use serde::Serialize;

use super::template::{fill, push_shown};
use super::vocabulary::{Term, terms};

/// Whether something was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The field or record is left out; or, in the check, it is proven wrong, or must not be published as it is.
    Error,
    /// What the file says is kept; it should be looked at.
    Warning,
}

terms! {
    /// The rules that an incident file can break. Ids are stable.
    "rule" Rule {
        /// A text where a list is expected, and the like.
        WrongType "wrong-type" "a value of another type than expected",
        /// A required field is absent.
        MissingField "missing-field" "a required field is missing",
        /// A field is there, but empty or only spaces.
        EmptyText "empty-text" "a field without any text",
        /// A direct or mixed report whose quotation is absent, empty or only spaces.
        EmptyQuote "empty-quote" "a quoted report without its quotation",
        /// A field that no reader knows.
        UnknownField "unknown-field" "a field the format does not have",
        /// The same field twice in one record.
        DuplicateField "duplicate-field" "a field that stands twice",
        /// A field that may not stand with what another field says.
        MisplacedField "misplaced-field" "a field that does not belong here",
        /// A term that its closed list does not have.
        UnknownTerm "unknown-term" "a term its list does not have",
        /// An id that is not kebab-case.
        MalformedId "malformed-id" "an id that is not kebab-case",
        /// An id that an earlier record of the list has.
        DuplicateId "duplicate-id" "an id that is taken",
        /// A reference to an id that no record has.
        DanglingId "dangling-id" "a reference to nothing",
        /// A reference to a record that is itself left out.
        HangsOn "hangs-on" "a reference to a record that is left out",
        /// A reference of a record to itself where that says nothing.
        SelfReference "self-reference" "a reference to itself",
        /// The same entry twice in one list.
        RepeatedEntry "repeated-entry" "an entry that stands twice",
        /// A date that is not in the calendar or not ISO 8601.
        ImpossibleDate "impossible-date" "a date that is none",
        /// Two dates that cannot both be right.
        DateOrder "date-order" "two dates in the wrong order",
        /// A web address that does not begin with `https:` or `http:`.
        MalformedUrl "malformed-url" "a web address that is none",
        /// A language tag that is not BCP 47.
        MalformedLanguage "malformed-language" "a language tag that is none",
        /// A text with marks that override the direction of those after them, or isolate what is not theirs.
        TurnedText "turned-text" "a text that is read in another order",
        /// A `prefix` or `suffix` over its length.
        TooLong "too-long" "more text than the field may hold",
        /// A statement that no source reports.
        UnsourcedStatement "unsourced-statement" "a statement nobody reports",
        /// A claim that no statement asserts and no source makes.
        UnassertedClaim "unasserted-claim" "a claim nobody asserts",
        /// A tie of office that no source gives.
        UnsourcedTie "unsourced-tie" "a tie of office without a source",
        /// A status that does not fit who asserts and who disputes.
        StatusMismatch "status-mismatch" "a status the statements do not bear out",
        /// A quotation with its own quotation marks, a closing comma or spaces around it.
        UntidyQuote "untidy-quote" "a quotation with more than its words",
        /// Parts of an interrupted quotation that do not run 1, 2, 3.
        PartSequence "part-sequence" "parts that do not run from 1",
        /// A conflict with fewer than two answers.
        TooFewAnswers "too-few-answers" "a conflict without two answers",
        /// An answer that names a statement which its source does not report.
        AnswerElsewhere "answer-elsewhere" "an answer its source does not report",
        /// Sources that are excerpts of each other.
        ExcerptCycle "excerpt-cycle" "sources that excerpt each other",
        /// A quotation that its source's text does not have.
        QuoteNotFound "quote-not-found" "a quotation its source does not have",
        /// A quotation whose `prefix` or `suffix` does not stand around it.
        ContextNotFound "context-not-found" "words around a quotation that are not there",
        /// A quotation that stands in its source, but not as one whole between quotation marks.
        UnmarkedQuote "unmarked-quote" "a quotation its source does not mark as one",
        /// A source whose saved text was not found, so nothing of it could be checked.
        NoSourceText "no-source-text" "a source whose text is not at hand",
    }
}

/// One fault of one record: what was found, what was expected, what to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// Whether something was left out.
    pub severity: Severity,
    /// The rule that is broken.
    pub rule: Rule,
    /// Where in the file, counted from 0: `statements[3].reports[0]`; empty for the whole file.
    pub path: String,
    /// The id of the record, as far as it has one.
    pub record: String,
    /// The field, or empty where it is about the whole record.
    pub field: String,
    /// What was found, what was expected, and what is left out. One or more sentences.
    pub message: String,
    /// What to do about it, with the nearest id where there is one; may be empty.
    pub advice: String,
}

/// Why a whole file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusalCode {
    /// Not JSON, or not an object.
    Parse,
    /// Another version of the format.
    Version,
    /// A limit is broken.
    Limit,
    /// No usable actor.
    NoData,
}

/// A file that is refused: nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Refusal {
    /// Why.
    pub code: RefusalCode,
    /// Why, in sentences, and what to do.
    pub message: String,
    /// What was found wrong on the way; the first [`MAX_PROBLEMS`](super::limits::MAX_PROBLEMS).
    pub problems: Vec<Problem>,
    /// The path and the field of a text that is too long, as a [`Problem`] has them; readers are told in the message.
    #[cfg(feature = "check")]
    #[serde(skip)]
    pub too_long: Option<(String, String)>,
}

impl Refusal {
    /// A refusal without problems of single records.
    pub fn new(code: RefusalCode, message: String) -> Self {
        Self {
            code,
            message,
            problems: Vec::new(),
            #[cfg(feature = "check")]
            too_long: None,
        }
    }
}

impl RefusalCode {
    /// The code as `actor-map-error` gives it: `parse`, `version`, `limit` or `no-data`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Parse => "parse",
            Self::Version => "version",
            Self::Limit => "limit",
            Self::NoData => "no-data",
        }
    }
}

impl Severity {
    /// `error` or `warning`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Rule {
    /// Whether something is left out where the rule is broken.
    pub fn severity(self) -> Severity {
        use Rule::{
            DateOrder, EmptyText, PartSequence, RepeatedEntry, StatusMismatch, UnknownField,
            UnmarkedQuote, UntidyQuote,
        };
        match self {
            EmptyText | UnknownField | RepeatedEntry | DateOrder | StatusMismatch | UntidyQuote
            | PartSequence | UnmarkedQuote => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl Problem {
    /// All of it in one text:
    /// `error[dangling-id] statements[3] “nato-solidarity”, field "speaker": no actor has … Did you mean "nato"?`
    pub fn line(&self) -> String {
        let mut line = fill("%[%]", &[self.severity.id(), self.rule.id()]);
        let mut before = " ";
        if !self.path.is_empty() {
            line.push(' ');
            line.push_str(&self.path);
            before = ", ";
        }
        if !self.record.is_empty() {
            line.push_str(" “");
            push_shown(&mut line, &self.record);
            line.push('”');
        }
        if !self.field.is_empty() {
            line.push_str(before);
            line.push_str("field ");
            line.push('"');
            push_shown(&mut line, &self.field);
            line.push('"');
        }
        line.push_str(": ");
        line.push_str(&self.message);
        if !self.advice.is_empty() {
            line.push(' ');
            line.push_str(&self.advice);
        }
        line
    }
}

/// Shows as its [`line`](Problem::line).
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
    }
}

/// `refused[version]: The file has another version of the format. …`
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&fill("refused[%]: %", &[self.code.id(), &self.message]))
    }
}

impl std::error::Error for Refusal {}
