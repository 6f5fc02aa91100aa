//! What layout promises, measured on what each engine paints, with its own fonts: no text cut or overlapping, type
//! of at least 11 px, no drawn tie through a label that is not its own, at every width. Once on the incident, and once
//! on names in all the scripts that widths and line breaks are made for; what the machine has no font for shows as boxes.

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::harness::Page;

/// Widths of the element, in CSS px. Windows cannot be that narrow everywhere, so the element is.
const WIDTHS: [u32; 7] = [280, 320, 480, 640, 900, 1200, 1600];
/// From this width on no tie may wait.
const ALL_TIES_FROM: u32 = 900;

#[derive(Deserialize)]
struct Measured {
    wrong: Vec<String>,
    actors: usize,
    ties: usize,
    waiting: usize,
}

pub async fn test(page: &Page) -> Result<()> {
    for file in ["index.html", "scripts.html"] {
        page.open(file).await?;
        at_every_width(page, file).await?;
    }
    page.is_quiet().await
}

async fn at_every_width(page: &Page, file: &str) -> Result<()> {
    page.ready(1).await?;
    page.ask::<bool>("return document.fonts.ready.then(() => true)", vec![])
        .await?;
    let mut faults = Vec::new();
    let mut notes = Vec::new();
    for width in WIDTHS {
        page.set_width(width).await?;
        // Lines that are too wide are drawn in right after a layout, in a task of its own.
        page.ask::<bool>(
            "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 50)))",
            vec![],
        )
        .await?;
        let measured: Measured = page
            .ask(
                "return measure(document.querySelector('actor-map'))",
                vec![],
            )
            .await?;
        ensure!(
            measured.actors > 0 && measured.ties > 0,
            "{file} at {width} px: nothing to measure"
        );
        faults.extend(
            measured
                .wrong
                .into_iter()
                .map(|fault| format!("{file} at {width} px: {fault}")),
        );
        if width >= ALL_TIES_FROM && measured.waiting > 0 {
            faults.push(format!(
                "{file} at {width} px: {} ties wait",
                measured.waiting
            ));
        }
        notes.push(format!("{} at {width}", measured.waiting));
    }
    println!(
        "note: {}: {file}: ties that wait for focus, per width: {}",
        page.engine(),
        notes.join(", ")
    );
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
