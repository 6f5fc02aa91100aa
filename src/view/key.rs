//! The key: what the lines and boxes of the map stand for, and how many statements there are of each kind. One line on
//! the map may stand for several statements, so only these are counted, and their number stands first.

use super::Story;
use super::dom::{El, el, group, of_class, path, picture, rect};
use super::language::{english, set_apart};
use super::map::{MARKS, marks};
use super::statement;
use super::story::{CLAIM, OFFICE, OPEN_CLAIM, relation_class};
use super::words::{self, Family};

/// The key of a story. It explains; it filters nothing, so nothing in it looks like a button.
pub fn key(story: &Story) -> El {
    let incident = &story.incident;
    let key = of_class("ul", "key")
        .attr("part", "key")
        .attr("aria-label", "What the map shows");
    let count = el("li").text(words::statements(incident.statements.len()));
    let language = &incident.incident.language;
    let mut key = english(story, key).child(set_apart(count, language));
    for family in Family::ALL {
        // Each once, as it is coloured: what they add up to stands first.
        let statements = incident.statements.iter();
        let count = statements
            .filter(|statement| statement::family(statement) == family)
            .count();
        // A line goes by what most of its statements do: there may be none of theirs, or one that is another's second stance.
        let drawn = story
            .ties
            .iter()
            .any(|tie| story.tie_class(tie) == family.id());
        let sample = if drawn {
            line(family.id())
        } else {
            rule(family.id())
        };
        key = key.each(row(sample, family.label(), count, drawn || count > 0));
    }
    for (class, label) in LINKS {
        let relations = incident.relations.iter();
        let count = relations
            .filter(|relation| relation_class(relation) == class)
            .count();
        key = key.each(row(line(class), label, count, false));
    }
    let mut counts = [0; MARKS.len()];
    for actor in &incident.actors {
        for (count, marked) in counts.iter_mut().zip(marks(actor)) {
            *count += usize::from(marked);
        }
    }
    for ((class, label), count) in MARKS.into_iter().zip(counts) {
        key = key.each(row(actor_box(class), label, count, false));
    }
    key
}

/// Classes of relations, and what the key says of them, in this order.
pub(super) const LINKS: [(&str, &str); 3] = [
    (OPEN_CLAIM, "Alleged or disputed link"),
    (CLAIM, "Link on record"),
    (OFFICE, "Tie of office"),
];

/// A row of the key, with the number if it is `said`; none for what the map does not have.
fn row(sample: El, label: &'static str, count: usize, said: bool) -> Option<El> {
    let sample = picture()
        .attr("class", "sample")
        .attr("width", "22")
        .attr("height", "10")
        .attr("aria-hidden", "true")
        .child(sample);
    let mut row = el("li").child(sample).text(label);
    if said && count > 0 {
        row = row
            .text(" ")
            .child(of_class("span", "count").text(count.to_string()));
    }
    (said || count > 0).then_some(row)
}

/// A sample of a tie: line and head, in 22 × 10 px.
pub(super) const SAMPLE: [&str; 2] = ["M0 5H15", "M22 5L14 1.5V8.5Z"];

/// A short piece of the line.
fn line(class: &str) -> El {
    sample(class, SAMPLE[0]).child(path("head", SAMPLE[1]))
}

/// The colour alone, where the panel has it and no line does.
fn rule(class: &str) -> El {
    sample(class, "M0 5H22")
}

fn sample(class: &str, course: &'static str) -> El {
    group(["tie ", class].concat()).child(path("line", course))
}

/// A small box with this mark; a person's has round ends.
fn actor_box(mark: &str) -> El {
    let radius = if mark == " person" { "6" } else { "2" };
    group(["sign", mark].concat()).child(
        rect("box")
            .attr("y", "-1")
            .attr("width", "22")
            .attr("height", "12")
            .attr("rx", radius),
    )
}
