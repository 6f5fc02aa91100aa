//! The benchmark of layouts: writes the cases for the browser, lays them out with Actor Map, scores everybody's
//! drawings with one scorer and writes one table. `cargo xtask bench layout` runs its two steps:
//!
//! ```text
//! layout-bench cases CASES.json ONLY          the corpus, with the label boxes that everybody gets
//! layout-bench report PAGE.json TABLE.md ONLY the table; PAGE.json is what the page made of the cases
//! layout-bench large-cases CASES.json         the same of graphs of 200 to 10,000 actors, without labels
//! layout-bench large-report PEERS.json TABLE.md
//! ```
//!
//! ONLY is a part of the names of the graphs to be laid out; empty for all of them.

mod cases;
mod dots;
mod large;
mod modules;
mod peers;
mod published;
mod refits;
mod score;
mod summary;
mod table;
#[path = "../wasm/src/wire.rs"]
mod wire;

#[path = "../corpus/mod.rs"]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod corpus;

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde::de::DeserializeOwned;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["cases", file, only] => {
            let cases = cases::all(only, 1)?;
            let json: Result<Vec<_>> = cases.iter().map(cases::Case::for_page).collect();
            write(file, &serde_json::to_string(&json?)?)
        }
        ["report", file, table, only] => {
            let page: Page = results(file)?;
            let cases = cases::all(only, cases::RUNS)?;
            modules::check(&cases, &page.ours)?;
            score::check(&page.peers)?;
            published::check(&cases, &page.restarts)?;
            show(table, &table::table(&cases, &page))
        }
        ["large-cases", file] => write(file, &serde_json::to_string(&large::cases())?),
        ["large-report", file, table] => {
            let runs: Vec<peers::Run> = results(file)?;
            show(table, &large::table(&runs))
        }
        _ => bail!(
            "layout-bench cases FILE ONLY | report FILE TABLE ONLY | large-cases FILE | large-report FILE TABLE"
        ),
    }
}

/// What the page made of the cases.
#[derive(Deserialize)]
struct Page {
    peers: Vec<peers::Run>,
    restarts: Vec<published::Restarts>,
    ours: Vec<modules::Laid>,
}

fn results<T: DeserializeOwned>(file: &str) -> Result<T> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    serde_json::from_str(&text).with_context(|| format!("{file} is no result"))
}

fn write(file: &str, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {file}"))
}

/// Prints a table and writes it.
fn show(file: &str, table: &str) -> Result<()> {
    print!("{table}");
    write(file, table)
}
