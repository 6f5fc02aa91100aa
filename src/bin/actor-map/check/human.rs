//! For people: what is wrong, why it is likely so, and what to do; then one line that sums up.

use std::io::{self, Write};

use actor_map::check::{Finding, Position};

use super::verdict::{Outcome, Verdict, counted};

/// Prints a verdict.
pub fn print(verdict: &Verdict, out: &mut impl Write) -> io::Result<()> {
    for finding in &verdict.examined.findings {
        print_finding(&verdict.file, finding, out)?;
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
            refusal.message
        );
    }
    writeln!(out, "{}", verdict.summary())
}

/// ```text
/// flood.json:12:15: error[dangling-id] statements[3] “nato-solidarity”, field "speaker"
///     no actor has the id "natto"; the statement is left out.
///     Likely cause: The id is misspelt here, or its record was renamed or deleted.
///     What to do: Did you mean "nato"? Correct the id, or add the record it stands for.
/// ```
fn print_finding(file: &str, finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{}: {}[{}]{}",
        place(file, finding.position),
        finding.severity.id(),
        finding.rule,
        subject(finding)
    )?;
    writeln!(out, "    {}", finding.message)?;
    writeln!(out, "    Likely cause: {}", finding.cause)?;
    writeln!(out, "    What to do: {}\n", finding.advice)
}

fn print_waived(verdict: &Verdict, out: &mut impl Write) -> io::Result<()> {
    let waived = &verdict.examined.waived;
    if waived.is_empty() {
        return Ok(());
    }
    writeln!(out, "Waived in the file:")?;
    for one in waived {
        let line = one.finding.position.map_or(0, |position| position.line);
        let (rule, record) = (one.finding.rule, &one.finding.record);
        writeln!(out, "    line {line}: {rule} “{record}”: {}", one.reason)?;
    }
    writeln!(out)
}

/// `flood.json:12:15`
fn place(file: &str, position: Option<Position>) -> String {
    position.map_or_else(
        || file.to_owned(),
        |at| format!("{file}:{}:{}", at.line, at.column),
    )
}

/// ` statements[3] “nato-solidarity”, field "speaker"`
pub fn subject(finding: &Finding) -> String {
    let mut subject = String::new();
    if !finding.path.is_empty() {
        subject.push_str(&format!(" {}", finding.path));
    }
    if !finding.record.is_empty() {
        subject.push_str(&format!(" “{}”", on_one_line(&finding.record)));
    }
    if !finding.field.is_empty() {
        let comma = if subject.is_empty() { "" } else { "," };
        let field = on_one_line(&finding.field);
        subject.push_str(&format!("{comma} field \"{field}\""));
    }
    subject
}

/// A text of the file, which may hold anything, on one line and cut where it is long.
fn on_one_line(text: &str) -> String {
    const SHOWN_CHARS: usize = 60;
    let mut chars = text.chars();
    let mut shown: String = chars
        .by_ref()
        .take(SHOWN_CHARS)
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}
