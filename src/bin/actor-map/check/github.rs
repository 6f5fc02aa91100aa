//! For GitHub Actions: one workflow command for each finding, which becomes an annotation at its line.

use std::io::{self, Write};

use actor_map::check::Position;

use super::human::subject;
use super::verdict::{Outcome, Verdict};

/// Prints a verdict. What was waived becomes a notice.
pub fn print(verdict: &Verdict, out: &mut impl Write) -> io::Result<()> {
    let file = &verdict.file;
    for finding in &verdict.examined.findings {
        let title = format!("{}:{}", finding.rule, subject(finding));
        let message = format!(
            "{}\nLikely cause: {}\nWhat to do: {}",
            finding.message, finding.cause, finding.advice
        );
        let level = finding.severity.id();
        writeln!(
            out,
            "{}",
            command(level, file, finding.position, &title, &message)
        )?;
    }
    for waived in &verdict.examined.waived {
        let finding = &waived.finding;
        let title = format!("waived {}:{}", finding.rule, subject(finding));
        let line = command("notice", file, finding.position, &title, &waived.reason);
        writeln!(out, "{line}")?;
    }
    if let Outcome::Refused { refusal, position } = &verdict.outcome {
        let title = format!("refused: {}", refusal.code.id());
        let line = command("error", file, *position, &title, &refusal.message);
        return writeln!(out, "{line}");
    }
    writeln!(out, "{}", verdict.summary())
}

/// `::error file=flood.json,line=12,col=15,title=dangling-id::no actor …`
fn command(
    level: &str,
    file: &str,
    position: Option<Position>,
    title: &str,
    message: &str,
) -> String {
    let at = position.map_or_else(String::new, |at| {
        format!(",line={},col={}", at.line, at.column)
    });
    format!(
        "::{level} file={}{at},title={}::{}",
        property(file),
        property(title),
        data(message)
    )
}

/// A message, in the escapes of workflow commands.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property, in which colons and commas are escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
