//! The cards of the rules that the proof of quotations knows.

use crate::incident::Severity::{Error, Warning};
use crate::incident::quotes::SAVE_AGAIN;
use crate::incident::{Problem, Rule};

use super::rules::{Card, Group};

/// In the order of [`Rule`](crate::incident::Rule).
pub(super) const CARDS: &[Card] = &[
    Card {
        id: "quote-not-found",
        group: Group::Quotations,
        severity: Error,
        waivable: false,
        what: "a quotation its source does not have",
        cause: "The words come from another article, were typed from memory, cut within a word, or changed by a spelling correction.",
        remedy: "Copy the words from the source, with its own dashes and spelling.",
    },
    Card {
        id: "context-not-found",
        group: Group::Quotations,
        severity: Error,
        waivable: false,
        what: "words around a quotation that are not there",
        cause: "The prefix or suffix belongs to another place of the article, or to another article.",
        remedy: "Copy again what stands right before and right after the quotation.",
    },
    Card {
        id: "unmarked-quote",
        group: Group::Quotations,
        severity: Warning,
        waivable: true,
        what: "a quotation its source does not mark as one",
        cause: "The article tells this in its own words, or the quotation was cut short, perhaps at a hyphen, or runs over into another one.",
        remedy: "Quote all that stands between one pair of marks; what stands without marks is an indirect report.",
    },
    Card {
        id: "no-source-text",
        group: Group::Quotations,
        severity: Error,
        waivable: true,
        what: "a source whose text is not at hand",
        cause: "The article was not saved, was saved under another name, or as a PDF or Word file.",
        remedy: "Save its text, as plain text in UTF-8, under the name that the source's \"text\" gives, or its id. Where it cannot be had, a waiver says who compared the words with what.",
    },
];

/// What is behind a problem, where the proof knows more of it than the rule's card.
pub(super) fn cause(problem: &Problem) -> Option<&'static str> {
    let is_encoded = problem.rule == Rule::NoSourceText && problem.advice.starts_with(SAVE_AGAIN);
    is_encoded.then_some(
        "The article is there, but a program saved it in another encoding than UTF-8: as \"ANSI\" or \"Unicode\", in a text editor on Windows.",
    )
}
