//! The static edition is usable before the program is there, and the live map goes on from where the reader is:
//! nothing moves, and the open actor, the focus and the selected words stay. A row that opens or closes stays in sight, before
//! and after.

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
            "return !!document.querySelector('actor-map').shadowRoot.activeElement?.matches('[data-close]')",
            vec![],
        )
        .await?;
    ensure!(
        focused == true,
        "the focus is not on what closes the open actor"
    );
    shown(page, 0, "[part~=panel]", &file).await?;
    a_question_stays_open(page).await?;
    a_row_stays_in_sight(page).await?;
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

/// In one column, with a style that the program has to bring: a row opens and closes in sight, by key or press, and the program
/// takes over closed and open rows where they are, with the focus.
async fn a_row_stays_in_sight(page: &Page) -> Result<()> {
    const FOCUS: &str = "
        const focus = document.querySelector('actor-map').shadowRoot.activeElement;
        const { top, bottom } = focus.getBoundingClientRect();
        const inSight = top > -8 && bottom < innerHeight + 8;";
    let style = include_str!("../../../style/widget.css");
    let other = [style, ".other {}"].concat().into_bytes();
    page.spoil("other.css", Some(Fault::Bytes(other, "text/css")));
    let html = edition::article(&page.copy(), "")?
        .replace(
            &format!("{}/actor-map/widget.css", page.copy()),
            &format!("{}/other.css", page.copy()),
        )
        .replacen("<actor-map", "<actor-map style='width: 480px'", 1);
    page.provide("narrow.html", html);
    for open in [false, true] {
        page.spoil(PROGRAM, Some(Fault::Held));
        page.open("narrow.html").await?;
        page.until::<bool>(
            "a row has the focus",
            "const root = document.querySelector('actor-map').shadowRoot;
             if (getComputedStyle(root.querySelector('.widget')).containerType !== 'inline-size') return false;
             const head = root.querySelector('summary[data-actor=jan-lipavsky]');
             head.focus(); head.scrollIntoView({ block: 'center' });
             return root.activeElement === head && scrollY > 1000",
            vec![],
        )
        .await?;
        for expected in [true, false, true, false]
            .into_iter()
            .take(if open { 3 } else { 4 })
        {
            // What Enter does, and once Escape.
            page.ask::<Value>(
                "const head = document.querySelector('actor-map').shadowRoot.activeElement;
                 if (arguments[0]) head.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
                 else head.click();
                 return null",
                vec![(!expected && !open).into()],
            )
            .await?;
            page.frames(3).await?;
            page.until::<bool>(
                if expected { "it is open, in sight" } else { "it is closed, in sight" },
                &format!("{FOCUS} return inSight && focus.dataset.actor === 'jan-lipavsky' && focus.parentNode.open === arguments[0]"),
                vec![expected.into()],
            )
            .await?;
        }
        let mark: String = page
            .ask(
                "const head = document.querySelector('actor-map').shadowRoot.activeElement;
                 return head.parentNode.open && CSS.supports('content', '\"x\" / \"\"') ? getComputedStyle(head, '::after').content : '/'",
                vec![],
            )
            .await?;
        ensure!(mark.contains('/'), "{mark} is read as part of the name");

        let before: f64 = page.ask("return scrollY", vec![]).await?;
        page.spoil(PROGRAM, None);
        page.ready(1).await?;
        page.frames(3).await?;
        let (after, in_sight, handed): (f64, bool, bool) = page
            .ask(
                &format!(
                    "{FOCUS} return [scrollY, inSight, focus.matches(arguments[0] ? '[data-close]' : '.row > [data-actor-ref=jan-lipavsky]')]"
                ),
                vec![open.into()],
            )
            .await?;
        ensure!(
            (before - after).abs() < 1.0,
            "the page went from {before} to {after}"
        );
        ensure!(
            in_sight && handed,
            "open: {open}, in sight: {in_sight}, handed over: {handed}"
        );
    }
    Ok(())
}
