//! Editions: the story rendered natively, for places without a program.
//!
//! | edition | module | for |
//! |---|---|---|
//! | element | [`element`] | a page of one's own: a declarative shadow root that the program takes over |
//! | iframe | [`iframe`] | other people's pages: the element in a page of its own, what to paste, oEmbed |
//! | static, amp | [`plain`] | pages with a foreign style and no program |
//! | email | [`email`] | mail and paper |
//! | svg, png | [`sheet`], [`card`], [`png`] | pictures |
//! | text, markdown | [`text`] | everything else |
//!
//! What they share:
//!
//! | room | what stands in it |
//! |---|---|
//! | [`bands`] | the best map for each of several widths |
//! | `picture` | such a map as compact markup; `ties`, its lines in groups; `course`, each as short path data |
//! | `lean` | the panel's markup, less what only the program reads |
//! | `light` | the statements as markup that survives a content system |
//! | [`literal`] | words that a content system does not "improve" |
//! | `ledger` | the whole story in plain words |
//! | [`undrawn`] | what a map leaves out, in words |
//! | `setting` | lines of text in pictures |
//! | `isolates` | names from right to left in such lines |
//! | `faces` | in which font each letter of a PNG is set; `font_choice`, which family has it |
//! | `missing` | letters that no font has |
//!
//! But for the iframe's page none has a script, and none a `<style>` element; only mail has styles on its elements.

use std::collections::HashSet;
use std::sync::Arc;

use tachys::view::RenderHtml;

use crate::incident::{Conflict, Reading, Source, Statement};
use crate::view::statement::{Asked, conflict, printed};
use crate::view::{Story, panel, words};

pub mod bands;
pub mod card;
pub mod element;
pub mod email;
pub mod iframe;
pub mod literal;
pub mod plain;
pub mod png;
pub mod sheet;
pub mod text;
pub mod undrawn;

mod course;
mod faces;
mod font_choice;
mod isolates;
mod lean;
mod ledger;
mod light;
mod missing;
mod picture;
mod setting;
mod ties;

/// A story without controls that need the program.
pub fn for_edition(reading: Reading) -> Arc<Story> {
    for_article(reading, 0)
}

