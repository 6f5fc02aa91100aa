//! The command `actor-map`: what a newsroom does with incident files outside the browser.
//!
//! It has no rule of its own; everything it says comes from the library. Exit status: 0 all is well, 1 the data
//! is wrong, 2 the command is wrong (an unknown option, a file that cannot be read).
//!
//! - `check`, `render`, `import`, `export`, `new`, `diff`, `schema` – the subcommands, by name;
//! - `files`, `overwriting` – reading and writing, and what is not written over;
//! - `saved_texts` – the texts of an incident's sources, for `check` and `render`;
//! - `terminal` – what may be printed.

// They panic where standard error is closed or full, and the exit status is lost: `files::say`.
#![deny(clippy::print_stderr, clippy::print_stdout)]

mod check;
mod diff;
mod export;
mod files;
mod import;
mod new;
mod overwriting;
mod render;
mod saved_texts;
mod schema;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const DATA_IS_WRONG: u8 = 1;
const COMMAND_IS_WRONG: u8 = 2;

#[derive(Parser)]
#[command(
    name = "actor-map",
    version,
    about = "Begin, check, render, import, export and compare incident files for <actor-map>."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check an incident file, and its quotations against the saved texts of its sources
    Check(check::Args),
    /// Write editions of incidents: markup for pages, feeds and mail, pictures, plain text
    Render(render::Args),
    /// Begin an incident: a starter with one worked example of each record
    New(new::Args),
    /// Make an incident file of sheets (CSV) or of a threat report (STIX 2.1)
    Import(import::Args),
    /// Write an incident as sheets, STIX 2.1, JSON-LD or a graph for Gephi or Oligrapher
    Export(export::Args),
    /// Say in words what changed between two versions, and write the correction
    Diff(diff::Args),
    /// Print the JSON Schema of incident files, for editors that complete and explain
    Schema(schema::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Render(args) => render::run(&args),
        Command::New(args) => new::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Schema(args) => schema::run(&args),
    };
    outcome.unwrap_or_else(|error| {
        let error = terminal::on_one_line(&format!("{error:#}"));
        files::say(format_args!("actor-map: {error}"));
        ExitCode::from(COMMAND_IS_WRONG)
    })
}
