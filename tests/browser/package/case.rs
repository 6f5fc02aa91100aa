//! The npm package, installed from its tarball, in three pages: a plain one, one that webpack built, and one that Vite
//! built with React around the element. `cargo xtask test` builds them. In each a large map finds its files, too. A fourth page has
//! an element edition in markup that React takes over.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::{File, Page, Seen, affair, edition};

/// More actors than a map with names has.
const LARGE: usize = 150;
/// The folders of the pages, React's last.
const PAGES: [&str; 3] = ["/package/plain/", "/package/webpack/", "/package/vite/"];

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read(edition::INCIDENT)?;
    for folder in PAGES {
        page.open(&format!("{folder}index.html")).await?;
        usable(page, folder, &file)
            .await
            .with_context(|| folder.to_owned())?;
    }
    rendered_again(page).await.context("React renders again")?;
    taken_over(page, &file)
        .await
        .context("React takes a page with an edition over")?;
    page.provide("large.json", affair(LARGE).to_string());
    for folder in PAGES {
        page.open(&format!("{folder}index.html")).await?;
        large(page)
            .await
            .with_context(|| format!("{folder}: a large map"))?;
    }
    Ok(())
}

/// Bundlers may write a small file into a script; what a large map is made of are small files.
async fn large(page: &Page) -> Result<()> {
    page.ready(1).await?;
    page.ask::<Value>(
        "document.querySelector('actor-map').src = '/cases/package/large.json'; return null",
        vec![],
    )
    .await?;
    let drawn = "return document.querySelector('actor-map').toSVG().includes('<circle')";
    page.until::<bool>("a map of dots", drawn, vec![]).await?;
    page.asked_nobody_else().await?;
    page.is_quiet().await
}

/// Two actors are opened, and show what the file has; everything came from the package, and once.
async fn usable(page: &Page, folder: &str, file: &File) -> Result<()> {
    page.ready(1).await?;
    let styled = "
        const widget = document.querySelector('actor-map').shadowRoot.querySelector('.widget');
        return getComputedStyle(widget).containerType === 'inline-size'";
    ensure!(
        page.ask::<bool>(styled, vec![]).await?,
        "the map has no style"
    );
    let mut seen = Seen::default();
    for actor in ["china", "nato"] {
        page.click(0, &format!("svg.map [data-actor='{actor}']"))
            .await?;
        page.until_open(0, actor).await?;
        seen.with_open(page, 0, "[part~=panel]", file, actor)
            .await?;
    }
    let loaded: Vec<String> = page
        .ask(
            "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)",
            vec![],
        )
        .await?;
    let elsewhere: Vec<_> = loaded
        .iter()
        .filter(|path| !path.starts_with(folder) && !path.ends_with(".json"))
        .filter(|path| !["/cases/recorder.js", "/favicon.ico"].contains(&path.as_str()))
        .collect();
    ensure!(elsewhere.is_empty(), "the page loaded {elsewhere:?}");
    let modules = loaded.iter().filter(|path| path.ends_with(".wasm")).count();
    ensure!(modules == 1, "the page loaded {loaded:?}");
    page.asked_nobody_else().await?;
    page.is_quiet().await
}

/// React hears the events under their own names, and whatever it renders, the map and what is open in it stay.
async fn rendered_again(page: &Page) -> Result<()> {
    // Statements are told of after the paint, and React renders what it has heard in a task of its own.
    let heard = "
        const quotes = window.recorder.events.filter(({ type }) => type === 'actor-map-quote');
        const told = new Set(quotes.map(({ detail }) => detail.statement)).size;
        return told > 0 && document.getElementById('open').value === 'nato'
            && document.getElementById('quotes').value === String(told)";
    page.until::<bool>("React has heard of nato and the statements", heard, vec![])
        .await?;

    let remember = "
        const map = document.querySelector('actor-map');
        window.before = { map, panel: map.shadowRoot.querySelector('[part~=panel]') };
        return null";
    page.ask::<Value>(remember, vec![]).await?;
    for times in 1..=3 {
        render_again(page, times).await?;
        let same = "
            const map = document.querySelector('actor-map');
            return map === window.before.map
                && map.shadowRoot.querySelector('[part~=panel]') === window.before.panel
                && map.theme === arguments[0] && map.className === 'map' && map.headingLevel === 2";
        let theme = if times % 2 == 1 { "dark" } else { "light" };
        ensure!(
            page.ask::<bool>(same, vec![theme.into()]).await?,
            "after {times} renderings the map is another, or its attributes are"
        );
        page.until_open(0, "nato").await?;
    }
    ensure!(
        page.events("actor-map-ready").await?.len() == 1,
        "the map was made more than once"
    );
    page.is_quiet().await
}

async fn render_again(page: &Page, times: usize) -> Result<()> {
    let press = "document.querySelector('button').click(); return null";
    page.ask::<Value>(press, vec![]).await?;
    let rendered = "return document.getElementById('renders').value === arguments[0]";
    page.until::<bool>("React renders", rendered, vec![times.to_string().into()])
        .await?;
    page.frames(2).await
}

/// The recipe in docs/hosting.md: React neither misses the template that the parser made a shadow root of nor touches what is in
/// it, so the edition becomes the live map, and stays it whatever React renders.
async fn taken_over(page: &Page, file: &File) -> Result<()> {
    let edition = edition::without_script()?;
    let article = format!(
        "<article><h1>An article</h1><button>Render again</button><p>Rendered <output id=\"renders\">0</output></p>\
         <div>{edition}</div></article>"
    );
    let known = serde_json::to_string(&edition)?.replace('<', "\\u003c");
    let built: String = page
        .ask(
            "return fetch('/package/vite/edition.html').then((answer) => answer.text())",
            vec![],
        )
        .await?;
    let html = built
        .replace("\"./assets/", "\"/package/vite/assets/")
        .replace("<!-- the article, as a server renders it -->", &article)
        .replace("\"the edition, as the test renders it\"", &known);
    page.provide("taken-over.html", html);
    page.open("/cases/package/taken-over.html").await?;
    page.ready(1).await?;
    let remember = "
        window.before = document.querySelector('actor-map');
        return window.before.shadowRoot.querySelector('.static') === null";
    ensure!(
        page.ask::<bool>(remember, vec![]).await?,
        "the edition is still there"
    );
    page.click(0, "svg.map [data-actor='nato']").await?;
    page.until_open(0, "nato").await?;
    for times in 1..=2 {
        render_again(page, times).await?;
        let same = "return document.querySelector('actor-map') === window.before";
        ensure!(
            page.ask::<bool>(same, vec![]).await?,
            "React has made another element"
        );
        page.until_open(0, "nato").await?;
    }
    Seen::default()
        .with_open(page, 0, "[part~=panel]", file, "nato")
        .await?;
    ensure!(
        page.events("actor-map-ready").await?.len() == 1,
        "the map was made more than once"
    );
    page.is_quiet().await
}
