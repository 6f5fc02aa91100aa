//! `cargo xtask bench large`: large graphs, laid out by our module as readers get it and by other libraries, in Chromium.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::Ground;
use crate::process::run;
use crate::progress::say;
use crate::setup;

const TARGET: &str = "wasm32-unknown-unknown";

/// Measures and writes the table.
pub(super) fn large(ground: &Ground, out: Option<&Path>) -> Result<()> {
    let module = ground.folder.join("module");
    fs::create_dir_all(&module).with_context(|| module.display().to_string())?;
    let (cases, results) = (
        ground.folder.join("large.json"),
        ground.folder.join("large-peers.json"),
    );
    let table = out.map_or_else(|| ground.folder.join("large.md"), Path::to_path_buf);
    build_module(ground, &module)?;
    ground.build("layout-bench")?;
    let program = || ground.built("layout-bench");
    run(program().arg("large-cases").arg(&cases))?;
    say("laying large graphs out with everybody, in Chromium (some minutes) …");
    run(ground
        .script("peers/large.mjs")
        .args([&cases, &results, &module]))?;
    run(program().arg("large-report").args([&results, &table]))?;
    say(&format!("the table is in {}", table.display()));
    Ok(())
}

/// Builds the module of large maps, as a release does.
fn build_module(ground: &Ground, module: &Path) -> Result<()> {
    let workspace = ground.workspace;
    let tools = setup::for_builds(workspace)?;
    say("building the module of large maps (some minutes the first time) …");
    run(Command::new("cargo")
        .args(["build", "--profile", "large"])
        .args(["--package", "actor-map-large", "--target", TARGET])
        .current_dir(&workspace.root))?;
    let built = workspace
        .target
        .join(TARGET)
        .join("large/actor_map_large.wasm");
    run(Command::new(tools.find("wasm-bindgen")?)
        .args(["--target", "web", "--no-typescript"])
        .args(["--out-name", "actor-map-large", "--out-dir"])
        .args([module, &built]))
}
