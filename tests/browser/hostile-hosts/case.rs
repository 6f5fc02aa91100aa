//! Pages that do their worst around the element: it stays as large, as legible and as usable as on a kind page.

use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use tokio::time::sleep;

use crate::harness::{Page, edition};

/// A page: its name, what its head has, what stands before and after the element, and how it is made to show it.
struct Host {
    name: &'static str,
    head: &'static str,
    before: &'static str,
    after: &'static str,
    /// Script that is run once the page has loaded.
    then: &'static str,
}

const KIND: Host = Host {
    name: "kind",
    head: "",
    before: "",
    after: "",
    then: "",
};

const HOSTS: [Host; 10] = [
    Host {
        name: "unset everything",
        head: "<style>* { all: unset !important; box-sizing: content-box; font-size: 40px } div, main, body, html { display: block !important } head, head * { display: none !important }</style>",
        ..KIND
    },
    Host {
        name: "hide pictures and buttons",
        head: "<style>svg, button, summary, p, blockquote { display: none !important }</style>",
        ..KIND
    },
    Host {
        name: "tiny root type",
        head: "<style>html { font-size: 8px } * { line-height: .8; letter-spacing: 3px; text-transform: uppercase }</style>",
        ..KIND
    },
    Host {
        name: "right to left",
        head: "<script>document.documentElement.dir = 'rtl'</script>",
        ..KIND
    },
    Host {
        // What a page of 1,280 px has to lay out in at 400 %: the column of WCAG's "Reflow", with type as large.
        name: "reflow at 400 %",
        head: "<style>html { font-size: 400% } main { width: 320px }</style>",
        ..KIND
    },
    Host {
        // A zoom that page and pointer feel, unlike a narrow column. No driver can turn the browser's own.
        name: ZOOM,
        head: "<style>html { zoom: 4 } body { margin: 0 }</style>",
        then: "const { clientWidth } = document.querySelector('actor-map'); \
               if (clientWidth > 330) throw Error(`not zoomed: ${clientWidth} px`)",
        ..KIND
    },
    Host {
        name: "a column of 280 px",
        before: "<div style='width: 280px'>",
        after: "</div>",
        ..KIND
    },
    Host {
        name: "shown later",
        before: "<div id=later style='display: none'>",
        after: "</div>",
        then: "document.getElementById('later').style.display = 'block'",
        ..KIND
    },
    Host {
        name: "in a dialog",
        before: "<dialog id=dialog style='width: 700px'>",
        after: "</dialog>",
        then: "document.getElementById('dialog').showModal()",
        ..KIND
    },
    Host {
        name: "transformed",
        before: "<div style='transform: scale(.9) rotate(.5deg); filter: grayscale(.2)'>",
        after: "</div>",
        ..KIND
    },
];

/// Places that are as wide as what is in them, or narrower than a map is made for: the style of the element's parent, and
/// how wide the element is to be there.
const PLACES: [(&str, &str, RangeInclusive<f64>); 10] = [
    ("a cell", "display: table-cell", ROOMY),
    ("a float", "float: left", ROOMY),
    ("an inline block", "display: inline-block", ROOMY),
    ("fit-content", "width: fit-content", ROOMY),
    ("a row of boxes", "display: flex", ROOMY),
    (
        "a centred column",
        "display: flex; flex-direction: column; align-items: center",
        ROOMY,
    ),
    (
        "the middle of a grid",
        "display: grid; place-items: center",
        ROOMY,
    ),
    (
        "lines from top to bottom",
        "writing-mode: vertical-rl",
        ROOMY,
    ),
    ("a narrow row", "display: flex; width: 250px", 250.0..=250.0),
    (
        "a narrow grid",
        "display: grid; width: 250px",
        250.0..=250.0,
    ),
];
/// Of a window of 800 px or more.
const ROOMY: RangeInclusive<f64> = 700.0..=960.0;

const ZOOM: &str = "zoom of 400 %";

