//! `actor-map export`: an incident for other tools.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actor_map::exchange::sheets::{self, container};
use actor_map::exchange::{Sound, gexf, graphml, json_ld, oligrapher, sound, stix, tree};
use anyhow::{Context, bail};

use crate::{files, overwriting};

const AFTER_HELP: &str = "\
Examples:
  actor-map export csv flood.json -o sheets/
  actor-map export csv flood.json -o sheets.zip
  actor-map export csv flood.json -o sheets/ --separator semicolon  for Czech or German Excel
  actor-map export stix flood.json -o flood.stix.json --publisher \"Example Daily\"
  actor-map export graphml flood.json -o - | less

A file of which something would have to be left out is not exported; `actor-map check` says what is wrong.
What each format cannot hold is in docs/formats.md.
Where values of sheets that are there are replaced, the changes are told, and the former sheets are kept as NAME.csv.bak.

Exit status:
  0  it is written
  1  the data is wrong: every error is named, and nothing is written
  2  the command is wrong: an unknown option, a file that cannot be read or written, or sheets that are of another
     incident or have what the file has not (--force replaces them)";

/// A format that can be written.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Sheets: a folder, or a zip file, of CSV files; nothing is lost
    Csv,
    /// A bundle of STIX 2.1, for analysts
    Stix,
    /// JSON-LD with schema.org, for search engines
    JsonLd,
    /// GraphML, for Gephi, yEd, Cytoscape, networkx
    Graphml,
    /// GEXF 1.3, for Gephi
    Gexf,
    /// A map of Oligrapher
    Oligrapher,
}

/// What stands between the cells of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Separator {
    /// A comma: spreadsheets in English (the default)
    #[default]
    #[value(alias = ",")]
    Comma,
    /// A semicolon: spreadsheets where a comma is the decimal sign, as in most of Europe
    #[value(alias = ";")]
    Semicolon,
}

impl From<Separator> for sheets::Separator {
    fn from(separator: Separator) -> Self {
        match separator {
            Separator::Comma => Self::Comma,
            Separator::Semicolon => Self::Semicolon,
        }
    }
}

/// What is to be exported.
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The format to write
    format: Format,
    /// The incident file; "-" reads standard input
    file: PathBuf,
    /// Where to write; "-" writes to standard output (sheets as a zip file)
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// The newsroom that made the map, named as the author of STIX objects
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// csv: what stands between cells. Where a spreadsheet puts whole rows into column A, it wants the other one
    #[arg(long, value_name = "SEPARATOR")]
    separator: Option<Separator>,
    /// Replace sheets of another incident, or such as have what the file has not
    #[arg(long)]
    force: bool,
}

/// Exports.
///
/// # Errors
/// If a file of the command cannot be read or written, or an option does not fit the format.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.publisher.is_some() && args.format != Format::Stix {
        bail!("--publisher is for stix alone");
    }
    if args.separator.is_some() && args.format != Format::Csv {
        bail!("--separator is for csv alone");
    }
    let read = files::read(&args.file)?.and_then(|bytes| sound(&bytes));
    let incident = match read {
        Ok(incident) => incident,
        Err(findings) => return Ok(files::refuse(&findings, &args.file)),
    };
    files::tell(&incident.warnings);
    let text = match args.format {
        Format::Csv => {
            let written = sheets::write(&incident.tree, args.separator.unwrap_or_default().into())?;
            overwriting::of_sheets(&args.output, &incident.tree, &written, args.force)?;
            write_sheets(&written, &args.output)?;
            return Ok(ExitCode::SUCCESS);
        }
        other => text(other, &incident, args.publisher.as_deref())?,
    };
    overwriting::write_made(&args.output, text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn text(format: Format, sound: &Sound, publisher: Option<&str>) -> anyhow::Result<String> {
    let incident = &sound.incident;
    Ok(match format {
        Format::Stix => tree::pretty(&stix::write(incident, publisher)),
        Format::JsonLd => json_ld::script_text(incident),
        Format::Graphml => graphml::write(incident)?,
        Format::Gexf => gexf::write(incident)?,
        Format::Oligrapher => tree::pretty(&oligrapher::write(incident)),
        Format::Csv => bail!("sheets are several files"),
    })
}

/// Writes sheets into a folder; into a zip file where the name ends so, and into the pipe.
///
/// # Errors
/// If they cannot be written.
pub fn write_sheets(sheets: &[sheets::SheetText], output: &Path) -> anyhow::Result<()> {
    let zipped = output
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if files::is_pipe(output) || zipped {
        return files::write(output, &container::to_zip(sheets)?);
    }
    fs::create_dir_all(output)
        .with_context(|| format!("cannot make the folder {}", output.display()))?;
    for sheet in sheets {
        files::write(&output.join(&sheet.file), sheet.text.as_bytes())?;
    }
    Ok(())
}
