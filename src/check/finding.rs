//! One thing that the check found.

use std::borrow::Cow;

use serde::Serialize;

use crate::incident::{Problem, Severity, Term};

use super::rules::{Card, card};

/// A place in a text, both counted from 1. Columns count characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character within the line.
    pub column: usize,
}

/// One thing found: where, what, why it is likely so, and what to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Errors block, warnings do not.
    pub severity: Severity,
    /// The rule's id.
    pub rule: &'static str,
    /// Where in the text, if that was looked for.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// Where in the file, counted from 0: `statements[3].reports[0]`; empty for the whole file.
    pub path: String,
    /// The id of the record, as far as it has one.
    pub record: String,
    /// The field, or empty where it is about the whole record.
    pub field: String,
    /// What was found.
    pub message: String,
    /// What is most often behind it.
    pub cause: Cow<'static, str>,
    /// What to do.
    pub advice: String,
    /// The position among the findings of the one it follows from: once that is mended, this one is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows_from: Option<usize>,
    /// Whether it may be gone once what is left out is mended, though it need not be.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
}

/// A finding that the file's own waiver lets stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waived {
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// Why it may stand, in the editor's words.
    pub reason: String,
}

/// What the check of a file found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Examined {
    /// What is to be mended or looked at. Of each kind of check at most
    /// [`MAX_PROBLEMS`](crate::incident::limits::MAX_PROBLEMS).
    pub findings: Vec<Finding>,
    /// What the file's waivers let stand.
    pub waived: Vec<Waived>,
    /// How many errors there are, also those that are not listed.
    pub errors: usize,
    /// How many warnings there are, also those that are not listed.
    pub warnings: usize,
    /// How many records, reports and answers the map would be shown without.
    pub left_out: usize,
}

impl Examined {
    /// How many findings are counted but not listed.
    pub fn unlisted(&self) -> usize {
        (self.errors + self.warnings).saturating_sub(self.findings.len())
    }

    /// The findings that follow from no other one.
    pub fn causes(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let findings = self.findings.iter().enumerate();
        findings.filter(|(_, finding)| finding.follows_from.is_none())
    }

    /// The findings that follow from the one at this position.
    pub fn effects_of(&self, cause: usize) -> impl Iterator<Item = &Finding> {
        self.effects()
            .filter(move |effect| effect.follows_from == Some(cause))
    }

    /// The findings that follow from another one.
    pub fn effects(&self) -> impl Iterator<Item = &Finding> {
        let findings = self.findings.iter();
        findings.filter(|finding| finding.follows_from.is_some())
    }
}

impl Finding {
    /// A finding of this rule.
    pub(super) fn of(
        card: &'static Card,
        path: String,
        record: &str,
        field: &str,
        message: String,
    ) -> Self {
        Self {
            severity: card.severity,
            rule: card.id,
            position: None,
            path,
            record: record.to_owned(),
            field: field.to_owned(),
            message,
            cause: card.cause.into(),
            advice: card.remedy.to_owned(),
            follows_from: None,
            provisional: false,
        }
    }
}

impl From<&Problem> for Finding {
    fn from(problem: &Problem) -> Self {
        let card = card(problem.rule.id());
        let remedy = card.map_or("", |card| card.remedy);
        let advice = if problem.advice.is_empty() {
            remedy
        } else {
            &problem.advice
        };
        Self {
            severity: problem.severity,
            rule: problem.rule.id(),
            position: None,
            path: problem.path.clone(),
            record: problem.record.clone(),
            field: problem.field.clone(),
            message: problem.message.clone(),
            cause: card.map_or("", |card| card.cause).into(),
            advice: advice.to_owned(),
            follows_from: None,
            provisional: false,
        }
    }
}
