//! What changes while a reader uses the widget: which actor is open, and the frame everything stands in.
//!
//! Two signals, `Arc`ed rather than kept in Leptos' arena, and no memo: each further kind of signal is code that
//! every reader downloads.

use std::sync::Arc;

use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::{Get, GetUntracked, Set};

use crate::layout::{self, Scene};

use super::Story;

/// From this width of the widget on, in CSS px, the panel stands beside the map, else under it.
pub const WIDE_FROM: f64 = 760.0;
/// The gap between map and panel, in CSS px; `widget.css` has the same.
const GAP: f64 = 24.0;
/// The map's share of a wide widget.
const MAP_SHARE: f64 = 0.62;
/// The seed of every layout. Every seed keeps the promises; publishing will choose the best one for each width.
pub const SEED: u32 = 21;

/// The state of one widget. Clones share it.
#[derive(Clone)]
pub struct State {
    /// The story told.
    pub story: Arc<Story>,
    /// Position of the open actor.
    pub open: ArcRwSignal<Option<usize>>,
    /// The frame the widget stands in.
    pub frame: ArcRwSignal<Arc<Frame>>,
}

/// What the host page decides, and the map that follows from it.
#[derive(Debug)]
pub struct Frame {
    /// The widget's width, in CSS px.
    pub width: f64,
    /// 1 to 6 for a heading in the host's outline, 0 for none.
    pub heading_level: u8,
    /// The map at this width.
    pub scene: Arc<Scene>,
}

impl State {
    /// The state of a fresh widget, `width` CSS px wide.
    pub fn new(story: Arc<Story>, width: f64, heading_level: u8) -> Self {
        let map = layout::Options {
            width: map_width(width),
            seed: SEED,
        };
        Self::taking_over(story, width, heading_level, &map)
    }

    /// The state of a widget, `width` CSS px wide, that takes over from an edition: its map is laid out with the
    /// width and the seed that stand on the edition's picture, and so is the same to the last bit.
    pub fn taking_over(
        story: Arc<Story>,
        width: f64,
        heading_level: u8,
        map: &layout::Options,
    ) -> Self {
        let scene = Arc::new(layout::layout(&story.graph, map));
        Self::of_scene(story, width, heading_level, scene)
    }

    /// The state of a widget whose map is laid out already.
    pub(super) fn of_scene(
        story: Arc<Story>,
        width: f64,
        heading_level: u8,
        scene: Arc<Scene>,
    ) -> Self {
        let frame = Frame {
            width,
            heading_level,
            scene,
        };
        Self {
            story,
            open: ArcRwSignal::new(None),
            frame: ArcRwSignal::new(Arc::new(frame)),
        }
    }

    /// Opens an actor, or closes the open one.
    pub fn select(&self, actor: Option<usize>) {
        if self.opened() != actor {
            self.open.set(actor);
        }
    }

    /// Position of the open actor, for event handlers: reads without subscribing.
    pub fn opened(&self) -> Option<usize> {
        self.open.get_untracked()
    }

    /// Lays the map out for a new width, in CSS px.
    pub fn resize(&self, width: f64) {
        let frame = self.frame.get_untracked();
        // A pixel's fraction changes no line of text, but would cost a layout.
        if (frame.width - width).abs() >= 1.0 {
            self.frame.set(Arc::new(Frame {
                width,
                heading_level: frame.heading_level,
                scene: scene(&self.story, width),
            }));
        }
    }

    /// 1 to 6 for a heading in the host's outline, 0 for none.
    pub fn set_heading_level(&self, heading_level: u8) {
        let Frame { width, scene, .. } = &*self.frame.get_untracked();
        self.frame.set(Arc::new(Frame {
            width: *width,
            heading_level,
            scene: scene.clone(),
        }));
    }

    /// Whether an actor is open, or a tie of the open one leads to it, or none is open.
    pub fn concerns(&self, actor: usize) -> bool {
        self.open
            .get()
            .is_none_or(|open| open == actor || self.story.related(open, actor))
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

fn scene(story: &Story, width: f64) -> Arc<Scene> {
    Arc::new(layout::layout(
        &story.graph,
        &layout::Options {
            width: map_width(width),
            seed: SEED,
        },
    ))
}
