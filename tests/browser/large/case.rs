//! An incident of 2,000 actors stays usable, under a strict policy: every actor has its control in a list that can be
//! searched, the map opens them too, it leaves the page's wheel alone until it is told to move, and panning is cheap.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Fault, File, Page, affair, axe, shown};

const ACTORS: usize = 2_000;
/// What is a large map already, and little enough to be looked at row by row.
const FEWER: usize = 150;

/// The most that a frame may cost the page's thread while the map is panned, in ms of its processor time, mean of 120.
const FRAME_MS: f64 = 8.0;

/// Names, and what a reader may write to find just each of them.
const WRITTEN_OTHERWISE: [(&str, &str); 10] = [
    ("Iğdır", "ığdır"),
    ("İzmir", "izmir"),
    ("Łódź", "lodz"),
    ("Đại sứ", "dai su"),
    ("Straße", "strasse"),
    ("علی", "علي"),
    ("مكتبة القرية", "مكتبه القريه"),
    ("ΕΛΛΆΣ", "ελλας"),
    // Vowels tell these apart, as marks or not.
    ("कि", "कि"),
    ("की", "की"),
];

const ROOT: &str = "const root = document.querySelector('actor-map').shadowRoot;";

/// Letters that are written in several ways find each other, in whatever language the reader's browser is.
async fn letters(page: &Page) -> Result<()> {
    let found = format!(
        "{ROOT} const field = root.querySelector('.finder input');
         const seek = (words) => {{ field.value = words; field.dispatchEvent(new Event('input')); }};
         seek(arguments[0]);
         const rows = [...root.querySelectorAll('li:not([hidden]) > [data-actor]')].map((row) => row.dataset.actor);
         seek('');
         return rows"
    );
    for (actor, (name, sought)) in WRITTEN_OTHERWISE.into_iter().enumerate() {
        let found: Vec<String> = page.ask(&found, vec![sought.into()]).await?;
        ensure!(
            found == [format!("actor-{actor}")],
            "{sought} finds {found:?}, not {name} alone"
        );
    }
    Ok(())
}

/// Our words beside names in another language say that they are English; the names, and what is sought, are not.
async fn languages(page: &Page) -> Result<()> {
    let told = format!(
        "{ROOT} return arguments[0].split(', ').map((part) => root.querySelector(part).closest('[lang]').lang)"
    );
    for (language, parts) in [
        (
            "en",
            ".finder label, .finder p, .rows, .rows small, .tools button, .key, .kicker",
        ),
        ("cs", ".finder input, [data-actor], canvas, .title"),
    ] {
        let told: Vec<String> = page.ask(&told, vec![parts.into()]).await?;
        ensure!(
            told.iter().all(|told| told == language),
            "{parts}: {told:?}, not all {language}"
        );
    }
    Ok(())
}

pub async fn test(page: &Page) -> Result<()> {
    let incident = affair(ACTORS);
    let file = File::of(incident.clone());
    page.provide("incident.json", incident.to_string());
    page.provide("index.html", html("incident.json", ""));
    page.open("index.html").await?;
    page.ready(1).await?;
    controls(page, ACTORS).await?;
    search(page, &file).await.context("the list's search")?;
    keyboard(page).await.context("the keyboard")?;
    placed(page).await?;
    tap(page, &file).await.context("a tap on the map")?;
    wheel(page).await.context("the wheel")?;
    panning(page).await.context("panning")?;
    page.asked_nobody_else().await?;
    page.is_quiet().await?;

    let mut fewer = affair(FEWER);
    fewer["incident"]["language"] = "cs".into();
    for (actor, (name, _)) in WRITTEN_OTHERWISE.into_iter().enumerate() {
        fewer["actors"][actor]["name"] = name.into();
    }
    for actor in 0..FEWER {
        fewer["actors"][actor]["roles"] = json!(["initiator", "victim"]);
        fewer["actors"][actor]["kind"] = ["person", "unknown"][actor % 2].into();
    }
    page.provide("fewer.json", fewer.to_string());
    page.provide(
        "fewer.html",
        html("fewer.json", "<script src=no-worker.js></script>"),
    );
    page.open("fewer.html").await?;
    page.ready(1).await?;
    controls(page, FEWER).await?;
    placed(page).await.context("without a worker")?;
    outlines(page).await.context("the map as a picture")?;
    letters(page).await.context("letters of the search")?;
    languages(page).await.context("languages")?;
    axe::look(page).await?;
    page.ask::<Value>(
        "document.querySelector('actor-map').select('actor-0'); return null",
        vec![],
    )
    .await?;
    page.until_open(0, "actor-0").await?;
    axe::look(page).await.context("with an actor open")?;
    page.is_quiet().await?;
    foreign_style(page).await.context("a foreign style")
}

