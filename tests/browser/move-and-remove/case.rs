//! A CMS that moves the element does not lose the reader's place; removing it frees the map, and adding it again
//! begins afresh.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Page;

/// Whether the control that was marked before is still the one in the map.
const SAME: &str =
    "return window.element.shadowRoot.querySelector('[data-actor]') === window.control";

pub async fn test(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    page.click(0, "[data-actor='embassy-b']").await?;
    page.until_open(0, "embassy-b").await?;
    page.ask::<Value>(
        "window.element = document.getElementById('map'); \
         window.control = window.element.shadowRoot.querySelector('[data-actor]'); return null",
        vec![],
    )
    .await?;

    page.ask::<Value>(
        "document.getElementById('there').append(window.element); return null",
        vec![],
    )
    .await?;
    // Long enough for a map that was freed by mistake to be gone.
    outlast_grace(page).await?;
    page.until_open(0, "embassy-b").await?;
    ensure!(
        page.ask::<bool>(SAME, vec![]).await?,
        "moving built a new map"
    );
    ensure!(
        page.events("actor-map-ready").await?.len() == 1,
        "moving told actor-map-ready again"
    );
    page.click(0, "[data-actor='union-c']").await?;
    page.until_open(0, "union-c").await?;

    page.ask::<Value>("window.element.remove(); return null", vec![])
        .await?;
    page.until::<bool>(
        "the map is freed",
        "return !window.element.shadowRoot.querySelector('[data-actor]')",
        vec![],
    )
    .await?;
    ensure!(
        !page
            .ask::<bool>("return window.element.select('union-c')", vec![])
            .await?,
        "a removed map takes select()"
    );

    page.ask::<Value>(
        "document.getElementById('here').append(window.element); return null",
        vec![],
    )
    .await?;
    page.ready(2).await?;
    ensure!(
        !page.ask::<bool>(SAME, vec![]).await?,
        "the old map came back"
    );
    page.click(0, "[data-actor='ministry-a']").await?;
    page.until_open(0, "ministry-a").await?;

    // Many times over: nothing adds up, nothing is complained about.
    let cycles = "
        const done = arguments[arguments.length - 1];
        const parent = document.getElementById('there');
        const once = () => new Promise((ready) => {
            window.element.addEventListener('actor-map-ready', ready, { once: true });
            window.element.remove();
            setTimeout(() => parent.append(window.element), 30);
        });
        (async () => { for (let cycle = 0; cycle < 20; cycle++) await once(); })()
            .then(() => done(window.element.shadowRoot.querySelectorAll('svg').length));";
    let before: usize = page
        .ask(
            "return window.element.shadowRoot.querySelectorAll('svg').length",
            vec![],
        )
        .await?;
    let after: usize = page.ask_later(cycles, vec![]).await?;
    ensure!(before == after, "{before} pictures became {after}");
    page.is_quiet().await
}

/// Lets more time pass than the element gives itself before it frees its map (10 ms).
async fn outlast_grace(page: &Page) -> Result<()> {
    page.ask_later::<Value>(
        "setTimeout(arguments[arguments.length - 1], 100, null)",
        vec![],
    )
    .await
    .map(|_| ())
}
