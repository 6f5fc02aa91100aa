//! Whatever keeps the program away, every quotation stays readable, the page is told, and the console names what is to
//! be mended.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::{Fault, File, Page, edition, edition_is_whole};

const MODULE: &str = "actor-map/wasm/program_bg.wasm";
const LIVE: &str = "actor-map/live.js";
const STYLE: &str = "actor-map/widget.css";
const HOME: &str = "<!doctype html><title>Home</title><style>p { color: red }</style><p>Home";

/// A way to be refused: its name, what the page's head has, and what the console is to say.
const REFUSALS: [(&str, &str, &str); 8] = [
    (
        "no-webassembly",
        "<script>delete globalThis.WebAssembly</script>",
        "Lockdown Mode",
    ),
    (
        "policy",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'self' 'unsafe-inline'\">",
        "Add 'wasm-unsafe-eval' to script-src (else default-src) of the Content-Security-Policy",
    ),
    (
        // What is not there yet would take the place of what holds for all other scripts of the page.
        "scripts",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline' 'wasm-unsafe-eval' \
         127.0.0.1:*/faulty/refusals/actor-map/actor-map.js\">",
        " to script-src of the Content-Security-Policy",
    ),
    (
        "nothing-but-default",
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'unsafe-inline' 'wasm-unsafe-eval' \
         127.0.0.1:*/faulty/refusals/actor-map/actor-map.js; style-src 'self'\">",
        " to default-src of the Content-Security-Policy",
    ),
    ("foreign-style", "", "no widget.css"),
    ("missing-module", "", "the server answers 404"),
    ("missing-script", "", "Check that all files of "),
    ("mixed-versions", "", "are there, of version"),
];

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read(edition::INCIDENT)?;
    for (name, head, sentence) in REFUSALS {
        refused(page, &file, name, head, sentence)
            .await
            .context(name)?;
    }
    bare(page, &file)
        .await
        .context("neither style nor program")?;
    wrong_type(page).await.context("wrong MIME type")?;
    offline(page, &file).await.context("offline")?;
    lost(page, &file).await.context("a lost request")?;
    not_for_ever(page)
        .await
        .context("requests that stay lost")?;
    unlinked(page).await.context("a link that fails")?;
    another_file(page).await.context("another file")?;
    for (event, maps) in [("pointerover", 1), ("click", 2)] {
        let case = || format!("a trap later on, at a {event}");
        trapped(page, &file, event, maps).await.with_context(case)?;
    }
    Ok(())
}

async fn refused(page: &Page, file: &File, name: &str, head: &str, sentence: &str) -> Result<()> {
    let not_found = Fault::Status(axum::http::StatusCode::NOT_FOUND);
    let fault = match name {
        "missing-module" => Some((MODULE, not_found)),
        "missing-script" => Some((LIVE, not_found)),
        // As servers answer that have a page for every address.
        "foreign-style" => Some((STYLE, Fault::Bytes(HOME.into(), "text/html"))),
        // A module that asks the glue for something it does not have.
        "mixed-versions" => Some((MODULE, Fault::Bytes(foreign_module(), "application/wasm"))),
        _ => None,
    };
    if let Some((path, fault)) = &fault {
        page.spoil(path, Some(fault.clone()));
    }
    page.provide("index.html", edition::article(&page.copy(), head)?);
    page.open("index.html").await?;
    let error = told(page).await?;
    ensure!(error["code"] == "wasm", "the page was told {error}");
    let message = error["message"].as_str().unwrap_or_default();
    ensure!(
        message.contains(sentence),
        "the page was not told “{sentence}”: {message}"
    );
    console_says(page, "wasm", sentence, 1).await?;
    edition_is_whole(page, 0, file).await?;
    if let Some((path, _)) = fault {
        page.spoil(path, None);
    }
    if matches!(name, "no-webassembly" | "policy") {
        linked(page).await.context("a link to an actor")?;
    }
    Ok(())
}

