//! `cargo xtask bench layout`: ours and other libraries' layouts of one corpus, scored by one scorer.

use std::path::Path;

use anyhow::Result;

use super::{Ground, module};
use crate::process::run;
use crate::progress::say;

/// The profiles our layout is built with for the browser: that of the widget's module, for size, and one for speed. The
/// page and the report name them likewise.
const BUILDS: [&str; 2] = ["web", "large"];

/// Lays the corpus out, `runs` times in the browser, and writes the table; `only` names the graphs, by a part of their
/// names.
pub(super) fn layout(ground: &Ground, only: &str, runs: u16, out: Option<&Path>) -> Result<()> {
    let modules = ground.folder.join("modules");
    let (cases, results) = (
        ground.folder.join("cases.json"),
        ground.folder.join("peers.json"),
    );
    let table = out.map_or_else(|| ground.folder.join("layout.md"), Path::to_path_buf);
    for profile in BUILDS {
        let folder = modules.join(profile);
        module::build(ground, "actor-map-benches-wasm", profile, &folder)?;
    }
    ground.build("layout-bench")?;
    let program = || ground.built("layout-bench");
    say("laying the corpus out with Actor Map …");
    run(program().arg("cases").arg(&cases).arg(only))?;
    say("laying it out with everybody, in Chromium (some minutes) …");
    run(ground
        .script("peers/run.mjs")
        .args([&cases, &results, &modules])
        .arg(runs.to_string()))?;
    run(program().arg("report").args([&results, &table]).arg(only))?;
    say(&format!("the table is in {}", table.display()));
    Ok(())
}