/// Where a reader finds a control who scrolls through the page and looks. Under `zoom` engines disagree on the units of an
/// SVG element's rectangle, and where they scroll to for it; what lies at a point of the window they all say.
const FIND: &str = "
    const [selector] = arguments;
    const root = document.querySelector('actor-map').shadowRoot;
    const control = root.querySelector(selector);
    const points = (length) => Array.from({ length: Math.floor(length / 16) }, (_, at) => 8 + 16 * at);
    scrollTo(0, 0);
    for (let before = -1; scrollY > before; ) {
        const found = points(innerHeight).flatMap((y) => points(innerWidth).map((x) => [x, y]))
            .filter(([x, y]) => control.contains(root.elementFromPoint(x, y)));
        // All of it is in the window, and it is as large as it is to be.
        if (found.length > 30 && found.at(-1)[1] < innerHeight - 32) return found[Math.floor(found.length / 2)];
        before = scrollY;
        scrollBy({ top: innerHeight / 4, behavior: 'instant' });
    }
    return null;";

/// What a reader needs of a map.
#[derive(Debug, Deserialize)]
struct Map {
    controls: usize,
    /// The least side of a control, in the picture's own units.
    least_control: f64,
    /// The least font size of a name, in CSS px.
    least_type: f64,
    /// The element has its parent's font size: the page's own lengths in `em` and `ch` stay what they are.
    inherits: bool,
    /// Names whose text begins or ends outside its box.
    outside: Vec<String>,
    /// The width of the panel's first statement.
    panel: f64,
    /// The statement's text runs from left to right.
    direction: String,
}

const SEE: &str = "
    const map = document.querySelector('actor-map');
    const picture = map.shadowRoot.querySelector('svg.map');
    const controls = [...picture.querySelectorAll('[data-actor]')];
    const boxes = controls.map((control) => control.querySelector('.box').getBBox());
    const names = controls.flatMap((control) => [...control.querySelectorAll('.name')]);
    const outside = names.filter((name) => {
        const [text, box] = [name.getBBox(), name.parentElement.querySelector('.box').getBBox()];
        return text.width === 0 || text.x < box.x - 1 || text.x + text.width > box.x + box.width + 1;
    });
    const statement = map.shadowRoot.querySelector('.panel > :not([hidden]) [data-statement]');
    return {
        controls: controls.filter((control) => control.getClientRects().length > 0).length,
        least_control: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
        least_type: Math.min(...names.map((name) => parseFloat(getComputedStyle(name).fontSize))),
        inherits: getComputedStyle(map).fontSize === getComputedStyle(map.parentElement).fontSize,
        outside: outside.map((name) => name.textContent),
        panel: statement.clientWidth,
        direction: getComputedStyle(statement).direction,
    };";

pub async fn test(page: &Page) -> Result<()> {
    for host in &HOSTS {
        usable(page, host).await.context(host.name)?;
    }
    for (name, style, width) in PLACES {
        as_wide_as_its_place(page, style, width)
            .await
            .context(name)?;
    }
    ten(page).await.context("ten on a page")?;
    behind(page).await.context("in a tab behind another")?;
    back(page).await.context("left and come back to")
}

