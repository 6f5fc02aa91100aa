//! What changes while a reader uses the widget: which actor is open, and the frame everything stands in.
//!
//! Signals `Arc`ed rather than kept in Leptos' arena, of two kinds, and no memo: each further kind is code that every
//! reader downloads.

use std::sync::Arc;

use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::{Get, GetUntracked, Set};

use crate::layout::form::waits;
use crate::layout::{self, Scene};

use super::Story;

/// From this width of the widget on, in CSS px, the panel stands beside the map, else under it.
pub const WIDE_FROM: f64 = 760.0;
/// The gap between map and panel, in CSS px; `widget.css` has the same.
pub(crate) const GAP: f64 = 24.0;
/// The map's share of a wide widget.
const MAP_SHARE: f64 = 0.62;
/// The seed of every layout a reader waits for. Every seed keeps the promises; publishing chooses the best of several.
pub const SEED: u32 = 21;

/// What stands on a side of the panel for when no actor is open.
const OVERVIEW: usize = usize::MAX;

/// What stands on the side of the panel that shows, by the open actor.
pub fn side(open: Option<usize>) -> Option<usize> {
    Some(open.unwrap_or(OVERVIEW))
}

/// The state of one widget. Clones share it.
#[derive(Clone)]
pub struct State {
    /// The story told.
    pub story: Arc<Story>,
    /// Position of the open actor.
    pub open: ArcRwSignal<Option<usize>>,
    /// What stands on the two sides of the panel, of which one shows: the position of an actor, one that no actor has
    /// (`OVERVIEW`), or nothing yet. So the next actor can be made ready while another one is read.
    pub sides: [ArcRwSignal<Option<usize>>; 2],
    /// Position of the actor that the map brings out: the open one, as soon as its statements are painted.
    pub lit: ArcRwSignal<Option<usize>>,
    /// The [`Form`] of the map, to be [read](Form::read): what the list says hangs on that alone, and list, focus and opened
    /// questions outlive what else there is to a frame. (Of the type that the others are of: a signal of another one would be
    /// more code.)
    pub form: ArcRwSignal<Option<usize>>,
    /// The frame the widget stands in.
    pub frame: ArcRwSignal<Arc<Frame>>,
}

/// How a map is to be read.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whether it has numbers for names.
    pub numbered: bool,
    /// Whether its ties wait for an actor.
    pub waiting: bool,
}

impl Form {
    /// The form that a signal holds, which is followed from then on.
    pub fn read(held: &ArcRwSignal<Option<usize>>) -> Self {
        let held = held.get();
        Self {
            numbered: held >= Some(2),
            waiting: held == Some(1) || held == Some(3),
        }
    }

    /// The form of a scene, as a signal holds it.
    fn held(scene: &Scene) -> Option<usize> {
        Some(usize::from(scene.numbered) * 2 + usize::from(scene.waiting))
    }
}

/// What the host page decides, and the map that follows from it.
#[derive(Debug)]
pub struct Frame {
    /// The widget's width, in CSS px.
    pub width: f64,
    /// The map at this width.
    pub scene: Arc<Scene>,
}

impl State {
    /// The state of a fresh widget, `width` CSS px wide. Where it takes over from an edition, `map` is the width and the
    /// seed that stand on the edition's picture, and `places` what else does: the map is the same to the last bit. Else it is
    /// made for the width.
    pub async fn new(
        story: Arc<Story>,
        width: f64,
        map: Option<layout::Options>,
        places: &str,
    ) -> Self {
        let map = map.unwrap_or_else(|| options(width));
        let graph = &story.graph;
        let scene = layout::replay_in_pieces(graph, &map, places).await;
        Self::of_scene(story, width, Arc::new(scene))
    }

    /// The state of a widget whose map is laid out already.
    pub(super) fn of_scene(story: Arc<Story>, width: f64, scene: Arc<Scene>) -> Self {
        let frame = Frame { width, scene };
        Self {
            story,
            open: ArcRwSignal::new(None),
            sides: [ArcRwSignal::new(Some(OVERVIEW)), ArcRwSignal::new(None)],
            lit: ArcRwSignal::new(None),
            form: ArcRwSignal::new(Form::held(&frame.scene)),
            frame: ArcRwSignal::new(Arc::new(frame)),
        }
    }

    /// Opens an actor, or closes the open one.
    pub fn select(&self, actor: Option<usize>) {
        if self.opened() != actor {
            self.prepare(actor);
            self.open.set(actor);
        }
    }

    /// Has what the panel says of an actor, or of none, on one of its sides.
    pub fn prepare(&self, actor: Option<usize>) {
        let (wanted, shown) = (side(actor), side(self.opened()));
        let [one, other] = &self.sides;
        let stands = one.get_untracked();
        if stands != wanted && other.get_untracked() != wanted {
            let free = if stands == shown { other } else { one };
            free.set(wanted);
        }
    }

    /// Has the map bring the open actor out.
    pub fn light(&self) {
        let open = self.opened();
        if self.lit.get_untracked() != open {
            self.lit.set(open);
        }
    }

    /// Position of the open actor, for event handlers: reads without subscribing.
    pub fn opened(&self) -> Option<usize> {
        self.open.get_untracked()
    }

    /// Lays the map out for a new width, in CSS px, or for the same where an edition's map is too narrow for its ties; until
    /// the last piece of that the old map stands.
    pub async fn resize(&self, width: f64) {
        let frame = self.frame.get_untracked();
        let scene = frame.scene.clone();
        // On an edition's map ties may wait for which there is room.
        let has_room =
            scene.waiting && !waits(scene.nodes.len(), scene.ties.len(), map_width(width));
        // A pixel's fraction changes no line of text, but would cost a layout.
        if (frame.width - width).abs() >= 1.0 || has_room {
            let scene =
                layout::relayout_in_pieces(&self.story.graph, &scene, &options(width)).await;
            let form = Form::held(&scene);
            self.frame.set(Arc::new(Frame { width, scene }));
            if self.form.get_untracked() != form {
                self.form.set(form);
            }
        }
    }

    /// Whether an actor is brought out, or a tie of the one that is leads to it, or none is.
    pub fn concerns(&self, actor: usize) -> bool {
        self.lit
            .get()
            .is_none_or(|lit| lit == actor || self.story.related(lit, actor))
    }
}

impl Frame {
    /// Whether the panel stands beside the map.
    pub fn wide(&self) -> bool {
        self.width >= WIDE_FROM
    }
}

/// The width of the map in a widget of this width, in CSS px.
pub fn map_width(widget: f64) -> f64 {
    if widget >= WIDE_FROM {
        (widget * MAP_SHARE - GAP / 2.0).floor()
    } else {
        widget
    }
}

/// The map of a widget of this width.
fn options(width: f64) -> layout::Options {
    layout::Options::new(map_width(width), SEED)
}
