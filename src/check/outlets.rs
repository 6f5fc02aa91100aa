//! How many independent outlets something rests on.

use std::collections::HashMap;

use crate::incident::Status;
use crate::incident::place::List;
use crate::incident::quotes::fold;

use super::cards::editorial::{ONE_TEXT, SETTLED_ON_ONE_OUTLET, UNDECLARED_COPY};
use super::case::{Case, at};
use super::notes::{Notes, shown};

/// The fewest words of a headline that two articles hardly share by chance.
const MIN_HEADLINE_WORDS: usize = 4;

/// Checks what claims rest on, and whether sources are copies of each other.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    claims(case, notes);
    copies(case, notes);
}

fn claims(case: &Case<'_>, notes: &mut Notes) {
    for (position, relation) in case.incident.relations.iter().enumerate() {
        let support = case.support(relation);
        let Some(source) = support.source() else {
            continue;
        };
        if relation.relation.is_office() || support.several_outlets {
            continue;
        }
        let place = at(List::Relations, position);
        let outlet = || case.source_and_outlet(source);
        if relation.status == Some(Status::Settled) {
            let copies = if support.several_sources {
                " (several sources, but one text)"
            } else {
                ""
            };
            notes.note(
                &SETTLED_ON_ONE_OUTLET,
                place,
                &relation.id,
                "status",
                || {
                    format!(
                        "it is \"settled\", but rests on one outlet, that of {}{copies}.",
                        outlet()
                    )
                },
            );
        } else if support.several_sources {
            let field = if relation.sources.is_empty() {
                "asserted_by"
            } else {
                "sources"
            };
            notes.note(&ONE_TEXT, place, &relation.id, field, || {
                format!("several sources carry it, but they count as one: all print one text, that of {}.", outlet())
            });
        }
    }
}

fn copies(case: &Case<'_>, notes: &mut Notes) {
    let sources = &case.incident.sources;
    let mut headlines: HashMap<String, &str> = HashMap::new();
    for (position, source) in sources.iter().enumerate() {
        let place = at(List::Sources, position);
        let copied = case.copies.iter().find(|copied| copied.source == position);
        let copied = copied.and_then(|copied| Some((&sources.get(copied.of)?.id, copied.percent)));
        if let Some((first, percent)) = copied.filter(|(first, _)| apart(case, first, &source.id)) {
            notes.note(&UNDECLARED_COPY, place, &source.id, "", || {
                format!(
                    "{percent} % of its text stands word for word in that of the source {}, and it would count as a second confirmation.",
                    shown(first)
                )
            });
            continue;
        }
        let headline = fold(source.headline.as_deref().unwrap_or_default()).to_lowercase();
        if headline.split_whitespace().count() < MIN_HEADLINE_WORDS {
            continue;
        }
        let first = *headlines.entry(headline).or_insert(&source.id);
        if first != source.id && apart(case, first, &source.id) {
            notes.note(&UNDECLARED_COPY, place, &source.id, "headline", || {
                format!(
                    "it has the headline of the source {}, and would count as a second confirmation.",
                    shown(first)
                )
            });
        }
    }
}

/// Whether two sources count as two outlets.
fn apart(case: &Case<'_>, one: &str, other: &str) -> bool {
    case.outlets.outlet(one) != case.outlets.outlet(other)
}
