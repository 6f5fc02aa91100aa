//! What stands in the element beside its shadow root: every statement once, with speaker, outlets and all wordings, for
//! feeds, and where a content system strips what it does not know.
//!
//! It is the markup that the panel has of what an actor said, to the letter: compression then takes it in one piece.

use crate::view::Story;
use crate::view::dom::{El, el};
use crate::view::statement::{Asked, statement};

/// Title, summary and the statements of every actor.
pub fn children(story: &Story) -> Vec<El> {
    let head = &story.incident.incident;
    let mut parts = vec![el("p").child(el("b").text(&head.title))];
    parts.extend(head.summary.iter().map(|summary| el("p").text(summary)));
    let said = (0..story.incident.actors.len()).map(|actor| story.said(actor));
    parts.extend(said.filter(|said| !said.is_empty()).map(|said| {
        // Each actor's are read by themselves.
        let asked = &mut Asked::new();
        let said = said
            .iter()
            .filter_map(|&position| story.statement(position));
        el("ul").children(said.map(|item| statement(story, item, "", asked)).collect())
    }));
    parts
}
