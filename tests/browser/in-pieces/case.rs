//! The live map is built while the page lives: the work comes in pieces, each in a task of its own, and between them the
//! page has its turn. Whatever happens meanwhile is answered and kept: a click, another width, the element's removal, a
//! trap. What moments those are is told by the module's calls, not by a clock.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::harness::{File, Page, edition, edition_is_whole};

/// `window.pieces` counts the pieces that the module is asked for, `window.at[n]` is called before the `n`th, and
/// `window.turns` has the beats of a clock of the page's own at which they came: a page that does not have its turn hears
/// none.
const HEAD: &str = "<script src=/cases/module-calls.js></script><script>
    window.pieces = 0;
    window.calls = 0;
    window.turns = new Set();
    window.at = {};
    let ticks = 0;
    setInterval(() => (ticks += 1), 4);
    window.map = () => document.querySelector('actor-map');
    window.called = (name) => {
        window.calls += 1;
        if (name !== 'work_go_on') return;
        window.pieces += 1;
        window.turns.add(ticks);
        window.at[window.pieces]?.();
    };
    </script>";

/// A piece in the middle of the layout.
const MIDDLE: u32 = 300;
/// So many beats, of 4 ms, a page hears at least while a map is built, on the fastest machine, too.
const TURNS: usize = 5;

#[derive(Debug, Deserialize)]
struct Seen {
    pieces: u32,
    turns: usize,
}

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read(edition::INCIDENT)?;
    clicked(page).await.context("a click")?;
    resized_before(page).await.context("another width before")?;
    resized(page).await.context("other widths after")?;
    removed(page).await.context("removed and put back")?;
    trapped(page, &file)
        .await
        .context("a trap in a later piece")
}

/// Opens the article; `then` is done by the page itself, before the piece in the middle.
async fn open(page: &Page, then: &str) -> Result<()> {
    let head = format!("{HEAD}<script>window.at[{MIDDLE}] = () => {{ {then} }};</script>");
    page.provide("index.html", edition::article(&page.copy(), &head)?);
    page.open("index.html").await
}

/// The page has its turn, and a click is answered in the task it comes in and kept by the live map.
async fn clicked(page: &Page) -> Result<()> {
    let click = "
        const root = map().shadowRoot;
        const row = root.querySelector('summary[data-actor=china]');
        const at = [...root.querySelectorAll('.row')].indexOf(row.parentNode);
        const picture = [...root.querySelectorAll('svg[data-seed]')].find((svg) => svg.clientWidth);
        picture.querySelectorAll('.actor')[at].dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        window.answered = row.parentNode.open;";
    open(page, click).await?;
    page.ready(1).await?;
    page.until_open(0, "china").await?;
    let answered: bool = page.ask("return window.answered", vec![]).await?;
    ensure!(answered, "the edition did not answer");
    let seen: Seen = page
        .ask(
            "return { pieces: window.pieces, turns: window.turns.size }",
            vec![],
        )
        .await?;
    ensure!(
        seen.pieces > MIDDLE && seen.turns >= TURNS,
        "the page did not have its turn: {seen:?}"
    );
    println!("note: {}: {seen:?}", page.engine());
    page.is_quiet().await
}

/// The width of the map that shows, in CSS px.
const WIDTH: &str = "Number(document.querySelector('actor-map').shadowRoot.querySelector('.mount svg.map')?.viewBox.baseVal.width)";

/// A map that is not there yet is made for the width that there is in the end.
async fn resized_before(page: &Page) -> Result<()> {
    open(page, "map().style.width = '500px';").await?;
    page.ready(1).await?;
    page.frames(2).await?;
    let width: f64 = page.ask(&format!("return {WIDTH}"), vec![]).await?;
    // The widest map of the edition with room in 500 px; its boxes stay where they are.
    ensure!(width == 320.0, "the map is {width} px wide");
    page.is_quiet().await
}

/// A layout for a width that is no more is given up: its map never shows.
async fn resized(page: &Page) -> Result<()> {
    open(page, "").await?;
    page.ready(1).await?;
    let body = "
        const [done] = arguments;
        const svg = window.map().shadowRoot.querySelector('.mount svg.map');
        const widths = [];
        new MutationObserver(() => widths.push(svg.viewBox.baseVal.width)).observe(svg, { attributeFilter: ['viewBox'] });
        window.at[window.pieces + 200] = () => (window.map().style.width = '440px');
        window.map().style.width = '400px';
        const wait = () => (widths.includes(440) ? setTimeout(() => done(widths), 200) : setTimeout(wait, 20));
        wait();";
    let widths: Vec<f64> = page.ask_later(body, vec![]).await?;
    ensure!(widths == [440.0], "the map was {widths:?} px wide");
    page.is_quiet().await
}

/// An element that is taken away is not built on; put back, it begins anew.
async fn removed(page: &Page) -> Result<()> {
    let away = "
        const element = map();
        const place = element.nextSibling;
        element.remove();
        setTimeout(() => {
            window.calls = 0;
            setTimeout(() => {
                window.meanwhile = window.calls;
                place.before(element);
            }, 100);
        }, 50);";
    open(page, away).await?;
    page.ready(1).await?;
    let meanwhile: u32 = page
        .until("the element is back", "return window.meanwhile + 1", vec![])
        .await?;
    ensure!(
        meanwhile == 1,
        "the module was called {meanwhile} times for an element that is gone"
    );
    let ready = page.events("actor-map-ready").await?;
    ensure!(ready.len() == 1, "the page was told {} times", ready.len());
    page.is_quiet().await
}

/// A trap in the middle of the work leaves the edition as it is.
async fn trapped(page: &Page, file: &File) -> Result<()> {
    let trap = "window.calls = 0; throw new WebAssembly.RuntimeError('unreachable');";
    open(page, trap).await?;
    let error: Value = page
        .until(
            "actor-map-error",
            "return window.recorder.events.find((event) => event.type === 'actor-map-error')?.detail",
            vec![],
        )
        .await?;
    ensure!(error["code"] == "trap", "the page was told {error}");
    edition_is_whole(page, 0, file).await?;
    let calls: u32 = page
        .ask(
            "document.querySelector('actor-map').remove(); return window.calls",
            vec![],
        )
        .await?;
    ensure!(
        calls == 0,
        "the module was called {calls} times after its trap"
    );
    Ok(())
}
