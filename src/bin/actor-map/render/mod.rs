//! `actor-map render`: the editions of incidents, one file or an archive of them.
//!
//! - `edition` – which editions there are, and how each is asked of the library;
//! - `batch` – the files one after the other; `waiting` shows that a single one goes on;
//! - `target` – where the editions go; `address` writes their names as parts of addresses.

mod address;
mod batch;
mod edition;
mod target;
mod waiting;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::RangedU64ValueParser;

use actor_map::view::edition::bands::Effort;
use actor_map::view::edition::element::Theme;
use edition::{Kind, PngSize};
use target::Target;

use crate::files;

const AFTER_HELP: &str = "\
Examples:
  actor-map render flood.json --as element -o flood.html
  actor-map render flood.json --as element --inline --no-newlines -o - | wl-copy
  actor-map render flood.json --as svg,png,markdown -o out/
  actor-map render incidents/*.json --as element --source-base /data/ -o out/

Files in a folder are called <incident>.<edition>.<extension>: flood.element.html, flood.png.png. An iframe comes
with what an editor pastes, flood.iframe.snippet.html or, where no script may be, flood.iframe.fixed.html, and with
flood.iframe.oembed.json (beside a page written as light.html: light.snippet.html and so on); for these, --page-base
says where the pages will lie.

Exit status:
  0  everything is written, and nothing in it is what `actor-map check` blocks
  1  the data is wrong: a file was refused, or it has errors by which `actor-map check` blocks it (it is written, but for
     what had to be left out)
  2  the command is wrong: an unknown option, a file that cannot be read or written, no font for a picture
     or for some of its letters";

/// What an iframe's snippet and oEmbed answer are good for without --page-base.
const RELATIVE: &str = "iframe: without --page-base the snippet and the oEmbed answer name the page by its file name alone, which \
    other pages do not find. Say where the pages will lie: --page-base https://example.org/maps/";

/// What is to be rendered.
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The incident files; "-" reads one from standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Which editions; several are parted by commas
    #[arg(
        long = "as",
        value_name = "EDITION",
        required = true,
        value_delimiter = ',',
        value_enum
    )]
    kinds: Vec<Kind>,
    /// A file; a folder, if it ends in "/" or several files are to be written; "-" is standard output
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    output: String,
    #[command(flatten)]
    options: Options,
}

/// How it is rendered.
#[derive(clap::Args)]
pub struct Options {
    /// element, iframe: the folder with actor-map.js and widget.css, as the page sees it
    #[arg(long, value_name = "URL", default_value = "actor-map/")]
    files_base: String,
    /// element, iframe: where widget.css lies, if not in --files-base
    #[arg(long, value_name = "URL")]
    style: Option<String>,
    /// element, iframe: where the incident files lie, as the page sees them
    #[arg(long, value_name = "URL", default_value = "")]
    source_base: String,
    /// element, iframe: put the incident into the element instead of naming its file
    #[arg(long)]
    inline: bool,
    /// element, iframe: leave out actor-map.js; the map stays as it is, and works
    #[arg(long)]
    no_script: bool,
    /// element, iframe: 1 to 6 for a heading in the article's outline
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=6))]
    heading_level: Option<u8>,
    /// element, iframe: light or dark colours. A frame cannot see those of the page it is in: name them where that page
    /// has no dark form
    #[arg(long, value_enum, value_name = "COLOURS", default_value_t = Theme::Auto)]
    theme: Theme,
    /// element, iframe: add JSON-LD (schema.org: NewsArticle, Quotation, Claim) for search engines
    #[arg(long)]
    json_ld: bool,
    /// element, static, amp, email: write no newline, and what typography would touch as references, for content
    /// systems that mangle such
    #[arg(long)]
    no_newlines: bool,
    /// element, iframe: for how many widths there is a map; each is some kilobytes
    #[arg(long, value_name = "NUMBER", default_value_t = Effort::default().maps, value_parser = RangedU64ValueParser::<usize>::new().range(1..=5))]
    maps: usize,
    /// How many layouts are tried for each map, of which the best is kept
    #[arg(long, value_name = "NUMBER", default_value_t = Effort::default().seeds, value_parser = clap::value_parser!(u32).range(1..=1000))]
    seeds: u32,
    /// static, amp, svg, full png: the map's width in px; 280 in static and amp, 1000 in pictures, unless named
    #[arg(long, value_name = "PX", value_parser = clap::value_parser!(u16).range(280..=1600))]
    width: Option<u16>,
    /// iframe: the height where no script may be, in px
    #[arg(long, value_name = "PX", default_value_t = 720, value_parser = clap::value_parser!(u16).range(200..=20_000))]
    height: u16,
    /// iframe, email: where the iframes' pages will lie; oEmbed and the snippet need it, and a mail links there
    #[arg(long, value_name = "URL", default_value = "")]
    page_base: String,
    /// png: a social card of 1200 x 630 px, or the whole map at twice its size
    #[arg(long, value_enum, default_value_t = PngSize::Card)]
    png: PngSize,
    /// png: a font file to use instead of the system's fonts; may be given several times (regular and bold)
    #[arg(long = "font", value_name = "FILE")]
    fonts: Vec<PathBuf>,
    /// Compare quotations with the saved texts in this folder, as `actor-map check --sources` does
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Say what each element edition weighs after brotli; done anyway for a single file
    #[arg(long)]
    weigh: bool,
}

/// Renders what is asked for, reports, goes on after what fails.
///
/// # Errors
/// If the command cannot be carried out as it is given.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let target = target::target(&args.files, &args.kinds, &args.output)?;
    // Once for an archive, too. To the pipe only the page goes.
    let pasted = args.kinds.contains(&Kind::Iframe) && !matches!(target, Target::Pipe);
    if pasted && args.options.page_base.is_empty() {
        files::say(RELATIVE);
    }
    let fonts = edition::fonts(&args.kinds, &args.options)?;
    batch::run(args, &target, fonts.as_ref())
}
