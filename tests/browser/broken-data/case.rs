//! A file that is missing, broken, foreign or too large shows a plain sentence, keeps what was inside the element
//! and tells the page with a code; a partly faulty one shows its sound part. The page goes on.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::harness::{File, Page, shown};

/// Elements whose file is refused, with the code the page is told.
const REFUSED: [(&str, &str); 5] = [
    ("missing", "fetch"),
    ("not-json", "parse"),
    ("other-version", "version"),
    ("no-actor", "no-data"),
    ("too-large", "limit"),
];

/// What a reader sees of an element.
#[derive(Debug, Deserialize)]
struct Seen {
    /// Whether the element's own child is visible.
    child: bool,
    /// The sentence over it.
    message: String,
    controls: BTreeSet<String>,
    /// All the words the map itself shows.
    text: String,
}

const SEE: &str = "
    const map = document.getElementById(arguments[0]);
    const root = map.shadowRoot;
    const child = map.querySelector('p');
    return {
        child: child.getClientRects().length > 0 && getComputedStyle(child).visibility === 'visible',
        message: root.querySelector('[part~=message]')?.textContent ?? '',
        controls: [...root.querySelectorAll('[data-actor]')].map((control) => control.dataset.actor),
        text: root.querySelector('[part~=widget]')?.innerText ?? '',
    };";

pub async fn test(page: &Page) -> Result<()> {
    page.open("index.html").await?;
    page.ready(2).await?;
    let told = "return window.recorder.events.filter((event) => event.type === 'actor-map-error').length >= arguments[0]";
    page.until::<bool>(
        "an actor-map-error of each",
        told,
        vec![(REFUSED.len() + 1).into()],
    )
    .await?;

    let errors = page.events("actor-map-error").await?;
    let codes: BTreeMap<&str, &str> = errors
        .iter()
        .filter_map(|event| Some((event["target"].as_str()?, event["detail"]["code"].as_str()?)))
        .collect();
    let expected: BTreeMap<&str, &str> = REFUSED
        .into_iter()
        .chain([("partial", "partial")])
        .collect();
    // What could not be fetched is asked for, and may be told, once more.
    let missing = errors.iter().filter(|event| event["target"] == "missing");
    let others = errors.len() - missing.count();
    ensure!(
        codes == expected && others + 1 == expected.len(),
        "actor-map-error told {errors:#?}"
    );
    for event in &errors {
        ensure!(
            event["detail"]["message"]
                .as_str()
                .is_some_and(|message| !message.is_empty()),
            "no message: {event}"
        );
        ensure!(
            event["detail"]["problems"].is_array(),
            "no list of problems: {event}"
        );
    }

    for (id, _) in REFUSED {
        let seen: Seen = page.ask(SEE, vec![id.into()]).await?;
        ensure!(seen.child, "{id}: what was inside the element is gone");
        ensure!(
            seen.controls.is_empty(),
            "{id}: a map stands there after all: {seen:?}"
        );
        // A sentence for readers: words and a full stop, no code.
        ensure!(
            seen.message.contains(' ') && seen.message.ends_with('.'),
            "{id}: the sentence is {:?}",
            seen.message
        );
    }

    partial(page, &errors)
        .await
        .context("the partly faulty file")?;
    goes_on(page).await
}

/// The sound records stand, the others are left out, one line says how many.
async fn partial(page: &Page, errors: &[Value]) -> Result<()> {
    let seen: Seen = page.ask(SEE, vec!["partial".into()]).await?;
    ensure!(
        seen.controls == ["ministry-a", "state-b"].map(str::to_owned).into(),
        "{seen:?}"
    );
    let problems = errors
        .iter()
        .find(|event| event["target"] == "partial")
        .map(|event| &event["detail"]["problems"]);
    let problems = problems.and_then(Value::as_array).context("no problems")?;
    let rules: BTreeSet<&str> = problems
        .iter()
        .filter_map(|problem| problem["rule"].as_str())
        .collect();
    ensure!(
        rules.contains("unknown-term") && rules.contains("dangling-id"),
        "{problems:#?}"
    );
    let suggestion = problems.iter().any(|problem| {
        problem["advice"]
            .as_str()
            .is_some_and(|advice| advice.contains("ministry-a"))
    });
    ensure!(
        suggestion,
        "nobody suggests ministry-a for minstry-a: {problems:#?}"
    );
    ensure!(
        seen.text.contains("left out"),
        "no line says that records are left out: {}",
        seen.text
    );
    page.click(5, "[data-actor='ministry-a']").await?;
    page.until::<bool>(
        "ministry-a is open",
        "return document.getElementById('partial').actor === 'ministry-a'",
        vec![],
    )
    .await?;
    let file = File::read("tests/browser/broken-data/partial.json")?;
    let ids = shown(page, 5, "[part~=panel]", &file).await?;
    ensure!(ids == ["sound".to_owned()].into(), "shown: {ids:?}");
    Ok(())
}

/// The sound map and the rest of the page work; nothing was thrown, and every complaint bears our name.
async fn goes_on(page: &Page) -> Result<()> {
    page.click(6, "[data-actor='owner']").await?;
    page.until::<bool>(
        "owner is open",
        "return document.getElementById('good').actor === 'owner'",
        vec![],
    )
    .await?;
    ensure!(
        page.ask::<bool>(
            "return document.getElementById('after').getClientRects().length > 0",
            vec![]
        )
        .await?
    );
    let foreign: Vec<String> = page
        .ask("return window.recorder.troubles.filter((trouble) => !/^console\\.(error|warn): actor-map/.test(trouble))", vec![])
        .await?;
    ensure!(foreign.is_empty(), "the page complains: {foreign:#?}");
    Ok(())
}
