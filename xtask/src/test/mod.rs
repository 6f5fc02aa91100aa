//! `cargo xtask test`: every check there is, in named and timed [steps](steps::Step), cheap ones first.
//!
//! A step that fails does not keep the next from running, unless the next stands on what it builds. At the end
//! comes a table of the steps, what went wrong, and on a line of its own the total over all test runners.

mod amp;
mod report;
mod reproduce;
mod steps;
mod stix;
mod summary;
mod types;

use std::time::Instant;

use anyhow::Result;
use clap::Args;

use crate::browsers::Engine;
use crate::progress::say;
use crate::setup;
use crate::workspace::Workspace;
use report::{Record, Report};
use steps::{Context, Step};

/// What `test` can be told.
#[derive(Args)]
pub struct Options {
    /// Browser engines to test in.
    #[arg(long, value_delimiter = ',', default_values_t = Engine::ALL)]
    pub engines: Vec<Engine>,
    /// Only these steps, and what they stand on.
    #[arg(long, value_delimiter = ',', value_enum)]
    pub only: Vec<Step>,
    /// Arguments for the browser tests, such as part of a test's name.
    #[arg(last = true)]
    pub browser_arguments: Vec<String>,
}

/// Sets up, runs the steps, prints the report. `Ok(false)` when anything failed.
///
/// # Errors
/// When set-up fails or the run is stopped.
pub fn test(workspace: &Workspace, options: &Options) -> Result<bool> {
    let start = Instant::now();
    let chosen = steps::choose(&options.only);
    let tools = if chosen.iter().any(|step| step.needs_browsers()) {
        setup::everything(workspace, &options.engines)?
    } else {
        setup::for_builds(workspace)?
    };
    let context = Context {
        workspace,
        tools: &tools,
        options,
    };
    let mut report = Report::default();
    for step in chosen {
        if let Some(broken) = step.stands_on().iter().find(|base| report.failed(**base)) {
            report.add(Record::not_run(step, *broken));
            continue;
        }
        say(&format!("{}: {} …", step.name(), step.about()));
        let begun = Instant::now();
        let outcome = step.run(&context);
        report.add(Record::of(step, begun.elapsed(), outcome));
        crate::process::stop_if_asked()?;
    }
    report.print(&options.engines, start.elapsed());
    Ok(report.is_good())
}
