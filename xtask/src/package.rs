//! The npm package as a site gets it: packed, installed from the tarball by npm, and built into three pages: by Vite with
//! React around the element, by webpack, and without any tool.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::node;
use crate::process::run;
use crate::workspace::Workspace;

/// The site that uses the package, in the checkout.
const SITE: &str = "tests/browser/package";

/// What npm is told whenever it installs the tarball: nothing of it comes from the network, and the site's own lists of
/// packages stay as they are. It reads the site's lock file: without, it would ask for each of the site's packages anew.
const FROM_TARBALL: [&str; 6] = [
    "install",
    "--offline",
    "--no-save",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
];

/// Packs the package of a [release](crate::release), installs it, and builds the pages into `pages`, which is emptied
/// before: `vite/index.html`, `webpack/index.html` and `plain/index.html`.
///
/// # Errors
/// When npm, Vite or webpack finds something wrong with it.
pub fn build(workspace: &Workspace, package: &Path, pages: &Path) -> Result<()> {
    let site = site(workspace)?;
    let tarball = pack(workspace, package)?;
    if pages.exists() {
        fs::remove_dir_all(pages).with_context(|| format!("cannot empty {}", pages.display()))?;
    }

    run(npm(&site)?.args(FROM_TARBALL).arg(&tarball))?;
    run(tool(&site, "vite/bin/vite.js")?
        .args(["build", "--logLevel", "warn", "--emptyOutDir", "--outDir"])
        .arg(pages.join("vite")))?;
    run(script(&site, "webpack.mjs")?.arg(pages.join("webpack")))?;

    let plain = pages.join("plain");
    fs::create_dir_all(&plain)?;
    // Without it npm would install into the next folder above that has one.
    fs::write(plain.join("package.json"), "{ \"private\": true }\n")?;
    run(npm(&plain)?.args(FROM_TARBALL).arg(&tarball))?;
    fs::copy(site.join("plain.html"), plain.join("index.html"))?;
    Ok(())
}

/// The site's folder, with what it needs besides the package.
///
/// # Errors
/// When npm is missing or fails.
pub fn site(workspace: &Workspace) -> Result<PathBuf> {
    node::install_in(workspace, SITE, "Vite, webpack, React and TypeScript")?;
    Ok(workspace.root.join(SITE))
}

/// One of the site's own programs, to run there.
///
/// # Errors
/// When Node.js is missing.
pub fn tool(site: &Path, program: &str) -> Result<Command> {
    script(site, &format!("node_modules/{program}"))
}

fn script(site: &Path, path: &str) -> Result<Command> {
    let Ok(node) = which::which("node") else {
        bail!("node is not on PATH; Node.js 20.19 or newer is needed for {path}");
    };
    let mut command = Command::new(node);
    command.arg(site.join(path)).current_dir(site);
    Ok(command)
}

fn pack(workspace: &Workspace, package: &Path) -> Result<PathBuf> {
    let folder = workspace.target.join("package");
    fs::create_dir_all(&folder)?;
    run(npm(package)?
        .args(["pack", "--silent", "--pack-destination"])
        .arg(&folder))?;
    Ok(folder.join(format!("actor-map-{}.tgz", workspace.version)))
}

fn npm(folder: &Path) -> Result<Command> {
    let mut command = Command::new(node::npm("the npm package")?);
    command.current_dir(folder);
    Ok(command)
}
