//! Actor Map: who did what to whom in one incident, and who said what about it, word for word.
//!
//! The rooms, in the order the data passes through them:
//!
//! - [`incident`]: the model, reading and checking an incident file, derived ties;
//! - [`layout`]: from a graph of labels to a [`layout::Scene`] for one width, pure and seeded;
//! - [`pieces`]: how long work lets the page have its turn;
//! - [`view`]: the Leptos components that paint an incident and its scene;
//! - `check`: what an editor is told before publishing, beyond what reading finds (feature `check`);
//! - `exchange`: incidents from and to other formats (feature `cli`);
//! - `embed`: the only surface JavaScript sees (feature `browser`).
//!
//! `order` is the sorting that the rooms share.
//!
//! The command `actor-map` (feature `cli`) stands on the same rooms natively.

#[cfg(feature = "check")]
pub mod check;
pub mod incident;
pub mod layout;

#[cfg(feature = "cli")]
pub mod exchange;

mod order;
pub mod pieces;

#[cfg(any(feature = "browser", feature = "cli"))]
pub mod view;

#[cfg(feature = "browser")]
pub mod embed;
