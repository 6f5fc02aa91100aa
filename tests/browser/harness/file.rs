//! An incident file as the tests read it: plain JSON, on purpose not through the code they test.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

/// The project's folder, as cargo tells a test at run time: checkouts may share a build folder.
pub fn project() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from)
}

/// How often a source prints a text: `(source, is a quotation, text)`.
pub type Printings = BTreeMap<(String, bool, String), usize>;

/// An incident file.
pub struct File(Value);

impl File {
    /// Reads a file by its path in the project.
    ///
    /// # Errors
    /// When it is not there or not JSON.
    pub fn read(path: &str) -> Result<Self> {
        let path = project().join(path);
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Ok(Self(serde_json::from_str(&text)?))
    }

    /// A file that a test made.
    pub fn of(incident: Value) -> Self {
        Self(incident)
    }

    /// The ids of all actors, in the file's order.
    pub fn actors(&self) -> Vec<String> {
        list(&self.0["actors"])
            .iter()
            .map(|actor| text(&actor["id"]))
            .collect()
    }

    /// The name of an actor.
    pub fn name(&self, actor: &str) -> String {
        list(&self.0["actors"])
            .iter()
            .find(|record| record["id"] == actor)
            .map_or_else(String::new, |record| text(&record["name"]))
    }

    /// The ids of all statements.
    pub fn statements(&self) -> BTreeSet<String> {
        self.ids_where(|_| true)
    }

    /// The ids of the statements that open the panel.
    pub fn lead(&self) -> BTreeSet<String> {
        list(&self.0["incident"]["lead"]).iter().map(text).collect()
    }

    /// The ids of the statements that an actor made.
    pub fn said(&self, actor: &str) -> BTreeSet<String> {
        self.ids_where(|statement| statement["speaker"] == actor)
    }

    /// The ids of the statements that an actor made or that are aimed at it.
    pub fn concerning(&self, actor: &str) -> BTreeSet<String> {
        self.ids_where(|statement| {
            statement["speaker"] == actor || list(&statement["to"]).iter().any(|to| to == actor)
        })
    }

    /// What a statement's reports print; what several tell in the same of our words stands once.
    pub fn printings(&self, statement: &str) -> Printings {
        let mut printings = Printings::new();
        for record in list(&self.0["statements"])
            .iter()
            .filter(|record| record["id"] == statement)
        {
            for report in list(&record["reports"]) {
                let quoted = report["quote"].is_string();
                let words = if quoted {
                    &report["quote"]
                } else {
                    &report["paraphrase"]
                };
                let told = |(_, quoted, before): &(String, bool, String)| {
                    !quoted && *before == text(words)
                };
                if !quoted && printings.keys().any(told) {
                    continue;
                }
                *printings
                    .entry((text(&report["source"]), quoted, text(words)))
                    .or_default() += 1;
            }
        }
        printings
    }

    /// The ids of the statements whose reports, whatever their sources, print just these: `(is a quotation, text)`.
    pub fn printed(&self, reports: &BTreeMap<(bool, String), usize>) -> Vec<String> {
        let mut ids: Vec<String> = self.statements().into_iter().collect();
        ids.retain(|id| {
            let mut printed = BTreeMap::<_, usize>::new();
            for ((_, quoted, words), times) in self.printings(id) {
                *printed.entry((quoted, words)).or_default() += times;
            }
            printed == *reports
        });
        ids
    }

    /// The names of the outlets that print a statement.
    pub fn outlets(&self, statement: &str) -> BTreeSet<String> {
        let records = list(&self.0["statements"]).iter();
        let reports: Vec<&Value> = records
            .filter(|record| record["id"] == statement)
            .flat_map(|record| list(&record["reports"]))
            .collect();
        let sources = list(&self.0["sources"]).iter().filter(|source| {
            let of_source = |report: &&Value| report["source"] == source["id"];
            reports.iter().any(of_source)
        });
        let names = sources.flat_map(|source| [&source["publisher"], &source["agency"]]);
        names.filter(|name| name.is_string()).map(text).collect()
    }

    fn ids_where(&self, wanted: impl Fn(&Value) -> bool) -> BTreeSet<String> {
        list(&self.0["statements"])
            .iter()
            .filter(|statement| wanted(statement))
            .map(|statement| text(&statement["id"]))
            .collect()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
