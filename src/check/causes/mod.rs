//! Causes and effects: one slip in a file makes many findings.
//!
//! A record that is left out is missed by all that refer to it, and an id that nobody has is missed wherever it
//! stands. [`trace`] finds for each finding the one that it follows from, puts the causes first, and says at which line
//! the records stand that a finding names.
//!
//! A finding is only called an effect where it cannot outlive its cause. What is merely likely to be gone with it
//! (what the editorial rules find in what is left of the file) stays a finding of its own, and is called provisional.
//!
//! - `links` – which finding follows from which; `messages` tells from the words of reading which records they name;
//! - `hints` – what is behind a single cause, beyond its rule's card; `names` knows fields' names with unseen characters;
//! - `lines` – the lines of the records that a finding names.

mod hints;
mod lines;
mod links;
mod messages;
mod names;

use crate::incident::{Node, Severity};

use super::cards::waivers::UNUSED_WAIVER;
use super::finding::{Examined, Finding};
use super::records::Records;
use super::rules::{Group, card};
use lines::name_lines;
use links::Links;
use names::name_unseen;

/// Finds what follows from what, puts causes first and names the lines of other records. `source` is the text that
/// `file` was read from; the findings are in its order, with their places.
pub fn trace(source: &str, file: &Node, examined: &mut Examined) {
    if examined.findings.is_empty() {
        return;
    }
    name_unseen(file, &mut examined.findings);
    let records = Records::of(file, source);
    let links = Links::of(&examined.findings, &records);
    let roots = links.roots();
    let hints = links.hints();
    let of_structure = |finding: &Finding| {
        let group = card(finding.rule).map(|card| card.group);
        finding.severity == Severity::Error && group == Some(Group::Structure)
    };
    let incomplete = examined.findings.iter().any(of_structure);
    for (finding, root) in examined.findings.iter_mut().zip(roots) {
        finding.follows_from = root;
        finding.provisional = incomplete && root.is_none() && hangs_on_the_rest(finding);
        name_lines(finding, &records);
    }
    for (at, hint) in hints {
        if let Some(finding) = examined.findings.get_mut(at) {
            finding.cause = hint.cause.into();
            finding.advice = hint.advice;
        }
    }
    causes_first(examined);
}

/// For each finding of a file the position of the one that it goes back to; none for a cause.
pub(crate) fn roots(file: &Node, findings: &[Finding]) -> Vec<Option<usize>> {
    Links::of(findings, &Records::of(file, "")).roots()
}

/// Whether a finding is about what is in the file and what is not, so that it can go when more of the file is kept.
fn hangs_on_the_rest(finding: &Finding) -> bool {
    let editorial = card(finding.rule).is_some_and(|card| card.group == Group::Editorial);
    editorial || finding.rule == UNUSED_WAIVER.id
}

/// Puts causes before what is provisional, and that before effects; each in the order of the file.
fn causes_first(examined: &mut Examined) {
    let mut order: Vec<usize> = (0..examined.findings.len()).collect();
    order.sort_by_key(|at| {
        let finding = examined.findings.get(*at);
        finding.map(|finding| (finding.follows_from.is_some(), finding.provisional))
    });
    let mut moved = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        if let Some(moved) = moved.get_mut(*old) {
            *moved = new;
        }
    }
    let mut findings: Vec<Option<Finding>> = examined.findings.drain(..).map(Some).collect();
    for old in order {
        let Some(mut finding) = findings.get_mut(old).and_then(Option::take) else {
            continue;
        };
        finding.follows_from = finding.follows_from.and_then(|old| moved.get(old).copied());
        examined.findings.push(finding);
    }
}