/// Where the program is refused for good, a link to an actor opens its row of the edition, cold and later.
async fn linked(page: &Page) -> Result<()> {
    let in_sight = "
        const map = document.querySelector('actor-map');
        const row = map.shadowRoot?.querySelector(`.row[open] > summary[data-actor='${arguments[0]}']`);
        const top = row?.getBoundingClientRect().top;
        return map.actor === arguments[0] && top > -2 && top < innerHeight / 2";
    page.provide("away.html", HOME.to_owned());
    page.open("away.html").await?;
    page.open("index.html#actor-map=czech-mfa-apt31/nato")
        .await?;
    page.until::<bool>(
        "its row is open and in sight",
        in_sight,
        vec!["nato".into()],
    )
    .await?;
    let go = "location.hash = '#actor-map=czech-mfa-apt31/china'; return null";
    page.ask::<Value>(go, vec![]).await?;
    page.until::<bool>("the next one's is", in_sight, vec!["china".into()])
        .await?;
    Ok(())
}

/// With no file of ours an edition is its words: maps without a style would be black shapes, one below the other.
async fn bare(page: &Page, file: &File) -> Result<()> {
    let gone = Fault::Status(axum::http::StatusCode::NOT_FOUND);
    page.spoil(MODULE, Some(gone.clone()));
    page.spoil(STYLE, Some(gone));
    page.provide("index.html", edition::article(&page.copy(), "")?);
    page.open("index.html").await?;
    told(page).await?;
    edition_is_whole(page, 0, file).await?;
    let shapes: usize = page
        .ask(
            "const maps = [...document.querySelector('actor-map').shadowRoot.querySelectorAll('svg[data-seed]')];
             return maps.length ? maps.filter((map) => map.getClientRects().length).length : -1",
            vec![],
        )
        .await
        .context("an edition without maps")?;
    ensure!(shapes == 0, "{shapes} maps show without a style");
    page.spoil(MODULE, None);
    page.spoil(STYLE, None);
    Ok(())
}

/// `(module (import "x" "y" (func)))`
fn foreign_module() -> Vec<u8> {
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    module.extend([1, 4, 1, 0x60, 0, 0]);
    module.extend([2, 7, 1, 1, b'x', 1, b'y', 0, 0]);
    module
}

/// Waits for `actor-map-error` and gives its detail.
async fn told(page: &Page) -> Result<Value> {
    page.until(
        "actor-map-error",
        "return window.recorder.events.find((event) => event.type === 'actor-map-error')?.detail",
        vec![],
    )
    .await
}

/// The elements wrote so many lines of a code to the console, each with what is to be mended.
async fn console_says(page: &Page, code: &str, sentence: &str, count: usize) -> Result<()> {
    let begin = format!("console.error: actor-map ({code}): ");
    let lines: Vec<String> = page
        .ask(
            "return window.recorder.troubles.filter((line) => line.startsWith(arguments[0]))",
            vec![begin.into()],
        )
        .await?;
    ensure!(
        lines.len() == count && lines.iter().all(|line| line.contains(sentence)),
        "the console does not say “{sentence}” {count} times: {lines:?}"
    );
    Ok(())
}

/// A server that does not know `.wasm` costs a moment, not the map.
async fn wrong_type(page: &Page) -> Result<()> {
    page.spoil(MODULE, Some(Fault::Type("text/plain")));
    page.provide("index.html", edition::article(&page.copy(), "")?);
    page.open("index.html").await?;
    page.ready(1).await?;
    page.spoil(MODULE, None);
    Ok(())
}

/// What could not be had comes when the network is back.
async fn offline(page: &Page, file: &File) -> Result<()> {
    let gone = Fault::Status(axum::http::StatusCode::SERVICE_UNAVAILABLE);
    page.spoil(MODULE, Some(gone));
    let head = "<script>window.online = false;
        Object.defineProperty(navigator, 'onLine', { get: () => window.online });</script>";
    page.provide("index.html", edition::article(&page.copy(), head)?);
    page.open("index.html").await?;
    let error = told(page).await?;
    let message = error["message"].as_str().unwrap_or_default();
    ensure!(message.contains("offline"), "the page was told {message}");
    console_says(page, "wasm", "offline", 1).await?;
    edition_is_whole(page, 0, file).await?;
    page.spoil(MODULE, None);
    page.ask::<Value>(
        "window.online = true; dispatchEvent(new Event('online')); return null",
        vec![],
    )
    .await?;
    page.ready(1).await
}

