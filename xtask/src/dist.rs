//! Release builds with trunk: the folder a site uploads, and the one the browser tests are served from.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::run;
use crate::progress::say;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The incident that the preview and the browser tests have compiled in.
pub const INCIDENT: &str = "incidents/czech-mfa-apt31.json";

/// The environment variable that names the incident to compile in; without it, none is.
const INCIDENT_VARIABLE: &str = "ACTOR_MAP_INCIDENT";

/// `trunk build --release` into `dist/`: what a site uploads, with no incident compiled in.
///
/// # Errors
/// When the build fails.
pub fn release(workspace: &Workspace, tools: &Tools) -> Result<PathBuf> {
    let dist = workspace.root.join("dist");
    say("building dist/ for release (about 2 minutes the first time) …");
    build(workspace, tools, &dist, None)?;
    Ok(dist)
}

/// The same with the preview's incident compiled in, into `target/browser-tests/`.
///
/// # Errors
/// When the build fails.
pub fn for_browser_tests(workspace: &Workspace, tools: &Tools) -> Result<PathBuf> {
    let dist = workspace.target.join("browser-tests");
    say("building the same with the incident compiled in, for the browser tests …");
    build(workspace, tools, &dist, Some(INCIDENT))?;
    Ok(dist)
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
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // trunk 0.21 takes NO_COLOR for a true/false of its own and stops at NO_COLOR=1.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    match incident {
        Some(file) => trunk.env(INCIDENT_VARIABLE, workspace.root.join(file)),
        None => trunk.env_remove(INCIDENT_VARIABLE),
    };
    Ok(trunk)
}

fn build(workspace: &Workspace, tools: &Tools, dist: &Path, incident: Option<&str>) -> Result<()> {
    run(trunk(workspace, tools, incident)?
        .args(["build", "--release", "--dist"])
        .arg(dist))
}
