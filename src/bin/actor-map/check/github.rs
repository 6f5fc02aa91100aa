//! For GitHub Actions: one workflow command for each finding, which becomes an annotation at its line.

use std::io::{self, Write};

use actor_map::check::Position;

use super::human::subject;
use super::verdict::{Outcome, Verdict};
use crate::terminal::on_one_line;

/// Prints a verdict. What was waived becomes a notice.
///
/// What follows from another finding is told of in that one's message, as for people: GitHub shows ten errors and ten
/// warnings of a step and drops the rest, so that effects would keep the next cause from being seen.
pub fn print(verdict: &Verdict, all: bool, out: &mut impl Write) -> io::Result<()> {
    let file = &verdict.file;
    let causes = verdict.examined.causes();
    let causes = causes.map(|(at, finding)| {
        let effects = verdict.examined.effects_of(at);
        let gravest = effects.map(|effect| effect.severity).min();
        let severity = gravest.map_or(finding.severity, |one| one.min(finding.severity));
        (finding, severity, verdict.followers(at))
    });
    let effects = verdict.examined.effects().filter(|_| all);
    let effects = effects.map(|finding| (finding, finding.severity, verdict.origin(finding)));
    for (finding, severity, joined) in causes.chain(effects) {
        let title = format!("{}:{}", finding.rule, subject(finding));
        let mut message = format!(
            "{}\nLikely cause: {}\nWhat to do: {}",
            on_one_line(&finding.message),
            finding.cause,
            on_one_line(&finding.advice)
        );
        if let Some(joined) = joined {
            message.push_str(&format!("\n{joined}"));
        }
        // A warning that records are missed because of would else be the only sign of why the step fails.
        let level = severity.id();
        writeln!(
            out,
            "{}",
            command(level, file, finding.position, &title, &message)
        )?;
    }
    for waived in &verdict.examined.waived {
        let finding = &waived.finding;
        let title = format!("waived {}:{}", finding.rule, subject(finding));
        let line = command(
            "notice",
            file,
            finding.position,
            &title,
            &on_one_line(&waived.reason),
        );
        writeln!(out, "{line}")?;
    }
    if let Outcome::Refused { refusal, position } = &verdict.outcome {
        let title = format!("refused: {}", refusal.code.id());
        let line = command(
            "error",
            file,
            *position,
            &title,
            &on_one_line(&refusal.message),
        );
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
