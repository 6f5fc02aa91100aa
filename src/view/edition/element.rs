//! The element edition: `<actor-map>` with a shadow root that already is the map, for the program to take over.
//!
//! Every actor is a `<details>` that opens without a program; all share a name, so one is open at a time. A statement
//! stands with its speaker and with everyone it is aimed at, as in the live panel, and lead statements once more in
//! front: of all these one shows at a time, and a repetition costs five bytes after compression. The maps hold no
//! quotation, so no quotation is repeated for the sake of a width.

use std::sync::Arc;

use reactive_graph::owner::Owner;
use tachys::view::RenderHtml;

use super::bands::{Band, shown};
use super::lean::lean;
use super::undrawn::Undrawn;
use super::{light, picture, ties};
use crate::incident::Actor;
use crate::layout::{Scene, px};
use crate::view::dom::{El, el, of_class};
use crate::view::heading::heading;
use crate::view::html::escaped;
use crate::view::language::{direction, english, ours};
use crate::view::state::State;
use crate::view::words::{HINT, HINT_OF_NUMBERS};
use crate::view::{Story, events, footer, key, panel, widget};

/// How an element edition is written.
#[derive(Clone, Debug)]
pub struct Element {
    /// Address of `widget.css`.
    pub style: String,
    /// Address of `actor-map.js`; none for an edition that stays as it is.
    pub script: Option<String>,
    /// Where the program finds the incident.
    pub data: Data,
    /// Which colours it has.
    pub theme: Theme,
    /// JSON-LD that goes with it, as JSON text.
    pub structured_data: Option<String>,
}

/// Which colours an edition has. The command's help shows these lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Theme {
    /// As the page's color-scheme says; of an iframe, as the reader's system does
    #[default]
    Auto,
    /// Light, whatever the page and the reader's system say
    Light,
    /// Dark, whatever they say
    Dark,
}

impl Theme {
    /// The `color-scheme` of a page with this theme.
    pub fn scheme(self) -> &'static str {
        match self {
            Self::Auto => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The element's attribute.
    fn attribute(self) -> &'static str {
        match self {
            Self::Auto => "",
            Self::Light => " theme=\"light\"",
            Self::Dark => " theme=\"dark\"",
        }
    }
}

/// Where the program finds the incident.
#[derive(Clone, Debug)]
pub enum Data {
    /// At an address.
    Source(String),
    /// In the element, as this JSON text.
    Inline(String),
    /// Nowhere.
    None,
}

impl Element {
    /// The edition of a story with these maps. It stands in a `<div>`, for the paragraphs in it would end one that a content system
    /// or Markdown puts round it, and stand behind the element then.
    pub fn render(&self, story: &Arc<Story>, bands: &[Band]) -> String {
        let light = light::children(story).into_iter();
        let light: String = light.map(|part| lean(part).to_html()).collect();
        let shadow = shadow_markup(story, bands);
        let data = match &self.data {
            Data::Source(address) => [" src=\"", &escaped(address), "\""].concat(),
            _ => String::new(),
        };
        let heading = match story.heading_level {
            0 => String::new(),
            level => format!(" heading-level=\"{level}\""),
        };
        let theme = self.theme.attribute();
        let mut html = format!(
            "<div><actor-map{data}{heading}{theme}><template shadowrootmode=\"open\">\
             <link rel=\"stylesheet\" href=\"{}\">{shadow}</template>\n{light}\n",
            escaped(&self.style)
        );
        if let Data::Inline(json) = &self.data {
            html.push_str("<script type=\"application/json\">");
            html.push_str(&in_script(&on_one_line(json)));
            html.push_str("</script>\n");
        }
        html.push_str("</actor-map>\n");
        if let Some(json) = &self.structured_data {
            html.push_str("<script type=\"application/ld+json\">");
            html.push_str(&in_script(&on_one_line(json)));
            html.push_str("</script>\n");
        }
        if let Some(script) = &self.script {
            html.push_str(&format!(
                "<script type=\"module\" src=\"{}\"></script>\n",
                escaped(script)
            ));
        }
        html.push_str("</div>\n");
        html
    }
}

/// JSON without the spaces and line ends that are only for the eye: no text of JSON goes on over a line's end.
fn on_one_line(json: &str) -> String {
    json.lines().map(str::trim).collect()
}

