//! The benchmark of large graphs: our module as readers get it, beside other libraries, in Chromium.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::browsers::{self, Engine};
use crate::process::run;
use crate::progress::say;
use crate::workspace::Workspace;
use crate::{node, setup};

/// Measures and writes the table, to `benches/large.md` in the build folder unless told otherwise.
///
/// # Errors
/// When a tool is missing or one of the steps fails.
pub(super) fn large(workspace: &Workspace, out: Option<PathBuf>) -> Result<()> {
    browsers::install(&[Engine::Chromium])?;
    node::install_in(workspace, "benches/peers", "the libraries to compare with")?;
    let chromium = browsers::chromium().context("no Chromium found")?;
    let node = which::which("node").context("node is not on PATH")?;
    let tools = setup::for_builds(workspace)?;
    let folder = workspace.target.join("benches");
    let module = folder.join("module");
    fs::create_dir_all(&module).with_context(|| module.display().to_string())?;
    let (cases, results) = (folder.join("large.json"), folder.join("large-peers.json"));
    let table = out.unwrap_or(folder.join("large.md"));

    say("building the module of large maps, and the scorer (some minutes the first time) …");
    let target = "wasm32-unknown-unknown";
    for arguments in [
        [
            "--profile",
            "large",
            "--package",
            "actor-map-large",
            "--target",
            target,
        ]
        .as_slice(),
        &["--profile", "fast", "--package", "layout-bench"],
    ] {
        run(Command::new("cargo")
            .arg("build")
            .args(arguments)
            .current_dir(&workspace.root))?;
    }
    run(Command::new(tools.find("wasm-bindgen")?)
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--out-name",
            "actor-map-large",
        ])
        .arg("--out-dir")
        .arg(&module)
        .arg(
            workspace
                .target
                .join(target)
                .join("large/actor_map_large.wasm"),
        ))?;
    let program = workspace.target.join("fast/layout-bench");
    run(Command::new(&program).arg("large-cases").arg(&cases))?;
    say("laying large graphs out with everybody, in Chromium (some minutes) …");
    run(Command::new(node)
        .arg(workspace.root.join("benches/peers/large.mjs"))
        .args([&chromium, &cases, &results, &module]))?;
    run(Command::new(&program)
        .arg("large-report")
        .args([&results, &table]))?;
    say(&format!("the table is in {}", table.display()));
    Ok(())
}
