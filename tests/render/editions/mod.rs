//! What each edition holds.

mod directions;
mod element;
mod languages;
mod plain;
mod told;

use crate::stories::element;
use actor_map::layout::{Options, layout};
use actor_map::view::edition::email::email;
use actor_map::view::edition::plain::{Flavour, plain};
use scraper::{ElementRef, Html, Selector};
use std::sync::Arc;

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef) -> String {
    element.text().collect()
}

fn static_markup(story: &actor_map::view::Story) -> String {
    plain_markup(story, Flavour::Static)
}

fn plain_markup(story: &actor_map::view::Story, flavour: Flavour) -> String {
    let scene = layout(&story.graph, &Options::new(320.0, 1));
    plain(story, &scene, flavour)
}

/// The editions in markup by name, the shadow root's as part of the page, so that selectors reach it.
fn in_markup(story: &Arc<actor_map::view::Story>) -> [(&'static str, Html); 4] {
    [
        ("element", element(story)),
        ("static", static_markup(story)),
        ("amp", plain_markup(story, Flavour::Amp)),
        ("email", email(story, None)),
    ]
    .map(|(name, html)| {
        let html = html.replace("<template shadowrootmode=\"open\">", "<div>");
        (name, Html::parse_fragment(&html))
    })
}