/// In a large map's picture boxes are drawn as on the map: of actors who are accused and targets, half of them not named.
async fn outlines(page: &Page) -> Result<()> {
    let body = "const picture = document.querySelector('actor-map').toSVG();
        const ink = /<text[^>]* fill=\"([^\"]*)\"/.exec(picture)[1];
        const boxes = [...picture.matchAll(/<rect x=[^>]*>/g)].map(([box]) => box);
        const some = (part) => boxes.some((box) => box.includes(part));
        return [
            boxes.every((box) => box.includes(`stroke=\"${ink}\" stroke-width=\"2.2\"`)),
            some('rx=\"6\"') && some('stroke-dasharray=\"4 3\"'),
            some('rx=\"10.5\"') || some('rx=\"18\"'),
            picture.includes('stroke-linecap=\"round\"'),
        ]";
    let drawn: [bool; 4] = page.ask(body, vec![]).await?;
    ensure!(
        drawn == [true; 4],
        "colour and width, dashes, round ends, ends of dashes: {drawn:?}"
    );
    Ok(())
}

/// Where a server answers for the map's style with a page of its own, the list goes on without the map, and says so, until the
/// style comes after all.
async fn foreign_style(page: &Page) -> Result<()> {
    let home = b"<!doctype html><title>Home</title><style>p { color: red }</style>".to_vec();
    page.spoil("actor-map/large.css", Some(Fault::Bytes(home, "text/html")));
    let entry = "/actor-map/actor-map.js";
    let html = html("fewer.json", "").replace(entry, &format!("{}{entry}", page.copy()));
    page.provide("foreign.html", html);
    page.open("foreign.html").await?;
    page.ready(1).await?;
    let hint =
        format!("{ROOT} return root.querySelector('.map-column .hint:last-child').textContent");
    let hint: String = page.ask(&hint, vec![]).await?;
    let troubles: Vec<String> = page.ask("return window.recorder.troubles", vec![]).await?;
    ensure!(
        hint.contains("could not be drawn")
            && matches!(&troubles[..], [one] if one.contains("no large.css")),
        "“{hint}”, {troubles:?}"
    );
    page.spoil("actor-map/large.css", None);
    controls(page, FEWER).await?;
    placed(page).await.context("asked for once more")
}

fn html(incident: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A large affair</title>\
         <link rel=stylesheet href=page.css><script src=/cases/recorder.js></script>{script}\
         <script type=module src=/actor-map/actor-map.js></script></head><body><main><h1>An article</h1>\
         <p><label>Before the map <input id=before></label></p>\
         <actor-map src={incident}>Words.</actor-map><p><label>After the map <input id=after></label></p></main></body></html>"
    )
}

/// Exactly one control for each actor, and few other elements.
async fn controls(page: &Page, actors: usize) -> Result<()> {
    let (controls, distinct, elements): (usize, usize, usize) = page
        .ask(
            &format!(
                "{ROOT} const all = [...root.querySelectorAll('[data-actor]')];
                 return [all.length, new Set(all.map((control) => control.dataset.actor)).size,
                         root.querySelectorAll('*').length]"
            ),
            vec![],
        )
        .await?;
    ensure!(
        controls == actors && distinct == actors,
        "{controls} controls for {distinct} of {actors} actors"
    );
    // An item, a button and its count for each.
    ensure!(
        elements < 3 * actors + 600,
        "{elements} elements for {actors} actors"
    );
    Ok(())
}

