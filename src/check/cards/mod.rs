//! What is said of each rule: its card. What is wrong in one case is said by the code that finds it.
//!
//! - `reading` – the rules that reading a file knows;
//! - `texts` – what only the check finds in a file's structure;
//! - `quotations` – the rules of the saved texts;
//! - `editorial` – what a news desk asks for;
//! - `waivers` – the rules of waivers.

pub(super) mod editorial;
pub(super) mod quotations;
mod reading;
pub(super) mod texts;
pub(super) mod waivers;

use super::rules::Card;

/// Every card, by group.
pub(super) fn all() -> impl Iterator<Item = &'static Card> {
    [
        reading::CARDS,
        texts::CARDS,
        quotations::CARDS,
        editorial::CARDS,
        waivers::CARDS,
    ]
    .into_iter()
    .flatten()
    .copied()
}
