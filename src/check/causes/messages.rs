//! What the messages of reading say, told from their words: which records they name, and what is left out.

use crate::incident::place::List;
use crate::incident::{Rule, Term};

use crate::check::finding::Finding;

pub(super) fn is(finding: &Finding, rules: &[Rule]) -> bool {
    rules.iter().any(|rule| rule.id() == finding.rule)
}

/// Whether a finding of this rule comes of what became of another record.
pub(super) fn is_consequence(finding: &Finding) -> bool {
    is(
        finding,
        &[
            Rule::HangsOn,
            Rule::UnassertedClaim,
            Rule::UnsourcedTie,
            Rule::UnsourcedStatement,
            Rule::TooFewAnswers,
        ],
    )
}

/// Whether a finding is why its record or part is left out, and not only a field or an entry of it. Messages of
/// reading end with what is left out.
pub(super) fn leaves_out(finding: &Finding) -> bool {
    let rest = finding.message.strip_suffix(" is left out.");
    let left_out = rest.and_then(|rest| rest.rsplit_once("; the "));
    left_out.is_some_and(|(_, noun)| noun != "field" && noun != "entry")
}

/// The path of the record that a `hangs-on` refers to. Ids in the message may hold anything, so it is read from its end.
pub(super) fn target(finding: &Finding) -> Option<&str> {
    let (before, _) = finding.message.rsplit_once(TARGET_END)?;
    let (_, path) = before.rsplit_once('(')?;
    is(finding, &[Rule::HangsOn]).then_some(path)
}

/// What follows the path of a record that is left out, in the message of a `hangs-on`.
const TARGET_END: &str = ") is left out itself; the ";

/// The id that no record has, and the lists in which it was looked for. None where the message cuts it.
pub(super) fn unknown_id(finding: &Finding) -> Option<(Vec<List>, &str)> {
    if !is(finding, &[Rule::DanglingId]) {
        return None;
    }
    let (nouns, rest) = finding
        .message
        .strip_prefix("no ")?
        .split_once(" has the id \"")?;
    let (id, _) = rest.rsplit_once("\"; the ")?;
    let is_wanted = |list: &List| nouns.split([' ', ',']).any(|noun| noun == list.noun());
    let lists = List::REFERABLE.into_iter().filter(is_wanted);
    (!id.ends_with('…')).then(|| (lists.collect(), id))
}