/// Waits until the dots are there.
async fn placed(page: &Page) -> Result<()> {
    let body = format!(
        "{ROOT} return !root.querySelector('.placing') && document.querySelector('actor-map').toSVG().includes('<circle')"
    );
    page.until::<bool>("the map is placed", &body, vec![])
        .await
        .map(|_| ())
}

/// What is typed filters the list and is counted; Enter opens the first that is found.
async fn search(page: &Page, file: &File) -> Result<()> {
    page.click(0, ".finder input").await?;
    keys(page, "minISTRY").await?;
    let shown_rows = format!(
        "{ROOT} return [...root.querySelectorAll('[data-actor]')].filter((row) => row.checkVisibility?.() ?? row.getClientRects().length)
             .map((row) => row.dataset.actor)"
    );
    let actors = file.actors();
    let expected: Vec<&String> = actors
        .iter()
        .filter(|actor| file.name(actor).to_lowercase().contains("ministry"))
        .collect();
    ensure!(expected.len() > 20, "the affair has few ministries");
    let said = format!(
        "{ROOT} return root.querySelector('.finder [role=status]').textContent === arguments[0]"
    );
    page.until::<bool>(
        "the number of finds is said",
        &said,
        vec![format!("{} actors", expected.len()).into()],
    )
    .await?;
    let mut found: Vec<String> = page.ask(&shown_rows, vec![]).await?;
    let mut expected: Vec<String> = expected.into_iter().cloned().collect();
    found.sort();
    expected.sort();
    ensure!(
        found == expected,
        "{} found, {} expected",
        found.len(),
        expected.len()
    );
    // Escape empties the field; nothing was open to be closed.
    key(page, Key::Escape).await?;
    let all: Vec<String> = page.ask(&shown_rows, vec![]).await?;
    ensure!(all.len() == ACTORS, "{} rows after Escape", all.len());

    keys(page, "n01234").await?;
    key(page, Key::Enter).await?;
    page.until_open(0, "actor-1234").await?;
    let statements = shown(page, 0, "[part~=panel]", file).await?;
    ensure!(
        statements == file.concerning("actor-1234"),
        "the panel shows {statements:?}"
    );
    // Escape in the full field empties it, the next one closes.
    key(page, Key::Escape).await?;
    key(page, Key::Escape).await?;
    page.until::<bool>(
        "it closes",
        "return document.querySelector('actor-map').actor === null",
        vec![],
    )
    .await?;
    // A row that is clicked opens its actor, and the focus stays on it.
    page.click(0, "[data-actor='actor-0']").await?;
    page.until_open(0, "actor-0").await?;
    page.ask::<Value>(
        &format!("{ROOT} root.querySelector('[data-close]').click(); return null"),
        vec![],
    )
    .await?;
    page.until::<bool>(
        "the focus is back on the row",
        &format!("{ROOT} return root.activeElement?.dataset.actor === 'actor-0'"),
        vec![],
    )
    .await
    .map(|_| ())
}

/// Types into whatever has the focus. WebKitGTK's keyboard is broken in some builds; there the events are dispatched.
async fn keys(page: &Page, text: &str) -> Result<()> {
    if page.engine().to_string() != "webkit" {
        return page.press(text).await;
    }
    let body = format!(
        "{ROOT} root.activeElement.value += arguments[0];
         root.activeElement.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); return null"
    );
    page.ask::<Value>(&body, vec![text.into()])
        .await
        .map(|_| ())
}

/// The same of a single key that types nothing.
async fn key(page: &Page, key: Key) -> Result<()> {
    let name = match key {
        Key::Enter => "Enter",
        Key::Down => "ArrowDown",
        _ => "Escape",
    };
    if page.engine().to_string() != "webkit" {
        return page.press(char::from(key).to_string()).await;
    }
    let body = format!(
        "{ROOT} (root.activeElement ?? document.body).dispatchEvent(
             new KeyboardEvent('keydown', {{ key: arguments[0], bubbles: true, cancelable: true, composed: true }})); return null"
    );
    page.ask::<Value>(&body, vec![name.into()])
        .await
        .map(|_| ())
}

