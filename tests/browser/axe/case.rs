//! axe-core finds nothing: light and dark, narrow and wide, with no actor open and with one.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::harness::{Page, axe};

pub async fn test(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(1).await?;
    for width in [320, 1200] {
        page.set_width(width).await?;
        for theme in ["light", "dark"] {
            for actor in [None, Some("apt31")] {
                arrange(page, theme, actor).await?;
                let situation =
                    format!("{width} px, {theme}, open: {}", actor.unwrap_or("nothing"));
                axe::look(page).await.context(situation)?;
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