/// How many loads have failed.
const FAILURES: &str =
    "return window.recorder.events.filter(({ type }) => type === 'actor-map-error').length";
/// A reader comes to the element.
const COME: &str =
    "document.querySelector('actor-map').dispatchEvent(new Event('pointerenter')); return null";

/// Waits until so many loads have failed.
async fn failed(page: &Page, what: &str, count: usize) -> Result<()> {
    let told = format!("{FAILURES} === arguments[0]");
    page.until::<bool>(what, &told, vec![count.into()])
        .await
        .map(|_| ())
}

/// An article whose module is lost, and lost again when it is asked for once more.
async fn lose_module(page: &Page) -> Result<()> {
    let gone = Fault::Status(axum::http::StatusCode::SERVICE_UNAVAILABLE);
    page.spoil(MODULE, Some(gone));
    page.provide("index.html", edition::article(&page.copy(), "")?);
    page.open("index.html").await?;
    failed(page, "a second try", 2).await
}

/// What is lost while the browser is online is asked for once more, and later when the reader acts, who keeps their place.
async fn lost(page: &Page, file: &File) -> Result<()> {
    lose_module(page).await?;
    edition_is_whole(page, 0, file).await?;
    let act = "
        const root = document.querySelector('actor-map').shadowRoot;
        root.querySelector('details[open] > summary').focus();
        return null";
    page.ask::<Value>(act, vec![]).await?;
    failed(page, "a third", 3).await?;
    let focused = "return document.querySelector('actor-map').shadowRoot.activeElement?.dataset.actor ?? null";
    let focus: Option<String> = page.ask(focused, vec![]).await?;
    ensure!(focus.is_some(), "a failure took the focus away");
    page.spoil(MODULE, None);
    page.ask::<Value>(COME, vec![]).await?;
    page.ready(1).await?;
    page.until::<bool>(
        "the focus is on what closes the same actor",
        "const map = document.querySelector('actor-map');
         return map.actor === arguments[0] && map.shadowRoot.activeElement?.matches('[data-close]')",
        vec![focus.into()],
    )
    .await
    .map(|_| ())
}

/// What stays lost is asked for six times in all; another file begins anew.
async fn not_for_ever(page: &Page) -> Result<()> {
    lose_module(page).await?;
    for count in 3..=6 {
        page.ask::<Value>(COME, vec![]).await?;
        failed(page, "one try more", count).await?;
    }
    page.spoil(MODULE, None);
    page.ask::<Value>(COME, vec![]).await?;
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    let count: usize = page.ask(FAILURES, vec![]).await?;
    let ready = "return window.recorder.events.some(({ type }) => type === 'actor-map-ready')";
    ensure!(
        count == 6 && !page.ask::<bool>(ready, vec![]).await?,
        "after {count} failures it was tried once more"
    );
    page.ask::<Value>(
        "document.querySelector('actor-map').src += '?again'; return null",
        vec![],
    )
    .await?;
    page.ready(1).await.map(|_| ())
}

/// An edition whose link was kept away gets the style that the program fetched.
async fn unlinked(page: &Page) -> Result<()> {
    let article = edition::article(&page.copy(), "")?;
    let linked = article.replacen("<link ", "<link integrity=sha256-AAAA ", 1);
    ensure!(linked != article, "the edition links no style");
    page.provide("index.html", linked);
    page.open("index.html").await?;
    page.ready(1).await?;
    page.frames(2).await?;
    let see = "
        const root = document.querySelector('actor-map').shadowRoot;
        const [widget] = root.querySelectorAll('.widget');
        const map = root.querySelector('svg.map');
        return [getComputedStyle(widget).containerType, map.getAttribute('width') - map.clientWidth]";
    let (kind, scaled): (String, f64) = page.ask(see, vec![]).await?;
    ensure!(
        kind == "inline-size" && scaled.abs() <= 1.5,
        "the widget is {kind}, its map {scaled} px wider than it shows"
    );
    Ok(())
}

