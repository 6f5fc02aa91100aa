//! Whatever keeps the program away, every quotation stays readable, the page is told, and the console names what is to
//! be mended.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::{Fault, File, Page, edition, edition_is_whole};

const MODULE: &str = "actor-map/wasm/program_bg.wasm";
const LIVE: &str = "actor-map/live.js";

/// A way to be refused: its name, what the page's head has, and what the console is to say.
const REFUSALS: [(&str, &str, &str); 5] = [
    (
        "no-webassembly",
        "<script>delete globalThis.WebAssembly</script>",
        "Lockdown Mode",
    ),
    (
        "policy",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'self' 'unsafe-inline'\">",
        "Add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy",
    ),
    ("missing-module", "", "the server answers 404"),
    ("missing-script", "", "Check that all files of "),
    ("mixed-versions", "", "are there, and of version"),
];

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read(edition::INCIDENT)?;
    for (name, head, sentence) in REFUSALS {
        refused(page, &file, name, head, sentence)
            .await
            .context(name)?;
    }
    wrong_type(page).await.context("wrong MIME type")?;
    offline(page, &file).await.context("offline")?;
    for event in ["pointerover", "click"] {
        let case = || format!("a trap later on, at a {event}");
        trapped(page, &file, event).await.with_context(case)?;
    }
    Ok(())
}

async fn refused(page: &Page, file: &File, name: &str, head: &str, sentence: &str) -> Result<()> {
    let not_found = Fault::Status(axum::http::StatusCode::NOT_FOUND);
    let fault = match name {
        "missing-module" => Some((MODULE, not_found)),
        "missing-script" => Some((LIVE, not_found)),
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
        "the console does not say “{sentence}”: {message}"
    );
    edition_is_whole(page, 0, file).await?;
    if let Some((path, _)) = fault {
        page.spoil(path, None);
    }
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
    ensure!(message.contains("offline"), "the console says {message}");
    edition_is_whole(page, 0, file).await?;
    page.spoil(MODULE, None);
    page.ask::<Value>(
        "window.online = true; dispatchEvent(new Event('online')); return null",
        vec![],
    )
    .await?;
    page.ready(1).await
}

/// The module traps while a reader uses the map, in the handler of such an event: it is never called again, the edition is
/// back with the same actor open, and the article goes on.
async fn trapped(page: &Page, file: &File, event: &str) -> Result<()> {
    // Every call into the module traps once the test says so.
    let head = "<script src=/cases/module-calls.js></script><script>
        window.calls = 0;
        window.called = () => {
            if (!window.traps) return;
            window.calls += 1;
            throw new WebAssembly.RuntimeError('unreachable');
        };
        </script>";
    page.provide("index.html", edition::article(&page.copy(), head)?);
    page.open("index.html").await?;
    page.ready(1).await?;
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
    let error = told(page).await?;
    ensure!(error["code"] == "trap", "the page was told {error}");
    let open: Value = page
        .ask(
            "return document.querySelector('actor-map').shadowRoot.querySelector('details[open] > summary')?.dataset.actor",
            vec![],
        )
        .await?;
    ensure!(open == "china", "the edition is back with {open} open");
    edition_is_whole(page, 0, file).await?;
    let calls: u32 = page
        .ask(
            "document.querySelector('actor-map').remove(); return window.calls",
            vec![],
        )
        .await?;
    ensure!(
        calls == 1,
        "the module was called {calls} times after its trap"
    );
    Ok(())
}
