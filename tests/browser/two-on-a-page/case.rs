//! Two maps of two incidents that share an actor's id do not disturb each other, and load the program once.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::{File, Page, shown};

pub async fn test(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(2).await?;
    let harbour = File::read("tests/browser/data/harbour.json")?;
    let quarry = File::read("tests/browser/data/quarry.json")?;

    // Both incidents have a "ministry-a"; opening one opens one.
    page.click(0, "[data-actor='ministry-a']").await?;
    page.until_open(0, "ministry-a").await?;
    let open = open_actors(page).await?;
    ensure!(open == json!(["ministry-a", null]), "open: {open}");
    ensure!(shown(page, 0, "[part~=panel]", &harbour).await? == harbour.concerning("ministry-a"));
    ensure!(shown(page, 1, "[part~=panel]", &quarry).await? == quarry.lead());

    page.click(1, "[data-actor='owner']").await?;
    page.until_open(1, "owner").await?;
    let open = open_actors(page).await?;
    ensure!(open == json!(["ministry-a", "owner"]), "open: {open}");
    ensure!(shown(page, 0, "[part~=panel]", &harbour).await? == harbour.concerning("ministry-a"));
    ensure!(shown(page, 1, "[part~=panel]", &quarry).await? == quarry.concerning("owner"));

    let selects = page.events("actor-map-select").await?;
    let told: Vec<(&Value, &Value)> = selects
        .iter()
        .map(|event| (&event["target"], &event["detail"]["actor"]))
        .collect();
    ensure!(
        told == [
            (&json!("harbour"), &json!("ministry-a")),
            (&json!("quarry"), &json!("owner"))
        ],
        "actor-map-select told {told:?}"
    );

    // What is no id selects nothing, and ends nothing.
    let nothing = "
        const all = [false, 0, 5, NaN, {}, [], ['ministry-a'], new Event('click'), Symbol(), () => {}];
        return all.filter((one) => document.getElementById('harbour').select(one)).map(String)";
    let selected: Vec<String> = page.ask(nothing, vec![]).await?;
    let open = open_actors(page).await?;
    ensure!(
        selected.is_empty() && open == json!(["ministry-a", "owner"]),
        "selected: {selected:?}, open: {open}"
    );

    let programs: u32 = page
        .ask("return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.wasm')).length", vec![])
        .await?;
    ensure!(programs == 1, "the program was loaded {programs} times");

    // Removing one leaves the other at work.
    page.ask::<Value>(
        "document.getElementById('harbour').remove(); return null",
        vec![],
    )
    .await?;
    page.click(0, "[data-actor='ministry-a']").await?;
    page.until_open(0, "ministry-a").await?;
    ensure!(shown(page, 0, "[part~=panel]", &quarry).await? == quarry.concerning("ministry-a"));
    page.is_quiet().await
}

async fn open_actors(page: &Page) -> Result<Value> {
    page.ask(
        "return [...document.querySelectorAll('actor-map')].map((map) => map.actor)",
        vec![],
    )
    .await
}
