//! axe-core, the checker of accessibility that tests/browser/package.json names.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use super::file::project;
use super::page::Page;

/// What axe-core says.
#[derive(Deserialize)]
struct Findings {
    violations: Vec<String>,
    /// How many checks passed on elements inside the map.
    inside: usize,
}

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations', 'passes'] }).then(
        ({ violations, passes }) => done({
            violations: violations.map(({ id, help, nodes: [first, ...others] }) =>
                `${id}: ${help} at ${first.target.flat().join(' ')} and ${others.length} others\n    ${first.failureSummary}`),
            // A target inside a shadow root is a list in the list.
            inside: passes.flatMap(({ nodes }) => nodes).filter(({ target }) => Array.isArray(target[0])).length,
        }),
        (cause) => done({ violations: [`axe-core failed: ${cause}`], inside: 0 }),
    );";

/// Has axe-core look at the page as it is now.
///
/// # Errors
/// When it finds anything, or did not look into a map.
pub async fn look(page: &Page) -> Result<()> {
    let known = "return typeof window.axe === 'object'";
    if !page.ask::<bool>(known, vec![]).await? {
        let script = project().join("tests/browser/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&script)
            .with_context(|| format!("{} (`npm ci` in tests/browser)", script.display()))?;
        page.ask::<Value>(&format!("{axe}; window.axe = axe; return null"), vec![])
            .await?;
    }
    let findings: Findings = page.ask_later(RUN, vec![]).await?;
    ensure!(
        findings.violations.is_empty(),
        "{}",
        findings.violations.join("\n")
    );
    ensure!(findings.inside > 0, "axe-core did not look into the map");
    Ok(())
}
