//! `cargo xtask bench layout`: ours and other libraries' layouts of one corpus, scored by one scorer.

use std::path::Path;

use anyhow::Result;

use super::Ground;
use crate::process::run;
use crate::progress::say;

/// Lays the corpus out and writes the table.
pub(super) fn layout(ground: &Ground, out: Option<&Path>) -> Result<()> {
    let (cases, results) = (
        ground.folder.join("cases.json"),
        ground.folder.join("peers.json"),
    );
    let table = out.map_or_else(|| ground.folder.join("layout.md"), Path::to_path_buf);
    ground.build("layout-bench")?;
    let program = || ground.built("layout-bench");
    say("laying the corpus out with Actor Map …");
    run(program().arg("cases").arg(&cases))?;
    say("laying it out with the others, in Chromium (some minutes) …");
    run(ground.script("peers/run.mjs").args([&cases, &results]))?;
    run(program().arg("report").args([&results, &table]))?;
    say(&format!("the table is in {}", table.display()));
    Ok(())
}
