//! The command `actor-map`: what a newsroom does with incident files outside the browser.
//!
//! It has no rule of its own; everything it says comes from the library. Exit status: 0 all is well, 1 the data
//! is wrong, 2 the command is wrong (an unknown option, a file that cannot be read).

mod check;
mod render;
mod saved_texts;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const DATA_IS_WRONG: u8 = 1;
const COMMAND_IS_WRONG: u8 = 2;

#[derive(Parser)]
#[command(
    name = "actor-map",
    version,
    about = "Check incident files for <actor-map>, and render their editions."
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
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Render(args) => render::run(&args),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("actor-map: {error:#}");
        ExitCode::from(COMMAND_IS_WRONG)
    })
}
