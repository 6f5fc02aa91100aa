//! What a case works with: one browser session, with the questions and actions the tests are made of.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, anyhow, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::time::sleep;

use super::engine::Engine;
use super::server::{Fault, Site};

/// A running test.
pub type Test<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// How long something may take that happens by itself, on a slow machine.
const PATIENCE: Duration = Duration::from_secs(15);
/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// How long keys and pointers take over a movement.
const AT_ONCE: Option<Duration> = Some(Duration::ZERO);
/// How much of what a page recorded stands in a failure's message, in characters.
const EVIDENCE: usize = 3_000;

/// A browser session at a case's page.
pub struct Page {
    driver: WebDriver,
    engine: Engine,
    site: Site,
    case: &'static str,
}

impl Page {
    /// A page for a case, with nothing loaded yet.
    pub fn new(driver: WebDriver, engine: Engine, site: Site, case: &'static str) -> Self {
        Self {
            driver,
            engine,
            site,
            case,
        }
    }

    /// Loads a page of the case's own folder, or with `/` before it of the built page, and waits for it.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open(&self, file: &str) -> Result<()> {
        let path = match file.starts_with('/') {
            true => file.to_owned(),
            false => self.path(file),
        };
        self.driver
            .goto(format!("{}{path}", self.site.origin))
            .await
            .with_context(|| format!("cannot load {path}"))?;
        // Firefox' driver may answer for the page before.
        let shown = path.split(['?', '#']).next().unwrap_or_default();
        self.until::<bool>(
            &format!("{shown} is the page"),
            "return location.pathname === new URL(arguments[0], location).pathname",
            vec![shown.into()],
        )
        .await
        .map(|_| ())
    }

    /// Goes back to the page before.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn back(&self) -> Result<()> {
        Ok(self.driver.back().await?)
    }

    /// Has a page of the case's folder loaded in a tab behind another one, and brings it to the front when `meanwhile` is over.
    ///
    /// # Errors
    /// When the browser cannot, or `meanwhile` fails.
    pub async fn open_behind(
        &self,
        file: &str,
        meanwhile: impl Future<Output = Result<()>>,
    ) -> Result<()> {
        let tab = self.driver.window().await?;
        if self.engine == Engine::Webkit {
            // Its driver opens tabs behind the one that shows, and leaves them there.
            let behind = self.driver.new_tab().await?;
            self.driver.switch_to_window(behind.clone()).await?;
            self.open(file).await?;
            meanwhile.await?;
            self.driver.switch_to_window(tab).await?;
            self.driver.close_window().await?;
            return Ok(self.driver.switch_to_window(behind).await?);
        }
        // Firefox' driver brings a tab to the front that is to be asked for something, so this one goes on by itself once it is
        // behind.
        let go = json!(self.path(file)).to_string();
        let html = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>In front</title><script>\
             document.addEventListener('visibilitychange', () => document.hidden && location.assign({go}))</script><p>In front.</p></html>"
        );
        self.provide("front.html", html);
        self.open("front.html").await?;
        let front = self.driver.new_tab().await?;
        self.driver.switch_to_window(front).await?;
        meanwhile.await?;
        self.driver.close_window().await?;
        Ok(self.driver.switch_to_window(tab).await?)
    }

    fn path(&self, file: &str) -> String {
        format!("/cases/{}/{file}", self.case)
    }

    /// Has the server answer for a file of the case's folder that the test made itself.
    pub fn provide(&self, file: &str, html: String) {
        self.site.provide(self.path(file), html);
    }

    /// Where this case's own copy of the built page stands, to be spoilt: `/faulty/<case>`.
    pub fn copy(&self) -> String {
        format!("/faulty/{}", self.case)
    }

    /// Spoils a file of the copy, or mends it with none.
    pub fn spoil(&self, file: &str, fault: Option<Fault>) {
        self.site.spoil(format!("{}/{file}", self.copy()), fault);
    }

    /// The files of the copy that the browser has asked for so far, oldest first.
    pub fn asked(&self) -> Vec<String> {
        let below = format!("{}/", self.copy());
        let asked = self.site.asked().into_iter();
        asked
            .filter_map(|path| path.strip_prefix(&below).map(str::to_owned))
            .collect()
    }

    /// The engine.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Runs a function body in the page and gives what it returns. `arguments` are the function's.
    ///
    /// # Errors
    /// When it throws, or returns something else than asked for.
    pub async fn ask<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> Result<T> {
        let returned = self
            .driver
            .execute(body, arguments)
            .await
            .with_context(|| format!("in the page: {body}"))?;
        let value = returned.json().clone();
        serde_json::from_value(value.clone())
            .with_context(|| format!("the page answered {value} to: {body}"))
    }

    /// Like [`Self::ask`], for a body that calls its last argument with the answer.
    ///
    /// # Errors
    /// When it throws, never calls, or answers something else than asked for.
    pub async fn ask_later<T: DeserializeOwned>(
        &self,
        body: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        let returned = self
            .driver
            .execute_async(body, arguments)
            .await
            .with_context(|| format!("in the page: {body}"))?;
        let value = returned.json().clone();
        serde_json::from_value(value.clone())
            .with_context(|| format!("the page answered {value} to: {body}"))
    }

    /// Asks until the answer is neither null nor false, and gives it.
    ///
    /// A body that throws is asked again: a frame that has no document yet, or an element that is not there yet, is
    /// just what is waited for.
    ///
    /// # Errors
    /// When `what` has not come about after [`PATIENCE`], with what the body threw last; at once when the browser
    /// cannot be asked.
    pub async fn until<T: DeserializeOwned>(
        &self,
        what: &str,
        body: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let thrown = match self.ask(body, arguments.clone()).await {
                Ok(Value::Null | Value::Bool(false)) => None,
                Ok(answer) => {
                    return serde_json::from_value(answer.clone())
                        .with_context(|| format!("{what}: {answer}"));
                }
                Err(error) if is_thrown(&error) => Some(error),
                Err(error) => return Err(error),
            };
            if Instant::now() > deadline {
                let vain = format!("waited {} seconds in vain for: {what}", PATIENCE.as_secs());
                return Err(match thrown {
                    Some(error) => error.context(vain),
                    None => anyhow!(vain),
                });
            }
            sleep(PAUSE).await;
        }
    }

    /// Scrolls something in the `position`th map into view and clicks its middle with the browser's own pointer.
    ///
    /// Goes by coordinates, because drivers disagree on where an SVG group can be clicked; that the middle belongs
    /// to what is to be clicked, and is not covered by something else, is made sure of.
    ///
    /// # Errors
    /// When there is no such thing, or something else lies over it.
    pub async fn click(&self, position: usize, selector: &str) -> Result<()> {
        let body = "
            const [position, selector, done] = arguments;
            const root = document.querySelectorAll('actor-map')[position].shadowRoot;
            const late = performance.now() + 5000;
            const find = () => {
                const all = [...root.querySelectorAll(selector)];
                // What stands on the hidden side of the panel nobody can click.
                const element = all.find((it) => it.getClientRects().length > 0) ?? all[0];
                if (!element) return done([0, 0, 'is not there']);
                element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
                // Browsers hit what they last painted; a map that is still being laid out would move away from the pointer.
                const place = () => {
                    const { left, right, top, bottom } = element.getBoundingClientRect();
                    return [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
                };
                const click = ([x, y]) => {
                    // The live map may have taken its place meanwhile, or the browser may have scrolled to where the page
                    // was left.
                    const hit = root.elementFromPoint(x, y);
                    if ((!element.isConnected || !hit) && performance.now() < late) return find();
                    done([x, y, element.contains(hit) ? null : hit ? `is covered by ${hit.outerHTML.slice(0, 200)}` : `is not in the window, at ${x}, ${y}`]);
                };
                const rest = (frames, before) => requestAnimationFrame(() => {
                    const now = place();
                    if (String(now) !== String(before)) rest(4, now);
                    else if (frames > 0) rest(frames - 1, now);
                    else click(now);
                });
                rest(4, place());
            };
            find();";
        let (x, y, trouble): (i64, i64, Option<String>) = self
            .ask_later(body, vec![position.into(), selector.into()])
            .await?;
        if let Some(trouble) = trouble {
            bail!("{selector} {trouble}");
        }
        self.click_at(x, y)
            .await
            .with_context(|| format!("cannot click {selector}"))
    }

    /// Clicks a point of the window, in CSS px from its corner.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn click_at(&self, x: i64, y: i64) -> Result<()> {
        let pointer = self
            .driver
            .action_chain_with_delay(AT_ONCE, AT_ONCE)
            .move_to(x, y)
            .click();
        Ok(pointer.perform().await?)
    }

    /// Turns the browser's own wheel over an element of the first map and says whether the page scrolled. None where
    /// the engine has no way to do so.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn really_wheel(&self, selector: &str) -> Result<Option<bool>> {
        if self.engine != Engine::Chromium {
            return Ok(None);
        }
        let place = "
            const element = document.querySelector('actor-map').shadowRoot.querySelector(arguments[0]);
            const { left, top, width, height } = element.getBoundingClientRect();
            return [left + width / 2, top + height / 2, scrollY]";
        let (x, y, before): (f64, f64, f64) = self.ask(place, vec![selector.into()]).await?;
        let wheel = json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": 100});
        let devtools = self.driver.cdp();
        devtools.send_raw("Input.dispatchMouseEvent", wheel).await?;
        self.frames(20).await?;
        let after: f64 = self.ask("return scrollY", vec![]).await?;
        Ok(Some((after - before).abs() > 1.0))
    }

    /// Has the page styled as for paper, or for the screen again. False where the engine has no way to do so.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn print_media(&self, paper: bool) -> Result<bool> {
        if self.engine != Engine::Chromium {
            return Ok(false);
        }
        let media = json!({"media": if paper { "print" } else { "" }});
        let devtools = self.driver.cdp();
        devtools
            .send_raw("Emulation.setEmulatedMedia", media)
            .await?;
        Ok(true)
    }

    /// How long the page's main thread has run so far, in ms of processor time. None where the engine does not tell.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn thread_ms(&self) -> Result<Option<f64>> {
        if self.engine != Engine::Chromium {
            return Ok(None);
        }
        let devtools = self.driver.cdp();
        let ticks = json!({"timeDomain": "threadTicks"});
        devtools.send_raw("Performance.enable", ticks).await?;
        let answer = devtools
            .send_raw("Performance.getMetrics", json!({}))
            .await?;
        let metrics = answer["metrics"].as_array();
        let task = metrics.and_then(|all| all.iter().find(|one| one["name"] == "TaskDuration"));
        let seconds = task.and_then(|one| one["value"].as_f64());
        Ok(Some(
            seconds.context("Chromium does not tell its time")? * 1000.0,
        ))
    }

    /// Gives the page's first element another width, in CSS px, and waits until its map is laid out for it.
    ///
    /// # Errors
    /// When the map stays as it was.
    pub async fn set_width(&self, width: u32) -> Result<()> {
        const VIEW: &str = "document.querySelector('actor-map').shadowRoot.querySelector('svg[part~=map]').getAttribute('viewBox')";
        let set = format!(
            "const before = {VIEW}; document.querySelector('actor-map').style.width = `${{arguments[0]}}px`; return before"
        );
        let before: String = self.ask(&set, vec![width.into()]).await?;
        let laid_out = format!("return {VIEW} !== arguments[0]");
        self.until::<bool>(
            &format!("a map for {width} px"),
            &laid_out,
            vec![before.into()],
        )
        .await?;
        self.frames(2).await
    }

    /// Lets the browser paint this many frames: observers of size and what follows them have then run.
    ///
    /// # Errors
    /// When the browser paints none.
    pub async fn frames(&self, count: u32) -> Result<()> {
        let body = "
            const [count, done] = arguments;
            const next = (left) => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : setTimeout(done, 0, null));
            next(count)";
        self.ask_later::<Value>(body, vec![count.into()])
            .await
            .map(|_| ())
    }

    /// Types keys into whatever has the focus.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn press(&self, keys: impl AsRef<str>) -> Result<()> {
        Ok(self
            .driver
            .action_chain()
            .send_keys(keys.as_ref())
            .perform()
            .await?)
    }

    /// The events of one type that elements fired so far, as `{detail, target}`, oldest first.
    ///
    /// # Errors
    /// When the page has no recorder.
    pub async fn events(&self, kind: &str) -> Result<Vec<Value>> {
        self.ask(
            "return window.recorder.events.filter((event) => event.type === arguments[0])",
            vec![kind.into()],
        )
        .await
    }

    /// Waits until as many elements as given have told that their map stands.
    ///
    /// # Errors
    /// When they do not.
    pub async fn ready(&self, maps: usize) -> Result<()> {
        let body = "return window.recorder.events.filter((event) => event.type === 'actor-map-ready').length >= arguments[0]";
        self.until::<bool>("actor-map-ready", body, vec![maps.into()])
            .await
            .map(|_| ())
    }

    /// Waits until the `position`th map has this actor open, in its attribute and on its control.
    ///
    /// # Errors
    /// When it does not.
    pub async fn until_open(&self, position: usize, actor: &str) -> Result<()> {
        let body = "
            const map = document.querySelectorAll('actor-map')[arguments[0]];
            const open = [...map.shadowRoot.querySelectorAll('[data-actor][aria-expanded=true]')];
            return map.actor === arguments[1] && open.length === 1 && open[0].dataset.actor === arguments[1]";
        self.until::<bool>(
            &format!("{actor} is open"),
            body,
            vec![position.into(), actor.into()],
        )
        .await
        .map(|_| ())
    }

    /// Fails if the page wrote errors or warnings to its console, threw, or broke its security policy.
    ///
    /// # Errors
    /// When it did.
    pub async fn is_quiet(&self) -> Result<()> {
        let troubles: Vec<String> = self.ask("return window.recorder.troubles", vec![]).await?;
        ensure!(
            troubles.is_empty(),
            "the page complains:\n{}",
            troubles.join("\n")
        );
        Ok(())
    }

    /// Fails if the page asked any other host than the test's own server for anything.
    ///
    /// # Errors
    /// When it did.
    pub async fn asked_nobody_else(&self) -> Result<()> {
        let body = "return performance.getEntriesByType('resource').map((entry) => entry.name) \
                    .filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))";
        let foreign: Vec<String> = self.ask(body, vec![]).await?;
        ensure!(foreign.is_empty(), "the page asked others: {foreign:?}");
        Ok(())
    }

    /// The error, with a screenshot's path and what the page recorded.
    pub async fn evidence(&self, error: Error, folder: &Path) -> Error {
        let file = folder.join(format!("{}-{}.png", self.engine, self.case));
        let saved = match std::fs::create_dir_all(folder) {
            Ok(()) => self.driver.screenshot(&file).await.map_err(Error::from),
            Err(error) => Err(error.into()),
        };
        let picture = match saved {
            Ok(()) => format!("screenshot: {}", file.display()),
            Err(error) => format!("no screenshot: {error:#}"),
        };
        let recorded = self
            .ask::<Value>("return window.recorder ?? null", vec![])
            .await;
        let recorded = recorded.map_or_else(
            |error| format!("nothing: {error}"),
            |recorded| recorded.to_string(),
        );
        let start: String = recorded.chars().take(EVIDENCE).collect();
        let more = if start.len() < recorded.len() {
            " …"
        } else {
            ""
        };
        anyhow!("{error:#}\n{picture}\nthe page recorded: {start}{more}")
    }

    /// Ends the session.
    pub async fn close(self) {
        // A session that is already gone is closed.
        let _ = self.driver.quit().await;
    }
}

/// Whether it was the script in the page that failed, not the way to the browser.
fn is_thrown(error: &Error) -> bool {
    error
        .downcast_ref::<WebDriverError>()
        .is_some_and(|error| matches!(error.as_inner(), WebDriverErrorInner::JavascriptError(_)))
}
