//! Which editions there are, and how each is asked of the library.

use std::io::Write;
use std::sync::Arc;

use actor_map::exchange::json_ld;
use actor_map::incident::printable::printable;
use actor_map::layout::Scene;
use actor_map::view::Story;
use actor_map::view::edition::bands::{self, Effort, bands};
use actor_map::view::edition::card::card;
use actor_map::view::edition::element::{Data, Element};
use actor_map::view::edition::email::email;
use actor_map::view::edition::iframe::Frame;
use actor_map::view::edition::literal::literal;
use actor_map::view::edition::plain::{Flavour, plain};
use actor_map::view::edition::png::{Fonts, draw};
use actor_map::view::edition::sheet::{Around, sheet};
use actor_map::view::edition::undrawn::Undrawn;
use actor_map::view::edition::{own_words, text, without_newlines};
use anyhow::Context;
use brotli::CompressorWriter;

use super::Options;
use super::address::encoded;
use super::target::Rendered;

/// An edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// <actor-map> with the map already in it, for a page of one's own
    Element,
    /// Markup with no script, shadow root or style of its own, for a page with a foreign style
    Static,
    /// A page of its own, with what to paste elsewhere and an oEmbed answer beside it
    Iframe,
    /// Like static, within what AMP allows
    Amp,
    /// Mail, and paper: numbered quotations with full source lines
    Email,
    /// The map as a picture that scales, with title, key and outlets
    Svg,
    /// A social card, or the same picture as svg
    Png,
    /// Plain text
    Text,
    /// Markdown
    Markdown,
}

/// Which picture a PNG is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum PngSize {
    /// Title and lead statements in 1200 x 630 px
    Card,
    /// The picture of svg at twice its size
    Full,
}

/// How much larger than in CSS px a full picture is: it stays sharp on most screens and in print.
const FULL_SCALE: f32 = 2.0;
/// The width of a picture for phones and desks alike, and of one that is looked at by itself, in CSS px. A phone of 320 px
/// has margins, and the layout promises nothing below 280.
const PLAIN_WIDTH: u16 = 280;
const PICTURE_WIDTH: u16 = 1000;
/// What every mail program shows of a mail, in bytes.
const MAIL_BYTES: usize = 100 * 1024;

/// What stands behind the incident's name in that of an iframe's page.
pub const PAGE: &str = "iframe.html";
/// What stands in the place of the page's ".html" in the name of its oEmbed answer: several pages of one incident have each
/// its own.
pub const OEMBED: &str = "oembed.json";

/// The fonts, if a picture is asked for.
///
/// # Errors
/// If there are none.
pub fn fonts(kinds: &[Kind], options: &Options) -> anyhow::Result<Option<Fonts>> {
    let wanted = kinds.contains(&Kind::Png);
    Ok(wanted.then(|| Fonts::load(&options.fonts)).transpose()?)
}

/// What is rendered, once for all editions.
pub struct Job {
    /// The story, without controls that need the program.
    pub story: Arc<Story>,
    /// The file's text.
    pub text: String,
    /// What the file is called where pages find it, as a part of its address.
    pub file: String,
    /// The incident's id.
    pub incident: String,
    /// What the page of an iframe is called, as a part of its address.
    pub page: String,
    /// The same of its oEmbed answer.
    pub oembed: String,
    /// Whether to say what the element edition weighs.
    pub weigh: bool,
}

impl Job {
    /// What the page of an iframe is called in its folder, as a part of its address.
    fn page_in_folder(&self) -> String {
        encoded(format!("{}.{PAGE}", self.incident).as_ref())
    }
}

/// An edition's files, and what to tell of them.
pub struct Made {
    /// The files.
    pub files: Vec<Rendered>,
    /// What is good to know.
    pub note: Option<String>,
    /// What an editor would not expect of a picture or a mail.
    pub warnings: Vec<String>,
}

impl Made {
    fn silently(ending: &str, text: &str) -> Self {
        vec![of_text(ending, text)].into()
    }

    /// The same with what the map of this scene leaves out.
    fn warning_of(mut self, story: &Story, scene: &Scene) -> Self {
        self.warnings = Undrawn::of(story, scene).warnings();
        self
    }
}

impl From<Vec<Rendered>> for Made {
    fn from(files: Vec<Rendered>) -> Self {
        Self {
            files,
            note: None,
            warnings: Vec::new(),
        }
    }
}

/// Renders one edition.
///
/// # Errors
/// If a picture cannot be drawn.
pub fn render(
    kind: Kind,
    job: &Job,
    options: &Options,
    fonts: Option<&Fonts>,
) -> anyhow::Result<Made> {
    let story = &job.story;
    let silently = |ending: &str, text: String| Ok(Made::silently(ending, &text));
    let plainly = |ending: &str, flavour| {
        let scene = scene(job, options);
        let html = tidy(plain(story, &scene, flavour), options);
        Ok(Made::silently(ending, &html).warning_of(story, &scene))
    };
    match kind {
        Kind::Element => {
            let (html, note) = element(job, options);
            Ok(Made {
                note,
                ..Made::silently("element.html", &html)
            })
        }
        Kind::Static => plainly("static.html", Flavour::Static),
        Kind::Amp => plainly("amp.html", Flavour::Amp),
        Kind::Email => {
            let page = folder(&options.page_base) + &job.page_in_folder();
            let link = (!options.page_base.is_empty()).then_some(page);
            let html = tidy(email(story, link.as_deref()), options);
            Ok(Made {
                warnings: clipped(html.len(), link.is_some()).into_iter().collect(),
                ..Made::silently("email.html", &html)
            })
        }
        Kind::Iframe => Ok(iframe(job, options).into()),
        Kind::Svg => {
            let (picture, scene) = svg(job, options);
            Ok(Made::silently("svg.svg", &picture).warning_of(story, &scene))
        }
        Kind::Png => {
            let fonts = fonts.context("no fonts were loaded")?;
            let made = |bytes| {
                Made::from(vec![Rendered {
                    ending: "png.png".into(),
                    bytes,
                    aside: None,
                }])
            };
            match options.png {
                PngSize::Card => Ok(made(draw(&card(story), 1.0, fonts)?)),
                PngSize::Full => {
                    let (picture, scene) = svg(job, options);
                    let bytes = draw(&picture, FULL_SCALE, fonts)?;
                    Ok(made(bytes).warning_of(story, &scene))
                }
            }
        }
        Kind::Text => silently("text.txt", text::text(story)),
        Kind::Markdown => silently("markdown.md", text::markdown(story)),
    }
}

