//! What layout promises, measured on what each engine paints, with its own fonts: no text cut or overlapping, type
//! of at least 11 px, no drawn tie through a label that is not its own, at every width. Once on the incident, and once
//! on names in all the scripts that widths and line breaks are made for; what the machine has no font for shows as boxes;
//! once in a font that is wider than those the layout was measured with. What stays when the width changes a little. And that each
//! engine's first map is the one that native code makes.

use actor_map::incident;
use actor_map::layout::{Options, TiePath, layout, px};
use actor_map::view::Story;
use actor_map::view::state::{SEED, map_width};
use anyhow::{Result, anyhow, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::{Page, edition, project};

/// Widths of the element, in CSS px. Windows cannot be that narrow everywhere, so the element is.
const WIDTHS: [u32; 7] = [280, 320, 480, 640, 900, 1200, 1600];
/// From this width on no tie may wait.
const ALL_TIES_FROM: u32 = 900;

#[derive(Deserialize)]
struct Measured {
    wrong: Vec<String>,
    actors: usize,
    ties: usize,
    waiting: usize,
}

pub async fn test(page: &Page) -> Result<()> {
    for (file, incident) in [
        ("index.html", edition::INCIDENT),
        ("scripts.html", "tests/browser/data/scripts.json"),
    ] {
        page.open(file).await?;
        is_as_natively(page, incident).await?;
        at_every_width(page, file, &WIDTHS).await?;
    }
    a_little_wider_everybody_stays(page).await?;
    a_wide_font_is_drawn_in(page).await?;
    spacing_that_comes_later_is_drawn_in(page).await?;
    on_paper(page).await?;
    a_turned_phone_keeps_what_is_read(page).await?;
    page.is_quiet().await
}

/// The map that the module makes for the element's width has boxes and ties where native code has them, to the last digit.
async fn is_as_natively(page: &Page, path: &str) -> Result<()> {
    page.ready(1).await?;
    let see = "
        const map = document.querySelector('actor-map');
        const picture = map.shadowRoot.querySelector('svg[part~=map]');
        const values = (selector, names) => [...picture.querySelectorAll(selector)]
            .map((element) => names.map((name) => element.getAttribute(name)).join(' '));
        const boxes = values('[data-actor] .box', ['x', 'y', 'width', 'height']);
        const size = ['width', 'height'].map((name) => picture.getAttribute(name)).join(' ');
        return [map.clientWidth, [size, ...boxes], values('.ties .line', ['d'])]";
    let (width, boxes, ties): (f64, Vec<String>, Vec<String>) = page.ask(see, vec![]).await?;
    let text = std::fs::read_to_string(project().join(path))?;
    let node = incident::parse_json(&text).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let reading = incident::read(&node).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let story = Story::new(reading);
    let scene = layout(&story.graph, &Options::new(map_width(width), SEED));
    let numbers = |all: &[f64]| all.iter().copied().map(px).collect::<Vec<_>>().join(" ");
    let size = numbers(&[scene.width, scene.height]);
    let natively = scene.nodes.iter().map(|node| node.rect);
    let natively = natively.map(|rect| numbers(&[rect.x, rect.y, rect.width, rect.height]));
    let natively: Vec<String> = std::iter::once(size).chain(natively).collect();
    ensure!(
        boxes.len() > 2 && boxes == natively,
        "{path}: size and boxes at {width} px are {boxes:?}, natively {natively:?}"
    );
    let natively = scene.ties.into_iter().filter(TiePath::joins);
    let natively: Vec<String> = natively.map(|tie| tie.d).collect();
    ensure!(
        !ties.is_empty() && ties == natively,
        "{path}: ties at {width} px are {ties:?}, natively {natively:?}"
    );
    Ok(())
}

/// The panel comes to stand beside the map, and under it again: the statement that is read stays in the window.
async fn a_turned_phone_keeps_what_is_read(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    page.set_width(480).await?;
    let read = "
        const map = document.querySelector('actor-map');
        map.select('china');
        const statements = () => [...map.shadowRoot.querySelectorAll('.panel > :not([hidden]) .statement')];
        const isSeen = (statement) => {
            const [panel, { top, bottom }] = [statement.closest('.panel'), statement].map((part) => part.getBoundingClientRect());
            return bottom > Math.max(0, panel.top) && top < Math.min(innerHeight, panel.bottom);
        };
        window.read = statements().at(-2);
        window.isRead = () => isSeen(window.read);
        return null";
    page.ask::<Value>(read, vec![]).await?;
    page.until_open(0, "china").await?;
    page.frames(4).await?;
    page.ask::<Value>(
        // The end of the statement before it is in the window, too.
        "scrollBy({ top: window.read.getBoundingClientRect().top - 40, behavior: 'instant' }); return null",
        vec![],
    )
    .await?;
    page.frames(4).await?;
    for width in [900, 480] {
        page.set_width(width).await?;
        page.frames(4).await?;
        let (is_read, top): (bool, f64) = page
            .ask(
                "return [window.isRead(), window.read.getBoundingClientRect().top]",
                vec![],
            )
            .await?;
        ensure!(
            is_read && (0.0..200.0).contains(&top),
            "at {width} px what is read begins at {top} px"
        );
    }
    Ok(())
}

/// On paper a dark map is light, and what stood beside it follows it, in full.
async fn on_paper(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    page.set_width(900).await?;
    page.ask::<Value>(
        "const map = document.querySelector('actor-map'); map.theme = 'dark'; map.select('china'); return null",
        vec![],
    )
    .await?;
    let see = "
        const root = document.querySelector('actor-map').shadowRoot;
        const [panel, column, widget] = ['.panel', '.map-column', '.widget'].map((name) => root.querySelector(name));
        const under = panel.getBoundingClientRect().top >= column.getBoundingClientRect().bottom;
        const controls = [...root.querySelectorAll('[data-close]')].filter((control) => control.clientHeight);
        return [under, panel.scrollHeight > panel.clientHeight + 1, controls.length, getComputedStyle(widget).color]";
    let screen: Value = page.ask(see, vec![]).await?;
    ensure!(
        screen == json!([false, true, 2, "rgb(237, 235, 230)"]),
        "on the screen: {screen}"
    );
    if !page.print_media(true).await? {
        return Ok(());
    }
    let paper: Value = page.ask(see, vec![]).await?;
    page.print_media(false).await?;
    ensure!(
        paper == json!([true, false, 0, "rgb(27, 27, 26)"]),
        "on paper: {paper}"
    );
    Ok(())
}

/// A window that is made wider by and by does not shuffle the map: everybody keeps their box, their row and their place in
/// it, until another arrangement makes more of the room.
async fn a_little_wider_everybody_stays(page: &Page) -> Result<()> {
    const ORDER: &str = "
        const rect = (control) => control.querySelector('.box').getBoundingClientRect();
        const all = [...document.querySelector('actor-map').shadowRoot.querySelectorAll('svg[part~=map] [data-actor]')];
        const sizes = all.map((it) => `${it.dataset.actor} ${rect(it).width.toFixed(1)} ${rect(it).height.toFixed(1)}`);
        // Boxes of one row stand on whole px, so their middles may be a half apart.
        const middle = (it) => (rect(it).top + rect(it).bottom) / 2;
        const down = [...all].sort((a, b) => middle(a) - middle(b));
        const row = (it) => down.find((other) => middle(it) - middle(other) < 3);
        const order = all.sort((a, b) => middle(row(a)) - middle(row(b)) || rect(a).left - rect(b).left);
        return [...sizes, ...order.map((it) => it.dataset.actor)]";
    page.open("index.html").await?;
    page.ready(1).await?;
    let of = async |width| {
        page.set_width(width).await?;
        page.ask::<Vec<String>>(ORDER, vec![]).await
    };
    // Nothing stands beside the map at these widths, so it is as wide as its element.
    let before = of(610).await?;
    for width in [620, 640, 655] {
        ensure!(
            of(width).await? == before,
            "{width} px: the map was shuffled for a few px"
        );
    }
    // Nor does another arrangement take a reader's focus or close what they opened.
    let put = "const root = document.querySelector('actor-map').shadowRoot; \
        root.querySelector('.panel .conflict summary').click(); \
        root.querySelector('.panel .row [data-actor-ref=nato]').focus(); return null";
    page.ask::<Value>(put, vec![]).await?;
    ensure!(of(340).await? != before, "340 px: the same arrangement");
    let kept = "const root = document.querySelector('actor-map').shadowRoot; \
        return [root.activeElement?.dataset.actorRef ?? null, root.querySelectorAll('.panel .conflict[open]').length]";
    let kept: Value = page.ask(kept, vec![]).await?;
    ensure!(
        kept == json!(["nato", 1]),
        "focus and open questions: {kept}"
    );
    Ok(())
}

/// In a font that is wider than all the layout was measured with every promise holds too; of its lines only those that are
/// too wide for their room are drawn in.
async fn a_wide_font_is_drawn_in(page: &Page) -> Result<()> {
    const LINES: &str = "
        const texts = [...document.querySelector('actor-map').shadowRoot.querySelectorAll('svg[part~=map] text')];
        return [texts.filter((text) => text.hasAttribute('textLength')).length, texts.length]";
    page.open("wide-font.html").await?;
    at_every_width(page, "wide-font.html", &[320, 640, 1200]).await?;
    let [drawn_in, all]: [usize; 2] = page.ask(LINES, vec![]).await?;
    println!(
        "note: {}: {drawn_in} of {all} lines drawn in",
        page.engine()
    );
    ensure!(
        drawn_in > 0 && drawn_in < all,
        "{drawn_in} of {all} lines were drawn in"
    );
    Ok(())
}

/// Readers widen the spacing of letters and words (WCAG 2.2, 1.4.12) on a page that stands, and take it back. What they do it
/// with, a style sheet of the user's, reaches into shadow roots.
async fn spacing_that_comes_later_is_drawn_in(page: &Page) -> Result<()> {
    const SPACED: &str = "
        const style = document.createElement('style');
        style.textContent = '* { letter-spacing: .12em !important; word-spacing: .16em !important }';
        document.querySelector('actor-map').shadowRoot.append(style);
        return null";
    const TAKEN_BACK: &str =
        "document.querySelector('actor-map').shadowRoot.lastElementChild.remove(); return null";
    const DRAWN_IN: &str = "
        const texts = [...document.querySelector('actor-map').shadowRoot.querySelectorAll('svg[part~=map] text')];
        return texts.filter((text) => text.hasAttribute('textLength')).length";
    if page.engine().to_string() == "webkit" {
        println!(
            "note: webkit: its getComputedTextLength leaves out letter-spacing, so wide spacing is not drawn in"
        );
        return Ok(());
    }
    page.open("index.html").await?;
    page.ready(1).await?;
    page.set_width(640).await?;
    page.ask::<bool>("return document.fonts.ready.then(() => true)", vec![])
        .await?;
    page.frames(4).await?;
    let before: usize = page.ask(DRAWN_IN, vec![]).await?;
    page.ask::<Value>(SPACED, vec![]).await?;
    page.until::<bool>(
        "lines are drawn in",
        &format!("{} > arguments[0]", DRAWN_IN.trim_end()),
        vec![json!(before)],
    )
    .await?;
    let measured: Measured = page
        .ask(
            "return measure(document.querySelector('actor-map'))",
            vec![],
        )
        .await?;
    // Firefox adds the space after a line's last letter to what is drawn in, and a tie may be in that.
    let cut: Vec<String> = measured
        .wrong
        .into_iter()
        .filter(|fault| !fault.starts_with("a tie "))
        .collect();
    ensure!(cut.is_empty(), "with wide spacing: {cut:?}");
    page.ask::<Value>(TAKEN_BACK, vec![]).await?;
    page.until::<bool>(
        "no line is drawn in any longer that was not before",
        &format!("{} === arguments[0]", DRAWN_IN.trim_end()),
        vec![json!(before)],
    )
    .await
    .map(|_| ())
}

async fn at_every_width(page: &Page, file: &str, widths: &[u32]) -> Result<()> {
    page.ready(1).await?;
    page.ask::<bool>("return document.fonts.ready.then(() => true)", vec![])
        .await?;
    let mut faults = Vec::new();
    let mut notes = Vec::new();
    for &width in widths {
        page.set_width(width).await?;
        // Lines that are too wide are drawn in right after a layout, in a task of its own.
        page.ask::<bool>(
            "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 50)))",
            vec![],
        )
        .await?;
        let measured: Measured = page
            .ask(
                "return measure(document.querySelector('actor-map'))",
                vec![],
            )
            .await?;
        ensure!(
            measured.actors > 0 && measured.ties > 0,
            "{file} at {width} px: nothing to measure"
        );
        faults.extend(
            measured
                .wrong
                .into_iter()
                .map(|fault| format!("{file} at {width} px: {fault}")),
        );
        if width >= ALL_TIES_FROM && measured.waiting > 0 {
            faults.push(format!(
                "{file} at {width} px: {} ties wait",
                measured.waiting
            ));
        }
        notes.push(format!("{} at {width}", measured.waiting));
    }
    println!(
        "note: {}: {file}: ties that wait for focus, per width: {}",
        page.engine(),
        notes.join(", ")
    );
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
