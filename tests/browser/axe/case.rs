//! axe-core finds nothing: light and dark, narrow and wide, with no actor open and with one. Nor is a name on the map, which
//! axe-core does not look at, too pale (WCAG 2.2, 1.4.3), or the border of a box that is not out of the way (1.4.11).

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::{Page, axe};

pub async fn test(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    for width in [320, 1200] {
        page.set_width(width).await?;
        for theme in ["light", "dark"] {
            for actor in [None, Some("apt31")] {
                arrange(page, theme, actor).await?;
                let situation =
                    format!("{width} px, {theme}, open: {}", actor.unwrap_or("nothing"));
                axe::look(page).await.context(situation.clone())?;
                contrast(page).await.context(situation)?;
            }
        }
    }
    headings(page).await?;
    page.is_quiet().await
}

/// Asked for headings, the next map has them; and the actor who was open is.
async fn headings(page: &Page) -> Result<()> {
    let ask = "const map = document.querySelector('actor-map'); map.headingLevel = 2; map.src += '?again'; return null";
    page.ask::<Value>(ask, vec![]).await?;
    page.ready(2).await?;
    page.until_open(0, "apt31").await?;
    let body = "
        const headings = document.querySelector('actor-map').shadowRoot.querySelectorAll('[role=heading]');
        return [...headings].filter((heading) => heading.checkVisibility())
            .map((heading) => heading.ariaLevel + ' ' + heading.textContent)";
    let headings: Vec<String> = page.ask(body, vec![]).await?;
    let wanted = [
        "2 The Czech foreign ministry hack",
        "3 APT31",
        "4 Said by others",
        "4 Links, and who says so",
        "4 Where the sources differ",
        "3 What happened when",
        "3 Sources",
    ];
    let same = headings.len() == wanted.len()
        && headings
            .iter()
            .zip(wanted)
            .all(|(heading, wanted)| heading.starts_with(wanted));
    ensure!(same, "the headings are {headings:#?}");
    axe::look(page).await.context("with headings")
}

/// The least contrasts on the map: of names, and of borders to the camp they stand in.
async fn contrast(page: &Page) -> Result<()> {
    let body = "
        const root = document.querySelector('actor-map').shadowRoot;
        const share = (byte) => (byte <= 10.31475 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
        const light = (colour) => {
            const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number).map(share);
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
        };
        const ratio = (one, other) => Math.max(light(one), light(other)) / Math.min(light(one), light(other));
        const actors = [...root.querySelectorAll('.map .actor')];
        const style = (actor, part) => getComputedStyle(actor.querySelector(part));
        const pale = actors.filter((actor) => getComputedStyle(actor).opacity !== '1');
        if (pale.length) return [0, 0];
        const ground = getComputedStyle(root.querySelector('.map .ground')).fill;
        const names = actors.map((actor) => ratio(style(actor, '.name').fill, style(actor, '.box').fill));
        const near = actors.filter((actor) => !actor.classList.contains('dim'));
        const borders = near.map((actor) => ratio(style(actor, '.box').stroke, ground));
        return [Math.min(...names), Math.min(...borders)]";
    let [names, borders]: [f64; 2] = page.ask(body, vec![]).await?;
    ensure!(
        names >= 4.5 && borders >= 3.0,
        "names have {names:.2}:1, borders {borders:.2}:1"
    );
    Ok(())
}

/// Brings the page into a state, and lets transitions of colour end: half-way, contrast would be judged wrongly.
async fn arrange(page: &Page, theme: &str, actor: Option<&str>) -> Result<()> {
    let body = "
        const [theme, actor] = arguments;
        document.documentElement.className = theme;
        const map = document.querySelector('actor-map');
        map.select(actor);
        return null";
    page.ask::<Value>(body, vec![theme.into(), json!(actor)])
        .await?;
    page.frames(3).await?;
    let at_rest =
        "return document.querySelector('actor-map').shadowRoot.getAnimations().length === 0";
    page.until::<bool>("transitions end", at_rest, vec![])
        .await
        .map(|_| ())
}