async fn usable(page: &Page, host: &Host) -> Result<()> {
    let Host {
        head,
        before,
        after,
        then,
        ..
    } = host;
    let element = edition::element("")?;
    page.provide(
        "index.html",
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>A hostile page</title>\
             <script src=/cases/recorder.js></script>{head}</head><body><main>{before}{element}{after}</main></body></html>"
        ),
    );
    page.open("index.html").await?;
    page.ask::<Value>(&format!("{then}; return null"), vec![])
        .await?;
    page.ready(1).await?;
    page.frames(2).await?;
    let china = "svg.map [data-actor='china']";
    if host.name == ZOOM {
        let (x, y) = page.ask(FIND, vec![china.into()]).await?;
        page.click_at(x, y).await?;
    } else {
        page.click(0, china).await?;
    }
    page.until_open(0, "china").await?;
    let map: Map = page.ask(SEE, vec![]).await?;
    ensure!(map.controls == 25, "{map:?}");
    // Under `zoom` WebKit says a quarter of an SVG text's font size.
    let is_quarter = host.name == ZOOM && page.engine().to_string() == "webkit";
    let type_px = map.least_type * if is_quarter { 4.0 } else { 1.0 };
    ensure!(
        map.least_control >= 23.9 && type_px >= 11.0 && map.inherits,
        "{map:?}"
    );
    ensure!(map.outside.is_empty(), "{map:?}");
    ensure!(map.panel > 150.0 && map.direction == "ltr", "{map:?}");
    page.is_quiet().await
}

/// In a place that asks the element how wide it would be, it is neither lost nor too wide, live and as an edition.
async fn as_wide_as_its_place(page: &Page, style: &str, width: RangeInclusive<f64>) -> Result<()> {
    let element = edition::element("")?;
    page.provide(
        "index.html",
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>A place</title>\
             <script src=/cases/recorder.js></script></head><body><main><div style='{style}'>\
             <actor-map src=/{}>A sentence.</actor-map></div><br style='clear: both'>\
             <div style='{style}'>{element}</div></main></body></html>",
            edition::INCIDENT
        ),
    );
    page.open("index.html").await?;
    let begin = "for (const map of document.querySelectorAll('actor-map')) map.dispatchEvent(new Event('pointerenter')); return null";
    page.until::<bool>(
        "the element is defined, and the edition has its style",
        "const edition = [...document.querySelectorAll('actor-map')].at(-1);
         return Boolean(customElements.get('actor-map')) && getComputedStyle(edition).contain === 'content'",
        vec![],
    )
    .await?;
    let see = "
        return [...document.querySelectorAll('actor-map')].map(({ clientWidth, shadowRoot }) => {
            // Not one that is being built aside.
            const isSeen = (picture) => picture.clientWidth && !picture.closest('[inert]');
            const pictures = [...shadowRoot.querySelectorAll('svg.map')].filter(isSeen);
            return [clientWidth, pictures.length, pictures[0]?.getAttribute('width') - pictures[0]?.clientWidth];
        })";
    let before: Vec<(f64, usize, Option<f64>)> = page.ask(see, vec![]).await?;
    page.ask::<Value>(begin, vec![]).await?;
    page.ready(2).await?;
    page.frames(2).await?;
    let after: Vec<(f64, usize, Option<f64>)> = page.ask(see, vec![]).await?;
    ensure!(
        before[1].1 == 1 && width.contains(&before[1].0),
        "the edition: {before:?}"
    );
    for (wide, pictures, scaled) in &after {
        // Below 280 px a map is drawn smaller, else it is made for its place from the start.
        let made = scaled.is_some_and(|by| by <= if *wide < 280.0 { 40.0 } else { 1.5 });
        ensure!(
            width.contains(wide) && *pictures == 1 && made,
            "live: {after:?}"
        );
    }
    page.is_quiet().await
}

/// Ten elements share one program; each opens for itself.
async fn ten(page: &Page) -> Result<()> {
    let elements: String = (0..10)
        .map(|at| {
            format!(
                "<actor-map id=map-{at} src=/incidents/czech-mfa-apt31.json>Map {at}</actor-map>"
            )
        })
        .collect();
    page.provide(
        "index.html",
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ten</title><script src=/cases/recorder.js></script>\
             <script type=module src=/actor-map/actor-map.js></script></head><body><main>{elements}</main></body></html>"
        ),
    );
    page.open("index.html").await?;
    for at in 0..10 {
        page.ask::<Value>(
            "document.querySelectorAll('actor-map')[arguments[0]].scrollIntoView(); return null",
            vec![at.into()],
        )
        .await?;
        let stands = "return Boolean(document.querySelectorAll('actor-map')[arguments[0]].shadowRoot?.querySelector('[data-actor]'))";
        page.until::<bool>("the map stands", stands, vec![at.into()])
            .await?;
    }
    page.ready(10).await?;
    for (position, actor) in [(9, "nato"), (0, "china"), (4, "apt31")] {
        page.click(position, &format!("[data-actor='{actor}']"))
            .await?;
        page.until_open(position, actor).await?;
    }
    let modules: usize = page
        .ask(
            "return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.wasm')).length",
            vec![],
        )
        .await?;
    ensure!(modules == 1, "the module was loaded {modules} times");
    page.is_quiet().await
}

