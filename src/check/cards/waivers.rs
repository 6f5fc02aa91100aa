//! The cards of the rules of waivers.

use crate::check::rules::{Card, Group};
use crate::incident::Severity::{Error, Warning};

/// In the order of the page.
pub(super) static CARDS: &[&Card] = &[&UNUSED_WAIVER, &FORBIDDEN_WAIVER];

/// A waiver that waives nothing.
pub(in crate::check) static UNUSED_WAIVER: Card = Card {
    id: "unused-waiver",
    group: Group::Waivers,
    severity: Warning,
    waivable: false,
    what: "a waiver that waives nothing",
    cause: "What it was for has been mended, or the rule or the record is misspelt.",
    remedy: "Drop the waiver, or correct its rule and record.",
};

/// A waiver of a rule that cannot be waived.
pub(in crate::check) static FORBIDDEN_WAIVER: Card = Card {
    id: "forbidden-waiver",
    group: Group::Waivers,
    severity: Error,
    waivable: false,
    what: "a waiver of a rule that cannot be waived",
    cause: "A waiver was taken for a way round an error.",
    remedy: "Drop the waiver and mend what breaks the rule.",
};
