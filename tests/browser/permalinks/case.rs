//! A link to an actor or to a statement, opened cold, scrolls to the map and opens the words, unless the
//! reader has scrolled since; other fragments and the
//! page's history are left alone. `toSVG()` gives the map as a picture that stands by itself.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::{File, Page, edition, shown};

/// The map is far down the page, and whoever writes to the page's history is counted.
const HEAD: &str = "<style>main { padding-top: 3000px }</style><script>
    window.written = 0;
    for (const name of ['pushState', 'replaceState']) {
        const original = history[name];
        history[name] = (...given) => { window.written += 1; return original.apply(history, given); };
    }
    </script>";

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read(edition::INCIDENT)?;
    page.provide("index.html", edition::article("", HEAD)?);
    let statement = file
        .concerning("nato")
        .into_iter()
        .next()
        .unwrap_or_default();
    page.open(&format!(
        "index.html#actor-map=czech-mfa-apt31/nato/{statement}"
    ))
    .await?;
    page.until_open(0, "nato").await?;
    shown(page, 0, "[part~=panel]", &file).await?;
    let seen = "
        const root = document.querySelector('actor-map').shadowRoot;
        const statement = root.querySelector(`.panel > :not([hidden]) [data-statement='${arguments[0]}']`);
        const { top, bottom } = statement.getBoundingClientRect();
        return root.activeElement === statement && top < innerHeight && bottom > 0 && window.written === 0";
    page.until::<bool>("the statement is in sight", seen, vec![statement.into()])
        .await?;

    // Another fragment of the page is none of our business.
    let quiet: bool = page
        .ask(
            "location.hash = '#before'; return document.querySelector('actor-map').actor === 'nato'",
            vec![],
        )
        .await?;
    ensure!(quiet, "another fragment closed the actor");
    page.ask::<Value>(
        "location.hash = '#actor-map=czech-mfa-apt31/china'; return null",
        vec![],
    )
    .await?;
    page.until_open(0, "china").await?;
    page.ask::<Value>(
        "location.hash = '#actor-map=another-incident/nato'; return null",
        vec![],
    )
    .await?;
    page.frames(4).await?;
    page.until_open(0, "china").await?;

    under_the_map(page).await?;
    picture(page).await?;
    page.is_quiet().await?;
    no_reader_is_called_back(page).await?;
    where_the_page_scrolls_within_a_box(page).await?;
    what_is_folded_up_is_opened(page).await?;
    of_several_maps_the_first_answers(page).await
}

/// Where the panel stands under the map, that is where a link to an actor leads.
async fn under_the_map(page: &Page) -> Result<()> {
    page.set_width(360).await?;
    page.ask::<Value>(
        "location.hash = '#actor-map=czech-mfa-apt31/nato'; return null",
        vec![],
    )
    .await?;
    page.until_open(0, "nato").await?;
    let seen = "const { top } = document.querySelector('actor-map').shadowRoot.querySelector('.panel').getBoundingClientRect();
        return top >= 0 && top < innerHeight * 0.6";
    page.until::<bool>("the panel is in sight", seen, vec![])
        .await?;
    Ok(())
}

/// Who has scrolled since the page was opened is not called back by the link.
async fn no_reader_is_called_back(page: &Page) -> Result<()> {
    let head = [
        HEAD,
        // Firefox may have nothing to scroll yet when it has parsed the page.
        "<script>const scroll = () => { scrollTo(0, 120); if (scrollY < 100) requestAnimationFrame(scroll); };
         addEventListener('DOMContentLoaded', scroll)</script>",
    ]
    .concat();
    page.provide("late.html", edition::article("", &head)?);
    page.open("late.html#actor-map=czech-mfa-apt31/nato")
        .await?;
    page.until_open(0, "nato").await?;
    page.frames(4).await?;
    let at: f64 = page.ask("return scrollY", vec![]).await?;
    ensure!(at == 120.0, "the page stands at {at} px instead of 120");
    page.is_quiet().await?;

    // A link in the article is followed from wherever it was clicked, before the program is there, too.
    page.open("late.html").await?;
    page.ask::<Value>(
        "location.hash = '#actor-map=czech-mfa-apt31/nato'; return null",
        vec![],
    )
    .await?;
    page.until_open(0, "nato").await?;
    let seen = "return scrollY > 2000";
    page.until::<bool>("the map is in sight", seen, vec![])
        .await?;
    page.is_quiet().await
}

