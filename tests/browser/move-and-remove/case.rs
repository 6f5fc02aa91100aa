//! A CMS that moves the element does not lose the reader's place; removing it frees the map, and adding it again, or to another
//! document, begins afresh with the same actor. Who is asked for before there is a map is opened once there is.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Page;

/// Whether the control that was marked before is still the one in the map.
const SAME: &str =
    "return window.element.shadowRoot.querySelector('[data-actor]') === window.control";

pub async fn test(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    page.click(0, "[data-actor='embassy-b']").await?;
    page.until_open(0, "embassy-b").await?;
    page.ask::<Value>(
        "window.element = document.getElementById('map'); \
         window.control = window.element.shadowRoot.querySelector('[data-actor]'); return null",
        vec![],
    )
    .await?;

    page.ask::<Value>(
        "document.getElementById('there').append(window.element); return null",
        vec![],
    )
    .await?;
    // Long enough for a map that was freed by mistake to be gone.
    outlast_grace(page).await?;
    page.until_open(0, "embassy-b").await?;
    ensure!(
        page.ask::<bool>(SAME, vec![]).await?,
        "moving built a new map"
    );
    ensure!(
        page.events("actor-map-ready").await?.len() == 1,
        "moving told actor-map-ready again"
    );
    page.click(0, "[data-actor='union-c']").await?;
    page.until_open(0, "union-c").await?;

    page.ask::<Value>("window.element.remove(); return null", vec![])
        .await?;
    page.until::<bool>(
        "the map is freed",
        "return !window.element.shadowRoot.querySelector('[data-actor]')",
        vec![],
    )
    .await?;
    ensure!(
        !page
            .ask::<bool>("return window.element.select('union-c')", vec![])
            .await?,
        "a removed map takes select()"
    );

    page.ask::<Value>(
        "document.getElementById('here').append(window.element); return null",
        vec![],
    )
    .await?;
    page.ready(2).await?;
    ensure!(
        !page.ask::<bool>(SAME, vec![]).await?,
        "the old map came back"
    );
    page.until_open(0, "union-c").await?;
    page.click(0, "[data-actor='ministry-a']").await?;
    page.until_open(0, "ministry-a").await?;

    // Many times over: nothing adds up, nothing is complained about.
    let cycles = "
        const done = arguments[arguments.length - 1];
        const parent = document.getElementById('there');
        const once = () => new Promise((ready) => {
            window.element.addEventListener('actor-map-ready', ready, { once: true });
            window.element.remove();
            setTimeout(() => parent.append(window.element), 30);
        });
        (async () => { for (let cycle = 0; cycle < 20; cycle++) await once(); })()
            .then(() => done(window.element.shadowRoot.querySelectorAll('svg').length));";
    let before: usize = page
        .ask(
            "return window.element.shadowRoot.querySelectorAll('svg').length",
            vec![],
        )
        .await?;
    let after: usize = page.ask_later(cycles, vec![]).await?;
    ensure!(before == after, "{before} pictures became {after}");
    asked_for_before_there_is_a_map(page).await?;
    into_another_document(page).await?;
    page.is_quiet().await?;
    before_its_definition(page).await
}

/// By attribute or property, before the element stands in the page, before its file is there, with another file.
async fn asked_for_before_there_is_a_map(page: &Page) -> Result<()> {
    const MADE: &str = "
        const done = arguments[arguments.length - 1];
        const ready = (map) => new Promise((ready) => map.addEventListener('actor-map-ready', ready, { once: true }));
        const made = (attributes) => {
            const map = document.createElement('actor-map');
            for (const name in attributes) map.setAttribute(name, attributes[name]);
            return map;
        };
        const src = window.element.getAttribute('src');
        (async () => {
            const asked = [made({ src, actor: 'state-b' }), made({ src }), made({ src }), made({ src, actor: 'nobody' })];
            asked[1].actor = 'group-7';
            const there = asked.map(ready);
            document.getElementById('there').append(...asked);
            asked[2].actor = 'minister-a';
            for (const map of asked) map.dispatchEvent(new Event('pointerenter'));
            await Promise.all(there);
            const again = ready(asked[0]);
            asked[0].src = src + '?again';
            asked[0].actor = 'union-c';
            await again;
            const found = asked.map((map) => {
                const open = map.shadowRoot.querySelector('[data-actor][aria-expanded=true]');
                return [map.actor, open?.dataset.actor ?? null];
            });
            for (const map of asked) map.remove();
            return found;
        })().then(done, (error) => done(String(error)));";
    let found: Value = page.ask_later(MADE, vec![]).await?;
    let expected = json!([
        ["union-c", "union-c"],
        ["group-7", "group-7"],
        ["minister-a", "minister-a"],
        [null, null],
    ]);
    ensure!(found == expected, "asked for, and open: {found}");
    Ok(())
}

