//! What `cargo xtask test` prints at its end.

use std::time::Duration;

use anyhow::Result;

use super::steps::{Outcome, Step};
use super::summary::Counts;
use crate::browsers::Engine;
use crate::progress::in_words;

/// How one step went.
pub struct Record {
    step: Step,
    took: Duration,
    result: String,
    good: bool,
    counts: Counts,
}

impl Record {
    /// A step that ran, or could not be run.
    pub fn of(step: Step, took: Duration, outcome: Result<Outcome>) -> Self {
        match outcome {
            Ok(Outcome { good, counts }) => {
                let tests = match counts {
                    Counts {
                        passed: 0,
                        failed: 0,
                        ..
                    } => String::new(),
                    Counts {
                        passed,
                        failed,
                        ignored: 0,
                    } => format!(": {passed} passed, {failed} failed"),
                    Counts {
                        passed,
                        failed,
                        ignored,
                    } => format!(": {passed} passed, {failed} failed, {ignored} ignored"),
                };
                let result = format!("{}{tests}", if good { "ok" } else { "FAILED" });
                Self {
                    step,
                    took,
                    result,
                    good,
                    counts,
                }
            }
            Err(error) => {
                let result = format!("FAILED: {error:#}");
                Self {
                    step,
                    took,
                    result,
                    good: false,
                    counts: Counts::default(),
                }
            }
        }
    }

    /// A step that was left out because `broken` failed.
    pub fn not_run(step: Step, broken: Step) -> Self {
        let result = format!("NOT RUN: {} failed", broken.name());
        Self {
            step,
            took: Duration::ZERO,
            result,
            good: false,
            counts: Counts::default(),
        }
    }
}

/// How all steps went.
#[derive(Default)]
pub struct Report {
    records: Vec<Record>,
}

impl Report {
    /// Adds a step.
    pub fn add(&mut self, record: Record) {
        self.records.push(record);
    }

    /// Whether `step` ran and failed, or was not run.
    pub fn failed(&self, step: Step) -> bool {
        self.records
            .iter()
            .any(|record| record.step == step && !record.good)
    }

    /// Whether everything is as it should be.
    pub fn is_good(&self) -> bool {
        self.records.iter().all(|record| record.good)
    }

    /// The tests of all runners. A step that failed without a failing test (a lint, a build) counts as one failure.
    pub fn total(&self) -> Counts {
        self.records.iter().fold(Counts::default(), |sum, record| {
            let silent = u64::from(!record.good && record.counts.failed == 0);
            sum.plus(record.counts).plus(Counts {
                failed: silent,
                ..Counts::default()
            })
        })
    }

    /// Prints the table, the engines and, last and alone on its line, the total.
    pub fn print(&self, engines: &[Engine], took: Duration) {
        println!("\n{:<14} {:>12}  result", "step", "time");
        for Record {
            step, took, result, ..
        } in &self.records
        {
            println!("{:<14} {:>12}  {result}", step.name(), in_words(*took));
        }
        println!("{:<14} {:>12}", "together", in_words(took));
        if self
            .records
            .iter()
            .any(|record| record.step == Step::Browser)
        {
            println!("{}", engines_in_words(engines));
        }
        let Counts { passed, failed, .. } = self.total();
        println!("\nactor-map: {passed} passed, {failed} failed");
    }
}

/// Which engines ran, and which were not asked for.
fn engines_in_words(engines: &[Engine]) -> String {
    let names = |engines: Vec<Engine>| {
        engines
            .iter()
            .map(|engine| engine.name())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let left_out: Vec<_> = Engine::ALL
        .into_iter()
        .filter(|engine| !engines.contains(engine))
        .collect();
    let ran = names(engines.to_vec());
    if left_out.is_empty() {
        format!("engines: {ran}")
    } else {
        format!(
            "engines: {ran}; NOT TESTED because --engines left them out: {}",
            names(left_out)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(good: bool, passed: u64, failed: u64) -> Record {
        let outcome = Outcome {
            good,
            counts: Counts {
                passed,
                failed,
                ignored: 0,
            },
        };
        Record::of(Step::Native, Duration::ZERO, Ok(outcome))
    }

    #[test]
    fn a_failing_lint_counts_as_one_failure() {
        let mut report = Report::default();
        report.add(ran(true, 7, 0));
        report.add(ran(false, 0, 0));
        assert_eq!(
            report.total(),
            Counts {
                passed: 7,
                failed: 1,
                ignored: 0
            }
        );
        assert!(!report.is_good());
    }

    #[test]
    fn failing_tests_are_not_counted_twice() {
        let mut report = Report::default();
        report.add(ran(false, 5, 2));
        assert_eq!(
            report.total(),
            Counts {
                passed: 5,
                failed: 2,
                ignored: 0
            }
        );
    }

    #[test]
    fn an_engine_that_was_left_out_is_named() {
        assert!(engines_in_words(&[Engine::Chromium]).contains("firefox, webkit"));
        assert!(!engines_in_words(&Engine::ALL).contains("NOT TESTED"));
    }
}
