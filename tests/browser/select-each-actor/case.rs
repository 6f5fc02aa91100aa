//! A reader clicks one actor after the other and reads exactly what the file has: each statement of the actor and
//! about it, every printing in its source's words, nothing more. The same for the incident that is compiled in. What a
//! click is to show is made before it, when the pointer or the focus has come to the actor.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::{File, Page, Seen, shown};

const PANEL: &str = "[part~=panel]";

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read("incidents/czech-mfa-apt31.json")?;
    for start in ["index.html", "compiled-in.html"] {
        page.open(start).await?;
        page.ready(1).await?;
        whole_incident(page, &file)
            .await
            .with_context(|| start.to_owned())?;
    }
    on_paper(page, &file).await.context("on paper")?;
    made_ahead(page).await.context("made ahead")?;
    first_words_in_sight(page, &file)
        .await
        .context("under the map, on a phone")?;
    from_the_beginning(page)
        .await
        .context("beside the map the panel scrolls")
}

/// Whoever taps a name sees the first words of what it opens, wherever on the screen the panel began: in a low window, or in
/// the part of one that a reader sees who has zoomed in.
async fn first_words_in_sight(page: &Page, file: &File) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    page.set_width(320).await?;
    // What is scrolled to is there at once.
    let calm = "
        const asked = matchMedia.bind(window);
        window.matchMedia = (query) => (query.includes('reduced-motion') ? { matches: true } : asked(query));
        return null";
    page.ask::<Value>(calm, vec![]).await?;
    let actors = file.actors();
    let parts = [(568, 0.69), (568, 1.4), (320, 0.69)];
    for (actor, (seen, part)) in actors
        .iter()
        .flat_map(|actor| parts.map(|part| (actor, part)))
    {
        let open = "
            const [actor, height, part] = arguments;
            Object.defineProperty(window, 'visualViewport', { value: { height, offsetTop: 0 }, configurable: true });
            const map = document.querySelector('actor-map');
            document.body.style.paddingBlock = '2000px';
            map.select(null);
            const root = map.shadowRoot;
            scrollBy({ top: root.querySelector('.panel').getBoundingClientRect().top - part * height, behavior: 'instant' });
            root.querySelector(`[data-actor='${actor}'] .box`).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
            return null";
        let given = vec![json!(actor), json!(seen), json!(part)];
        page.ask::<Value>(open, given).await?;
        page.until_open(0, actor).await?;
        let sight = "
            const root = document.querySelector('actor-map').shadowRoot;
            const panel = root.querySelector('.panel').getBoundingClientRect();
            const first = [...root.querySelectorAll('.panel .statement')].find((statement) => statement.clientHeight);
            const words = first?.getBoundingClientRect().top ?? panel.top;
            return words > -1 && words + 40 < arguments[0]";
        page.until::<bool>(
            &format!("{actor}'s first words in sight in {seen} px, where the panel began at {part} of them"),
            sight,
            vec![json!(seen)],
        )
        .await?;
    }
    page.is_quiet().await
}

/// Paper has every actor's statements, whoever is open; afterwards the page is as it was.
async fn on_paper(page: &Page, file: &File) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    page.click(0, "[data-actor='nato']").await?;
    page.until_open(0, "nato").await?;
    let actors = file.actors();
    let print = "
        dispatchEvent(new Event('beforeprint'));
        return document.querySelector('actor-map').shadowRoot.querySelector('.paper').children.length";
    let count: usize = page.ask(print, vec![]).await?;
    ensure!(count == actors.len(), "{count} of {} actors", actors.len());
    let is_paper = page.print_media(true).await?;
    let mut printed = BTreeSet::new();
    for nth in 1..=count {
        let part = format!(".paper > :nth-child({nth})");
        if is_paper {
            printed.extend(shown(page, 0, &part, file).await?);
        } else {
            let ids = "
                const part = document.querySelector('actor-map').shadowRoot.querySelector(arguments[0]);
                return [...part.querySelectorAll('.statement')].map((statement) => statement.dataset.statement)";
            let ids: Vec<String> = page.ask(ids, vec![json!(part)]).await?;
            printed.extend(ids);
        }
    }
    page.print_media(false).await?;
    ensure!(printed == file.statements(), "paper has {printed:?}");
    let after = "
        dispatchEvent(new Event('afterprint'));
        const map = document.querySelector('actor-map');
        return map.actor === 'nato' && !map.shadowRoot.querySelector('.paper')";
    ensure!(
        page.ask::<bool>(after, vec![]).await?,
        "paper stays, or another actor is open"
    );
    shown(page, 0, PANEL, file).await?;
    page.is_quiet().await
}

