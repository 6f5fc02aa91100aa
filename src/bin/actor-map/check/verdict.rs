//! What is to be said of a file, in whichever format.

use actor_map::check::{Examined, Finding, Position};
use actor_map::incident::quotes::QuoteCheck;
use actor_map::incident::{Incident, Refusal, Severity};

use crate::terminal::on_one_line;

/// How many lines of effects a cause lists.
const LISTED_LINES: usize = 20;

/// Stands where nobody asked for the proof, so that its absence is not taken for one.
const NOT_COMPARED: &str = " (not compared with their sources; --sources DIR does that)";

/// What is to be said of a file.
pub struct Verdict {
    /// The file, as the command names it.
    pub file: String,
    /// What was found.
    pub examined: Examined,
    /// What became of the file.
    pub outcome: Outcome,
}

/// What became of the file.
pub enum Outcome {
    /// Nothing of it is kept.
    Refused {
        /// Why.
        refusal: Refusal,
        /// Where the cause stands, as far as it can be told.
        position: Option<Position>,
    },
    /// It was read.
    Read {
        /// What is kept of it.
        incident: Box<Incident>,
        /// What the proof of its quotations found, where that was asked for.
        quotes: Option<QuoteCheck>,
    },
}

impl Verdict {
    /// Whether the file must not be published as it is.
    pub fn blocks(&self) -> bool {
        matches!(self.outcome, Outcome::Refused { .. }) || self.examined.errors > 0
    }

    /// How many reports the file has, and how many quotations.
    pub fn counts(incident: &Incident) -> (usize, usize) {
        let reports = || {
            let statements = incident.statements.iter();
            statements.flat_map(|statement| &statement.reports)
        };
        let quotations = reports().filter(|report| report.quote.is_some());
        (reports().count(), quotations.count())
    }

    /// What follows from the finding at this position: `2 more follow from this: lines 30, 57.`
    pub fn followers(&self, cause: usize) -> Option<String> {
        let effects: Vec<&Finding> = self.examined.effects_of(cause).collect();
        if effects.is_empty() {
            return None;
        }
        let count = counted(effects.len(), "more follows", "more follow");
        let places = effects.iter().filter_map(|effect| effect.position);
        let mut lines: Vec<usize> = places.map(|place| place.line).collect();
        lines.dedup();
        let further = lines.len().saturating_sub(LISTED_LINES);
        let listed: Vec<String> = lines
            .iter()
            .take(LISTED_LINES)
            .map(usize::to_string)
            .collect();
        let noun = if lines.len() == 1 { "line" } else { "lines" };
        let further = match further {
            0 => String::new(),
            further => format!(" and {further} more"),
        };
        let listed = listed.join(", ");
        Some(format!("{count} from this: {noun} {listed}{further}."))
    }

    /// Where the cause of an effect stands: `Follows from line 12: dangling-id.`
    pub fn origin(&self, effect: &Finding) -> Option<String> {
        let cause = self.examined.findings.get(effect.follows_from?)?;
        let line = cause.position?.line;
        Some(format!("Follows from line {line}: {}.", cause.rule))
    }

    /// `16 errors (1 cause, 15 effects)`; only the count where nothing follows from anything.
    fn total(&self, severity: Severity, total: usize, one: &str, many: &str) -> String {
        let of_severity = |finding: &&Finding| finding.severity == severity;
        let effects = self.examined.effects().filter(of_severity).count();
        let listed = self.examined.findings.iter().filter(of_severity).count();
        let mut line = counted(total, one, many);
        if effects > 0 {
            let causes = counted(listed - effects, "cause", "causes");
            line.push_str(&format!(
                " ({causes}, {}",
                counted(effects, "effect", "effects")
            ));
            // Whose cause was not looked for.
            if total > listed {
                line.push_str(&format!(", {} not listed", total - listed));
            }
            line.push(')');
        }
        line
    }

    /// `flood: 3 actors, 4 statements, 6 reports, 5 quotations (5 found in 2 sources); 0 errors, 1 warning`
    pub fn summary(&self) -> String {
        let Outcome::Read { incident, quotes } = &self.outcome else {
            return format!("{}: refused", on_one_line(&self.file));
        };
        let (reports, quotations) = Self::counts(incident);
        let id = match incident.incident.id.as_str() {
            "" => "incident",
            id => id,
        };
        let mut line = format!(
            "{id}: {}, {}, {}, {}",
            counted(incident.actors.len(), "actor", "actors"),
            counted(incident.statements.len(), "statement", "statements"),
            counted(reports, "report", "reports"),
            counted(quotations, "quotation", "quotations"),
        );
        match quotes {
            Some(check) => line.push_str(&proof(check)),
            None if quotations > 0 => line.push_str(NOT_COMPARED),
            None => {}
        }
        let examined = &self.examined;
        let errors = self.total(Severity::Error, examined.errors, "error", "errors");
        let warnings = self.total(Severity::Warning, examined.warnings, "warning", "warnings");
        line.push_str(&format!("; {errors}, {warnings}"));
        if !self.examined.waived.is_empty() {
            line.push_str(&format!(", {} waived", self.examined.waived.len()));
        }
        if self.examined.left_out > 0 {
            let records = counted(self.examined.left_out, "record", "records");
            line.push_str(&format!("; {records} left out"));
        }
        line
    }
}

/// ` (4 of 5 found in 2 sources: 3 character for character, 1 but for marks and spaces; 1 not compared)`; ` (0 of 1 compared)`
/// where no text was at hand.
fn proof(check: &QuoteCheck) -> String {
    if check.checked == 0 && check.unchecked > 0 {
        return format!(" (0 of {} compared)", check.unchecked);
    }
    let found = check.exact + check.normalised;
    let sources = counted(check.by_source.len(), "source", "sources");
    let mut parts = vec![format!(
        "{found} of {} found in {sources}: {} character for character, {} but for marks and spaces",
        check.checked, check.exact, check.normalised
    )];
    let others = [
        (check.near, "with other words"),
        (check.missing, "not there at all"),
        (check.unchecked, "not compared"),
    ];
    for (count, what) in others {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    format!(" ({})", parts.join("; "))
}

/// A count with its noun.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
