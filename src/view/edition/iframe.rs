//! The iframe edition: a page of its own, what an editor pastes to show it, and its oEmbed answer.
//!
//! The page tells its height to whoever embeds it; the pasted script believes that only of the frame it belongs to and
//! of the frame's own origin. Where no script may be pasted, the frame has a fixed height and scrolls.

use super::element::{Theme, in_script};
use crate::incident::printable::printable;
use crate::view::Story;
use crate::view::html::escaped;
use crate::view::language::direction;

/// What the page runs: it tells its height whenever that changes, and when it is asked.
const CHILD: &str = "(()=>{const d=document.documentElement,tell=()=>parent.postMessage({type:\"actor-map-height\",\
height:Math.ceil(d.getBoundingClientRect().height)},\"*\");if(parent===window)return;new ResizeObserver(tell).observe(d);\
addEventListener(\"message\",e=>{if(e.source===parent&&e.data?.type===\"actor-map-ask\")tell()})})()";

/// What the embedding page runs, once however often it is pasted: heights from 100 to 20,000 px, only from a frame's own
/// window and origin.
const PARENT: &str = "(()=>{const frames=()=>[...document.querySelectorAll(\"iframe[data-actor-map]\")],\
origin=f=>new URL(f.src,document.baseURI).origin,ask=f=>f.contentWindow.postMessage({type:\"actor-map-ask\"},\"*\");\
if(window.actorMapFrames!==true){window.actorMapFrames=true;addEventListener(\"message\",e=>{if(e.data?.type!==\"actor-map-height\")return;\
const f=frames().find(f=>f.contentWindow===e.source&&origin(f)===e.origin),h=e.data.height;\
if(f&&h>=100&&h<=20000)f.height=h})}for(const f of frames())ask(f)})()";

/// How an iframe edition is written.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The page's address, as embedding pages see it.
    pub page: String,
    /// The oEmbed answer's address, if it has one.
    pub oembed: Option<String>,
    /// The height before a script says better, in CSS px.
    pub height: u16,
    /// Which colours the page has; a frame does not know those of the page round it.
    pub theme: Theme,
}

/// The width that the oEmbed answer names, in CSS px; the pasted frame is as wide as its place.
const OEMBED_WIDTH: u16 = 640;

impl Frame {
    /// The page, round an element edition.
    pub fn page(&self, story: &Story, element: &str) -> String {
        let head = &story.incident.incident;
        let discovery = self.oembed.as_ref().map_or_else(String::new, |address| {
            format!(
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\">\n",
                escaped(address)
            )
        });
        format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"{}\">\n<title>{}</title>\n{discovery}</head>\n\
             <body marginwidth=\"0\" marginheight=\"0\">\n\
             {element}<script>{CHILD}</script>\n</body>\n</html>\n",
            escaped(&head.language),
            direction(&head.language),
            self.theme.scheme(),
            escaped(&head.title),
        )
    }

    /// What an editor pastes where scripts may be: the frame grows and shrinks with its content.
    pub fn snippet(&self, story: &Story) -> String {
        format!("{}<script>{PARENT}</script>\n", self.tag(story, "100%"))
    }

    /// What an editor pastes where no script may be.
    pub fn fixed(&self, story: &Story) -> String {
        self.tag(story, "100%") + "\n"
    }

    /// The oEmbed 1.0 answer, of type "rich", as JSON.
    pub fn oembed(&self, story: &Story) -> String {
        // A number in JSON is a character again in the page of whoever asked.
        let title = printable(&story.incident.incident.title);
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "width": OEMBED_WIDTH,
            "height": self.height,
            "html": printable(&self.tag(story, &OEMBED_WIDTH.to_string())),
        });
        in_script(&answer.to_string()) + "\n"
    }

    fn tag(&self, story: &Story, width: &str) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{}\" frameborder=\"0\" loading=\"lazy\" \
             data-actor-map=\"\"></iframe>",
            escaped(&self.page),
            escaped(&story.incident.incident.title),
            self.height,
        )
    }
}