/// Few stops for the tab key; arrows reach the rows.
async fn keyboard(page: &Page) -> Result<()> {
    let outside = "return document.activeElement?.id ?? ''";
    if !tabs(page).await? {
        println!(
            "note: {}: the tab key does not arrive, so the stops are counted",
            page.engine()
        );
        let stops: usize = page
            .ask(
                &format!("{ROOT} return root.querySelectorAll('a[href], input, button:not([tabindex=\"-1\"]), [tabindex=\"0\"]').length"),
                vec![],
            )
            .await?;
        ensure!(stops < 20, "{stops} stops");
        return Ok(());
    }
    let mut stops = 0;
    while page.ask::<String>(outside, vec![]).await? != "after" {
        page.press(char::from(Key::Tab).to_string()).await?;
        stops += 1;
        ensure!(stops < 20, "the tab key does not leave the map");
    }
    page.ask::<Value>(
        &format!("{ROOT} root.querySelector('.finder input').focus(); return null"),
        vec![],
    )
    .await?;
    let focused = format!("{ROOT} return root.activeElement.dataset.actor ?? null");
    key(page, Key::Down).await?;
    let first: Option<String> = page.ask(&focused, vec![]).await?;
    key(page, Key::Down).await?;
    let second: Option<String> = page.ask(&focused, vec![]).await?;
    ensure!(
        first.is_some() && second.is_some() && first != second,
        "arrows go from {first:?} to {second:?}"
    );
    Ok(())
}

/// Whether the tab key arrives at all in this build of the engine.
async fn tabs(page: &Page) -> Result<bool> {
    page.ask::<Value>(
        "document.getElementById('before').focus(); return null",
        vec![],
    )
    .await?;
    page.press(char::from(Key::Tab).to_string()).await?;
    page.ask("return document.activeElement.id !== 'before'", vec![])
        .await
}