/// What a script sets on an element that is not defined yet holds from its definition on, and can be set again.
async fn before_its_definition(page: &Page) -> Result<()> {
    page.provide(
        "early.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Early</title>\
         <script src=/cases/recorder.js></script></head><body><main></main><script type=module>\
         import '/actor-map/actor-map.js';\
         const src = '/cases/data/harbour.json';\
         const map = Object.assign(document.createElement('actor-map'), { src, theme: 'dark', headingLevel: 2, actor: 'union-c' });\
         document.querySelector('main').append(map);\
         window.early = !customElements.get('actor-map');</script></body></html>"
            .to_owned(),
    );
    page.open("early.html").await?;
    page.ready(1).await?;
    page.until_open(0, "union-c").await?;
    let see = "
        const map = document.querySelector('actor-map');
        return [window.early, map.getAttribute('theme'), map.headingLevel, Object.keys(map),
            map.shadowRoot.querySelectorAll('[part~=title][aria-level=\"2\"], h2[part~=title]').length]";
    let found: Value = page.ask(see, vec![]).await?;
    ensure!(found == json!([true, "dark", 2, [], 1]), "found: {found}");
    let again = "document.querySelector('actor-map').src += '?again'; return null";
    page.ask::<Value>(again, vec![]).await?;
    page.ready(2).await?;
    page.is_quiet().await
}

/// A style that was adopted by one document's shadow root does not come along into another document.
async fn into_another_document(page: &Page) -> Result<()> {
    const MOVED: &str = "
        const done = arguments[arguments.length - 1];
        const frame = document.createElement('iframe');
        frame.width = 600;
        document.body.append(frame);
        const map = window.element;
        const open = map.actor;
        map.addEventListener('actor-map-ready', () => {
            const box = map.shadowRoot.querySelector('.box');
            done([open, map.actor, frame.contentWindow.getComputedStyle(box).fill]);
        }, { once: true });
        map.addEventListener('actor-map-error', (event) => done(event.detail.message), { once: true });
        frame.contentDocument.body.append(map);
        setTimeout(() => map.dispatchEvent(new Event('pointerenter')), 50);";
    let found: Value = page.ask_later(MOVED, vec![]).await?;
    let [open, after, fill] = [&found[0], &found[1], &found[2]];
    ensure!(
        open == after && open.is_string() && fill.is_string() && fill != "rgb(0, 0, 0)",
        "moved to another document: {found}"
    );
    // An edition that no page has had yet keeps its map: there is nothing to begin afresh with.
    const ADOPTED: &str = "
        const made = document.createElement('div');
        made.innerHTML = '<actor-map></actor-map>';
        const [map] = made.children;
        customElements.upgrade(map);
        map.attachShadow({ mode: 'open' }).innerHTML = '<p>The edition</p>';
        document.querySelector('iframe').contentDocument.adoptNode(made);
        return map.shadowRoot.textContent";
    let edition: String = page.ask(ADOPTED, vec![]).await?;
    ensure!(
        edition == "The edition",
        "of an adopted edition is left: {edition}"
    );
    Ok(())
}

/// Lets more time pass than the element gives itself before it frees its map (10 ms).
async fn outlast_grace(page: &Page) -> Result<()> {
    page.ask_later::<Value>(
        "setTimeout(arguments[arguments.length - 1], 100, null)",
        vec![],
    )
    .await
    .map(|_| ())
}
