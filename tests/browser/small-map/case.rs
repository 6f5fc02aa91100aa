//! Where names have no room the map holds numbers, and a list says whose: every quotation is reached by list, box and
//! key, an open actor stays open through a change of form, as the focus stays where it is, nothing moves when the program
//! takes over an edition, and an edition alone says as much. Beside a map higher than the window the panel is in sight, and
//! what the tab key reaches on it.

#[path = "crowd.rs"]
mod crowd;

use std::collections::BTreeSet;

use actor_map::incident;
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme};
use actor_map::view::edition::for_edition;
use anyhow::{Context, Result, anyhow, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Fault, File, Page, axe, shown};
use crowd::crowd;

const ACTORS: usize = 60;
/// The greatest height of a map of so many, in CSS px.
const HIGHEST: f64 = 1800.0;
const PROGRAM: &str = "actor-map/wasm/program_bg.wasm";

#[derive(Deserialize)]
struct Measured {
    wrong: Vec<String>,
    actors: usize,
    words: usize,
}

/// What a reader sees of map and list.
#[derive(Debug, Deserialize, PartialEq)]
struct Seen {
    /// What stands in the boxes of the map that shows, in the order of its markup.
    boxes: Vec<String>,
    /// Numbers that show in the list.
    chips: Vec<String>,
    /// The map's height.
    height: f64,
    /// Where map, list and first quotation begin, and the element ends.
    tops: Vec<f64>,
}

const SEE: &str = "
    const map = document.querySelector('actor-map');
    const root = map.shadowRoot;
    const shown = (selector) => [...root.querySelectorAll(selector)].filter((it) => it.getClientRects().length > 0);
    const picture = shown('svg.map')[0];
    // What a closed part holds has a place, too.
    const quotes = shown('blockquote').filter((it) => !it.closest('details:not([open])'));
    const text = (element) => [...element.querySelectorAll('text.name')].map((line) => line.textContent.trim()).join(' ');
    const top = (element) => Math.round(element.getBoundingClientRect().top * 2) / 2;
    return {
        boxes: [...picture.querySelectorAll('.actor')].map(text),
        chips: shown('.row b.numbers').map((chip) => chip.textContent.trim()),
        height: picture.getBoundingClientRect().height,
        tops: [...[picture, shown('.row')[0], quotes[0]].map(top), map.getBoundingClientRect().bottom],
    };";

pub async fn test(page: &Page) -> Result<()> {
    let incident = crowd(ACTORS);
    let file = File::of(incident.clone());
    page.provide("incident.json", incident.to_string());
    page.provide(
        "index.html",
        html("<actor-map src=incident.json></actor-map>", "/actor-map"),
    );
    page.open("index.html").await?;
    page.ready(1).await?;
    for width in [280, 480, 320] {
        page.set_width(width).await?;
        let found = measured(page).await?;
        ensure!(found.wrong.is_empty(), "at {width} px: {:?}", found.wrong);
        ensure!(found.actors == ACTORS, "{} actors", found.actors);
        ensure!(found.words == 0, "{} words at rest", found.words);
    }
    let seen: Seen = page.ask(SEE, vec![]).await?;
    println!(
        "note: {}: {ACTORS} actors at 320 px: the map is {} px high",
        page.engine(),
        seen.height
    );
    is_numbered(&seen)?;
    axe::look(page).await.context("with numbers")?;
    reach(page, &file).await?;
    worded(page, &file).await?;
    changes_form(page, &file).await?;
    keeps_focus(page).await?;
    stays_beside(page).await?;
    page.set_width(320).await?;
    pictured(page, &file).await?;
    page.is_quiet().await?;
    edition(page, &incident).await.context("the edition")?;
    page.asked_nobody_else().await?;
    page.is_quiet().await
}

fn html(element: &str, base: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A crowd</title>\
         <script src=/cases/recorder.js></script><script src=/cases/layout-live/measure.js></script>\
         <script type=module src={base}/actor-map.js></script></head><body><main><h1>An article</h1>{element}\
         </main></body></html>"
    )
}

/// What is wrong with the map as it is painted.
async fn measured(page: &Page) -> Result<Measured> {
    let measure = "return measure(document.querySelector('actor-map'))";
    page.ask(measure, vec![]).await
}

/// Ties wait for an actor; then they have their words, with nothing through or under them.
async fn worded(page: &Page, file: &File) -> Result<()> {
    page.set_width(480).await?;
    let mut words = 0;
    for actor in file.actors() {
        let open = "const map = document.querySelector('actor-map'); map.select(arguments[0]); return null";
        page.ask::<Value>(open, vec![actor.clone().into()]).await?;
        page.frames(2).await?;
        let found = measured(page).await?;
        ensure!(found.wrong.is_empty(), "{actor} is open: {:?}", found.wrong);
        words += found.words;
    }
    println!("note: {}: {words} words on ties at 480 px", page.engine());
    ensure!(words > ACTORS / 2, "{words} words on ties");
    page.ask::<Value>(
        "document.querySelector('actor-map').select(null); return null",
        vec![],
    )
    .await?;
    page.set_width(320).await
}

