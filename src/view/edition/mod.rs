//! Editions: the story rendered natively, for places without a program.
//!
//! | edition | module | for |
//! |---|---|---|
//! | element | [`element`] | a page of one's own: a declarative shadow root that the program takes over |
//! | iframe | [`iframe`] | other people's pages: the element in a page of its own, what to paste, oEmbed |
//! | static, amp | [`plain`] | pages with a foreign style and no program |
//! | email | [`email`] | mail and paper |
//! | svg, png | [`svg`](super::svg), [`card`], [`png`] | pictures |
//! | text, markdown | [`text`] | everything else |
//!
//! What they share: [`bands`], the best map for each of several widths; `picture`, such a map as compact markup;
//! `light`, the statements as markup that survives a content system; [`literal`], words that it does not "improve"; `ledger`, the whole story in plain words.
//! But for the iframe's page none has a script, and none a `<style>` element; only mail has styles on its elements.

use std::sync::Arc;

use crate::incident::{Reading, Source};
use crate::view::Story;

pub mod bands;
pub mod card;
pub mod element;
pub mod email;
pub mod iframe;
pub mod literal;
pub mod plain;
pub mod png;
pub mod text;

mod course;
mod lean;
mod ledger;
mod light;
mod picture;
mod ties;

/// A story without controls that need the program.
pub fn for_edition(reading: Reading) -> Arc<Story> {
    let mut story = Story::new(reading);
    story.live = false;
    Arc::new(story)
}

/// The file's own quotations and names, a line each: every quotation, what the incident, its camps and its sources'
/// articles are called, and the names of actors, outlets and authors. What an edition weighs beyond these, compressed
/// alone, is ours to keep small.
pub fn own_words(story: &Story) -> String {
    let incident = &story.incident;
    let actors = incident.actors.iter();
    let actors = actors.flat_map(|actor| core::iter::once(&actor.name).chain(&actor.aliases));
    let sources = incident.sources.iter().flat_map(|source| {
        let Source {
            publisher,
            agency,
            author,
            headline,
            ..
        } = source;
        [publisher, agency, author, headline].into_iter().flatten()
    });
    let reports = incident.statements.iter();
    let reports = reports.flat_map(|statement| &statement.reports);
    let lines: Vec<&str> = core::iter::once(&incident.incident.title)
        .chain(incident.camps.iter().map(|camp| &camp.title))
        .chain(actors)
        .chain(sources)
        .chain(reports.filter_map(|report| report.quote.as_ref()))
        .map(String::as_str)
        .collect();
    lines.join("\n")
}

/// Markup without a single newline, for content systems that turn them into `<br>` or `<p>`: those between elements
/// go, those within the file's texts stand as character references. For markup without `<pre>` and scripts of code.
pub fn without_newlines(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut lines = html.split('\n').peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        let between = line.ends_with('>')
            && lines
                .peek()
                .is_none_or(|next| next.is_empty() || next.starts_with('<'));
        if lines.peek().is_some() && !between {
            out.push_str("&#10;");
        }
    }
    out.replace('\r', "&#13;")
}

#[cfg(test)]
mod tests {
    use super::without_newlines;

    #[test]
    fn newlines_go_between_elements_and_stay_in_texts() {
        let html = "<p>one\ntwo</p>\n<p title=\"a\nb\">three\n</p>\n";
        assert_eq!(
            without_newlines(html),
            "<p>one&#10;two</p><p title=\"a&#10;b\">three&#10;</p>"
        );
    }
}
