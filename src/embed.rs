//! The only surface JavaScript sees: [`build`] and what a [`Widget`] is told and asked, long work as [`Work`], the
//! incident that is compiled in, and what to call when the module traps.
//!
//! `embed/live.js` with its modules in `embed/live/` is the only caller: it hears clicks and keys, and has the element
//! (`embed/actor-map.js`) dispatch the events. It hands over the incident as text, so that a file, an inline script and the
//! compiled-in incident take one path: `JSON.parse`, then [`Node`](crate::incident::Node) ([`tree`]), then the
//! checks. `turns` says when the view's effects run.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use js_sys::{Array, Function, JSON, JsString, Object};
use reactive_graph::owner::Owner;
use reactive_graph::traits::GetUntracked;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::incident::{self, Problem, Refusal, RefusalCode, Term};
use crate::layout::Options;
use crate::pieces::{self, pause};
use crate::view::{Building, Effects, State, Story, widget};

pub mod tree;
mod turns;

use tree::tree_in_pieces;

/// TLSF (Masmano et al. 2004): constant time, and 6 KB less code than the standard library's allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Tells `handler` the panic message when the module traps, so that it is never called again.
#[wasm_bindgen]
pub fn on_trap(handler: Function) {
    ON_TRAP.with(|slot| slot.replace(Some(handler)));
    std::panic::set_hook(Box::new(|info| {
        // Nothing can be done about a handler that fails while the module dies.
        let tell = |handler: &Function| {
            handler.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()))
        };
        ON_TRAP.with(|slot| {
            slot.try_borrow()
                .ok()
                .and_then(|handler| handler.as_ref().map(tell))
        });
    }));
}