/// The same where not the window scrolls but a box.
async fn where_the_page_scrolls_within_a_box(page: &Page) -> Result<()> {
    let head = "<style>html, body { height: 100%; margin: 0 } main { height: 100vh; overflow: auto } #before { height: 3000px }</style>
        <script>const scroll = () => {
            const box = document.querySelector('main');
            box.scrollTop = 120;
            if (box.scrollTop < 100) requestAnimationFrame(scroll);
        };
        addEventListener('DOMContentLoaded', scroll)</script>";
    page.provide("box.html", edition::article("", head)?);
    page.open("box.html#actor-map=czech-mfa-apt31/nato").await?;
    page.until_open(0, "nato").await?;
    page.frames(4).await?;
    let at: f64 = page
        .ask("return document.querySelector('main').scrollTop", vec![])
        .await?;
    ensure!(at == 120.0, "the box stands at {at} px instead of 120");
    page.is_quiet().await
}

/// A map in a closed `<details>` is shown, as what a fragment of the page's own names is.
async fn what_is_folded_up_is_opened(page: &Page) -> Result<()> {
    let article = edition::article("", HEAD)?;
    let folded = article
        .replace(
            "<div><actor-map",
            "<details><summary>More</summary><div><actor-map",
        )
        .replace("<p id=after>", "</details><p id=after>");
    page.provide("folded.html", folded);
    page.open("folded.html#actor-map=czech-mfa-apt31/nato")
        .await?;
    page.until_open(0, "nato").await?;
    let seen = "
        const { top } = document.querySelector('actor-map').getBoundingClientRect();
        return document.querySelector('details').open && top < innerHeight && scrollY > 2000";
    page.until::<bool>("the map is in sight", seen, vec![])
        .await?;
    page.is_quiet().await
}

/// Where an incident has several maps on a page, one of them opens and is scrolled to.
async fn of_several_maps_the_first_answers(page: &Page) -> Result<()> {
    let map = format!(
        "<div><actor-map src='/{}'></actor-map></div>",
        edition::INCIDENT
    );
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Twice</title><script src=/cases/recorder.js></script>
         <style>main {{ display: flex }} div {{ flex: 1; min-width: 0 }}</style></head><body><main>{map}{map}</main>
         <script type=module src=/actor-map/actor-map.js></script></body></html>"
    );
    page.provide("twice.html", html);
    page.open("twice.html").await?;
    page.ready(2).await?;
    page.ask::<Value>(
        "location.hash = '#actor-map=czech-mfa-apt31/china'; return null",
        vec![],
    )
    .await?;
    page.until_open(0, "china").await?;
    page.frames(4).await?;
    let open = "return [...document.querySelectorAll('actor-map')].map(({ actor }) => actor)";
    let open_now: Value = page.ask(open, vec![]).await?;
    ensure!(open_now == json!(["china", null]), "open are {open_now}");

    // A map that a site has for other widths, and does not show, is none that could answer.
    page.ask::<Value>(
        "document.querySelector('div').style.display = 'none';
         location.hash = '#actor-map=czech-mfa-apt31/nato'; return null",
        vec![],
    )
    .await?;
    page.until_open(1, "nato").await?;
    page.frames(4).await?;
    let open_now: Value = page.ask(open, vec![]).await?;
    ensure!(open_now == json!(["china", "nato"]), "open are {open_now}");
    page.is_quiet().await
}

/// The picture is well-formed SVG with every name in it, and it shows when loaded as an image.
async fn picture(page: &Page) -> Result<()> {
    let (faults, names, names_on_map, width): (usize, usize, usize, f64) = page
        .ask_later(
            "const done = arguments[arguments.length - 1];
             const map = document.querySelector('actor-map');
             const svg = map.toSVG();
             const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
             const count = (root) => [...root.querySelectorAll('text')].length;
             const image = new Image();
             const end = () => done([
                 parsed.querySelectorAll('parsererror, script, [style]').length,
                 count(parsed), count(map.shadowRoot.querySelector('svg.map')), image.naturalWidth,
             ]);
             image.onload = image.onerror = end;
             image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));",
            vec![],
        )
        .await?;
    ensure!(faults == 0, "the picture has {faults} faults");
    ensure!(
        names > 0 && names == names_on_map,
        "{names} texts in the picture, {names_on_map} on the map"
    );
    ensure!(width > 200.0, "the picture is {width} px wide");
    Ok(())
}
