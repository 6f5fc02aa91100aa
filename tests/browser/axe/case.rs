//! axe-core finds nothing: light and dark, narrow and wide, with no actor open and with one.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::{Page, project};

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

pub async fn test(page: &Page) -> Result<()> {
    let script = project().join("tests/browser/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&script)
        .with_context(|| format!("{} (`npm ci` in tests/browser)", script.display()))?;
    page.open("index.html").await?;
    page.ready(1).await?;
    page.ask::<Value>(&format!("{axe}; window.axe = axe; return null"), vec![])
        .await?;
    for width in [320, 1200] {
        page.set_width(width).await?;
        for theme in ["light", "dark"] {
            for actor in [None, Some("apt31")] {
                arrange(page, theme, actor).await?;
                let findings: Findings = page.ask_later(RUN, vec![]).await?;
                let situation =
                    format!("{width} px, {theme}, open: {}", actor.unwrap_or("nothing"));
                ensure!(
                    findings.violations.is_empty(),
                    "{situation}:\n{}",
                    findings.violations.join("\n")
                );
                ensure!(
                    findings.inside > 0,
                    "{situation}: axe-core did not look into the map"
                );
            }
        }
    }
    page.is_quiet().await
}

/// Brings the page into a state, and lets transitions of colour end: half-way, contrast would be judged wrongly.
async fn arrange(page: &Page, theme: &str, actor: Option<&str>) -> Result<()> {
    let body = "
        const [theme, actor] = arguments;
        document.documentElement.className = theme;
        const map = document.querySelector('actor-map');
        map.select(actor);
        return null";
    page.ask::<Value>(body, vec![theme.into(), json!(actor)])
        .await?;
    page.frames(3).await?;
    let at_rest =
        "return document.querySelector('actor-map').shadowRoot.getAnimations().length === 0";
    page.until::<bool>("transitions end", at_rest, vec![])
        .await
        .map(|_| ())
}
