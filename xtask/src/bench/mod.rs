//! `cargo xtask bench …`: what Actor Map is worth beside other libraries, in one run and one table each.
//!
//! - [`layout`] – layouts of one corpus, scored by one scorer; ours natively and as WebAssembly ([`module`]);
//! - [`large`] – the same of graphs of 200 to 10,000 actors, with our module as readers get it;
//! - [`load`] – one incident on one page on a slow phone, as each contender would show it; its gates, judged from
//!   [`figures`] and written down by [`table`].

mod figures;
mod large;
mod layout;
mod load;
mod module;
mod table;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};

use crate::browsers::{self, Engine};
use crate::node;
use crate::process::run;
use crate::progress::say;
use crate::workspace::Workspace;

/// What is measured.
#[derive(Subcommand)]
pub enum What {
    /// Time and readability of the layout, beside other libraries: up to 60 actors, then 200 to 10,000.
    Layout {
        /// Only graphs with this in their names ("karate", "brokers", "-60"), and none of the large ones.
        #[arg(long)]
        only: Option<String>,
        /// So often each is laid out in the browser; the median counts.
        #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
        runs: u16,
        #[command(flatten)]
        table: Table,
    },
    /// The layout of 200 to 10,000 actors alone.
    Large(Table),
    /// Time to the map, clicks, blocking, layout shift and bytes on a slow phone, beside other pages; and the gates.
    ///
    /// Builds a release, serves it with an article and the incident of the preview, and loads each contender in a
    /// headless Chromium: CPU slowed down 4 times, 150 ms, 1.6 Mbit/s down and 750 kbit/s up, everything compressed
    /// beforehand, an empty profile for each visit, contenders in shuffled order. Prints a table with medians, their
    /// 95 % intervals and ratios, and says of each gate whether it is kept.
    ///
    /// Exit code 0: all gates are kept. 1: one is missed, or something failed.
    Load {
        /// Visits of each contender; with fewer than 15 nothing is judged, and the exit code is 1.
        #[arg(long, default_value_t = load::VISITS, value_parser = clap::value_parser!(u16).range(1..))]
        visits: u16,
        #[command(flatten)]
        table: Table,
    },
}

/// Where the results go.
#[derive(Args)]
pub struct Table {
    /// Where the table goes [default: layout.md, large.md or load.md in benches/ in the build folder].
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Measures and writes the table. `Ok(false)` says that a gate is missed.
///
/// # Errors
/// When npm, Node.js or Chromium is missing, or one of the steps fails.
pub fn bench(workspace: &Workspace, what: &What) -> Result<bool> {
    let ground = Ground::prepare(workspace)?;
    match what {
        What::Layout { only, runs, table } => {
            let out = table.out.as_deref();
            layout::layout(&ground, only.as_deref().unwrap_or_default(), *runs, out)?;
            match only {
                Some(_) => Ok(true),
                None => large::large(&ground, None).map(|()| true),
            }
        }
        What::Large(table) => large::large(&ground, table.out.as_deref()).map(|()| true),
        What::Load { visits, table } => load::load(&ground, *visits, table.out.as_deref()),
    }
}

/// What every benchmark stands on.
struct Ground<'a> {
    workspace: &'a Workspace,
    chromium: PathBuf,
    node: PathBuf,
    /// Where a run leaves its files.
    folder: PathBuf,
}

impl<'a> Ground<'a> {
    fn prepare(workspace: &'a Workspace) -> Result<Self> {
        browsers::install(&[Engine::Chromium])?;
        node::install_in(workspace, "benches/peers", "the libraries to compare with")?;
        let folder = workspace.target.join("benches");
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        Ok(Self {
            workspace,
            chromium: browsers::chromium().context("no Chromium found")?,
            node: which::which("node").context("node is not on PATH")?,
            folder,
        })
    }

    /// Builds a program of `benches/` for speed.
    fn build(&self, program: &str) -> Result<()> {
        say("building for speed (some minutes the first time) …");
        run(Command::new("cargo")
            .args(["build", "--release", "--package", "actor-map-benches"])
            .args(["--bin", program])
            .current_dir(&self.workspace.root))
    }

    /// What [`Self::build`] built.
    fn built(&self, program: &str) -> Command {
        Command::new(self.workspace.target.join("release").join(program))
    }

    /// A script of `benches/`, to be run by Node.js in this browser.
    fn script(&self, path: &str) -> Command {
        let mut script = Command::new(&self.node);
        script
            .arg(self.workspace.root.join("benches").join(path))
            .arg(&self.chromium);
        script
    }
}
