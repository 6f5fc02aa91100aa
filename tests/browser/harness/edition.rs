//! The element edition of the real incident, as `actor-map render` writes it, for cases that need one.

use std::sync::OnceLock;

use actor_map::incident;
use actor_map::view::edition::bands::{Band, Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme};
use actor_map::view::edition::for_edition;
use anyhow::{Result, anyhow};

use super::file::project;

/// The incident, from the top of the checkout.
pub const INCIDENT: &str = "incidents/czech-mfa-apt31.json";

/// `<actor-map>` with its edition and the script; all files come from below `base`.
///
/// # Errors
/// When the incident cannot be read.
pub fn element(base: &str) -> Result<String> {
    rendered(base, Some(format!("{base}/actor-map/actor-map.js")))
}

/// The same without the script, for pages that bring it along.
///
/// # Errors
/// When the incident cannot be read.
pub fn without_script() -> Result<String> {
    rendered("", None)
}

fn rendered(base: &str, script: Option<String>) -> Result<String> {
    static BANDS: OnceLock<Vec<Band>> = OnceLock::new();
    let text = std::fs::read_to_string(project().join(INCIDENT))?;
    let node = incident::parse_json(&text).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let reading = incident::read(&node).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let story = for_edition(reading);
    // A seed other than the live map's own shows whether it takes over the picture's.
    let effort = Effort { maps: 3, seeds: 3 };
    let maps = BANDS.get_or_init(|| bands(&story.graph, effort));
    let element = Element {
        style: format!("{base}/actor-map/widget.css"),
        script,
        data: Data::Source(format!("/{INCIDENT}")),
        theme: Theme::Auto,
        structured_data: None,
    };
    Ok(element.render(&story, maps))
}

/// An article with the element between its paragraphs. `head` is added to the page's head, before any script of ours.
///
/// # Errors
/// When the incident cannot be read.
pub fn article(base: &str, head: &str) -> Result<String> {
    let element = element(base)?;
    Ok(format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <title>An article</title><script src=/cases/recorder.js></script>{head}</head><body><main>\
         <h1>An article</h1><p id=before>A paragraph before.</p>{element}<p id=after>A paragraph after.</p>\
         </main></body></html>"
    ))
}
