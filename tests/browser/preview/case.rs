//! The page of the preview reserves room for the map: nothing in the window moves when it comes.

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::harness::{Fault, Page};

const PROGRAM: &str = "actor-map/wasm/program_bg.wasm";

/// In CSS px from the window's upper edge.
#[derive(Debug, Deserialize)]
struct Places {
    /// Where the element begins.
    map: f64,
    /// Where what follows it begins.
    next: f64,
    /// Where the window ends.
    window: f64,
}

const PLACES: &str = "
    const map = document.querySelector('actor-map');
    const top = (element) => element.getBoundingClientRect().top;
    return { map: top(map), next: top(map.nextElementSibling), window: innerHeight }";

pub async fn test(page: &Page) -> Result<()> {
    page.spoil(PROGRAM, Some(Fault::Held));
    page.open(&format!("{}/index.html", page.copy())).await?;
    let defined = "return !!customElements.get('actor-map')";
    page.until::<bool>("the element", defined, vec![]).await?;
    page.frames(2).await?;
    let before: Places = page.ask(PLACES, vec![]).await?;
    page.spoil(PROGRAM, None);
    let live = "return !!document.querySelector('actor-map').shadowRoot?.querySelector('svg.map')";
    page.until::<bool>("the live map", live, vec![]).await?;
    page.frames(2).await?;
    let after: Places = page.ask(PLACES, vec![]).await?;
    let below = before.next.min(after.next) >= before.window;
    ensure!(
        before.map == after.map && (below || before.next == after.next),
        "before the map came: {before:?}, after: {after:?}"
    );
    Ok(())
}
