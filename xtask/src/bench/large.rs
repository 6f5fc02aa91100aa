//! `cargo xtask bench large`: large graphs, laid out by our module as readers get it and by other libraries, in Chromium.

use std::path::Path;

use anyhow::Result;

use super::{Ground, module};
use crate::process::run;
use crate::progress::say;

/// Measures and writes the table.
pub(super) fn large(ground: &Ground, out: Option<&Path>) -> Result<()> {
    let modules = ground.folder.join("modules-large");
    let (cases, results) = (
        ground.folder.join("large.json"),
        ground.folder.join("large-peers.json"),
    );
    let table = out.map_or_else(|| ground.folder.join("large.md"), Path::to_path_buf);
    module::build(ground, "actor-map-large", "large", &modules)?;
    ground.build("layout-bench")?;
    let program = || ground.built("layout-bench");
    run(program().arg("large-cases").arg(&cases))?;
    say("laying large graphs out with everybody, in Chromium (some minutes) …");
    run(ground
        .script("peers/large.mjs")
        .args([&cases, &results, &modules]))?;
    run(program().arg("large-report").args([&results, &table]))?;
    say(&format!("the table is in {}", table.display()));
    Ok(())
}
