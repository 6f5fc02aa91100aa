//! The map appears: every actor of the file has exactly one control, large enough to hit, and the events stand in rows of
//! one length; nobody else is asked for anything and nothing is complained about.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::harness::Page;

#[derive(Deserialize)]
struct Control {
    id: String,
    width: f64,
    height: f64,
}

pub async fn test(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    let actors: BTreeSet<String> = page
        .ask_later(
            "const done = arguments[arguments.length - 1]; \
             fetch(document.querySelector('actor-map').src).then((file) => file.json()) \
             .then((incident) => done(incident.actors.map((actor) => actor.id)))",
            vec![],
        )
        .await?;
    let controls: Vec<Control> = page
        .ask(
            "return [...document.querySelector('actor-map').shadowRoot.querySelectorAll('[data-actor]')].map((control) => { \
             const { width, height } = control.getBoundingClientRect(); \
             return { id: control.dataset.actor, width, height } })",
            vec![],
        )
        .await?;
    let shown: BTreeSet<String> = controls.iter().map(|control| control.id.clone()).collect();
    ensure!(
        shown == actors,
        "controls {shown:?}, actors of the file {actors:?}"
    );
    ensure!(
        controls.len() == actors.len(),
        "an actor has several controls"
    );
    for Control { id, width, height } in controls {
        ensure!(
            width >= 24.0 && height >= 24.0,
            "the control of {id} is {width} × {height} px"
        );
    }
    // Laid out for its place from the start, in a page that says nothing of the element's style.
    let widths: Vec<f64> = page
        .ask(
            "const map = document.querySelector('actor-map').shadowRoot.querySelector('svg.map'); \
             return [Number(map.getAttribute('width')), map.parentNode.clientWidth]",
            vec![],
        )
        .await?;
    ensure!(
        matches!(widths[..], [made, shown] if (made - shown).abs() <= 1.5),
        "the map is made for and shown at {widths:?} px"
    );
    let rows: BTreeMap<String, usize> = page
        .ask(
            "const rows = {}; \
             for (const event of document.querySelector('actor-map').shadowRoot.querySelectorAll('.events ol > li')) { \
             const top = Math.round(event.getBoundingClientRect().top); rows[top] = (rows[top] ?? 0) + 1 } return rows",
            vec![],
        )
        .await?;
    let lengths = rows.values();
    ensure!(
        lengths.clone().sum::<usize>() == 10 && lengths.clone().max() == lengths.min(),
        "ten events stand in rows of unlike length: {rows:?}"
    );
    page.asked_nobody_else().await?;
    page.is_quiet().await
}
