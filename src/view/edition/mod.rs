//! Editions: the story rendered natively, for places without a program.
//!
//! | edition | module | for |
//! |---|---|---|
//! | element | [`element`] | a page of one's own: a declarative shadow root that the program takes over |
//!
//! What they share: [`bands`], the best map for each of several widths; `picture`, such a map as compact markup;
//! `light`, the quotations as plain markup for feeds and for systems that strip everything else.
//! None has a script, a `<style>` element or an inline handler.

pub mod bands;
pub mod element;

mod light;
mod path;
mod picture;
