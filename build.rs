//! Puts the incident named by `ACTOR_MAP_INCIDENT` into the build, as JSON text (see `src/embed.rs`).

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-env-changed=ACTOR_MAP_INCIDENT");
    if let Err(why) = compile_in(
        env::var("ACTOR_MAP_INCIDENT")
            .ok()
            .filter(|named| !named.is_empty()),
    ) {
        println!("cargo::error={why}");
    }
}

/// Writes the incident's text as a Rust expression, `None` where no incident is named.
fn compile_in(named: Option<String>) -> Result<(), String> {
    let folder = |variable| PathBuf::from(env::var_os(variable).unwrap_or_default());
    let text = match named {
        None => None,
        Some(named) => {
            // Relative to the project, whatever folder the build is started from.
            let path = folder("CARGO_MANIFEST_DIR").join(named);
            println!("cargo::rerun-if-changed={}", path.display());
            let text = fs::read_to_string(&path);
            Some(text.map_err(|cause| {
                format!(
                    "ACTOR_MAP_INCIDENT names {}, which cannot be read: {cause}",
                    path.display()
                )
            })?)
        }
    };
    let out = folder("OUT_DIR").join("compiled_in.rs");
    fs::write(&out, format!("{text:?}"))
        .map_err(|cause| format!("{} cannot be written: {cause}", out.display()))
}
