//! `cargo xtask …`: the house's own commands. Each brings its own set-up and is made of a few named steps.
//!
//! - [`preview`] – `trunk serve` with the article, and the check of its incidents;
//! - [`test`] – every check there is, cheap ones first, with one closing line;
//! - [`setup`] – the tools those two stand on, without running them;
//! - [`release`] – what a site uploads, and the package for npm;
//! - [`bench`] – the layout beside other libraries', and a page with the map beside other pages, in one table each;
//! - [`metrics`] – the table of how wide text is, from the common fonts;
//! - [`size`] – what a reader's browser has to load, by part, against the budget.
//!
//! Nothing of the product lives here: this package only finds, builds and runs tools.

mod apt;
mod bench;
mod browsers;
mod dist;
mod incidents;
mod metrics;
mod node;
mod package;
mod preview;
mod process;
mod progress;
mod python;
mod release;
mod setup;
mod size;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use browsers::Engine;
use workspace::Workspace;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Preview, test and measure Actor Map; every command does its own set-up."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the article with the live map, rebuilding on every change.
    Preview(preview::Options),
    /// Run every check: format, lints, native, WebAssembly and browser tests, size.
    Test(test::Options),
    /// Get everything `preview` and `test` need, and stop.
    Setup {
        /// Browser engines to set up.
        #[arg(long, value_delimiter = ',', default_values_t = Engine::ALL)]
        engines: Vec<Engine>,
    },
    /// Build for release: what a site uploads, with hashed names, and the package for npm.
    Dist,
    /// Measure the layout, or how a page with the map loads, beside others, and write one table.
    #[command(subcommand)]
    Bench(bench::What),
    /// Read the common system fonts and write the table of how wide text is.
    Metrics(metrics::Options),
    /// Build for release and weigh what a browser loads, against the budget.
    Size,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Ending a preview with Ctrl-C is no error. 130 is what shells give a program that an interrupt ended.
        Err(_) if process::stop_if_asked().is_err() => ExitCode::from(130),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; `Ok(false)` says that it ran to its end and found something wrong.
fn run(command: Command) -> anyhow::Result<bool> {
    process::forward_signals()?;
    let workspace = Workspace::locate()?;
    match command {
        Command::Preview(options) => preview::preview(&workspace, &options).map(|()| true),
        Command::Test(options) => test::test(&workspace, &options),
        Command::Dist => {
            let tools = setup::for_builds(&workspace)?;
            let built = dist::release(&workspace, &tools)?;
            let dist = workspace.root.join("dist");
            for (file, integrity) in release::write(&workspace, &built.join("actor-map"), &dist)? {
                println!("{file}  {integrity}");
            }
            Ok(true)
        }
        Command::Setup { engines } => {
            setup::everything(&workspace, &engines)?;
            node::amp_validator(&workspace)?;
            python::stix_validator().map(|_| true)
        }
        Command::Bench(what) => bench::bench(&workspace, &what),
        Command::Metrics(options) => metrics::metrics(&workspace, &options).map(|()| true),
        Command::Size => {
            let tools = setup::for_builds(&workspace)?;
            let dist = dist::release(&workspace, &tools)?;
            let report = size::weigh(&dist)?;
            print!("{report}");
            Ok(report.within_budget())
        }
    }
}
