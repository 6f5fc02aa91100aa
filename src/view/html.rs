//! Elements as text: Leptos' `to_html()` for [`El`].

use std::future::Future;

use tachys::html::attribute::any_attribute::AnyAttribute;
use tachys::hydration::Cursor;
use tachys::no_attrs;
use tachys::view::{Position, PositionState, Render, RenderHtml};

use super::dom::{Built, Child, Content, El, Value, el};

no_attrs!(El);

impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    fn resolve(self) -> impl Future<Output = Self> + Send {
        std::future::ready(self)
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        write(self, html);
    }

    /// There is no hydration: what a CMS has touched cannot be trusted to be what was rendered.
    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn write(element: El, html: &mut String) {
    let element = *element.0;
    html.push('<');
    html.push_str(element.tag);
    for (name, value) in element.attributes {
        let value = match value {
            Value::Fixed(value) => Some(value),
            Value::Live(value) => value(),
        };
        if let Some(value) = value {
            html.push_str(&format!(" {name}=\"{}\"", escaped(&value)));
        }
    }
    html.push('>');
    let children = match element.content {
        Content::Fixed(children) => children,
        Content::Live(children) => children(),
    };
    for child in children {
        match child {
            Child::Text(text) => html.push_str(&escaped(&text)),
            Child::Element(child) => write(child, html),
        }
    }
    html.push_str(&format!("</{}>", element.tag));
}

/// What an element says, without its markup.
pub(super) fn plain_text(element: &El) -> String {
    let Content::Fixed(children) = &element.0.content else {
        return String::new();
    };
    let texts = children.iter().map(|child| match child {
        Child::Text(text) => text.clone(),
        Child::Element(child) => plain_text(child),
    });
    texts.collect()
}

/// An element that goes on with what stands in another one, of those that never change.
pub(super) fn holding(element: El, other: &El) -> El {
    let Content::Fixed(children) = &other.0.content else {
        return element;
    };
    children.iter().fold(element, |element, child| match child {
        Child::Text(text) => element.text(text),
        Child::Element(child) => element.child(like(el(child.0.tag), child)),
    })
}

/// The same with its attributes, such as its language.
pub(super) fn like(element: El, other: &El) -> El {
    let attributes = other.0.attributes.iter();
    let element = attributes.fold(element, |element, (name, value)| match value {
        Value::Fixed(value) => element.attr(name, value),
        Value::Live(_) => element,
    });
    holding(element, other)
}

/// Text for an attribute in double quotation marks or between two tags, in HTML and in XML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