fn is_numbered(seen: &Seen) -> Result<()> {
    let mut numbers = seen.boxes.clone();
    numbers.sort_by_key(|number| number.parse().unwrap_or(0));
    let all: Vec<String> = (1..=ACTORS).map(|number| number.to_string()).collect();
    ensure!(numbers == all, "the boxes hold {numbers:?}");
    ensure!(seen.chips == all, "the list has {:?}", seen.chips);
    ensure!(seen.height <= HIGHEST, "{} px high", seen.height);
    // The list follows the map at once, before any quotation.
    ensure!(
        seen.tops[0] < seen.tops[1] && seen.tops[1] < seen.tops[2],
        "{seen:?}"
    );
    Ok(())
}

/// Every actor opens: from the list, by its box, or by a key, in turns; together they show every statement.
async fn reach(page: &Page, file: &File) -> Result<()> {
    let mut reached = BTreeSet::new();
    for (index, actor) in file.actors().iter().enumerate() {
        match index % 3 {
            0 => {
                page.click(0, &format!("[data-actor-ref='{actor}']"))
                    .await?;
            }
            1 => {
                page.click(0, &format!("[data-actor='{actor}'] .box"))
                    .await?;
            }
            _ => enter(page, actor).await?,
        }
        page.until_open(0, actor).await?;
        let statements = shown(page, 0, "[part~=panel]", file).await?;
        ensure!(
            statements == file.concerning(actor),
            "{actor} shows {statements:?}"
        );
        reached.extend(statements);
        let (heading, name): (String, String) = page
            .ask(
                "const root = document.querySelector('actor-map').shadowRoot;
                 const text = (selector) => root.querySelector(selector).textContent.trim();
                 return [text('.panel > :not([hidden]) .name'), text(`[data-actor='${arguments[0]}'] .name`)]",
                vec![json!(actor)],
            )
            .await?;
        ensure!(
            heading == format!("{name} {}", file.name(actor)),
            "{actor} is headed {heading:?}"
        );
        page.click(0, "[data-close]").await?;
    }
    ensure!(reached == file.statements(), "reached {}", reached.len());
    Ok(())
}

/// Opens an actor with the keyboard. Some builds of WebKitGTK lose what a driver types; there the event is dispatched.
async fn enter(page: &Page, actor: &str) -> Result<()> {
    let focus = "document.querySelector('actor-map').shadowRoot.querySelector(`[data-actor='${arguments[0]}']`).focus();";
    let press = if page.engine().to_string() == "webkit" {
        "document.querySelector('actor-map').shadowRoot.activeElement
             .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));"
    } else {
        ""
    };
    page.ask::<Value>(&format!("{focus} {press} return null"), vec![json!(actor)])
        .await?;
    if press.is_empty() {
        page.press(char::from(Key::Enter).to_string()).await?;
    }
    Ok(())
}

/// From numbers to names and back; who is open stays open, and is told apart at the map.
async fn changes_form(page: &Page, file: &File) -> Result<()> {
    let actor = "actor-7";
    page.click(0, &format!("[data-actor='{actor}'] .box"))
        .await?;
    page.until_open(0, actor).await?;
    axe::look(page)
        .await
        .context("with numbers, and an actor open")?;
    for (width, numbered) in [(1200, false), (320, true)] {
        page.set_width(width).await?;
        page.until_open(0, actor).await?;
        let (spoken, boxes, neighbours): (String, String, usize) = page
            .ask(
                "const root = document.querySelector('actor-map').shadowRoot;
                 const control = root.querySelector(`[data-actor='${arguments[0]}']`);
                 return [control.getAttribute('aria-label'), control.textContent.trim(),
                         root.querySelectorAll('.panel > :not([hidden]) .neighbours [data-actor-ref]').length]",
                vec![json!(actor)],
            )
            .await?;
        let digits = spoken
            .split(' ')
            .next()
            .unwrap_or_default()
            .parse::<usize>();
        ensure!(
            digits.is_ok() == numbered,
            "at {width} px it is called {spoken:?}"
        );
        ensure!(
            spoken.contains(&file.name(actor)),
            "it is called {spoken:?}"
        );
        ensure!(
            (neighbours > 0) == numbered,
            "{neighbours} neighbours at {width} px: {boxes}"
        );
        let statements = shown(page, 0, "[part~=panel]", file).await?;
        ensure!(
            statements == file.concerning(actor),
            "{statements:?} at {width} px"
        );
    }
    // A neighbour opens from the panel.
    page.click(0, ".neighbours [data-actor-ref]").await?;
    page.until::<bool>(
        "another one is open",
        "return document.querySelector('actor-map').actor !== arguments[0]",
        vec![json!(actor)],
    )
    .await?;
    page.click(0, "[data-close]").await
}