thread_local! {
    static ON_TRAP: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// The incident compiled in with `ACTOR_MAP_INCIDENT`, as JSON text.
#[wasm_bindgen]
pub fn compiled_in() -> Option<JsString> {
    const TEXT: Option<&str> = include!(concat!(env!("OUT_DIR"), "/compiled_in.rs"));
    TEXT.map(JsString::from)
}

/// A widget that stands. Freeing it leaves its elements where they are, and nothing keeps them up to date.
#[wasm_bindgen]
pub struct Widget {
    state: State,
    problems: Vec<Problem>,
    _effects: Effects,
    /// What the effects belong to; dropped after them.
    _owner: Owner,
}

/// Work for JavaScript to do piece by piece, so that the page answers its reader meanwhile. Freeing it gives it up.
#[wasm_bindgen]
pub struct Work {
    work: Pin<Box<dyn Future<Output = Result<Option<Widget>, Array>>>>,
    done: Option<Widget>,
}

#[wasm_bindgen]
impl Work {
    /// Does one piece; true while there is more to do. After that it must not be called again.
    ///
    /// # Errors
    /// Throws `[code, message, …problems]` (see [`Widget::problems`]) if the file is refused.
    pub fn go_on(&mut self) -> Result<bool, Array> {
        match pieces::go_on(self.work.as_mut()) {
            None => Ok(true),
            Some(done) => {
                self.done = done?;
                Ok(false)
            }
        }
    }

    /// The widget that was built.
    pub fn widget(&mut self) -> Option<Widget> {
        self.done.take()
    }
}

impl Work {
    fn new(work: impl Future<Output = Result<Option<Widget>, Array>> + 'static) -> Self {
        Self {
            work: Box::pin(work),
            done: None,
        }
    }
}

/// Builds the widget of an incident into `container`, `width` CSS px wide.
///
/// Where an edition's picture shows, `map_width` (CSS px), `seed` and `places` are what stands on it, and the map is the same
/// to the last bit; else they are 0 and empty, and the map is laid out for `width`.
#[wasm_bindgen]
pub fn build(
    container: HtmlElement,
    text: String,
    width: f64,
    heading_level: u8,
    map_width: f64,
    seed: u32,
    places: String,
) -> Work {
    let map = (map_width > 0.0).then(|| Options::published(map_width, seed));
    Work::new(built(container, text, width, heading_level, map, places))
}

async fn built(
    container: HtmlElement,
    text: String,
    width: f64,
    heading_level: u8,
    map: Option<Options>,
    places: String,
) -> Result<Option<Widget>, Array> {
    let value = parsed(&text).map_err(thrown)?;
    drop(text);
    pause().await;
    let node = tree_in_pieces(&value).await;
    let mut reading = incident::read_in_pieces(&node).await.map_err(thrown)?;
    drop((node, value));
    pause().await;
    let problems = std::mem::take(&mut reading.problems);
    let mut story = Story::new(reading);
    story.heading_level = heading_level;
    let story = Arc::new(story);
    pause().await;
    let state = State::new(story, width, map, &places).await;
    turns::set_up();
    let owner = Owner::new();
    let mut building = owner.with(|| Building::new(widget(&state), &container));
    while owner.with(|| building.go_on()) {
        pause().await;
    }
    Ok(Some(Widget {
        state,
        problems,
        _effects: building.finish(),
        _owner: owner,
    }))
}

#[wasm_bindgen]
impl Widget {
    /// The incident for a large map (see [`Story::flat`]); nothing if a map with names is mounted.
    pub fn large(&self) -> Vec<String> {
        self.state.story.flat()
    }

    /// Opens the actor with this id, or closes the open one. False if the incident has no such actor. `ahead` only makes
    /// what the panel would show: for when a reader's pointer or focus has come to what opens the actor.
    pub fn select(&self, id: Option<String>, ahead: bool) -> bool {
        let actor = id.as_ref().map(|id| self.state.story.position(id));
        match actor {
            Some(None) => false,
            known => {
                let actor = known.flatten();
                if ahead {
                    self.state.prepare(actor);
                } else {
                    self.state.select(actor);
                }
                turns::take();
                true
            }
        }
    }

    /// Has the map bring the open actor out, dim what does not concern it: for when its statements are painted, which the
    /// reader waits for.
    pub fn light(&self) {
        self.state.light();
        turns::take();
    }

    /// The id of the open actor.
    pub fn open(&self) -> Option<JsString> {
        let open = self.state.story.actor(self.state.opened()?)?;
        Some(JsString::from(&*open.id))
    }

    /// The incident's id, for permalinks.
    pub fn incident(&self) -> JsString {
        JsString::from(&*self.state.story.incident.incident.id)
    }

    /// The ids of the statements in the panel.
    pub fn shown(&self) -> Array {
        let story = &self.state.story;
        let shown = Array::new();
        for position in story.shown(self.state.opened()) {
            if let Some(statement) = story.statement(position) {
                push(&shown, &[&statement.id]);
            }
        }
        shown
    }

    /// Lays the map out for a new width, in CSS px. That work has no widget as its result.
    pub fn resize(&self, width: f64) -> Work {
        let state = self.state.clone();
        let resized = async move {
            state.resize(width).await;
            turns::take();
            Ok(None)
        };
        Work::new(resized)
    }

    /// How wide each line of text on the map may be, in CSS px, in the order in which they are painted.
    pub fn rooms(&self) -> Vec<f64> {
        let frame = self.state.frame.get_untracked();
        frame.scene.lines().map(|line| line.width).collect()
    }

    /// What was wrong with the file's records. Eight texts for each problem: severity, rule, path, record, field,
    /// message, advice, and all of it in one text.
    pub fn problems(&self) -> Array {
        let problems = Array::new();
        push_problems(&problems, &self.problems);
        problems
    }
}

/// A file's text, parsed by the browser itself.
fn parsed(text: &str) -> Result<JsValue, Refusal> {
    incident::check_size(text.len())?;
    JSON::parse(text).map_err(|cause| {
        let cause = String::from(cause.unchecked_ref::<Object>().to_string());
        Refusal::new(
            RefusalCode::Parse,
            ["The file is not JSON. ", &cause].concat(),
        )
    })
}

/// `[code, message, …problems]` of a file that is refused.
fn thrown(refusal: Refusal) -> Array {
    let thrown = Array::new();
    push(&thrown, &[refusal.code.id(), &refusal.message]);
    push_problems(&thrown, &refusal.problems);
    thrown
}

/// Adds eight texts for each problem, as [`Widget::problems`] has them.
fn push_problems(array: &Array, problems: &[Problem]) {
    for problem in problems {
        push(
            array,
            &[
                problem.severity.id(),
                problem.rule.id(),
                &problem.path,
                &problem.record,
                &problem.field,
                &problem.message,
                &problem.advice,
                &problem.line(),
            ],
        );
    }
}

fn push(array: &Array, texts: &[&str]) {
    for text in texts {
        array.push(&JsString::from(*text));
    }
}
