//! The command `actor-map`: what a newsroom does with incident files outside the browser.
//!
//! It has no rule of its own; everything it says comes from the library. Exit status: 0 all is well, 1 the data
//! is wrong, 2 the command is wrong (an unknown option, a file that cannot be read).

mod check;
mod saved_texts;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const COMMAND_IS_WRONG: u8 = 2;

#[derive(Parser)]
#[command(
    name = "actor-map",
    version,
    about = "Check incident files for <actor-map>."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check an incident file, and its quotations against the saved texts of its sources
    Check(check::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("actor-map: {error:#}");
        ExitCode::from(COMMAND_IS_WRONG)
    })
}
