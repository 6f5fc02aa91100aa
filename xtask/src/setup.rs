//! Set-up: what has to be on the machine before something else can run. Does nothing where it is there already.

use anyhow::Result;

use crate::browsers::{self, Engine};
use crate::node;
use crate::package;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// For building the browser version: the compiler's target, trunk, wasm-bindgen.
///
/// # Errors
/// When something is missing and cannot be had.
pub fn for_builds(workspace: &Workspace) -> Result<Tools> {
    Tools::for_builds(workspace)
}

/// For everything, the browser tests included.
///
/// # Errors
/// When something is missing and cannot be had.
pub fn everything(workspace: &Workspace, engines: &[Engine]) -> Result<Tools> {
    // The browsers first: they may need the user's hand, and that should not come after ten minutes of building.
    browsers::install(engines)?;
    node::install(workspace)?;
    package::site(workspace)?;
    let mut tools = Tools::for_builds(workspace)?;
    if engines.contains(&Engine::Firefox) {
        tools.add_geckodriver(workspace)?;
    }
    Ok(tools)
}
