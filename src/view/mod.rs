//! The view: Leptos components in builder syntax, one per thing a reader sees.
//!
//! ```text
//! Incident ─▶ Story (what the eye needs, computed once) ─▶ widget ─┬─ header, key
//!                                                                  ├─ map      the Scene as SVG, actors as controls
//!                                                                  ├─ panel    the open actor, or the lead statements
//!                                                                  ├─ events   a strip of dates
//!                                                                  └─ footer   sources, corrections
//! ```
//!
//! | room | what stands in it |
//! |---|---|
//! | `dom` | elements in builder syntax |
//! | `html` | native only: elements as text |
//! | [`story`] | what the eye needs of an incident |
//! | [`state`] | what changes while somebody reads |
//! | `widget` | the whole, with its head |
//! | `key`, `map`, `panel`, `events`, `footer` | its parts, as above |
//! | `heading` | what stands over a part: a heading, where the host asks for some |
//! | `statement`, `relation` | what the panel says of a statement, of a link |
//! | [`printings`] | how the sources' wordings of a statement differ |
//! | [`words`] | our own words, and how they are put together |
//! | `language` | which language and direction words are told to have |
//! | `edition` | native only: what `actor-map render` writes |
//! | `svg`, `palette` | native only: a map as a picture of its own, and its colours |
//!
//! The same components run live in the browser (mounted by `embed`) and natively (`edition`, feature `cli`),
//! on Leptos' renderer `tachys` and its signals `reactive_graph`. No markup has a `style` attribute or a `<style>`
//! element, and nothing is set as HTML: a strict `style-src` and `require-trusted-types-for 'script'` hold.

mod dom;
mod events;
mod footer;
mod heading;
mod key;
mod language;
mod map;
mod panel;
pub mod printings;
mod relation;
pub mod state;
mod statement;
pub mod story;
mod widget;
pub mod words;

pub use dom::{Building, Effects, El};
pub use state::State;
pub use story::Story;
pub use widget::widget;

#[cfg(feature = "cli")]
pub mod edition;
#[cfg(feature = "cli")]
mod html;
#[cfg(feature = "cli")]
mod palette;
#[cfg(feature = "cli")]
pub mod svg;