/// From names to numbers and back with the focus on a row, and on a name that goes with the numbers.
async fn keeps_focus(page: &Page) -> Result<()> {
    let focus = "const root = document.querySelector('actor-map').shadowRoot;
        root.querySelector(`.panel > :not([hidden]) ${arguments[0]}`).focus();
        return root.activeElement.dataset.actorRef";
    let focused = "const { actor, actorRef } = document.querySelector('actor-map').shadowRoot.activeElement?.dataset ?? {};
        return [actorRef ?? actor ?? null, !!actorRef]";
    for (width, it, a_row) in [
        (1200, ".row > [data-actor-ref=actor-33]", true),
        (320, ".row > [data-actor-ref=actor-33]", true),
        (1200, ".neighbours [data-actor-ref]", false),
    ] {
        if !a_row {
            let open = "document.querySelector('actor-map').select('actor-7'); return null";
            page.ask::<Value>(open, vec![]).await?;
        }
        let before: String = page.ask(focus, vec![it.into()]).await?;
        page.set_width(width).await?;
        let after: (Option<String>, bool) = page.ask(focused, vec![]).await?;
        ensure!(
            after == (Some(before.clone()), a_row),
            "at {width} px the focus went from {before} to {after:?}"
        );
    }
    page.click(0, "[data-close]").await
}

/// Two columns: the panel's beginning and the opened control are in the window, wherever in a map that is higher.
async fn stays_beside(page: &Page) -> Result<()> {
    const SIGHT: &str = "
        const root = document.querySelector('actor-map').shadowRoot;
        const inSight = (element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return top > -8 && bottom < innerHeight + 8;
        };
        const panel = root.querySelector('.panel');
        const beside = panel.tabIndex === 0 && root.querySelector('.map').clientHeight > innerHeight * 1.5;
        const open = root.querySelector('[aria-expanded=true]');
        if (!beside) throw new Error('no map higher than the window');
        return inSight(root.querySelector('.panel > :not([hidden]) > .name')) && inSight(open) && panel.scrollTop === 0";
    let lowest = "const root = document.querySelector('actor-map').shadowRoot;
        const low = (control) => control.getBoundingClientRect().bottom;
        const controls = [...root.querySelectorAll('[data-actor]')].sort((one, other) => low(other) - low(one));
        return controls.map((control) => control.dataset.actor)";
    let from_lowest: Vec<String> = page.ask(lowest, vec![]).await?;
    for actor in [
        from_lowest.first(),
        from_lowest.get(ACTORS / 2),
        from_lowest.last(),
    ]
    .into_iter()
    .flatten()
    {
        page.click(0, &format!("[data-actor='{actor}'] .box"))
            .await?;
        page.until::<bool>("panel and control are in sight", SIGHT, vec![])
            .await?;
        page.click(0, "[data-close]").await?;
    }
    // A row and a name lead the focus to the map. Where a driver's keys do not arrive nothing tells a key from a press.
    if page.engine().to_string() == "webkit" {
        return Ok(());
    }
    let row = "const rows = document.querySelector('actor-map').shadowRoot.querySelectorAll('.panel > :not([hidden]) .row > button');
        const row = [...rows].find((row) => row.dataset.actorRef === arguments[0]);
        row.focus(); row.scrollIntoView({ block: 'nearest' }); return null";
    for actor in [from_lowest.first(), from_lowest.last()]
        .into_iter()
        .flatten()
    {
        page.ask::<Value>(row, vec![json!(actor)]).await?;
        page.press(char::from(Key::Enter).to_string()).await?;
        page.until_open(0, actor).await?;
        page.until::<bool>("panel and control are in sight", SIGHT, vec![])
            .await?;
        page.press(char::from(Key::Escape).to_string()).await?;
    }
    // The tab key's stops on the map, which are all again once the closing is painted.
    page.until::<bool>(
        "the focus is on the first of all stops",
        "const controls = [...document.querySelector('actor-map').shadowRoot.querySelectorAll('[data-actor]')];
         scrollTo(0, 0); controls[0].focus();
         return controls.every((control) => control.tabIndex === 0)",
        vec![],
    )
    .await?;
    for stop in 1..ACTORS {
        page.press(char::from(Key::Tab).to_string()).await?;
        page.until::<bool>(
            &format!("stop {stop} on the map is in sight"),
            "const focus = document.querySelector('actor-map').shadowRoot.activeElement;
             const { top, bottom } = focus.getBoundingClientRect();
             return !!focus.dataset.actor && top > 0 && bottom < innerHeight",
            vec![],
        )
        .await?;
    }
    Ok(())
}

