//! What `cargo xtask dist` writes works as it is: by the name that stays and by the name of a version with its
//! integrity, and once per page however often it is pasted.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::{Page, edition};

const RELEASE: &str = "/release";

pub async fn test(page: &Page) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let major = version.split('.').next().unwrap_or_default();
    let kept = format!("{RELEASE}/actor-map/v{major}/actor-map.js");
    let pinned = format!("{RELEASE}/actor-map/{version}/actor-map.js");

    pasted(page, &format!("<script type=module src={kept}></script>")).await?;
    page.ready(1).await?;
    let files: Vec<String> = page
        .ask(
            "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname) \
             .filter((path) => path.includes('/actor-map/'))",
            vec![],
        )
        .await?;
    ensure!(
        files.len() >= 5
            && files
                .iter()
                .all(|file| *file == kept || file.contains(version)),
        "the page loaded {files:?}"
    );
    page.is_quiet().await?;

    let integrity: Value = page
        .ask_later(
            &format!("const [done] = arguments; fetch('{RELEASE}/integrity.json').then((file) => file.json()).then(done)"),
            vec![],
        )
        .await?;
    let integrity = integrity[format!("{version}/actor-map.js")]
        .as_str()
        .context("the release does not say what its entry's integrity is")?;
    let entry = format!("<script type=module src={pinned} integrity={integrity}></script>");
    // The same entry twice, and another copy of the same version.
    pasted(
        page,
        &format!("{entry}{entry}<script type=module src=/actor-map/actor-map.js></script>"),
    )
    .await?;
    page.ready(1).await?;
    page.click(0, "svg.map [data-actor='china']").await?;
    page.until_open(0, "china").await?;
    ensure!(
        page.events("actor-map-ready").await?.len() == 1,
        "the map came more than once"
    );
    page.is_quiet().await?;

    // An edition goes on under its own link, by the name that stays as well.
    let named = format!("/actor-map/v{major}/");
    let article = edition::article(RELEASE, "")?
        .replace("/actor-map/actor-map.js", &format!("{named}actor-map.js"));
    let article = article.replace("/actor-map/widget.css", &format!("{named}widget.css"));
    page.provide("index.html", article);
    page.open("index.html").await?;
    page.ready(1).await?;
    let goes_on = "
        const root = document.querySelector('actor-map').shadowRoot;
        return [root.querySelectorAll('link').length, root.adoptedStyleSheets.length, root.querySelectorAll('.static').length]";
    let found: Vec<usize> = page.ask(goes_on, vec![]).await?;
    ensure!(found == [1, 0, 0], "links, sheets, editions: {found:?}");
    page.is_quiet().await
}

async fn pasted(page: &Page, scripts: &str) -> Result<()> {
    page.provide(
        "index.html",
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>A release</title>\
             <script src=/cases/recorder.js></script></head><body><main>\
             <actor-map src=/{}>A sentence.</actor-map>{scripts}</main></body></html>",
            edition::INCIDENT
        ),
    );
    page.open("index.html").await
}
