//! Everything works without a pointer: Tab reaches every actor and leaves the map again, Enter and Space open and
//! close, focus stays on the control, from where Tab leads to what was opened, the status line says name and count, Escape
//! closes and returns: to the row of the list where that opened the actor. Under the map the focus goes with the reader to
//! the panel. A press scrolls to nothing.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{File, Page};

/// Where the focus is and what the map says of it.
#[derive(Debug, Deserialize)]
struct Focus {
    /// Id of the page's element that has the focus.
    outside: Option<String>,
    /// The focused actor.
    actor: Option<String>,
    expanded: Option<String>,
    /// Whether `aria-controls` names an element of the map.
    controls: bool,
}

const FOCUS: &str = "
    const root = document.querySelector('actor-map').shadowRoot;
    const inner = root.activeElement;
    const controls = inner?.getAttribute('aria-controls');
    return {
        outside: document.activeElement?.id || null,
        actor: inner?.dataset.actor ?? null,
        expanded: inner?.getAttribute('aria-expanded') ?? null,
        controls: Boolean(controls && root.getElementById(controls)),
    };";

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read("tests/browser/data/harbour.json")?;
    page.open("index.html").await?;
    page.ready(1).await?;
    let keyboard = Keyboard::of(page).await?;

    // Through the map from end to end.
    let mut reached = Vec::new();
    for _ in 0..100 {
        keyboard.tab(page).await?;
        let focus: Focus = page.ask(FOCUS, vec![]).await?;
        if focus.outside.as_deref() == Some("after") {
            break;
        }
        reached.extend(focus.actor);
    }
    let mut expected = file.actors();
    let mut sorted = reached.clone();
    expected.sort();
    sorted.sort();
    ensure!(sorted == expected, "Tab reached {reached:?}");
    let left: Focus = page.ask(FOCUS, vec![]).await?;
    ensure!(
        left.outside.as_deref() == Some("after"),
        "Tab does not leave the map: {left:?}"
    );

    for (actor, key) in [("embassy-b", Key::Enter), ("minister-a", Key::Space)] {
        page.ask::<Value>(
            "document.querySelector('actor-map').shadowRoot.querySelector(`[data-actor='${arguments[0]}']`).focus(); return null",
            vec![json!(actor)],
        )
        .await?;
        keyboard.press(page, key.clone()).await?;
        page.until_open(0, actor).await?;
        let open: Focus = page.ask(FOCUS, vec![]).await?;
        ensure!(
            open.actor.as_deref() == Some(actor),
            "opening {actor} took the focus away: {open:?}"
        );
        ensure!(
            open.expanded.as_deref() == Some("true") && open.controls,
            "{actor}: {open:?}"
        );
        let (name, count) = (file.name(actor), file.said(actor).len().to_string());
        // After the statements are painted.
        page.until::<bool>(
            &format!("the status line says {name} and {count}"),
            "const lines = document.querySelector('actor-map').shadowRoot.querySelectorAll('[role=status]');
             const says = [...lines].map((line) => line.textContent).join('|');
             return [arguments[0], arguments[1]].every((words) => says.includes(words))",
            vec![name.into(), count.into()],
        )
        .await?;

        keyboard.tab(page).await?;
        let beyond: bool = page
            .ask(
                "return !!document.querySelector('actor-map').shadowRoot.activeElement?.closest('.panel')",
                vec![],
            )
            .await?;
        ensure!(beyond, "{actor}: Tab does not lead to the panel");

        keyboard.press(page, Key::Escape).await?;
        page.until::<bool>(
            "Escape closes",
            "return document.querySelector('actor-map').actor === null",
            vec![],
        )
        .await?;
        let closed: Focus = page.ask(FOCUS, vec![]).await?;
        ensure!(
            closed.actor.as_deref() == Some(actor),
            "Escape did not return to {actor}: {closed:?}"
        );
        ensure!(
            closed.expanded.as_deref() == Some("false"),
            "{actor}: {closed:?}"
        );

        // The same key a second time closes as well.
        keyboard.press(page, key.clone()).await?;
        page.until_open(0, actor).await?;
        keyboard.press(page, key).await?;
        page.until::<bool>(
            "the same key closes",
            "return document.querySelector('actor-map').actor === null",
            vec![],
        )
        .await?;
    }
    a_row_is_returned_to(page, &keyboard).await?;
    under_the_map_the_focus_is_in_sight(page, &keyboard).await?;
    a_press_moves_nothing(page).await?;
    page.is_quiet().await
}

async fn a_row_is_returned_to(page: &Page, keyboard: &Keyboard) -> Result<()> {
    let focus_row = "const rows = document.querySelector('actor-map').shadowRoot.querySelectorAll('.panel > :not([hidden]) .row button');
        rows[2].focus(); return rows[2].dataset.actorRef";
    let actor: String = page.ask(focus_row, vec![]).await?;
    keyboard.press(page, Key::Enter).await?;
    page.until_open(0, &actor).await?;
    keyboard.press(page, Key::Escape).await?;
    page.until::<bool>(
        "Escape returns to the row",
        "const focus = document.querySelector('actor-map').shadowRoot.activeElement;
         return !!focus?.closest('.row') && focus.dataset.actorRef === arguments[0] && focus.getClientRects().length > 0",
        vec![json!(actor)],
    )
    .await
    .map(|_| ())
}

