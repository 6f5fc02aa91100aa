//! Puts the incident named by `ACTOR_MAP_INCIDENT` into the build, as JSON text; see `src/embed.rs`.

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-env-changed=ACTOR_MAP_INCIDENT");
    let text = match env::var("ACTOR_MAP_INCIDENT") {
        Ok(named) if !named.is_empty() => {
            // Relative to the project, whatever folder the build is started from.
            let path =
                PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(named);
            println!("cargo:rerun-if-changed={}", path.display());
            Some(fs::read_to_string(&path).unwrap_or_else(|cause| {
                panic!(
                    "ACTOR_MAP_INCIDENT names {}, which cannot be read: {cause}",
                    path.display()
                )
            }))
        }
        _ => None,
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("compiled_in.rs");
    if let Err(cause) = fs::write(&out, format!("{text:?}")) {
        panic!("{} cannot be written: {cause}", out.display());
    }
}
