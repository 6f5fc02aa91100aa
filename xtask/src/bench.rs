//! `cargo xtask bench layout`: ours and other libraries' layouts of one corpus, scored by one scorer.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

mod large;

use crate::browsers::{self, Engine};
use crate::node;
use crate::process::run;
use crate::progress::say;
use crate::workspace::Workspace;

/// What is measured.
#[derive(Args)]
pub struct Options {
    /// What to measure.
    what: What,
    /// Where the table goes [default: benches/layout.md in the build folder].
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// Time and readability of the layout, beside other libraries: up to 60 actors, then 200 to 10,000.
    Layout,
    /// The second half of it alone.
    Large,
}

/// Measures and writes the table.
///
/// # Errors
/// When npm, Node.js or Chromium is missing, or one of the steps fails.
pub fn bench(workspace: &Workspace, options: &Options) -> Result<()> {
    match options.what {
        What::Layout => {
            layout(workspace, options)?;
            large::large(workspace, None)
        }
        What::Large => large::large(workspace, options.out.clone()),
    }
}

fn layout(workspace: &Workspace, options: &Options) -> Result<()> {
    browsers::install(&[Engine::Chromium])?;
    node::install_in(workspace, "benches/peers", "the libraries to compare with")?;
    let chromium = browsers::chromium().context("no Chromium found")?;
    let node = which::which("node").context("node is not on PATH")?;
    let folder = workspace.target.join("benches");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let (cases, results) = (folder.join("cases.json"), folder.join("peers.json"));
    let table = options.out.clone().unwrap_or(folder.join("layout.md"));

    say("building for speed (some minutes the first time) …");
    let build = ["build", "--profile", "fast", "--package", "layout-bench"];
    run(Command::new("cargo")
        .args(build)
        .current_dir(&workspace.root))?;
    let program = workspace.target.join("fast/layout-bench");
    say("laying the corpus out with Actor Map …");
    run(Command::new(&program).arg("cases").arg(&cases))?;
    say("laying it out with the others, in Chromium (some minutes) …");
    run(Command::new(node)
        .arg(workspace.root.join("benches/peers/run.mjs"))
        .args([&chromium, &cases, &results]))?;
    run(Command::new(&program)
        .arg("report")
        .args([&results, &table]))?;
    say(&format!("the table is in {}", table.display()));
    Ok(())
}
