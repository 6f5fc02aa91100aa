//! Names of fields with characters that nobody sees, or that look like others.

use std::collections::HashSet;

use crate::incident::invisible::invisible;
use crate::incident::limits::MAX_PROBLEMS;
use crate::incident::quotes::look_alikes::{look_of, named};
use crate::incident::{Node, Rule, read};

use super::messages::is;
use crate::check::finding::Finding;
use crate::check::notes::shown;

/// Says which unseen characters, or which that look like others, make a field's name unknown. Whether it would be known without
/// them is asked by reading the file again with plain names; if not, it is a word of another script, and nothing is said.
pub(super) fn name_unseen(file: &Node, findings: &mut [Finding]) {
    let is_disguised =
        |finding: &Finding| is(finding, &[Rule::UnknownField]) && unseen(&finding.field).is_some();
    if !findings.iter().any(is_disguised) {
        return;
    }
    let problems = match read(&plainly_named(file)) {
        Ok(reading) => reading.problems,
        Err(refusal) => refusal.problems,
    };
    // Beyond the cap nothing says that a field is unknown.
    let is_all = problems.len() < MAX_PROBLEMS;
    let unknown = problems
        .iter()
        .filter(|problem| problem.rule == Rule::UnknownField);
    let unknown: HashSet<(&str, &str)> = unknown
        .map(|problem| (problem.path.as_str(), problem.field.as_str()))
        .collect();
    for finding in findings {
        if is_all
            && is_disguised(finding)
            && let Some((plain, chars)) = unseen(&finding.field)
            && !unknown.contains(&(finding.path.as_str(), plain.as_str()))
        {
            finding.cause = format!("In the name stands {chars}.").into();
            finding.advice = format!("Did you mean {}? Type the name anew.", shown(&plain));
        }
    }
}

/// The same file with the names of its fields as they look.
fn plainly_named(node: &Node) -> Node {
    match node {
        Node::Map(entries) => {
            let entries = entries.iter().map(|(name, value)| {
                let plain = unseen(name).map_or_else(|| name.clone(), |(plain, _)| plain);
                (plain, plainly_named(value))
            });
            Node::Map(entries.collect())
        }
        Node::List(items) => Node::List(items.iter().map(plainly_named).collect()),
        _ => node.clone(),
    }
}

/// A name as it looks, where that is not what it is, and what in it is not what it looks like.
pub(super) fn unseen(name: &str) -> Option<(String, String)> {
    let seen = name.chars().filter(|char| invisible(*char).is_none());
    let plain: String = seen.map(look_of).collect();
    let mut told: Vec<String> = Vec::new();
    for char in name.chars() {
        let words = match (invisible(char), look_of(char)) {
            (Some(_), _) => format!("{}, which nobody sees", named(char)),
            (None, look) if look != char => format!("{}, which looks like “{look}”", named(char)),
            _ => continue,
        };
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told.truncate(3);
    let last = told.pop().filter(|_| !plain.is_empty())?;
    let told = match told.as_slice() {
        [] => last,
        [one] => format!("{one}, and {last}"),
        more => format!("{}, and {last}", more.join(", ")),
    };
    Some((plain, told))
}
