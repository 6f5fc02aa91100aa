//! Release builds with trunk: the folder a site uploads, and the one the browser tests are served from.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{answer, run};
use crate::progress::say;
use crate::release;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The incident that the preview and the browser tests have compiled in.
pub const INCIDENT: &str = "incidents/czech-mfa-apt31.json";

/// The environment variable that names the incident to compile in; without it, none is.
const INCIDENT_VARIABLE: &str = "ACTOR_MAP_INCIDENT";

/// The folder in [`browser_tests`] with what `cargo xtask dist` would write.
pub const RELEASE: &str = "release";
/// What rustc's LLVM is told for the sake of size: not to compute addresses in loops step by step, not to do a thing
/// early on one path to spare it on another, and to count a call a little dearer than it does. 2 KB less after brotli.
const FOR_SIZE: [&str; 3] = [
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-enable-pre=false",
    "-Cllvm-args=-inline-call-penalty=40",
];

/// `trunk build --release` into `target/release-page/`, with no incident compiled in.
///
/// # Errors
/// When the build fails.
pub fn release(workspace: &Workspace, tools: &Tools) -> Result<PathBuf> {
    let dist = page(workspace);
    say("building for release (about 2 minutes the first time) …");
    build(workspace, tools, &dist, None)?;
    Ok(dist)
}

/// Where [`release`] builds.
pub fn page(workspace: &Workspace) -> PathBuf {
    workspace.target.join("release-page")
}

/// The same with the preview's incident compiled in, into `target/browser-tests/`, and in it, as `release/`, what
/// `cargo xtask dist` would write.
///
/// # Errors
/// When the build fails.
pub fn for_browser_tests(workspace: &Workspace, tools: &Tools) -> Result<PathBuf> {
    let dist = browser_tests(workspace);
    say("building the same with the incident compiled in, for the browser tests …");
    build(workspace, tools, &dist, Some(INCIDENT))?;
    release::write(workspace, &dist.join("actor-map"), &dist.join(RELEASE))?;
    Ok(dist)
}

/// Where [`for_browser_tests`] builds.
pub fn browser_tests(workspace: &Workspace) -> PathBuf {
    workspace.target.join("browser-tests")
}

/// trunk in the checkout, with the tools in reach and the incident to compile in.
///
/// # Errors
/// When the tools' folders cannot stand on PATH.
pub fn trunk(workspace: &Workspace, tools: &Tools, incident: Option<&str>) -> Result<Command> {
    let mut trunk = Command::new(tools.find("trunk")?);
    trunk
        .current_dir(&workspace.root)
        .env("PATH", tools.path()?)
        .env("CARGO_TARGET_DIR", &workspace.target)
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // trunk 0.21 takes NO_COLOR for a true/false of its own and stops at NO_COLOR=1.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    trunk.env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?);
    match incident {
        Some(file) => trunk.env(INCIDENT_VARIABLE, workspace.root.join(file)),
        None => trunk.env_remove(INCIDENT_VARIABLE),
    };
    Ok(trunk)
}

/// Flags for rustc, separated as cargo wants them: [`FOR_SIZE`], and what keeps the paths of this machine out of the
/// module: panics name their file, and what a site uploads is nobody's home folder.
///
/// # Errors
/// When rustc does not say where it lives.
pub fn flags(workspace: &Workspace) -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sysroot = answer(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(&workspace.root),
    )
    .context("rustc does not say where it lives")?;
    let folders = [
        home.map(|home| (home, "cargo")),
        Some((PathBuf::from(sysroot.trim()), "rust")),
        Some((workspace.root.clone(), "actor-map")),
    ];
    let given = env::var("CARGO_ENCODED_RUSTFLAGS").ok();
    let given = given.or_else(|| {
        Some(
            env::var("RUSTFLAGS")
                .ok()?
                .split_whitespace()
                .collect::<Vec<_>>()
                .join("\u{1f}"),
        )
    });
    let remapped = folders
        .into_iter()
        .flatten()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    Ok(given
        .into_iter()
        .filter(|given| !given.is_empty())
        .chain(FOR_SIZE.map(str::to_owned))
        .chain(remapped)
        .collect::<Vec<_>>()
        .join("\u{1f}"))
}

fn build(workspace: &Workspace, tools: &Tools, dist: &Path, incident: Option<&str>) -> Result<()> {
    run(trunk(workspace, tools, incident)?
        .args(["build", "--release", "--dist"])
        .arg(dist))
}
