//! The benchmark of layouts: writes the cases for other libraries, lays them out with Actor Map, scores everybody's
//! drawings with one scorer and writes one table. `cargo xtask bench layout` runs its two steps:
//!
//! ```text
//! layout-bench cases CASES.json               the corpus, with the label boxes that everybody gets
//! layout-bench report PEERS.json TABLE.md     the table; PEERS.json is what the libraries made of the cases
//! layout-bench large-cases CASES.json         the same of graphs of 200 to 10,000 actors, without labels
//! layout-bench large-report PEERS.json TABLE.md
//! ```

mod cases;
mod large;
mod peers;
mod table;

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
        ["cases", file] => {
            let cases = cases::all()?;
            let json: Vec<_> = cases.iter().map(cases::Case::for_peers).collect();
            fs::write(file, serde_json::to_string(&json)?)
                .with_context(|| format!("cannot write {file}"))
        }
        ["report", file, table] => {
            let text = fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
            let runs: Vec<peers::Run> =
                serde_json::from_str(&text).with_context(|| format!("{file} is no result"))?;
            let text = table::table(&cases::all()?, &runs);
            print!("{text}");
            fs::write(table, text).with_context(|| format!("cannot write {table}"))
        }
        ["large-cases", file] => fs::write(file, serde_json::to_string(&large::cases())?)
            .with_context(|| format!("cannot write {file}")),
        ["large-report", file, table] => {
            let text = fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
            let runs: Vec<peers::Run> =
                serde_json::from_str(&text).with_context(|| format!("{file} is no result"))?;
            let text = large::table(&runs);
            print!("{text}");
            fs::write(table, text).with_context(|| format!("cannot write {table}"))
        }
        _ => bail!("layout-bench [large-]cases FILE | [large-]report FILE TABLE"),
    }
}