/// A page is loaded in a tab that nobody looks at, and shown later: one map is asked for by the page's address and stands
/// while it is hidden, one may wait until its page is shown.
async fn behind(page: &Page) -> Result<()> {
    // A driver that asks the page itself may show it; so it tells the server when the first map stands.
    const TOLD: &str = "index.html";
    let head = format!(
        "<script>
        window.hidden = [document.hidden];
        document.addEventListener('visibilitychange', () => window.hidden.push(document.hidden));
        document.addEventListener('actor-map-ready', ({{ target }}) => target.id || fetch('{}/{TOLD}'));
        </script>",
        page.copy()
    );
    let other = "<actor-map id=harbour src=/cases/data/harbour.json>Harbour</actor-map>";
    let article = edition::article(&page.copy(), &head)?;
    let article = article.replace("<p id=before>", &format!("{other}<p id=before>"));
    page.provide("behind.html", article);
    let before = page.asked().len();
    let stands = async {
        let deadline = Instant::now() + Duration::from_secs(15);
        while !page.asked().iter().skip(before).any(|path| path == TOLD) {
            ensure!(Instant::now() < deadline, "no map stands while hidden");
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    };
    page.open_behind("behind.html#actor-map=czech-mfa-apt31/china", stands)
        .await?;
    page.ready(2).await?;
    page.until_open(1, "china").await?;
    let hidden: Vec<bool> = page.ask("return window.hidden", vec![]).await?;
    ensure!(hidden == [true, false], "hidden: {hidden:?}");
    page.click(0, "[data-actor='ministry-a']").await?;
    page.until_open(0, "ministry-a").await?;
    page.is_quiet().await
}

/// The page is left and come back to. All three engines keep it in memory meanwhile (the back/forward cache), for nothing of ours
/// forbids it, and the server says `no-cache` for it, not `no-store`: it is as it was, and no map comes twice.
async fn back(page: &Page) -> Result<()> {
    const RETURNS: &str = "<script>addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted))</script>";
    page.provide("index.html", edition::article("", RETURNS)?);
    page.open("index.html").await?;
    page.ready(1).await?;
    page.click(0, "[data-actor='china']").await?;
    page.until_open(0, "china").await?;
    page.ask::<Value>("window.left = true; return null", vec![])
        .await?;
    page.provide(
        "elsewhere.html",
        "<!doctype html><html lang=en><title>Elsewhere</title><p>Elsewhere.</p></html>".to_owned(),
    );
    page.open("elsewhere.html").await?;
    page.back().await?;
    let stands = "return Boolean(document.querySelector('actor-map')?.shadowRoot?.querySelector('svg.map [data-actor]'))";
    page.until::<bool>("the map stands", stands, vec![]).await?;
    let remembered: bool = page.ask("return window.left === true", vec![]).await?;
    ensure!(remembered, "the browser did not keep the page");
    page.until::<bool>("pageshow", "return window.persisted", vec![])
        .await?;
    page.until_open(0, "china").await?;
    page.frames(4).await?;
    page.click(0, "svg.map [data-actor='nato']").await?;
    page.until_open(0, "nato").await?;
    let ready = page.events("actor-map-ready").await?.len();
    ensure!(ready == 1, "actor-map-ready came {ready} times");
    page.is_quiet().await
}
