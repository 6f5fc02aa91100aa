//! The statements a map shows, compared with what the file says, to the letter.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;

use super::file::{File, Printings};
use super::page::Page;

/// Collects the statements under the elements of the `position`th map that `within` selects, with their printings; not
/// those on the hidden side of the panel. `visible` says whether a reader sees the words.
const COLLECT: &str = "
    const [position, within] = arguments;
    const root = document.querySelectorAll('actor-map')[position].shadowRoot;
    const report = (element) => ({
        source: element.dataset.report,
        tag: element.localName,
        text: element.textContent,
        visible: element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible',
    });
    return [...root.querySelectorAll(within)].flatMap((part) => [...part.querySelectorAll('.statement')])
        .filter((element) => !element.closest('.panel > [hidden]'))
        .map((element) => ({
            id: element.dataset.statement,
            outlets: [...element.querySelectorAll('.outlets, .wordings .outlet')].map((line) => line.textContent).join(' | '),
            reports: [...element.querySelectorAll('blockquote, .paraphrase, [data-report]')].map(report),
        }));";

#[derive(Deserialize)]
struct Statement {
    /// None in an edition.
    id: Option<String>,
    /// The lines that name outlets.
    outlets: String,
    reports: Vec<Report>,
}

#[derive(Deserialize)]
struct Report {
    /// None in an edition.
    source: Option<String>,
    tag: String,
    text: String,
    visible: bool,
}

/// Reads the statements that a part of a map shows and checks each against the file: every printing is there,
/// visible, in the words of its source, and none besides. In an edition, which has no ids, a statement is told by its
/// words, and names all outlets that print it. Gives the statements' ids.
///
/// # Errors
/// When a statement differs from the file, is shown twice, or is not visible.
pub async fn shown(
    page: &Page,
    position: usize,
    within: &str,
    file: &File,
) -> Result<BTreeSet<String>> {
    let statements: Vec<Statement> = page
        .ask(COLLECT, vec![json!(position), json!(within)])
        .await?;
    let mut ids = BTreeSet::new();
    for statement in statements {
        let hidden = statement.reports.iter().find(|report| !report.visible);
        if let Some(Report { text, .. }) = hidden {
            bail!("not visible: {text}");
        }
        let id = match &statement.id {
            Some(id) => {
                statement.is_of(id, file)?;
                id.clone()
            }
            None => statement.found_in(file, &ids)?,
        };
        ensure!(ids.insert(id.clone()), "statement {id} is shown twice");
    }
    Ok(ids)
}

impl Statement {
    /// Compares the printings of a statement that names itself and their sources.
    fn is_of(&self, id: &str, file: &File) -> Result<()> {
        let mut printings = Printings::new();
        for report in &self.reports {
            let (quoted, words) = report.words().with_context(|| format!("statement {id}"))?;
            let source = report.source.clone();
            let source = source.with_context(|| format!("statement {id}: no source: {words}"))?;
            *printings.entry((source, quoted, words)).or_default() += 1;
        }
        let expected = file.printings(id);
        ensure!(
            printings == expected,
            "statement {id} shows\n{printings:#?}\nand the file has\n{expected:#?}"
        );
        let unnamed = file.outlets(id);
        let unnamed = unnamed
            .iter()
            .find(|outlet| !self.outlets.contains(outlet.as_str()));
        ensure!(
            unnamed.is_none(),
            "statement {id} does not name {unnamed:?}"
        );
        Ok(())
    }

    /// Which of the file's statements has just these words and outlets, of those not `seen` yet.
    fn found_in(&self, file: &File, seen: &BTreeSet<String>) -> Result<String> {
        let mut printed = BTreeMap::<_, usize>::new();
        for report in &self.reports {
            *printed.entry(report.words()?).or_default() += 1;
        }
        let names_all = |id: &String| {
            let outlets = file.outlets(id);
            outlets.iter().all(|outlet| self.outlets.contains(outlet))
        };
        let mut ids = file.printed(&printed).into_iter().filter(names_all);
        ids.find(|id| !seen.contains(id)).with_context(|| {
            format!(
                "no statement of the file, or shown twice, or without its outlets: {}",
                self.outlets
            )
        })
    }
}

/// Opens every actor of a static edition and checks what it then shows: together it is every statement of the file.
///
/// # Errors
/// When an actor does not open, or shows anything else than the file has.
pub async fn edition_is_whole(page: &Page, position: usize, file: &File) -> Result<()> {
    let mut seen = Seen::default();
    for actor in file.actors() {
        let open = "
            const root = document.querySelectorAll('actor-map')[arguments[0]].shadowRoot;
            const part = root.querySelector(`summary[data-actor='${arguments[1]}']`)?.parentElement;
            if (!part) return false;
            part.open = true;
            return part.firstElementChild.getClientRects().length > 0";
        let opened: bool = page.ask(open, vec![json!(position), json!(actor)]).await?;
        ensure!(opened, "{actor} cannot be opened");
        seen.with_open(page, position, "details[open]", file, &actor)
            .await?;
    }
    seen.is_all_of(file)
}

/// The statements a reader has been shown so far.
#[derive(Default)]
pub struct Seen(BTreeSet<String>);

impl Seen {
    /// Reads what shows while an actor is open: it is what the actor said, and what was said about it.
    ///
    /// # Errors
    /// When it is anything else, or a statement differs from the file.
    pub async fn with_open(
        &mut self,
        page: &Page,
        position: usize,
        within: &str,
        file: &File,
        actor: &str,
    ) -> Result<()> {
        let ids = shown(page, position, within, file)
            .await
            .with_context(|| format!("with {actor} open"))?;
        let expected = file.concerning(actor);
        ensure!(
            ids == expected,
            "{actor}: {ids:?} shown, {expected:?} in the file"
        );
        self.0.extend(ids);
        Ok(())
    }

    /// # Errors
    /// When a statement of the file was not among them.
    pub fn is_all_of(&self, file: &File) -> Result<()> {
        let statements = file.statements();
        let missing: Vec<_> = statements.difference(&self.0).collect();
        ensure!(missing.is_empty(), "never shown: {missing:?}");
        Ok(())
    }
}

impl Report {
    /// Whether it is a quotation, and the words without the pair of quotation marks round one.
    fn words(&self) -> Result<(bool, String)> {
        match self.tag.as_str() {
            "blockquote" => {
                let inner = self
                    .text
                    .strip_prefix('“')
                    .and_then(|text| text.strip_suffix('”'));
                let inner =
                    inner.with_context(|| format!("no quotation marks round: {}", self.text))?;
                Ok((true, inner.to_owned()))
            }
            "p" => {
                let marked = self.text.starts_with(['“', '"']) || self.text.ends_with(['”', '"']);
                ensure!(!marked, "a paraphrase in quotation marks: {}", self.text);
                Ok((false, self.text.clone()))
            }
            other => bail!("a report in a <{other}>"),
        }
    }
}