/// An edition does not stand for another file than its own.
async fn another_file(page: &Page) -> Result<()> {
    page.provide("index.html", edition::article(&page.copy(), "")?);
    page.open("index.html").await?;
    page.ready(1).await?;
    let ask = "const map = document.querySelector('actor-map'); window.file = map.src; map.src = 'nowhere.json'; return null";
    page.ask::<Value>(ask, vec![]).await?;
    let error = told(page).await?;
    ensure!(error["code"] == "fetch", "the page was told {error}");
    let see = "
        const map = document.querySelector('actor-map');
        const root = map.shadowRoot;
        const all = [...root.querySelectorAll('.statement'), ...map.querySelectorAll('blockquote')];
        return [all.filter((one) => one.getClientRects().length).length, root.querySelector('[part=message]')?.textContent ?? '']";
    let (statements, message): (usize, String) = page.ask(see, vec![]).await?;
    ensure!(
        statements == 0 && message.ends_with('.'),
        "{statements} statements of another file show, under “{message}”"
    );
    let back = "document.querySelector('actor-map').src = window.file; return null";
    page.ask::<Value>(back, vec![]).await?;
    page.ready(2).await
}

/// The module traps while a reader uses the map, in the handler of such an event: it is never called again, the editions of
/// all maps are back, with the same actor open, and the article goes on.
async fn trapped(page: &Page, file: &File, event: &str, maps: usize) -> Result<()> {
    // Every call into the module traps once the test says so.
    let head = "<script src=/cases/module-calls.js></script><script>
        window.calls = 0;
        window.called = () => {
            if (!window.traps) return;
            window.calls += 1;
            throw new WebAssembly.RuntimeError('unreachable');
        };
        </script>";
    let name = |html: String, id| html.replacen("<actor-map", &format!("<actor-map id={id}"), 1);
    let second = name(edition::element(&page.copy())?, "second");
    let article = name(edition::article(&page.copy(), head)?, "first");
    let article = match maps {
        2 => article.replace("<p id=after>", &format!("{second}<p id=after>")),
        _ => article,
    };
    page.provide("index.html", article);
    page.open("index.html").await?;
    // A reader has come to all.
    page.until::<bool>(
        "they are defined",
        "const maps = document.querySelectorAll('actor-map:defined');
         for (const map of maps) map.dispatchEvent(new Event('pointerenter'));
         return maps.length === arguments[0]",
        vec![maps.into()],
    )
    .await?;
    page.ready(maps).await?;
    page.click(0, "[data-actor='china']").await?;
    page.until_open(0, "china").await?;
    // What waits for the paint of the statements is done, too.
    page.until::<bool>(
        "the map brings China out",
        "return Boolean(document.querySelector('actor-map').shadowRoot.querySelector('.actor.open'))",
        vec![],
    )
    .await?;
    // Nothing but this event: what a pointer does besides would be answered by the edition.
    let trap = "
        window.traps = true;
        const event = new PointerEvent(arguments[0], { bubbles: true, composed: true });
        document.querySelector('actor-map').shadowRoot.querySelector(`[data-actor='nato'] .box`).dispatchEvent(event);
        return null";
    page.ask::<Value>(trap, vec![event.into()]).await?;
    told(page).await?;
    let open: Value = page
        .ask(
            "return document.querySelector('actor-map').shadowRoot.querySelector('details[open] > summary')?.dataset.actor",
            vec![],
        )
        .await?;
    ensure!(open == "china", "the edition is back with {open} open");
    for position in 0..maps {
        edition_is_whole(page, position, file)
            .await
            .with_context(|| format!("map {position}"))?;
    }
    let calls: u32 = page
        .ask(
            "for (const map of document.querySelectorAll('actor-map')) map.remove(); return window.calls",
            vec![],
        )
        .await?;
    ensure!(
        calls == 1,
        "the module was called {calls} times after its trap"
    );
    let errors = page.events("actor-map-error").await?;
    let mut told: Vec<[&str; 2]> = errors
        .iter()
        .map(|error| {
            [&error["target"], &error["detail"]["code"]].map(|it| it.as_str().unwrap_or(""))
        })
        .collect();
    // Whichever stood first was told first.
    told.sort_unstable();
    ensure!(
        told == [["first", "trap"], ["second", "trap"]][..maps],
        "the page was told {told:?}"
    );
    console_says(page, "trap", "The map's program stopped: unreachable", maps).await
}
