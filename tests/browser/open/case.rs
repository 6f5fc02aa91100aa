//! The map appears: every actor of the file has exactly one control, large enough to hit, and the events stand in rows of
//! one length; nobody else is asked for anything and nothing is complained about. And it is asked for only when a reader comes.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::harness::{Page, edition};

/// How long a page is looked at in which nothing is to happen.
const A_WHILE: Duration = Duration::from_millis(1500);

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
    page.is_quiet().await?;
    let come = "
        const { top } = document.querySelector('actor-map').getBoundingClientRect();
        scrollBy({ top: top - innerHeight - 550, behavior: 'instant' });
        return null";
    let intend = "
        const row = document.querySelector('actor-map').shadowRoot.querySelector('summary');
        row.focus({ preventScroll: true });
        if (scrollY > 0) throw Error('it came near, too');
        return null";
    only_when(page, come, A_WHILE).await.context("come near")?;
    only_when(page, intend, Duration::ZERO)
        .await
        .context("an intent")
}

/// Far below the window and untouched, an edition has its style and the loader fetched for it, and nothing else, until a reader
/// acts.
async fn only_when(page: &Page, act: &str, after: Duration) -> Result<()> {
    let far = "<style>main { padding-top: 4000px }</style>";
    let article = edition::article(&page.copy(), far)?;
    // From the same place, so that it is seen to be asked for.
    let incident = format!("\"{}/incidents/", page.copy());
    let article = article.replace("\"/incidents/", &incident);
    ensure!(article.contains(&incident), "the edition names no file");
    page.provide("far.html", article);
    let before = page.asked().len();
    let since = || page.asked().split_off(before);
    page.open("far.html").await?;
    page.until::<bool>(
        "the element is defined",
        "return Boolean(document.querySelector('actor-map:defined'))",
        vec![],
    )
    .await?;
    tokio::time::sleep(after).await;
    let early: BTreeSet<String> = since().into_iter().collect();
    let own = ["actor-map/actor-map.js", "actor-map/widget.css"];
    ensure!(
        early.iter().eq(own),
        "before any reader came, the page asked for {early:?}"
    );
    page.ask::<Value>(act, vec![]).await?;
    page.ready(1).await?;
    let came = since();
    for file in [
        "actor-map/live.js",
        "actor-map/wasm/program_bg.wasm",
        edition::INCIDENT,
    ] {
        let times = came.iter().filter(|path| *path == file).count();
        ensure!(times == 1, "{file} was asked for {times} times: {came:?}");
    }
    page.is_quiet().await
}
