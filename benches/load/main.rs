//! What `cargo xtask bench load` shows: `load-bench INCIDENT OUT STYLE SCRIPT SOURCE` writes
//!
//! ```text
//! OUT/element.html   the element edition, as `actor-map render --as element` writes it; STYLE, SCRIPT and SOURCE are
//!                    the addresses that stand in it
//! OUT/story.json     the same story as plain data, for pages of other makes: the edition's own map for a phone, and
//!                    of every panel each quotation, who printed it, and what else is said
//! ```

mod story;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use actor_map::incident::{parse_json, read};
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme};
use actor_map::view::edition::for_edition;
use anyhow::{Context, Result, anyhow, bail};

/// The map that shows in a phone's column, in CSS px.
const MAP_WIDTH: f64 = 320.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match write(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn write(arguments: &[String]) -> Result<()> {
    let [incident, out, style, script, source] = arguments else {
        bail!("load-bench INCIDENT OUT STYLE SCRIPT SOURCE");
    };
    let text = fs::read_to_string(incident).with_context(|| format!("cannot read {incident}"))?;
    let node = parse_json(&text).map_err(|refusal| anyhow!("{incident}: {}", refusal.message))?;
    let reading = read(&node).map_err(|refusal| anyhow!("{incident}: {}", refusal.message))?;
    let told = for_edition(reading);
    let maps = bands(&told.graph, Effort::default());
    let element = Element {
        style: style.clone(),
        script: Some(script.clone()),
        data: Data::Source(source.clone()),
        theme: Theme::Auto,
        structured_data: None,
    };
    let map = maps
        .iter()
        .find(|band| band.scene.width == MAP_WIDTH)
        .with_context(|| format!("the edition has no map of {MAP_WIDTH} px"))?;
    let story = serde_json::to_string(&story::story(&told, &map.scene))?;
    let out = Path::new(out);
    fs::write(out.join("element.html"), element.render(&told, &maps))
        .and_then(|()| fs::write(out.join("story.json"), story))
        .with_context(|| format!("cannot write into {}", out.display()))
}
