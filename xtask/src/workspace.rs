//! Where things are: the checkout, the build folder, the cache of tools.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use cargo_metadata::{CargoOpt, MetadataCommand};

use crate::progress;

/// The checkout and what cargo knows of it.
#[derive(Clone)]
pub struct Workspace {
    /// The folder of the top-level `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's build folder (`target/` unless the user set another).
    pub target: PathBuf,
    /// The version of Actor Map.
    pub version: String,
    /// The version of wasm-bindgen that `Cargo.lock` fixes; the command-line tool must be exactly this one.
    pub wasm_bindgen: String,
}

impl Workspace {
    /// Asks cargo. The first time on a machine, cargo fetches the sources of all dependencies for the answer.
    ///
    /// # Errors
    /// When cargo cannot resolve the workspace, or `Cargo.lock` has no wasm-bindgen.
    pub fn locate() -> Result<Self> {
        // Asked for at run time: checkouts that share a build folder share this very program.
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(env::current_dir, |folder| Ok(PathBuf::from(folder)))?;
        let said = progress::patience(
            "asking cargo for the workspace; the first time it fetches every dependency",
        );
        // wasm-bindgen is there only with the feature that needs it.
        let browser = CargoOpt::SomeFeatures(vec!["browser".into()]);
        let metadata = MetadataCommand::new()
            .current_dir(here)
            .features(browser)
            .exec()
            .context("`cargo metadata` failed")?;
        drop(said);
        let version_of = |name: &str| {
            let mut packages = metadata.packages.iter();
            let package = packages.find(|package| package.name.as_str() == name);
            Ok::<_, anyhow::Error>(
                package
                    .with_context(|| format!("{name} is not among the packages in Cargo.lock"))?
                    .version
                    .to_string(),
            )
        };
        let wasm_bindgen = version_of("wasm-bindgen")?;
        let version = version_of("actor-map")?;
        Ok(Self {
            root: metadata.workspace_root.into_std_path_buf(),
            target: metadata.target_directory.into_std_path_buf(),
            version,
            wasm_bindgen,
        })
    }
}

/// The folder that keeps tools between checkouts: `$ACTOR_MAP_CACHE`, else `$XDG_CACHE_HOME/actor-map`,
/// else `~/.cache/actor-map`.
///
/// # Errors
/// When none of the three is known.
pub fn cache() -> Result<PathBuf> {
    let given = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    given("ACTOR_MAP_CACHE")
        .or_else(|| given("XDG_CACHE_HOME").map(|cache| cache.join("actor-map")))
        .or_else(|| env::home_dir().map(|home| home.join(".cache").join("actor-map")))
        .context("no home folder to keep the tools in; set ACTOR_MAP_CACHE to a folder")
}
