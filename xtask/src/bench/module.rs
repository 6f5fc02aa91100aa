//! WebAssembly modules for the pages of a benchmark, compiled as a release compiles.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::Ground;
use crate::process::run;
use crate::progress::say;
use crate::{dist, setup};

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds a package that is a `cdylib` with a profile, and writes `module.js` and the module itself into a folder.
pub(super) fn build(ground: &Ground, package: &str, profile: &str, folder: &Path) -> Result<()> {
    let workspace = ground.workspace;
    let tools = setup::for_builds(workspace)?;
    say(&format!(
        "building {package} with the profile {profile} (some minutes the first time) …"
    ));
    run(Command::new("cargo")
        .args(["build", "--profile", profile])
        .args(["--package", package, "--target", TARGET])
        .env("CARGO_ENCODED_RUSTFLAGS", dist::flags(workspace)?)
        .current_dir(&workspace.root))?;
    let built: PathBuf = [TARGET, profile, &package.replace('-', "_")]
        .iter()
        .collect();
    let built = workspace.target.join(built).with_extension("wasm");
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    run(Command::new(tools.find("wasm-bindgen")?)
        .args(["--target", "web", "--no-typescript"])
        .args(["--out-name", "module", "--out-dir"])
        .args([folder, &built]))
}
