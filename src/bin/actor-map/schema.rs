//! `actor-map schema`: the JSON Schema of incident files.

use std::path::PathBuf;
use std::process::ExitCode;

use actor_map::exchange::schema::schema_text;

use crate::overwriting;

/// Where to write it.
#[derive(clap::Args)]
pub struct Args {
    /// The file to write; without it, or with "-", it is printed
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

/// Writes the schema.
///
/// # Errors
/// If it cannot be written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    overwriting::write_made(&args.output, schema_text()?.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
