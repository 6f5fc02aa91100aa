//! What an editor lets stand: the file's own waivers, applied to what was found.

use std::collections::HashMap;

use crate::incident::nearest::nearest;
use crate::incident::place::List;
use crate::incident::{Severity, Waiver};

use super::cards::waivers::{FORBIDDEN_WAIVER, UNUSED_WAIVER};
use super::case::{Case, at};
use super::finding::{Examined, Finding, Waived};
use super::notes::{Notes, shown};
use super::paths::Paths;
use super::rules::{Group, all, card};

/// Notes waivers of rules that cannot be waived.
pub(super) fn check_rules(case: &Case<'_>, notes: &mut Notes) {
    for (position, waiver) in case.incident.waivers.iter().enumerate() {
        let rule = card(&waiver.rule);
        if let Some(rule) = rule.filter(|rule| !rule.waivable) {
            let place = at(List::Waivers, position);
            notes.note(&FORBIDDEN_WAIVER, place, &waiver.record, "rule", || {
                let why = match rule.group {
                    Group::Structure => {
                        "what breaks it is left out of the map, so there is nothing to let stand"
                    }
                    Group::Quotations => "words that a source does not have are never let stand",
                    _ => "it is there so that somebody answers for it",
                };
                format!("the rule \"{}\" cannot be waived: {why}.", rule.id)
            });
        }
    }
}

/// Takes out of the findings what the file's waivers let stand, and notes waivers that match nothing.
pub(super) fn apply(
    case: &Case<'_>,
    paths: &Paths<'_>,
    with_quotations: bool,
    examined: &mut Examined,
) {
    let waivers = &case.incident.waivers;
    let mut by_key: HashMap<(&str, &str), usize> = HashMap::new();
    for (position, waiver) in waivers.iter().enumerate() {
        if card(&waiver.rule).is_some_and(|rule| rule.waivable) {
            by_key
                .entry((&waiver.rule, &waiver.record))
                .or_insert(position);
        }
    }
    let mut used = vec![false; waivers.len()];
    for finding in std::mem::take(&mut examined.findings) {
        let found = by_key.get(&(finding.rule, finding.record.as_str()));
        let waiver =
            found.and_then(|position| Some((waivers.get(*position)?, used.get_mut(*position)?)));
        let Some((waiver, used)) = waiver else {
            examined.findings.push(finding);
            continue;
        };
        *used = true;
        match finding.severity {
            Severity::Error => examined.errors -= 1,
            Severity::Warning => examined.warnings -= 1,
        }
        examined.waived.push(Waived {
            finding,
            reason: waiver.reason.clone(),
        });
    }
    let mut notes = Notes::default();
    for ((position, waiver), used) in waivers.iter().enumerate().zip(used) {
        let rule = card(&waiver.rule);
        // Of quotations that were not compared nothing can be said.
        let untried = rule.is_some_and(|rule| {
            !rule.waivable || (rule.group == Group::Quotations && !with_quotations)
        });
        if !used && !untried {
            let place = at(List::Waivers, position);
            let field = if rule.is_none() { "rule" } else { "" };
            notes.note(&UNUSED_WAIVER, place, &waiver.record, field, || {
                unused(waiver, rule.is_some())
            });
        }
    }
    examined.warnings += notes.warnings;
    examined
        .findings
        .extend(notes.findings.into_iter().map(|finding| Finding {
            path: paths.in_file(&finding.path),
            ..finding
        }));
}

fn unused(waiver: &Waiver, known: bool) -> String {
    if known {
        return format!(
            "nothing breaks the rule \"{}\" at {}, so this waives nothing.",
            waiver.rule,
            shown(&waiver.record)
        );
    }
    let near = nearest(&waiver.rule, &mut all().map(|card| card.id));
    let near = near.map_or_else(String::new, |id| format!(" Did you mean \"{id}\"?"));
    format!("there is no rule {}.{near}", shown(&waiver.rule))
}
