//! The cards of what the saved texts of sources are asked for: whether they have the quotations, and name the speakers.

use crate::check::rules::{Card, Group};
use crate::incident::Severity::{Error, Warning};

/// Those of the proof, in the order of [`Rule`](crate::incident::Rule), and the check's own.
pub(super) static CARDS: &[&Card] = &[
    &Card {
        id: "quote-not-found",
        group: Group::Quotations,
        severity: Error,
        waivable: false,
        what: "a quotation its source does not have",
        cause: "The words come from another article, were typed from memory, cut within a word, or changed by a spelling correction.",
        remedy: "Copy the words from the source, with its own dashes and spelling.",
    },
    &Card {
        id: "context-not-found",
        group: Group::Quotations,
        severity: Error,
        waivable: false,
        what: "words around a quotation that are not there",
        cause: "The prefix or suffix belongs to another place of the article, or to another article.",
        remedy: "Copy again what stands right before and right after the quotation.",
    },
    &Card {
        id: "unmarked-quote",
        group: Group::Quotations,
        severity: Warning,
        waivable: true,
        what: "a quotation its source does not mark as one",
        cause: "The article tells this in its own words, or the quotation was cut short, perhaps at a hyphen or before its question mark, or runs over into another one.",
        remedy: "Quote all that stands between one pair of marks; what stands without marks is an indirect report.",
    },
    &Card {
        id: "no-source-text",
        group: Group::Quotations,
        severity: Error,
        waivable: true,
        what: "a source whose text is not at hand",
        cause: "The article was not saved, was saved under another name, or as a PDF or Word file.",
        remedy: "Save its text, as plain text in UTF-8, under the name that the source's \"text\" gives, or its id. Where it cannot be had, a waiver says who compared the words with what.",
    },
    &UNNAMED_SPEAKER,
];

/// A speaker whom the source's text does not name. Who said it is compared no further than that.
pub(in crate::check) static UNNAMED_SPEAKER: Card = Card {
    id: "unnamed-speaker",
    group: Group::Quotations,
    severity: Warning,
    waivable: true,
    what: "a speaker whom the source does not name",
    cause: "The wrong speaker or source was picked, or the source calls the speaker by another name or leaves it out.",
    remedy: "Look up in the source who says it. If it names a body, add the tie of office; if it has another name for the speaker, add that to \"aliases\", in its basic form: readers see \"Also called …\". If it only declines the name, or does not name its speaker, waive it and say so.",
};
