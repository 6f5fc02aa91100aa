//! The static edition is usable before the program is there, and the live map goes on from where the reader is:
//! nothing moves, and the open actor, the focus and the selected words stay.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::harness::{Fault, File, Page, edition, shown};

const PROGRAM: &str = "actor-map/wasm/program_bg.wasm";

/// Where things are on the page, in CSS px, and where the reader is.
#[derive(Debug, Deserialize, PartialEq)]
struct Sight {
    host: f64,
    after: f64,
    map: String,
    /// The outline of every actor's box, rounded, in the picture's own units.
    boxes: Vec<String>,
    quote: f64,
    scroll: f64,
    selected: String,
    open: Option<String>,
}

/// `svg.map` that shows; boxes by the text beside them.
const SEE: &str = "
    const map = document.querySelector('actor-map');
    const root = map.shadowRoot;
    const top = (element) => Math.round(element.getBoundingClientRect().top * 2) / 2;
    const picture = [...root.querySelectorAll('svg.map')].find((svg) => svg.clientWidth > 0);
    const place = (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height].map((length) => Math.round(length)).join(' ');
    };
    return {
        host: map.getBoundingClientRect().height,
        after: top(document.getElementById('after')),
        map: place(picture),
        boxes: [...picture.querySelectorAll('.actor .box')].map(place).sort(),
        quote: top([...root.querySelectorAll('.statement blockquote')].find((quote) => quote.getClientRects().length)),
        scroll: scrollY,
        selected: String(window.selectedText(root)),
        open: map.actor,
    };";

/// Browsers disagree on how a selection inside a shadow root is read.
const SELECTION: &str = "<script>
    window.selectedText = (root) => {
        const range = getSelection().getComposedRanges?.({ shadowRoots: [root] })[0];
        if (!range) return getSelection().toString();
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
    };
    window.shifts = 0;
    if (globalThis.PerformanceObserver?.supportedEntryTypes.includes('layout-shift')) {
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
    }
    </script>";

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read(edition::INCIDENT)?;
    page.provide("index.html", edition::article(&page.copy(), SELECTION)?);
    page.spoil(PROGRAM, Some(Fault::Held));
    page.open("index.html").await?;

    // A name on the picture answers although the program has not come.
    page.ask::<Value>(
        "const pictures = [...document.querySelector('actor-map').shadowRoot.querySelectorAll('svg.map')];
         pictures.find((picture) => picture.clientWidth > 0).id = 'seen';
         return null",
        vec![],
    )
    .await?;
    let china = file.actors().iter().position(|actor| actor == "china");
    let china = china.context("China is in the file")? + 1;
    page.click(0, &format!("#seen .actor:nth-child({china})"))
        .await?;
    let opened = "return document.querySelector('actor-map').actor === arguments[0]";
    page.until::<bool>("China is open", opened, vec!["china".into()])
        .await?;
    // So does a row, once the open one is closed.
    page.click(0, "details[open] > summary").await?;
    page.click(0, "summary[data-actor='czech-foreign-ministry']")
        .await?;
    page.until::<bool>(
        "the ministry is open",
        opened,
        vec!["czech-foreign-ministry".into()],
    )
    .await?;
    let told = page.events("actor-map-select").await?;
    let told: Vec<&Value> = told.iter().map(|event| &event["detail"]["actor"]).collect();
    ensure!(
        told == ["china".into(), Value::Null, "czech-foreign-ministry".into()]
            .iter()
            .collect::<Vec<&Value>>(),
        "the page was told {told:?}"
    );
    page.ask::<Value>(
        "const root = document.querySelector('actor-map').shadowRoot;
         const words = root.querySelector('details[open] blockquote').firstChild;
         getSelection().setBaseAndExtent(words, 2, words, 14);
         return null",
        vec![],
    )
    .await?;
    page.frames(2).await?;
    let before: Sight = page.ask(SEE, vec![]).await?;
    ensure!(
        before.selected.len() >= 12,
        "nothing is selected: {before:?}"
    );
    let shifts: f64 = page.ask("return window.shifts", vec![]).await?;

    page.spoil(PROGRAM, None);
    page.ready(1).await?;
    page.until_open(0, "czech-foreign-ministry").await?;
    page.frames(4).await?;
    let after: Sight = page.ask(SEE, vec![]).await?;
    ensure!(before == after, "before {before:#?}\nafter {after:#?}");
    let shifted: f64 = page.ask("return window.shifts", vec![]).await?;
    ensure!(
        shifted - shifts < 0.0005,
        "layout shift {shifts} became {shifted}"
    );
    let focused: Value = page
        .ask(
            "return document.querySelector('actor-map').shadowRoot.activeElement?.dataset.actor ?? null",
            vec![],
        )
        .await?;
    ensure!(
        focused == "czech-foreign-ministry",
        "the focus is on {focused}"
    );
    shown(page, 0, "[part~=panel]", &file).await?;
    a_question_stays_open(page).await?;
    page.is_quiet().await
}

/// What the sources answer differently, opened in the edition, is open in the live map, and keeps the focus: in the panel,
/// where an event has the same question.
async fn a_question_stays_open(page: &Page) -> Result<()> {
    page.spoil(PROGRAM, Some(Fault::Held));
    page.open("index.html").await?;
    page.click(0, "summary[data-actor='jan-lipavsky']").await?;
    page.click(0, ".events .conflict summary").await?;
    page.ask::<Value>(
        "const root = document.querySelector('actor-map').shadowRoot; \
         const words = [...root.querySelectorAll('.events .conflict')].map((one) => one.textContent); \
         const twin = [...root.querySelectorAll('details[open] .conflict')].find((one) => words.includes(one.textContent)); \
         twin.firstChild.id = 'twin'; return null",
        vec![],
    )
    .await?;
    page.click(0, "#twin").await?;
    let see = "const root = document.querySelector('actor-map').shadowRoot; \
        const open = [...root.querySelectorAll('.conflict[open]')].map((one) => one.textContent); \
        const focus = root.activeElement?.parentNode; \
        return [open.length, focus?.textContent ?? null, !!focus?.closest('.panel')]";
    let before: Value = page.ask(see, vec![]).await?;
    page.spoil(PROGRAM, None);
    page.ready(1).await?;
    let after: Value = page.ask(see, vec![]).await?;
    ensure!(
        before == after && before[0] == 2 && before[2] == true,
        "before {before}, after {after}"
    );
    Ok(())
}
