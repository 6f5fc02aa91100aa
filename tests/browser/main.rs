//! What a reader's browser does with the widget: every case below, in every engine, over WebDriver.
//!
//! `cargo xtask test --only browser` builds the page, finds the browsers and runs this; see `README.md` here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

// Most of it is for the layout's own tests.
#[path = "../../benches/corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;
mod harness;

use std::process::ExitCode;

use harness::{Case, cases};

/// Every case: its folder's name, and the module that tests it.
const CASES: &[Case] = cases! {
    "open" => open,
    "preview" => preview,
    "select-each-actor" => select_each_actor,
    "keyboard" => keyboard,
    "two-on-a-page" => two_on_a_page,
    "move-and-remove" => move_and_remove,
    "broken-data" => broken_data,
    "strict-csp" => strict_csp,
    "large" => large,
    "layout-live" => layout_live,
    "small-map" => small_map,
    "takeover" => takeover,
    "in-pieces" => in_pieces,
    "refusals" => refusals,
    "permalinks" => permalinks,
    "hostile-hosts" => hostile_hosts,
    "editions" => editions,
    "release" => release,
    "package" => package,
    "axe" => axe,
};

#[path = "axe/case.rs"]
mod axe;
#[path = "broken-data/case.rs"]
mod broken_data;
#[path = "editions/case.rs"]
mod editions;
#[path = "hostile-hosts/case.rs"]
mod hostile_hosts;
#[path = "in-pieces/case.rs"]
mod in_pieces;
#[path = "keyboard/case.rs"]
mod keyboard;
#[path = "large/case.rs"]
mod large;
#[path = "layout-live/case.rs"]
mod layout_live;
#[path = "move-and-remove/case.rs"]
mod move_and_remove;
#[path = "open/case.rs"]
mod open;
#[path = "package/case.rs"]
mod package;
#[path = "permalinks/case.rs"]
mod permalinks;
#[path = "preview/case.rs"]
mod preview;
#[path = "refusals/case.rs"]
mod refusals;
#[path = "release/case.rs"]
mod release;
#[path = "select-each-actor/case.rs"]
mod select_each_actor;
#[path = "small-map/case.rs"]
mod small_map;
#[path = "strict-csp/case.rs"]
mod strict_csp;
#[path = "takeover/case.rs"]
mod takeover;
#[path = "two-on-a-page/case.rs"]
mod two_on_a_page;

fn main() -> ExitCode {
    harness::run(CASES)
}
