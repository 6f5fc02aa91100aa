//! For programs: one JSON object, whose fields are described in `docs/editors.md`.

use std::io::{self, Write};

use actor_map::check::{Finding, Position, Waived};
use serde::Serialize;

use super::verdict::{Outcome, Verdict};

/// The version of this object. Fields may be added to it; another version takes some away or changes them.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'v> {
    version: u32,
    file: &'v str,
    ok: bool,
    summary: Summary<'v>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Refused<'v>>,
    findings: &'v [Finding],
    waived: &'v [Waived],
}

#[derive(Serialize)]
struct Summary<'v> {
    errors: usize,
    warnings: usize,
    waived: usize,
    effects: usize,
    unlisted: usize,
    left_out: usize,
    #[serde(flatten)]
    incident: Option<Counts<'v>>,
}

#[derive(Serialize)]
struct Counts<'v> {
    id: &'v str,
    actors: usize,
    sources: usize,
    statements: usize,
    reports: usize,
    quotations: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<Proof>,
}

#[derive(Serialize)]
struct Proof {
    sources: usize,
    exact: usize,
    normalised: usize,
    near: usize,
    missing: usize,
    unchecked: usize,
}

#[derive(Serialize)]
struct Refused<'v> {
    code: &'static str,
    #[serde(flatten)]
    position: Option<Position>,
    message: &'v str,
}

/// Prints a verdict.
pub fn print(verdict: &Verdict, out: &mut impl Write) -> io::Result<()> {
    let examined = &verdict.examined;
    let (incident, refused) = match &verdict.outcome {
        Outcome::Refused { refusal, position } => {
            let refused = Refused {
                code: refusal.code.id(),
                position: *position,
                message: &refusal.message,
            };
            (None, Some(refused))
        }
        Outcome::Read { incident, quotes } => {
            let (reports, quotations) = Verdict::counts(incident);
            let counts = Counts {
                id: &incident.incident.id,
                actors: incident.actors.len(),
                sources: incident.sources.len(),
                statements: incident.statements.len(),
                reports,
                quotations,
                proof: quotes.as_ref().map(|check| Proof {
                    sources: check.by_source.len(),
                    exact: check.exact,
                    normalised: check.normalised,
                    near: check.near,
                    missing: check.missing,
                    unchecked: check.unchecked,
                }),
            };
            (Some(counts), None)
        }
    };
    let report = Report {
        version: VERSION,
        file: &verdict.file,
        ok: !verdict.blocks(),
        summary: Summary {
            errors: examined.errors,
            warnings: examined.warnings,
            waived: examined.waived.len(),
            effects: examined.effects().count(),
            unlisted: examined.unlisted(),
            left_out: examined.left_out,
            incident,
        },
        refused,
        findings: &examined.findings,
        waived: &examined.waived,
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}
