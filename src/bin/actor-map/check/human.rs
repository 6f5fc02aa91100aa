//! For people: what is wrong, why it is likely so, and what to do; then one line that sums up.

use std::io::{self, Write};

use actor_map::check::{Finding, Position};

use super::verdict::{Outcome, Verdict, counted};
use crate::terminal::on_one_line;

/// Prints a verdict: causes, each with the lines of what follows from it, and that itself if `all` is to be printed.
pub fn print(verdict: &Verdict, all: bool, out: &mut impl Write) -> io::Result<()> {
    let mut before = None;
    for (at, finding) in verdict.examined.causes() {
        if finding.provisional && before == Some(false) {
            writeln!(out, "{PROVISIONAL}\n")?;
        }
        before = Some(finding.provisional);
        print_finding(&verdict.file, finding, verdict.followers(at), out)?;
    }
    let effects = verdict.examined.effects().count();
    if effects > 0 && all {
        writeln!(out, "What follows from these:\n")?;
        for finding in verdict.examined.effects() {
            print_finding(&verdict.file, finding, verdict.origin(finding), out)?;
        }
    } else if effects > 0 {
        let findings = counted(
            effects,
            "finding follows from another and is",
            "findings follow from others and are",
        );
        writeln!(out, "{findings} not printed; --all prints all.\n")?;
    }
    let unlisted = verdict.examined.unlisted();
    if unlisted > 0 {
        let findings = counted(unlisted, "further finding is", "further findings are");
        writeln!(out, "{findings} not shown.\n")?;
    }
    print_waived(verdict, out)?;
    if let Outcome::Refused { refusal, position } = &verdict.outcome {
        let at = place(&verdict.file, *position);
        return writeln!(
            out,
            "{at}: refused[{}]\n    {}",
            refusal.code.id(),
            on_one_line(&refusal.message)
        );
    }
    writeln!(out, "{}", verdict.summary())
}

/// Stands before what the editorial rules find in a file of which something is left out.
const PROVISIONAL: &str =
    "In what is left of the file (some of it may be gone once the above is mended):";

/// ```text
/// flood.json:12:15: error[dangling-id] statements[3] “nato-solidarity”, field "speaker"
///     no actor has the id "natto"; the statement is left out.
///     Likely cause: The id is misspelt here, or its record was renamed or deleted.
///     What to do: Did you mean "nato" (line 40)? Correct the id, or add the record it stands for.
///     2 more follow from this: lines 30, 57.
/// ```
fn print_finding(
    file: &str,
    finding: &Finding,
    joined: Option<String>,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(
        out,
        "{}: {}[{}]{}",
        place(file, finding.position),
        finding.severity.id(),
        finding.rule,
        subject(finding)
    )?;
    writeln!(out, "    {}", on_one_line(&finding.message))?;
    writeln!(out, "    Likely cause: {}", finding.cause)?;
    let advice = on_one_line(&finding.advice);
    writeln!(out, "    What to do: {advice}")?;
    if let Some(joined) = joined {
        writeln!(out, "    {joined}")?;
    }
    writeln!(out)
}

fn print_waived(verdict: &Verdict, out: &mut impl Write) -> io::Result<()> {
    let waived = &verdict.examined.waived;
    if waived.is_empty() {
        return Ok(());
    }
    writeln!(out, "Waived in the file:")?;
    for one in waived {
        let line = one.finding.position.map_or(0, |position| position.line);
        let rule = one.finding.rule;
        let [record, reason] = [&one.finding.record, &one.reason].map(|text| on_one_line(text));
        writeln!(out, "    line {line}: {rule} “{record}”: {reason}")?;
    }
    writeln!(out)
}

/// `flood.json:12:15: error[dangling-id] statements[3] “nato-solidarity”, field "speaker": no actor has … Did you mean "nato"?`
pub fn line(file: &str, finding: &Finding) -> String {
    format!(
        "{}: {}[{}]{}: {} {}",
        place(file, finding.position),
        finding.severity.id(),
        finding.rule,
        subject(finding),
        on_one_line(&finding.message),
        on_one_line(&finding.advice)
    )
}

/// `flood.json:12:15`
fn place(file: &str, position: Option<Position>) -> String {
    let file = on_one_line(file);
    match position {
        Some(at) => format!("{file}:{}:{}", at.line, at.column),
        None => file,
    }
}

/// ` statements[3] “nato-solidarity”, field "speaker"`
pub fn subject(finding: &Finding) -> String {
    let mut subject = String::new();
    if !finding.path.is_empty() {
        subject.push_str(&format!(" {}", on_one_line(&finding.path)));
    }
    if !finding.record.is_empty() {
        subject.push_str(&format!(" “{}”", short(&finding.record)));
    }
    if !finding.field.is_empty() {
        let comma = if subject.is_empty() { "" } else { "," };
        let field = short(&finding.field);
        subject.push_str(&format!("{comma} field \"{field}\""));
    }
    subject
}

/// A text of the file, which may hold anything, on one line and cut where it is long.
fn short(text: &str) -> String {
    const SHOWN_CHARS: usize = 60;
    let mut chars = text.chars();
    let shown: String = chars.by_ref().take(SHOWN_CHARS).collect();
    let mut shown = on_one_line(&shown);
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}
