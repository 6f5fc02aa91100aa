//! Elements in builder syntax: one Leptos view type for every element.
//!
//! Leptos' own builder gives each shape of element a type of its own, and every type its own machine code; this view
//! written that way came to more than twice the size. [`El`] implements Leptos' [`Render`] and `RenderHtml` once, on
//! Leptos' renderer and effects. Text and attribute values are only ever set as such, never as HTML.

use std::vec::IntoIter;

use reactive_graph::effect::RenderEffect;
use tachys::renderer::Rndr;
use tachys::renderer::types::{Element, Node};
use tachys::view::{Mountable, Render};
use wasm_bindgen::prelude::*;

use crate::layout::px;

/// The namespace of HTML elements.
const HTML: &str = "http://www.w3.org/1999/xhtml";
/// The namespace of SVG elements.
const SVG: &str = "http://www.w3.org/2000/svg";

// The page's own, by name: Leptos finds the document through whichever global there is, and unwraps what it makes.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_element(namespace: &str, tag: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text(text: &str) -> Node;
}

/// An element being built. Boxed, so that each step of a builder hands one pointer on: half the code of the same view
/// over the parts themselves.
pub struct El(pub(super) Box<Parts>);

/// What an element is made of.
pub(super) struct Parts {
    pub(super) tag: &'static str,
    namespace: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) content: Content,
}

/// An attribute's value.
pub(super) enum Value {
    Fixed(String),
    /// Follows the signals it reads; none takes the attribute away.
    Live(Box<dyn Fn() -> Option<String> + Send>),
}

/// What stands in an element.
pub(super) enum Content {
    Fixed(Vec<Child>),
    /// Follows the signals it reads.
    Live(Box<dyn Fn() -> Vec<Child> + Send>),
}

pub(super) enum Child {
    Text(String),
    Element(El),
}

/// An HTML element; not a void one (`br`, `img`).
pub fn el(tag: &'static str) -> El {
    El::new(tag, HTML)
}

/// An HTML element with a class.
pub fn of_class(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// `<svg>`
pub fn picture() -> El {
    El::new("svg", SVG)
}

/// SVG `<g>`
pub fn group(class: impl Into<String>) -> El {
    El::new("g", SVG).attr("class", class)
}

/// SVG `<g>` whose class follows the signals `class` reads.
pub fn group_of(class: impl Fn() -> String + Send + 'static) -> El {
    El::new("g", SVG).live_attr("class", move || Some(class()))
}

/// SVG `<path>` with path data.
pub fn path(class: &'static str, d: impl Into<String>) -> El {
    El::new("path", SVG).attr("class", class).attr("d", d)
}

/// SVG `<rect>`
pub fn rect(class: &'static str) -> El {
    El::new("rect", SVG).attr("class", class)
}

/// SVG `<text>`
pub fn label(class: &'static str, text: impl Into<String>) -> El {
    El::new("text", SVG).attr("class", class).text(text)
}

/// SVG `<title>`: what a pointer over its parent shows.
pub fn tooltip(text: impl Into<String>) -> El {
    El::new("title", SVG).text(text)
}

impl El {
    fn new(tag: &'static str, namespace: &'static str) -> Self {
        Self(Box::new(Parts {
            tag,
            namespace,
            attributes: Vec::new(),
            content: Content::Fixed(Vec::new()),
        }))
    }

    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.attributes.push((name, Value::Fixed(value.into())));
        self
    }

    /// Sets an attribute to a number of CSS px.
    pub fn px(self, name: &'static str, value: f64) -> Self {
        self.attr(name, px(value))
    }

    /// Sets an attribute, or none.
    pub fn maybe_attr(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows the signals `value` reads; none takes it away.
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.0.attributes.push((name, Value::Live(Box::new(value))));
        self
    }

    /// Appends text. What follows text becomes one with it: a browser's layout pays by the node.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.append(Child::Text(text.into()))
    }

    /// Appends an element.
    pub fn child(self, child: El) -> Self {
        self.append(Child::Element(child))
    }

    /// Appends elements.
    pub fn children(self, children: Vec<El>) -> Self {
        self.each(children)
    }

    /// Appends elements as they are made, without a list in between.
    pub fn each(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Sets what stands in it between two texts.
    pub fn between(mut self, before: &str, after: &str) -> Self {
        if let Content::Fixed(children) = &mut self.0.content {
            let inner = core::mem::take(children);
            self = inner
                .into_iter()
                .fold(self.text(before), El::append)
                .text(after);
        }
        self
    }

    /// Elements that follow the signals `children` reads, instead of any other content.
    pub fn live_children(mut self, children: impl Fn() -> Vec<El> + Send + 'static) -> Self {
        self.0.content = Content::Live(Box::new(move || elements(children())));
        self
    }

    /// What stands in a line that follows the signals `line` reads, instead of any other content.
    pub fn live_line(mut self, line: impl Fn() -> El + Send + 'static) -> Self {
        self.0.content = Content::Live(Box::new(move || match line().0.content {
            Content::Fixed(children) => children,
            Content::Live(children) => children(),
        }));
        self
    }

    fn append(mut self, child: Child) -> Self {
        if let Content::Fixed(children) = &mut self.0.content {
            match (children.last_mut(), child) {
                (Some(Child::Text(before)), Child::Text(text)) => before.push_str(&text),
                (_, child) => children.push(child),
            }
        }
        self
    }
}

