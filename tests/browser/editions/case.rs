//! Editions for other people's pages: an iframe grows with its content and believes nobody else, and what DOMPurify
//! leaves of an edition still has every quotation.

use actor_map::incident;
use actor_map::layout::{Options, layout};
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme};
use actor_map::view::edition::email::email;
use actor_map::view::edition::for_edition;
use actor_map::view::edition::iframe::Frame;
use actor_map::view::edition::plain::{Flavour, plain};
use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};

use crate::harness::{Page, project};

const INCIDENT: &str = "incidents/czech-mfa-apt31.json";

pub async fn test(page: &Page) -> Result<()> {
    let text = std::fs::read_to_string(project().join(INCIDENT))?;
    let node = incident::parse_json(&text).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let reading = incident::read(&node).map_err(|refusal| anyhow!("{}", refusal.message))?;
    let story = for_edition(reading);
    let effort = Effort { maps: 2, seeds: 1 };
    let element = Element {
        style: "/actor-map/widget.css".into(),
        script: None,
        data: Data::None,
        theme: Theme::Auto,
        structured_data: None,
    };
    let element = element.render(&story, &bands(&story.graph, effort));

    let frame = Frame {
        page: "/cases/editions/frame.html".into(),
        oembed: None,
        height: 300,
        theme: Theme::Auto,
    };
    page.provide("frame.html", frame.page(&story, &element));
    page.provide("host.html", host(&frame.snippet(&story)));
    page.provide("fixed.html", host(&frame.fixed(&story)));
    grows(page).await.context("the iframe with a script")?;
    page.open("fixed.html").await?;
    let height: String = page
        .ask("return document.querySelector('iframe').height", vec![])
        .await?;
    ensure!(
        height == "300",
        "without a script the frame is {height} px high"
    );

    let scene = layout(&story.graph, &Options::new(320.0, 1));
    let reports = story
        .incident
        .statements
        .iter()
        .flat_map(|statement| &statement.reports);
    let quotes: Vec<&str> = reports
        .filter_map(|report| report.quote.as_deref())
        .collect();
    page.provide(
        "purify.html",
        host("<script src=/cases/node_modules/dompurify/dist/purify.min.js></script><div id=place></div>"),
    );
    page.open("purify.html").await?;
    for (name, html) in [
        ("element", element),
        ("static", plain(&story, &scene, Flavour::Static)),
        ("amp", plain(&story, &scene, Flavour::Amp)),
        ("email", email(&story, None)),
    ] {
        let lost = purified(page, &html, &quotes).await?;
        ensure!(
            lost.is_empty(),
            "DOMPurify's defaults take out of {name}: {lost:?}"
        );
    }
    page.asked_nobody_else().await?;
    page.is_quiet().await
}

/// A page round a frame, with an element whose id is the name by which the parent script knows that it has run.
fn host(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><script src=/cases/recorder.js></script>\
         <main><h1 id=actorMapFrames>Somebody else’s page</h1>{body}</main></html>"
    )
}

async fn grows(page: &Page) -> Result<()> {
    page.open("host.html").await?;
    let fits = "
        const frame = document.querySelector('iframe');
        const content = frame.contentDocument?.documentElement.getBoundingClientRect().height;
        // Before its style is there it is higher, and the frame with it.
        const style = frame.contentDocument?.querySelector('actor-map')?.shadowRoot.querySelector('link');
        return style?.sheet && Number(frame.height) > 400 && Number(frame.height) === Math.ceil(content) ? Number(frame.height) : null";
    let height: u32 = page
        .until("the frame is as high as its content", fits, vec![])
        .await?;
    // Whatever says so but the frame itself is not believed.
    let lie = "window.postMessage({ type: 'actor-map-height', height: 5000 }, '*'); return null";
    page.ask::<Value>(lie, vec![]).await?;
    page.frames(3).await?;
    let now: u32 = page
        .ask(
            "return Number(document.querySelector('iframe').height)",
            vec![],
        )
        .await?;
    ensure!(
        now == height,
        "the frame went from {height} to {now} px because somebody said so"
    );
    let open = "
        const root = document.querySelector('iframe').contentDocument.querySelector('actor-map').shadowRoot;
        const events = root.querySelector('.events details');
        events.open = true;
        return null";
    page.ask::<Value>(open, vec![]).await?;
    let grown = format!("const now = (() => {{ {fits} }})(); return now !== {height} && now");
    page.until::<u32>("the frame grows with its content", &grown, vec![])
        .await?;
    Ok(())
}

/// The quotations that a reader of the cleaned markup does not see, with everything unfolded.
async fn purified(page: &Page, html: &str, quotes: &[&str]) -> Result<Vec<String>> {
    let body = "
        const [html, quotes] = arguments;
        const place = document.getElementById('place');
        place.innerHTML = DOMPurify.sanitize(html);
        for (const details of place.querySelectorAll('details')) {
            // Of several with one name only one is open at a time.
            details.removeAttribute('name');
            details.open = true;
        }
        const seen = place.innerText.replace(/\\s+/g, ' ');
        return quotes.filter((quote) => !seen.includes(`“${quote.replace(/\\s+/g, ' ')}”`))";
    page.ask(body, vec![json!(html), json!(quotes)]).await
}