/// The same for an article in whose outline the title is a heading of this level, 1 to 6; 0 for none.
pub fn for_article(reading: Reading, heading_level: u8) -> Arc<Story> {
    let mut story = Story::new(reading);
    story.live = false;
    story.heading_level = heading_level;
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

/// A story's sources, but for excerpts of others of them: they confirm nothing a second time.
fn confirming(story: &Story) -> impl Iterator<Item = &Source> {
    let sources = story.incident.sources.iter();
    sources.filter(|source| source.excerpt_of.is_none())
}

/// The outlets of a story's sources, each once; without those who print an excerpt alone.
fn outlets(story: &Story) -> Vec<String> {
    let mut known = HashSet::new();
    confirming(story)
        .map(|source| words::short_outlet(story, &source.id))
        .filter(|outlet| known.insert(outlet.clone()))
        .collect()
}

/// A statement as the panel shows it, an item of a list, as markup, but without what the sources differ about. That is told by
/// [`conflict_markup`]: the panel gives the answers to each question once. No edition has it: it is for `benches/load`, whose pages
/// are made otherwise, and for tests.
pub fn statement_markup(story: &Story, item: &Statement) -> String {
    printed(story, item, "").to_html()
}

/// A question that the sources answer differently, as the panel puts it; for `benches/load` and tests, too.
pub fn conflict_markup(story: &Story, about: &Conflict) -> String {
    conflict(story, about).to_html()
}

/// What the panel says of an actor before and after its statements, as markup; for `benches/load` and tests, too. Nothing for a
/// position without an actor.
pub fn actor_markup(story: &Story, position: usize) -> [String; 2] {
    let Some(actor) = story.actor(position) else {
        return Default::default();
    };
    let (mut who, mut links, asked) = (Vec::new(), Vec::new(), &mut Asked::new());
    panel::who(&mut who, story, actor, asked);
    // What is asked of a statement is not asked once more.
    panel::said(&mut Vec::new(), story, position, actor, asked);
    panel::links(&mut links, story, actor, asked);
    [who, links].map(|parts| parts.into_iter().map(RenderHtml::to_html).collect())
}

/// Markup without a single newline, for content systems that turn them into `<br>` or `<p>`: those between elements
/// go, those within the file's texts stand as character references. For markup without `<pre>` and scripts of code.
pub fn without_newlines(html: &str) -> String {
    // Browsers read any line break as "\n", but none that is written as `&#13;`, which HTML calls an error.
    let html = html.replace("\r\n", "\n").replace('\r', "\n");
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
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use tachys::view::RenderHtml;

    use super::{
        actor_markup, conflict_markup, for_edition, panel, statement_markup, without_newlines,
    };
    use crate::incident::{parse_json, read};
    use crate::view::dom::el;
    use crate::view::statement::conflicts;

    #[test]
    fn every_record_in_a_panel_says_that_the_sources_differ_about_it_and_one_gives_the_answers() {
        let file = include_str!("../../../incidents/czech-mfa-apt31.json");
        let story = for_edition(read(&parse_json(file).unwrap()).unwrap());
        let mut repeats = 0;
        for (position, actor) in story.incident.actors.iter().enumerate() {
            let panel = panel::of_actor(&story, position, actor).into_iter();
            let panel: String = panel.map(RenderHtml::to_html).collect();
            let said = [story.said(position), story.heard(position)].concat();
            let said = said.iter().map(|&at| &story.statement(at).unwrap().id);
            let links = story.incident.relations_of(&actor.id);
            let records: Vec<&String> = said.chain(links.map(|link| &link.id)).collect();
            for conflict in &story.incident.conflicts {
                let about = records.iter().filter(|id| conflict.about.contains(id));
                let question = el("i").text(&conflict.question).to_html();
                let question = &question["<i>".len()..question.len() - "</i>".len()];
                let asked = panel.matches(&format!(": {question}<")).count();
                let answers = panel.matches(&conflict_markup(&story, conflict)).count();
                // What is asked of a statement or link is not asked of its actor once more.
                let about = about.count();
                let about = about.max(usize::from(conflict.about.contains(&actor.id)));
                assert_eq!(
                    (asked, answers),
                    (about, about.min(1)),
                    "{}: {question}",
                    actor.id
                );
                repeats += about.saturating_sub(1);
            }
        }
        assert!(repeats > 9, "the incident has too few repeats to tell");
    }

    #[test]
    fn who_statements_and_links_are_all_that_a_panel_says() {
        let file = include_str!("../../../incidents/czech-mfa-apt31.json");
        let story = for_edition(read(&parse_json(file).unwrap()).unwrap());
        for (position, actor) in story.incident.actors.iter().enumerate() {
            let panel = panel::of_actor(&story, position, actor).into_iter();
            let mut rest: String = panel.map(RenderHtml::to_html).collect();
            let [who, links] = actor_markup(&story, position);
            rest = rest.strip_prefix(&who).unwrap().into();
            rest = rest.strip_suffix(&links).unwrap().into();
            let statements = [story.said(position), story.heard(position)].concat();
            let mut asked = Vec::new();
            for &at in &statements {
                let statement = story.statement(at).unwrap();
                let mut markup = statement_markup(&story, statement);
                let end = markup.len() - "</li>".len();
                let differ = conflicts(&story, &statement.id, &mut asked).into_iter();
                markup.insert_str(end, &differ.map(RenderHtml::to_html).collect::<String>());
                assert!(rest.contains(&markup), "{}", actor.id);
                rest = rest.replacen(&markup, "", 1);
            }
            for title in ["Said", "Said by others"] {
                let empty = ["<p class=\"section\">", title, "</p><ul></ul>"].concat();
                rest = rest.replacen(&empty, "", 1);
            }
            assert_eq!(rest, "", "{}", actor.id);
        }
        assert_eq!(actor_markup(&story, usize::MAX), ["", ""]);
    }

    #[test]
    fn newlines_go_between_elements_and_stay_in_texts() {
        let html = "<p>one\ntwo</p>\n<p title=\"a\nb\">three\n</p>\n";
        // Whatever breaks the lines.
        for line_break in ["\n", "\r\n", "\r"] {
            assert_eq!(
                without_newlines(&html.replace('\n', line_break)),
                "<p>one&#10;two</p><p title=\"a&#10;b\">three&#10;</p>"
            );
        }
    }
}