/// The picture that a page asks for stands alone, so it has the names.
async fn pictured(page: &Page, file: &File) -> Result<()> {
    let lines: Vec<String> = page
        .ask(
            "const text = document.querySelector('actor-map').toSVG();
             const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
             return [...picture.querySelectorAll('text')].map((line) => line.textContent)",
            vec![],
        )
        .await?;
    for actor in file.actors() {
        let name = file.name(&actor);
        ensure!(
            lines.iter().any(|line| line.ends_with(&name)),
            "{name} is missing"
        );
    }
    Ok(())
}

/// Without a program: numbers in the list where the map has numbers, and rows that open. Then the program comes.
async fn edition(page: &Page, file: &Value) -> Result<()> {
    let node = incident::parse_json(&file.to_string()).map_err(|it| anyhow!("{}", it.message))?;
    let story = for_edition(incident::read(&node).map_err(|it| anyhow!("{}", it.message))?);
    let base = page.copy();
    let element = Element {
        style: format!("{base}/actor-map/widget.css"),
        script: None,
        data: Data::Source("incident.json".into()),
        theme: Theme::Auto,
        structured_data: None,
    };
    let maps = bands(&story.graph, Effort { maps: 3, seeds: 1 });
    let element =
        element
            .render(&story, &maps)
            .replacen("<actor-map", "<actor-map style='width: 320px'", 1);
    page.provide("edition.html", html(&element, &format!("{base}/actor-map")));
    page.spoil(PROGRAM, Some(Fault::Held));
    page.open("edition.html").await?;
    let before: Seen = page
        .until(
            "the style is there",
            &SEE.replace(
                "return {",
                "if (!shown('.m320')[0] || shown('.m280')[0]) return null; return {",
            ),
            vec![],
        )
        .await?;
    is_numbered(&before)?;
    // A number on the picture opens its row.
    page.click(0, ".m320 .actor:nth-child(5) .box").await?;
    let opened = "
        const open = document.querySelector('actor-map').shadowRoot.querySelector('.row[open]');
        return open?.querySelector('b.numbers').textContent.trim() === '5'";
    page.until::<bool>("the fifth row is open", opened, vec![])
        .await?;
    // On paper the others are there, too.
    if page.print_media(true).await? {
        let hidden = "
            const rows = document.querySelector('actor-map').shadowRoot.querySelectorAll('.row');
            return [...rows].filter((row) => !row.getClientRects().length).length";
        let hidden: usize = page.ask(hidden, vec![]).await?;
        page.print_media(false).await?;
        ensure!(hidden == 0, "{hidden} rows are not on paper");
    }
    page.click(0, ".row[open] > summary").await?;

    // A map wide enough for names goes with a list of names.
    let wide = "document.querySelector('actor-map').style.width = arguments[0]; return null";
    page.ask::<Value>(wide, vec!["700px".into()]).await?;
    page.frames(2).await?;
    let named: Seen = page.ask(SEE, vec![]).await?;
    ensure!(named.chips.is_empty(), "the list has {:?}", named.chips);
    ensure!(
        named.tops[2] < named.tops[1],
        "the list stands before the quotations: {named:?}"
    );
    page.ask::<Value>(wide, vec!["320px".into()]).await?;
    page.frames(2).await?;

    let at_rest: Seen = page.ask(SEE, vec![]).await?;
    page.spoil(PROGRAM, None);
    page.ready(1).await?;
    page.frames(3).await?;
    let mut live: Seen = page.ask(SEE, vec![]).await?;
    // The live map has its boxes in the file's order.
    live.boxes.sort_by_key(|number| number.parse().unwrap_or(0));
    ensure!(live == at_rest, "before {at_rest:?}\nafter {live:?}");

    // Where there is room for all ties, and the edition's map has none: the map stays where a reader may see it, and is laid
    // out anew below the window.
    let roomy = element.replacen("width: 320px", "width: 700px", 1);
    for (above, width, ties) in [
        ("", 558, false),
        ("<div style='height: 130vh'></div>", 700, true),
    ] {
        page.provide(
            "edition.html",
            html(&[above, &roomy].concat(), &format!("{base}/actor-map")),
        );
        page.open("edition.html").await?;
        page.ready(1).await?;
        page.frames(30).await?;
        let drawn = "
            const root = document.querySelector('actor-map').shadowRoot;
            const ties = [...root.querySelectorAll('svg.map .tie')].filter((tie) => getComputedStyle(tie).display !== 'none');
            const width = Number(root.querySelector('svg.map').getAttribute('width'));
            return width === arguments[0] && ties.length > 0 === arguments[1] && scrollY === 0";
        page.until::<bool>("the map with room", drawn, vec![width.into(), ties.into()])
            .await?;
    }
    Ok(())
}