/// A reader who has scrolled through an actor's statements reads the next one's from the first.
async fn from_the_beginning(page: &Page) -> Result<()> {
    page.set_width(1000).await?;
    page.click(0, "[data-actor='china']").await?;
    page.until_open(0, "china").await?;
    let scroll = "
        const panel = document.querySelector('actor-map').shadowRoot.querySelector('[part~=panel]');
        panel.scrollTop = 200;
        return panel.scrollTop";
    let scrolled: f64 = page.ask(scroll, vec![]).await?;
    ensure!(scrolled == 200.0, "the panel does not scroll: {scrolled}");
    page.click(0, "[data-actor='nato']").await?;
    page.until_open(0, "nato").await?;
    let place = "return document.querySelector('actor-map').shadowRoot.querySelector('[part~=panel]').scrollTop";
    let top: f64 = page.ask(place, vec![]).await?;
    ensure!(top == 0.0, "the panel begins at {top}");
    page.is_quiet().await
}

/// Elements made while something happens.
#[derive(Debug, Deserialize)]
struct Made {
    pointed: u32,
    open: Option<String>,
    clicked: u32,
    pointed_again: u32,
    focused: u32,
    clicked_other: u32,
    clicked_again: u32,
}

async fn made_ahead(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    let body = "
        const map = document.querySelector('actor-map');
        const create = document.createElementNS;
        let made = 0;
        document.createElementNS = function (...given) {
            made += 1;
            return create.apply(this, given);
        };
        const during = (event, id) => {
            made = 0;
            map.shadowRoot.querySelector(`[data-actor='${id}'] .box`).dispatchEvent(event);
            return made;
        };
        const to = { bubbles: true, composed: true };
        const pointed = (id) => during(new PointerEvent('pointerover', to), id);
        const clicked = (id) => during(new MouseEvent('click', to), id);
        return {
            pointed: pointed('china'),
            open: map.actor,
            clicked: clicked('china'),
            pointed_again: pointed('china'),
            focused: during(new FocusEvent('focusin', to), 'apt31'),
            clicked_other: clicked('apt31'),
            clicked_again: clicked('china'),
        }";
    let made: Made = page.ask(body, vec![]).await?;
    ensure!(
        made.open.is_none() && made.pointed > 0 && made.focused > 0,
        "nothing is made ahead: {made:?}"
    );
    let late = made.clicked + made.pointed_again + made.clicked_other + made.clicked_again;
    ensure!(late == 0, "something is made later: {made:?}");
    page.until_open(0, "china").await?;
    page.click(0, "[data-close]").await
}

async fn whole_incident(page: &Page, file: &File) -> Result<()> {
    let lead = shown(page, 0, PANEL, file)
        .await
        .context("with no actor open")?;
    ensure!(
        lead == file.lead(),
        "the panel opens with {lead:?}, the file says {:?}",
        file.lead()
    );

    let mut seen = Seen::default();
    for actor in file.actors() {
        page.click(0, &format!("[data-actor='{actor}']")).await?;
        page.until_open(0, &actor).await?;
        seen.with_open(page, 0, PANEL, file, &actor).await?;
    }
    seen.is_all_of(file)?;

    let selected: Vec<Value> = page
        .events("actor-map-select")
        .await?
        .iter()
        .map(|event| event["detail"]["actor"].clone())
        .collect();
    ensure!(
        selected == file.actors(),
        "actor-map-select told {selected:?}"
    );
    // The last ones are told of after their paint.
    let told = "
        const quotes = window.recorder.events.filter(({ type }) => type === 'actor-map-quote');
        return quotes.length >= arguments[0]";
    let statements = file.statements().len();
    page.until::<bool>("every statement is told of", told, vec![statements.into()])
        .await?;
    let quoted: Vec<Value> = page
        .events("actor-map-quote")
        .await?
        .iter()
        .map(|event| event["detail"]["statement"].clone())
        .collect();
    let once: BTreeSet<String> = quoted
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    ensure!(
        quoted.len() == once.len(),
        "actor-map-quote told a statement twice: {quoted:?}"
    );
    ensure!(once == file.statements(), "actor-map-quote told {once:?}");

    let unknown: bool = page
        .ask(
            "return document.querySelector('actor-map').select('no-such-actor')",
            vec![],
        )
        .await?;
    ensure!(!unknown, "select() took an unknown id");
    let closed: Value = page
        .ask(
            "const map = document.querySelector('actor-map'); return [map.select(null), map.actor]",
            vec![],
        )
        .await?;
    ensure!(closed == json!([true, null]), "select(null) gave {closed}");
    page.is_quiet().await
}
