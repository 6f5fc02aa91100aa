//! Under a strict Content-Security-Policy with Trusted Types the live map works without a single violation, and the
//! static edition is readable and usable without any script.

use actor_map::incident;
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::shadow_markup;
use actor_map::view::edition::for_edition;
use anyhow::{Context, Result, anyhow, ensure};
use serde_json::Value;

use crate::harness::{File, Page, Seen, project, shown};

const INCIDENT: &str = "incidents/czech-mfa-apt31.json";

pub async fn test(page: &Page) -> Result<()> {
    let file = File::read(INCIDENT)?;
    live(page, &file).await.context("live")?;
    edition(page, &file).await.context("the static edition")
}

async fn live(page: &Page, file: &File) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    ensure!(
        refuses_inline_style(page).await?,
        "the policy is not in force, so this case would prove nothing"
    );
    for actor in file.actors() {
        page.click(0, &format!("[data-actor='{actor}']")).await?;
        page.until_open(0, &actor).await?;
        shown(page, 0, "[part~=panel]", file).await?;
    }
    is_styled(page).await?;
    page.asked_nobody_else().await?;
    page.is_quiet().await
}

async fn edition(page: &Page, file: &File) -> Result<()> {
    let text = std::fs::read_to_string(project().join(INCIDENT))?;
    let node = incident::parse_json(&text).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let reading = incident::read(&node).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let story = for_edition(reading);
    let maps = bands(&story.graph, Effort { maps: 3, seeds: 1 });
    let markup = shadow_markup(&story, &maps);
    page.provide(
        "static.html",
        format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>Strict policy, static</title><main><h1>An article</h1>\
             <actor-map><template shadowrootmode=open><link rel=stylesheet href=/actor-map/widget.css>{markup}</template>\
             </actor-map></main></html>"
        ),
    );
    page.open("static.html").await?;
    is_styled(page).await?;
    let forbidden: u32 = page
        .ask("return document.querySelector('actor-map').shadowRoot.querySelectorAll('[style], style, script').length", vec![])
        .await?;
    ensure!(
        forbidden == 0,
        "{forbidden} elements carry a style or a script"
    );

    let mut seen = Seen::default();
    for actor in file.actors() {
        page.click(0, &format!("summary[data-actor='{actor}']"))
            .await?;
        let open = "return document.querySelector('actor-map').shadowRoot.querySelector('.row[open] > summary')?.dataset.actor === arguments[0]";
        page.until::<bool>(
            &format!("{actor} is open"),
            open,
            vec![actor.as_str().into()],
        )
        .await?;
        seen.with_open(page, 0, ".row[open]", file, &actor).await?;
        // What is open stands alone; its title closes it, and the others come back.
        page.click(0, &format!("summary[data-actor='{actor}']"))
            .await?;
        let closed =
            "return !document.querySelector('actor-map').shadowRoot.querySelector('.row[open]')";
        page.until::<bool>(&format!("{actor} is closed"), closed, vec![])
            .await?;
    }
    seen.is_all_of(file)?;
    Ok(())
}

/// Whether `widget.css` applies: its rule for the host makes a block of it.
async fn is_styled(page: &Page) -> Result<()> {
    let body = "
        const map = document.querySelector('actor-map');
        // WebKit lists an adopted sheet among the others too.
        const [sheet] = [...map.shadowRoot.adoptedStyleSheets, ...map.shadowRoot.styleSheets];
        return sheet?.cssRules.length > 0 && getComputedStyle(map).display === 'block'";
    ensure!(
        page.ask::<bool>(body, vec![]).await?,
        "widget.css does not apply"
    );
    Ok(())
}

/// Tries what the policy forbids, and takes the violation out of the record again.
async fn refuses_inline_style(page: &Page) -> Result<bool> {
    page.ask::<Value>(
        "const probe = document.createElement('p'); probe.setAttribute('style', 'color: red'); document.body.append(probe); \
         window.probe = probe; return null",
        vec![],
    )
    .await?;
    let body = "
        const refusals = window.recorder.troubles.filter((trouble) => trouble.startsWith('policy: style-src'));
        if (refusals.length === 0) return false;
        window.recorder.troubles = window.recorder.troubles.filter((trouble) => !refusals.includes(trouble));
        return window.probe.style.color !== 'red' || getComputedStyle(window.probe).color !== 'rgb(255, 0, 0)'";
    page.until("the policy refuses an inline style", body, vec![])
        .await
}
