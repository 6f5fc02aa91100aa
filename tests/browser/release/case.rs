//! What `cargo xtask dist` writes works as it is: by the name that stays and by the name of a version with its
//! integrity, and once per page however often it is pasted, in whichever versions.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::{Fault, Page, edition};

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
                .all(|file| *file == kept || file.contains(version))
            // It is an entry itself: nothing waits for another one.
            && !files.contains(&pinned),
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
    // The same entry twice, the one whose name stays, and another copy of the same version.
    pasted(
        page,
        &format!(
            "{entry}{entry}<script type=module src={kept}></script><script type=module src=/actor-map/actor-map.js></script>"
        ),
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
    page.is_quiet().await?;
    versions(page, version, major)
        .await
        .context("several versions on a page")
}

/// Of several versions on a page the newest defines the element, with its own files, in whichever order their scripts stand; the
/// others say who serves the page.
async fn versions(page: &Page, version: &str, major: &str) -> Result<()> {
    // By their numbers: as a text the last but one is the greatest.
    let newer = [format!("{major}.999.9"), format!("{major}.999.10")];
    let [_, newest] = &newer;
    let others = ["0.0.9", &newer[0], newest];
    let folder = format!("{RELEASE}/actor-map/{version}");
    let entry: String = page
        .ask_later(
            "const [path, done] = arguments; fetch(path).then((file) => file.text()).then(done)",
            vec![format!("{folder}/actor-map.js").into()],
        )
        .await?;
    ensure!(
        entry.matches(version).count() == 1,
        "the entry names its version elsewhere, too"
    );
    for other in others {
        // Beside it are the files that it loads.
        let path = format!("{}/{other}.js", &folder[1..]);
        let copy = entry.replace(version, other).into_bytes();
        page.spoil(&path, Some(Fault::Bytes(copy, "text/javascript")));
    }
    const COUNT: &str = "<script>
        window.defined = 0;
        const { define } = customElements;
        customElements.define = function (...given) {
            window.defined += 1;
            define.apply(this, given);
        };
        </script>";
    let mut pages = Vec::new();
    for (set, serving) in [
        (vec![others[0], version], version),
        (vec![others[0], version, others[1], newest], newest.as_str()),
    ] {
        let turned = set.iter().rev().copied().collect();
        pages.extend([(set, serving), (turned, serving)]);
    }
    for (set, serving) in pages {
        let of = |one: &str| match one == version {
            true => format!("{folder}/actor-map.js"),
            false => format!("{}{folder}/{one}.js", page.copy()),
        };
        let script = |one: &&str| format!("<script type=module src={}></script>", of(one));
        let scripts: String = set.iter().map(script).collect();
        pasted(page, &[COUNT, &scripts].concat()).await?;
        page.ready(1).await?;
        let see = "
            const live = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)
                .filter((path) => path.includes('/live.'));
            const { events, troubles } = window.recorder;
            const told = events.filter(({ type }) => type === 'actor-map-ready' || type === 'actor-map-error');
            return [customElements.get('actor-map').version, window.defined, told.length, live, troubles.sort()]";
        let seen: (String, usize, usize, Vec<String>, Vec<String>) = page.ask(see, vec![]).await?;
        let mut said: Vec<String> = set
            .iter()
            .skip(1)
            .filter(|one| **one != serving)
            .map(|one| format!("console.warn: actor-map: {serving} serves this page, not {one}."))
            .collect();
        said.sort();
        let home = of(serving);
        let home = home.rsplit_once('/').map_or("", |(home, _)| home);
        let own = matches!(&seen.3[..], [live] if live.starts_with(&format!("{home}/live.")));
        ensure!(
            seen.0 == serving && (seen.1, seen.2) == (1, 1) && own && seen.4 == said,
            "{set:?}: version, definitions, events, live.js, console: {seen:?}"
        );
    }
    Ok(())
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