async fn under_the_map_the_focus_is_in_sight(page: &Page, keyboard: &Keyboard) -> Result<()> {
    const SIGHT: &str = "
        const focus = document.querySelector('actor-map').shadowRoot.activeElement;
        const { top, bottom } = focus.getBoundingClientRect();
        const inSight = bottom > 0 && top < innerHeight * 0.7;";
    page.set_width(360).await?;
    // From the foot of the window, and from a name in the panel.
    let on_map = "document.body.style.padding = '1200px 0';
        const control = document.querySelector('actor-map').shadowRoot.querySelector('[data-actor=embassy-b]');
        control.focus(); control.scrollIntoView({ block: 'end' }); return control.dataset.actor";
    let in_panel = "const names = document.querySelector('actor-map').shadowRoot.querySelectorAll('.panel > :not([hidden]) .statement [data-actor-ref]');
        const name = [...names].at(-1); name.focus(); name.scrollIntoView({ block: 'start' }); return name.dataset.actorRef";
    for start in [on_map, in_panel] {
        let actor: String = page.ask(start, vec![]).await?;
        keyboard.press(page, Key::Enter).await?;
        page.until_open(0, &actor).await?;
        page.until::<bool>(
            "the panel has the focus, in sight",
            &format!("{SIGHT} return inSight && focus.classList.contains('panel')"),
            vec![],
        )
        .await?;
    }
    keyboard.press(page, Key::Escape).await?;
    page.until::<bool>(
        "Escape returns to an actor, in sight",
        &format!("{SIGHT} return inSight && !!focus.dataset.actor"),
        vec![],
    )
    .await
    .map(|_| ())
}

/// A control that the window's edge cuts is pressed: the page stays.
async fn a_press_moves_nothing(page: &Page) -> Result<()> {
    page.set_width(1000).await?;
    let (x, y, before): (i64, i64, f64) = page
        .ask(
            "const control = document.querySelector('actor-map').shadowRoot.querySelector('[data-actor=minister-a]');
             const middle = () => { const { top, height } = control.getBoundingClientRect(); return top + height / 2 };
             scrollBy({ top: middle() - innerHeight, behavior: 'instant' });
             const { left, top, width } = control.getBoundingClientRect();
             return [Math.round(left + width / 2), Math.round((top + innerHeight) / 2), scrollY]",
            vec![],
        )
        .await?;
    page.frames(2).await?;
    page.click_at(x, y).await?;
    page.until_open(0, "minister-a").await?;
    page.frames(10).await?;
    let after: f64 = page.ask("return scrollY", vec![]).await?;
    ensure!(
        (before - after).abs() < 1.0,
        "a press moved the page from {before} to {after}"
    );
    Ok(())
}

/// How keys get to the page.
enum Keyboard {
    /// From the browser's own input.
    Real,
    /// As events made in the page, because the browser's input does not arrive.
    Dispatched,
}

impl Keyboard {
    /// Types into a field to see whether keys arrive, and leaves the focus there. Some builds of WebKitGTK lose
    /// every key that a driver sends.
    async fn of(page: &Page) -> Result<Self> {
        page.ask::<Value>(
            "document.getElementById('before').focus(); return null",
            vec![],
        )
        .await?;
        page.press("k").await?;
        let typed: String = page
            .ask("return document.getElementById('before').value", vec![])
            .await?;
        if typed == "k" {
            return Ok(Self::Real);
        }
        println!(
            "note: {} gets no keys from its driver; the keyboard case dispatches events instead",
            page.engine()
        );
        Ok(Self::Dispatched)
    }

    async fn press(&self, page: &Page, key: Key) -> Result<()> {
        let name = match key {
            Key::Enter => "Enter",
            Key::Escape => "Escape",
            _ => " ",
        };
        match self {
            Self::Real => page.press(char::from(key).to_string()).await,
            Self::Dispatched => {
                let body = "
                    const target = document.querySelector('actor-map').shadowRoot.activeElement ?? document.activeElement;
                    const options = { key: arguments[0], bubbles: true, composed: true, cancelable: true };
                    // What a browser does by itself with a button that has the focus.
                    const native = target.localName === 'button' && arguments[0] !== 'Escape';
                    if (target.dispatchEvent(new KeyboardEvent('keydown', options)) && native) target.click();
                    target.dispatchEvent(new KeyboardEvent('keyup', options));
                    return null";
                page.ask::<Value>(body, vec![json!(name)]).await.map(|_| ())
            }
        }
    }

    async fn tab(&self, page: &Page) -> Result<()> {
        match self {
            Self::Real => page.press(char::from(Key::Tab).to_string()).await,
            Self::Dispatched => {
                // The order that Tab takes: everything focusable in document order, for no tabindex is above zero.
                let body = "
                    const root = document.querySelector('actor-map').shadowRoot;
                    const stops = (tree) => [...tree.querySelectorAll('a[href], button, input, summary, [tabindex]')]
                        .filter((stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0);
                    if (stops(root).some((stop) => stop.tabIndex > 0)) throw new Error('a tabindex above zero');
                    const all = [document.getElementById('before'), ...stops(root), document.getElementById('after')];
                    const now = all.indexOf(root.activeElement ?? document.activeElement);
                    all[now + 1]?.focus();
                    return null";
                page.ask::<Value>(body, vec![]).await.map(|_| ())
            }
        }
    }
}