/// JSON for a `<script>`: without `<`, nothing in it can end the element or open a comment.
pub(super) fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The width of a map on most phones, in CSS px.
const PHONE_PX: f64 = 320.0;

/// What stands in the shadow root, without the link to its style. The story is one [`for_edition`](super::for_edition).
pub fn shadow_markup(story: &Arc<Story>, bands: &[Band]) -> String {
    let story = story.clone();
    let no_map = Arc::new(Scene::default());
    Owner::new().with(|| shadow(&State::of_scene(story, 0.0, no_map), bands).to_html())
}

fn shadow(state: &State, bands: &[Band]) -> El {
    let story = &state.story;
    // The one for phones comes first: slow ones read a page in pieces, and paint between them.
    let mut maps: Vec<&Band> = bands.iter().collect();
    maps.sort_by_key(|band| (band.scene.width - PHONE_PX).abs() as u32);
    let maps = maps.into_iter().map(|band| {
        let shows = ranges(" m", bands, |shown| core::ptr::eq(shown, band));
        picture::picture(story, band, &shows)
    });
    let numbered = ranges(" n", bands, |shown| shown.scene.numbered);
    // All maps are of the same actors.
    let undrawn = bands.first().map(|band| Undrawn::of(story, &band.scene));
    let fewer = undrawn.and_then(|undrawn| undrawn.actors());
    let fewer = fewer.map(|sentence| ours(story, of_class("p", "hint").text(sentence)));
    let maps = ties::heads(story, bands).into_iter().chain(maps);
    let maps: Vec<El> = maps.chain(fewer).collect();
    el("div")
        .attr("class", ["widget static", &numbered].concat())
        .attr("part", "widget")
        .attr("lang", story.language())
        .attr("dir", direction(story.language()))
        .child(widget::header(state))
        .child(key::key(story))
        .child(
            of_class("div", "body")
                // Where the style is lost, maps would be black shapes below each other: they wait for it, the words do not.
                .child(
                    of_class("div", "map-column")
                        .attr("hidden", "")
                        .children(maps),
                )
                .child(lean(
                    panel::region(story)
                        .attr(
                            "aria-label",
                            panel::region_label(&story.incident.incident.title),
                        )
                        .children(content(story)),
                )),
        )
        .children(events::events(story))
        .child(footer::footer(story))
}

/// Class names, for `widget.css`, of the ranges of widths in which the map that shows is such a one.
fn ranges(prefix: &str, bands: &[Band], such: impl Fn(&Band) -> bool) -> String {
    let ranges = shown(bands).filter(|(_, band)| such(band));
    ranges
        .map(|(from, _)| [prefix, &px(from)].concat())
        .collect()
}

/// What stands in the panel. Where some maps have numbers and some have names, there is one thing for the ones (class
/// `numbers`) and one for the others (`names`).
fn content(story: &Story) -> Vec<El> {
    if !story.numbered_when_narrow {
        let mut parts = vec![ours(story, of_class("p", "hint").text(HINT))];
        parts.extend(panel::lead(story));
        parts.extend(actors(story));
        return parts;
    }
    let hint = of_class("p", "hint")
        .child(ours(
            story,
            of_class("span", "numbers").text(HINT_OF_NUMBERS),
        ))
        .child(ours(story, of_class("span", "names").text(HINT)));
    let mut parts = vec![hint, of_class("div", "names").children(panel::lead(story))];
    parts.extend(actors(story));
    parts.push(of_class("div", "numbers").children(panel::lead(story)));
    parts
}

/// Every actor, closed: those of the maps in the list's order, then the others.
fn actors(story: &Story) -> Vec<El> {
    let has_number = |position| story.numbered_when_narrow && !story.off_map.contains(&position);
    let row = |position: usize, actor: &Actor| {
        let head = el("summary").attr("data-actor", &actor.id);
        of_class("details", "row")
            .attr("name", "actor-map-actor")
            .child(panel::row(
                head,
                story,
                position,
                actor,
                has_number(position),
            ))
            .children(panel::of_actor(story, position, actor))
    };
    let others = story.off_map.iter();
    let others = others.filter_map(|&position| Some(row(position, story.actor(position)?)));
    let mut rows = panel::rows_of_map(story, &row);
    if story.numbered_when_narrow && !story.off_map.is_empty() {
        let title = heading(story, 1, "section of-camp");
        rows.push(english(story, title).text("Not on the map"));
    }
    rows.extend(others);
    rows
}