/// Not in a closure, of which there is one for each place that calls.
fn elements(elements: Vec<El>) -> Vec<Child> {
    elements.into_iter().map(Child::Element).collect()
}

/// What keeps a part of the view up to date; dropping it stops that.
#[derive(Default)]
pub struct Effects(Vec<RenderEffect<Effects>>);

/// Elements on their way into the page, from the outermost to the one that is being filled, each with what is still to
/// come into it. So a view can be built node by node, with other work in between.
#[derive(Default)]
pub struct Building {
    open: Vec<(Element, IntoIter<Child>)>,
    /// Elements down to this depth are in the page as soon as they are made, so that it is laid out while it is built;
    /// those within them when they are whole, which is quicker.
    early: usize,
    effects: Effects,
}

/// Down to the map's picture: container, widget, body, column, picture, as [`widget`](super::widget()) nests them; its test holds
/// the two together.
pub(super) const EARLY: usize = 5;

impl Building {
    /// A view of which nothing stands yet, to be built into `container`.
    pub fn new(view: El, container: &Element) -> Self {
        Self {
            open: vec![(container.clone(), vec![Child::Element(view)].into_iter())],
            early: EARLY,
            effects: Effects::default(),
        }
    }

    /// Makes one more node; false if there is none.
    pub fn go_on(&mut self) -> bool {
        let depth = self.open.len();
        let Some((element, children)) = self.open.last_mut() else {
            return false;
        };
        match children.next() {
            Some(Child::Text(text)) => Rndr::insert_node(element, &create_text(&text), None),
            Some(Child::Element(child)) => {
                self.begin(child);
            }
            None => {
                let whole = self.open.pop();
                if depth > self.early
                    && let (Some((element, _)), Some((parent, _))) = (whole, self.open.last())
                {
                    Rndr::insert_node(parent, &element, None);
                }
            }
        }
        true
    }

    /// Makes all that is left; what keeps it up to date.
    pub fn finish(mut self) -> Effects {
        while self.go_on() {}
        self.effects
    }

    /// Makes an element without its children.
    fn begin(&mut self, view: El) -> Element {
        let parts = *view.0;
        let element = create_element(parts.namespace, parts.tag);
        for (name, value) in parts.attributes {
            match value {
                Value::Fixed(value) => Rndr::set_attribute(&element, name, &value),
                Value::Live(value) => {
                    let element = element.clone();
                    let mut set = None;
                    self.effects.0.push(RenderEffect::new(move |_| {
                        let value = value();
                        // To set it again would cost a look through the page's styles.
                        if value != set {
                            match &value {
                                Some(value) => Rndr::set_attribute(&element, name, value),
                                None => Rndr::remove_attribute(&element, name),
                            }
                            set = value;
                        }
                        Effects::default()
                    }));
                }
            }
        }
        let children = match parts.content {
            Content::Fixed(children) => children,
            Content::Live(children) => {
                let element = element.clone();
                self.effects
                    .0
                    .push(RenderEffect::new(move |before: Option<Effects>| {
                        drop(before);
                        Rndr::clear_children(&element);
                        fill(&element, children())
                    }));
                Vec::new()
            }
        };
        if let Some((parent, _)) = self.open.last()
            && self.open.len() < self.early
        {
            Rndr::insert_node(parent, &element, None);
        }
        self.open.push((element.clone(), children.into_iter()));
        element
    }
}

fn fill(parent: &Element, children: Vec<Child>) -> Effects {
    let mut filling = Building::default();
    filling.open.push((parent.clone(), children.into_iter()));
    filling.finish()
}

/// An element that stands, and what keeps it up to date.
pub struct Built {
    element: Element,
    _effects: Effects,
}

impl Render for El {
    type State = Built;

    fn build(self) -> Built {
        let mut building = Building::default();
        Built {
            element: building.begin(self),
            _effects: building.finish(),
        }
    }

    /// Replaces the element: an `El` says nothing of what it was built from, so there is nothing to compare.
    fn rebuild(self, built: &mut Built) {
        let mut new = self.build();
        if let Some(parent) = Rndr::get_parent(&built.element) {
            new.mount(parent.unchecked_ref(), Some(&built.element));
        }
        built.unmount();
        *built = new;
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element);
        if let Some(parent) = &parent {
            child.mount(parent.unchecked_ref(), Some(&self.element));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}
