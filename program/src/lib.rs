//! The WebAssembly module that a page loads. Everything in it is the library's `embed`; this package only links it.
//!
//! The library itself is an `rlib`, for the command and the tests, and for such a target cargo passes `lto` over in
//! silence, whatever else the target is. Linked here, all crates are optimised together: 5 KB less after compression.

#[cfg(target_arch = "wasm32")]
pub use actor_map::embed::*;
