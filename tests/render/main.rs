//! `actor-map render`: what each edition holds, what sanitisers leave of it, what it weighs, how the command behaves.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod cards;
mod command;
mod corpus;
mod drawn;
mod editions;
mod iframe;
mod long;
mod numbers;
mod png;
mod prose;
mod sanitisers;
mod sheets;
mod stories;
mod weight;