/// What is to be said of a mail of this length, with a link or without.
fn clipped(bytes: usize, linked: bool) -> Option<String> {
    let cure = if linked {
        "The link at its beginning leads to the whole"
    } else {
        "With --page-base it links to the iframe's page, which has all of it; or mail a file of fewer statements"
    };
    (bytes > MAIL_BYTES).then(|| {
        format!(
            "{} KB, and some mail programs show the first 100 KB of a mail only, the newsletter around it included. {cure}",
            bytes.div_ceil(1024)
        )
    })
}

/// The map as a picture by itself, and its scene.
fn svg(job: &Job, options: &Options) -> (String, Scene) {
    let width = f64::from(options.width.unwrap_or(PICTURE_WIDTH));
    let scene = bands::scene_with_names(&job.story.graph, width, options.seeds);
    let picture = sheet(&job.story, &scene, Around::Everything);
    (picture, scene)
}

/// The best map for plain markup, of the width that is asked for.
fn scene(job: &Job, options: &Options) -> Scene {
    let width = f64::from(options.width.unwrap_or(PLAIN_WIDTH));
    bands::best_scene(&job.story.graph, width, options.seeds)
}

fn iframe(job: &Job, options: &Options) -> Vec<Rendered> {
    let base = folder(&options.page_base);
    let frame = Frame {
        page: base.clone() + &job.page,
        oembed: (!base.is_empty()).then(|| base.clone() + &job.oembed),
        height: options.height,
        theme: options.theme,
    };
    let aside = |ending, text: String| Rendered {
        aside: Some(ending),
        ..of_text(PAGE, &text)
    };
    let (element, _) = element(job, options);
    let mut rendered = vec![of_text(PAGE, &frame.page(&job.story, &element))];
    rendered.extend([
        aside("snippet.html", frame.snippet(&job.story)),
        aside("fixed.html", frame.fixed(&job.story)),
        aside(OEMBED, frame.oembed(&job.story)),
    ]);
    rendered
}

fn effort(options: &Options) -> Effort {
    Effort {
        maps: options.maps,
        seeds: options.seeds,
    }
}

fn of_text(ending: &str, text: &str) -> Rendered {
    Rendered {
        ending: ending.into(),
        bytes: printable(text).into_bytes(),
        aside: None,
    }
}

/// The element edition, and what it weighs if that is to be said.
fn element(job: &Job, options: &Options) -> (String, Option<String>) {
    let base = folder(&options.files_base);
    let maps = bands(&job.story.graph, effort(options));
    let element = Element {
        style: options
            .style
            .clone()
            .unwrap_or_else(|| format!("{base}widget.css")),
        script: (!options.no_script).then(|| format!("{base}actor-map.js")),
        data: match (options.inline, options.no_script) {
            (true, _) => Data::Inline(job.text.clone()),
            (false, true) => Data::None,
            (false, false) => Data::Source(format!("{}{}", folder(&options.source_base), job.file)),
        },
        theme: options.theme,
        structured_data: options
            .json_ld
            .then(|| json_ld::script_text(&job.story.incident)),
    };
    let html = tidy(element.render(&job.story, &maps), options);
    let note = job.weigh.then(|| weight(&html, &job.story, &maps));
    (html, note)
}

/// What an edition weighs, as uploaded, as sent, and beyond what is the file's own; and the widths of its maps.
fn weight(html: &str, story: &Story, maps: &[bands::Band]) -> String {
    let (all, words) = (brotli_size(html), brotli_size(&own_words(story)));
    let widths: Vec<String> = maps
        .iter()
        .map(|map| format!("{} px (seed {})", map.scene.width, map.seed))
        .collect();
    format!(
        "element: {} bytes; {all} after brotli, {} beyond its own quotations and names ({words}); maps: {}",
        html.len(),
        all.saturating_sub(words),
        widths.join(", ")
    )
}

/// Size after brotli as web servers are set for static files: quality 11, a window of 4 MiB.
fn brotli_size(text: &str) -> usize {
    let mut writer = CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    // A vector takes everything.
    let _ = writer.write_all(text.as_bytes());
    writer.into_inner().len()
}

fn tidy(html: String, options: &Options) -> String {
    if options.no_newlines {
        literal(&without_newlines(&html))
    } else {
        html
    }
}

/// A folder's address with a "/" at its end; nothing for nothing.
fn folder(address: &str) -> String {
    match address {
        "" => String::new(),
        address if address.ends_with('/') => address.into(),
        address => format!("{address}/"),
    }
}
