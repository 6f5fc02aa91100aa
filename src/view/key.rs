//! The key: what the lines on the map stand for, and how many statements and relations there are of each.

use crate::incident::Status;

use super::Story;
use super::dom::{El, el, group, of_class, path, picture};
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
    let entries = statements
        .into_iter()
        .chain(relations)
        .filter(|(_, _, count)| *count > 0);
    of_class("ul", "key")
        .attr("part", "key")
        .attr("aria-label", "What the lines mean")
        .children(
            entries
                .map(|(class, label, count)| {
                    el("li")
                        .child(sample(class))
                        .text(label)
                        .text(" ")
                        .child(of_class("span", "count").text(count.to_string()))
                })
                .collect(),
        )
}

/// A short piece of the line.
fn sample(class: &'static str) -> El {
    picture()
        .attr("class", "sample")
        .attr("width", "22")
        .attr("height", "10")
        .attr("aria-hidden", "true")
        .child(
            group(["tie ", class].concat())
                .child(path("line", "M0 5H15"))
                .child(path("head", "M22 5L14 1.5L14 8.5Z")),
        )
}
