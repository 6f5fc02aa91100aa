//! `cargo xtask bench load`: one incident on one page, as each contender would show it to a slow phone.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Ground;
use super::figures::Visit;
use super::table::{self, Gate};
use crate::dist::{self, INCIDENT};
use crate::process::run;
use crate::progress::say;
use crate::{release, setup};

/// So many visits of each contender the gates are judged on at least.
pub(super) const VISITS: u16 = 15;

#[derive(serde::Deserialize)]
struct Results {
    /// The browser and its version.
    product: String,
    results: Vec<Visit>,
}

/// Measures and writes the table; whether every gate is kept.
pub(super) fn load(ground: &Ground, visits: u16, out: Option<&Path>) -> Result<bool> {
    let workspace = ground.workspace;
    let folder = ground.folder.join("load");
    let table = out.map_or_else(|| ground.folder.join("load.md"), Path::to_path_buf);

    let built = dist::release(workspace, &setup::for_builds(workspace)?)?;
    release::write(workspace, &built.join("actor-map"), &folder.join("site"))?;
    ground.build("load-bench")?;
    let incident = workspace.root.join(INCIDENT);
    fs::copy(&incident, folder.join("incident.json"))?;
    // The name that stays, as README has it.
    let major = workspace.version.split('.').next().unwrap_or_default();
    let files = format!("/ours/actor-map/v{major}");
    run(ground
        .built("load-bench")
        .args([&incident, &folder])
        .arg(format!("{files}/widget.css"))
        .arg(format!("{files}/actor-map.js"))
        .arg("/ours/incident.json"))?;
    say(&format!(
        "loading each page {visits} times in Chromium (about a minute for one of each) …"
    ));
    run(ground
        .script("load/run.mjs")
        .arg(&folder)
        .arg(visits.to_string()))?;

    let file = folder.join("results.json");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let Results { product, results } = serde_json::from_str(&text)?;
    let gates = table::gates(&results);
    let text = table::table(&product, visits, &results, &gates);
    println!("{text}");
    fs::write(&table, text).with_context(|| table.display().to_string())?;
    say(&format!("the table is in {}", table.display()));
    Ok(visits >= VISITS && gates.iter().all(Gate::kept))
}
