//! What the proof of the quotations found, as findings.

use crate::incident::Rule;
use crate::incident::limits::MAX_PROBLEMS;
use crate::incident::quotes::QuoteCheck;

use super::finding::Finding;

/// What is behind a text that is missed, where the article is there.
const ENCODED: &str = "The article is there, but a program saved it in another encoding than UTF-8: as \"ANSI\" or \"Unicode\", in a text editor on Windows.";

/// The findings of the proof, as many as are listed.
pub(super) fn findings(check: &QuoteCheck) -> impl Iterator<Item = Finding> {
    check.problems.iter().take(MAX_PROBLEMS).map(|problem| {
        let mut finding = Finding::from(problem);
        if problem.rule == Rule::NoSourceText && check.encoded.contains(&problem.record) {
            finding.cause = ENCODED.into();
        }
        finding
    })
}
