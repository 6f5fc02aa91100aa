//! What an import or export tells an editor.

use std::fmt;

use crate::incident::{Incident, Node, Problem, Refusal, Severity, Term};

/// One thing that is wrong, or that should be looked at, and where it stands in what the editor wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whether it keeps the import or export from being done.
    pub severity: Severity,
    /// Stable name of what is wrong: a rule of incident files, or one of an exchange format.
    pub code: String,
    /// Where: `statements.csv, row 4, column "speaker" (D)`; empty for the whole input.
    pub place: String,
    /// What was found, and what was expected.
    pub message: String,
    /// What to do about it; may be empty.
    pub advice: String,
}

/// What an import made.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The incident file's values.
    pub tree: Node,
    /// What they mean.
    pub incident: Incident,
    /// What should be looked at; nothing is left out for it.
    pub warnings: Vec<Finding>,
    /// What was understood rather than read as it stands, one sentence each.
    pub notes: Vec<String>,
    /// What an editor still has to do, one sentence each. The file has them too, as `x-to-do`.
    pub work: Vec<String>,
    /// What the input holds that an incident file has no place for, in the input's own format.
    pub aside: Option<Node>,
}

impl Finding {
    /// Something wrong.
    pub fn error(code: &str, place: String, message: String, advice: &str) -> Self {
        Self {
            severity: Severity::Error,
            code: code.to_owned(),
            place,
            message,
            advice: advice.to_owned(),
        }
    }

    /// Something to be looked at.
    pub fn warning(code: &str, place: String, message: String, advice: &str) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, message, advice)
        }
    }

    /// A refused file: its problems, then why it is refused.
    pub fn of_refusal(refusal: Refusal) -> Vec<Self> {
        let mut findings: Vec<Self> = refusal.problems.into_iter().map(Self::from).collect();
        findings.push(Self::error(
            refusal.code.id(),
            String::new(),
            refusal.message,
            "",
        ));
        findings
    }

    /// Whether it keeps the import or export from being done.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl From<Problem> for Finding {
    fn from(problem: Problem) -> Self {
        let mut place = problem.path;
        if !problem.record.is_empty() {
            place.push_str(&format!(" “{}”", problem.record));
        }
        if !problem.field.is_empty() {
            place.push_str(&format!(", field \"{}\"", problem.field));
        }
        Self {
            severity: problem.severity,
            code: problem.rule.id().to_owned(),
            place: place.trim().to_owned(),
            message: problem.message,
            advice: problem.advice,
        }
    }
}

/// `error[dangling-id] statements.csv, row 4, column "speaker" (C): no actor has … Did you mean "nato"?`
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.severity.id(), self.code)?;
        if !self.place.is_empty() {
            write!(f, " {}", self.place)?;
        }
        write!(f, ": {}", self.message)?;
        if !self.advice.is_empty() {
            write!(f, " {}", self.advice)?;
        }
        Ok(())
    }
}
