//! The key: what the lines and boxes of the map stand for, and how many there are of each.

use crate::incident::Status;

use super::Story;
use super::dom::{El, el, group, of_class, path, picture, rect};
use super::map::{MARKS, marks};
use super::story::{CLAIM, OFFICE, OPEN_CLAIM};
use super::words::Family;

/// The key of a story. It explains; it filters nothing, so nothing in it looks like a button.
pub fn key(story: &Story) -> El {
    let statements = Family::ALL.map(|family| {
        let of_family = |stance: &_| Family::of(*stance) == family;
        let count = story
            .incident
            .statements
            .iter()
            .filter(|statement| statement.stance.iter().any(of_family))
            .count();
        (family.id(), family.label(), count)
    });
    let count = |pick: fn(bool, bool) -> bool| {
        let relations = story.incident.relations.iter();
        relations
            .filter(|relation| {
                pick(
                    relation.relation.is_office(),
                    relation.status == Some(Status::Settled),
                )
            })
            .count()
    };
    let relations = [
        (
            OPEN_CLAIM,
            "Alleged or disputed link",
            count(|office, settled| !office && !settled),
        ),
        (
            CLAIM,
            "Link on record",
            count(|office, settled| !office && settled),
        ),
        (OFFICE, "Tie of office", count(|office, _| office)),
    ];
    let lines = statements
        .into_iter()
        .chain(relations)
        .map(|(class, label, count)| (line(class), label, count));
    let mut counts = [0; MARKS.len()];
    for actor in &story.incident.actors {
        for (count, marked) in counts.iter_mut().zip(marks(actor)) {
            *count += usize::from(marked);
        }
    }
    let boxes = MARKS
        .into_iter()
        .zip(counts)
        .map(|((class, label), count)| (actor_box(class), label, count));
    of_class("ul", "key")
        .attr("part", "key")
        .attr("aria-label", "What the map shows")
        .children(lines.chain(boxes).filter(|(.., count)| *count > 0).map(
            |(sample, label, count)| {
                el("li")
                    .child(
                        picture()
                            .attr("class", "sample")
                            .attr("width", "22")
                            .attr("height", "10")
                            .attr("aria-hidden", "true")
                            .child(sample),
                    )
                    .text(label)
                    .text(" ")
                    .child(of_class("span", "count").text(count.to_string()))
            },
        ))
}

/// A short piece of the line.
fn line(class: &str) -> El {
    group(["tie ", class].concat())
        .child(path("line", "M0 5H15"))
        .child(path("head", "M22 5L14 1.5L14 8.5Z"))
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
