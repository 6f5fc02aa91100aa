//! A reader clicks one actor after the other and reads exactly what the file has: each statement of the actor and
//! about it, every printing in its source's words, nothing more. The same for the incident that is compiled in.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
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
    Ok(())
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
