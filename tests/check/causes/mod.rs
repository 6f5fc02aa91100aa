//! One slip in a file is one cause: what follows from it is told of there, and nothing of it is lost.

mod effects;
mod hints;

use actor_map::check::{Examined, Finding, causes, examine, refused, spans};
use actor_map::incident::{parse_json, read};

use crate::edits::Edit::{self, Replace};
use crate::edits::changed;

/// A speaker's id is misspelt.
const TYPO: Edit<'_> = Replace("\"speaker\": \"ministry-a\"", "\"speaker\": \"mnistry-a\"");
/// An actor's id is changed in the actor's own record only.
const RENAMED: Edit<'_> = Replace("\"id\": \"ministry-a\"", "\"id\": \"ministry-aa\"");
/// A kind that the list does not have.
const KIND: Edit<'_> = Replace("\"kind\": \"state\"", "\"kind\": \"country\"");

/// Checks the base file with these edits the way the command does.
fn check(edits: &[Edit<'_>]) -> Examined {
    check_text(&changed(edits))
}

fn check_text(text: &str) -> Examined {
    let node = parse_json(text).unwrap();
    let mut examined = match read(&node) {
        Ok(reading) => examine(&node, &reading, None),
        Err(refusal) => refused(&refusal),
    };
    spans::locate(text, &mut examined);
    let before = examined.findings.clone();
    causes::trace(text, &node, &mut examined);
    assert_nothing_lost(&before, &examined);
    examined
}

/// The findings are the same as before, causes first, and each effect names a cause.
fn assert_nothing_lost(before: &[Finding], examined: &Examined) {
    let keys = |findings: &[Finding]| {
        let keys = findings
            .iter()
            .map(|one| (one.rule, one.path.clone(), one.field.clone(), one.position));
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(keys(before), keys(&examined.findings));
    let causes = examined.causes().count();
    for (at, finding) in examined.findings.iter().enumerate() {
        assert_eq!(at >= causes, finding.follows_from.is_some());
        assert!(finding.follows_from.is_none_or(|cause| cause < causes));
    }
    let effects = (0..causes).map(|cause| examined.effects_of(cause).count());
    assert_eq!(effects.sum::<usize>(), before.len() - causes);
}

/// Of each cause its rule and line, and the lines of its effects.
fn outline(examined: &Examined) -> Vec<(&str, usize, Vec<usize>)> {
    let line = |finding: &Finding| finding.position.unwrap().line;
    examined
        .causes()
        .filter(|(_, finding)| !finding.provisional)
        .map(|(at, finding)| {
            let effects = examined.effects_of(at).map(line).collect();
            (finding.rule, line(finding), effects)
        })
        .collect()
}