/// A dot that stands alone is tapped, where the map's own picture says it is.
async fn tap(page: &Page, file: &File) -> Result<()> {
    page.ask::<Value>(
        "scrollTo(0, 0); document.querySelector('actor-map').scrollIntoView(); return null",
        vec![],
    )
    .await?;
    page.frames(4).await?;
    let body = format!(
        "{ROOT} const canvas = root.querySelector('canvas').getBoundingClientRect();
         // By its letters: to parse it would take a policy of Trusted Types.
         const picture = document.querySelector('actor-map').toSVG();
         const numbers = (pattern) => [...picture.matchAll(pattern)].map(([, ...found]) => found.map(Number));
         const dots = numbers(/<circle cx=\"([^\"]*)\" cy=\"([^\"]*)\"/g);
         const names = numbers(/<rect x=\"([^\"]*)\" y=\"([^\"]*)\" width=\"([^\"]*)\" height=\"([^\"]*)\"/g);
         const free = ([x, y]) => x > 5 && y > 5 && x < canvas.width - 5 && y < canvas.height - 5 &&
             canvas.top + y < innerHeight &&
             !names.some(([left, top, width, height]) => x > left - 4 && x < left + width + 4 && y > top - 14 && y < top + height + 14);
         let [best, alone] = [null, 0];
         dots.forEach(([x, y], actor) => {{
             if (!free([x, y])) return;
             const nearest = Math.min(...dots.filter((_, other) => other !== actor).map(([u, v]) => Math.hypot(u - x, v - y)));
             if (nearest > alone) [best, alone] = [actor, nearest];
         }});
         return [best, Math.round(canvas.left + dots[best][0]), Math.round(canvas.top + dots[best][1]), names.length, dots.length]"
    );
    let (actor, x, y, names, dots): (usize, i64, i64, usize, usize) =
        page.ask(&body, vec![]).await?;
    ensure!(dots == ACTORS, "{dots} dots");
    ensure!(names > 5, "{names} names on the map");
    page.click_at(x, y).await?;
    let id = format!("actor-{actor}");
    page.until_open(0, &id).await?;
    let statements = shown(page, 0, "[part~=panel]", file).await?;
    ensure!(
        statements == file.concerning(&id),
        "the panel shows {statements:?}"
    );
    page.ask::<Value>(
        "document.querySelector('actor-map').select(null); return null",
        vec![],
    )
    .await
    .map(|_| ())
}

/// The wheel and touches are the page's until the map is told to move, and again after Escape.
async fn wheel(page: &Page) -> Result<()> {
    // Synthetic, for not every driver has a wheel: whether the map keeps the event from the page is what counts.
    let taken = format!(
        "{ROOT} const canvas = root.querySelector('canvas');
         const event = new WheelEvent('wheel', {{ deltaY: 120, cancelable: true, bubbles: true, clientX: 300, clientY: 300 }});
         return [!canvas.dispatchEvent(event), getComputedStyle(canvas).touchAction === 'none']"
    );
    let state = |moving: bool| (moving, moving);
    let now: (bool, bool) = page.ask(&taken, vec![]).await?;
    ensure!(
        now == state(false),
        "before: wheel and touches taken: {now:?}"
    );
    if let Some(scrolled) = page.really_wheel(".large canvas").await? {
        ensure!(scrolled, "a wheel over the map does not scroll the page");
    }
    page.click(0, ".tools [aria-pressed]").await?;
    let now: (bool, bool) = page.ask(&taken, vec![]).await?;
    ensure!(
        now == state(true),
        "moving: wheel and touches taken: {now:?}"
    );
    if let Some(scrolled) = page.really_wheel(".large canvas").await? {
        ensure!(
            !scrolled,
            "a wheel over the map that is being moved scrolls the page"
        );
    }
    key(page, Key::Escape).await?;
    let now: (bool, bool) = page.ask(&taken, vec![]).await?;
    ensure!(
        now == state(false),
        "after Escape: wheel and touches taken: {now:?}"
    );
    // The buttons are as large as fingers want them.
    let small: Vec<String> = page
        .ask(
            &format!(
                "{ROOT} return [...root.querySelectorAll('.tools button, .finder input')].filter((control) => {{
                     const {{ width, height }} = control.getBoundingClientRect();
                     return width < 24 || height < 24;
                 }}).map((control) => control.textContent)"
            ),
            vec![],
        )
        .await?;
    ensure!(small.is_empty(), "targets under 24 px: {small:?}");
    Ok(())
}

/// What a frame costs while the map is dragged.
async fn panning(page: &Page) -> Result<()> {
    let body = format!(
        "const [done] = arguments; {ROOT}
         const canvas = root.querySelector('canvas');
         const [move, near] = root.querySelectorAll('.tools button');
         near.click();
         near.click();
         move.click();
         canvas.setPointerCapture = () => {{}};
         const {{ left, top }} = canvas.getBoundingClientRect();
         const point = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type,
             {{ pointerId: 1, button: 0, pointerType: 'mouse', bubbles: true, clientX: left + x, clientY: top + y }}));
         const before = document.querySelector('actor-map').toSVG();
         point('pointerdown', 200, 200);
         let frame = 0;
         const next = () => {{
             if ((frame += 1) > 120) {{
                 point('pointerup', 200, 200);
                 move.click();
                 return done(before !== document.querySelector('actor-map').toSVG());
             }}
             point('pointermove', 200 + 90 * Math.sin(frame / 12), 200 + 60 * Math.cos(frame / 9));
             requestAnimationFrame(next);
         }};
         requestAnimationFrame(next);"
    );
    let before = page.thread_ms().await?;
    let moved: bool = page.ask_later(&body, vec![]).await?;
    ensure!(moved, "the map did not move");
    let after = page.thread_ms().await?;
    if let (Some(before), Some(after)) = (before, after) {
        let each = (after - before) / 120.0;
        println!(
            "note: {}: {ACTORS} actors, {each:.1} ms of the page's thread a frame while panning",
            page.engine()
        );
        ensure!(each <= FRAME_MS, "{each:.1} ms a frame");
    }
    Ok(())
}
