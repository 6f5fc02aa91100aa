//! The build tools, by exact version: from PATH where the right one is there, else built once with cargo into
//! the [cache](crate::workspace::cache). Nothing prebuilt is downloaded.
//!
//! A tool counts as present only when it runs and says the right version, so an installation that was cut
//! short is simply done again; two set-ups at once wait for each other at cargo's lock on the folder.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::process::{answer, run};
use crate::progress::{say, since};
use crate::workspace::{Workspace, cache};

/// The version of trunk that `index.html` and `Trunk.toml` are written for.
const TRUNK: &str = "0.21.14";
/// The version of geckodriver that the browser tests were made with.
const GECKODRIVER: &str = "0.36.0";
/// The target of the browser build.
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// One tool: the crate it comes from and the programs that must answer with the version.
struct Tool {
    krate: &'static str,
    version: String,
    programs: &'static [&'static str],
    minutes: u32,
}

/// Folders of the programs that are there now.
#[derive(Clone, Debug, Default)]
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// trunk and wasm-bindgen (with its test runner), and the WebAssembly target of the compiler.
    ///
    /// # Errors
    /// When one is missing and cannot be built.
    pub fn for_builds(workspace: &Workspace) -> Result<Self> {
        compiler(workspace)?;
        let mut tools = Self::default();
        tools.add(
            workspace,
            &Tool {
                krate: "wasm-bindgen-cli",
                version: workspace.wasm_bindgen.clone(),
                programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
                minutes: 4,
            },
        )?;
        tools.add(
            workspace,
            &Tool {
                krate: "trunk",
                version: TRUNK.into(),
                programs: &["trunk"],
                minutes: 8,
            },
        )?;
        Ok(tools)
    }

    /// Adds geckodriver, which Debian has no package for.
    ///
    /// # Errors
    /// When it is missing and cannot be built.
    pub fn add_geckodriver(&mut self, workspace: &Workspace) -> Result<()> {
        let tool = Tool {
            krate: "geckodriver",
            version: GECKODRIVER.into(),
            programs: &["geckodriver"],
            minutes: 3,
        };
        self.add(workspace, &tool)
    }

    /// A PATH on which the tools come first.
    ///
    /// # Errors
    /// When a folder's name cannot stand on a PATH.
    pub fn path(&self) -> Result<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&old));
        env::join_paths(folders).context("a tool's folder cannot stand on PATH")
    }

    /// Where a program lies, the tools' own folders first.
    ///
    /// # Errors
    /// When it is nowhere.
    pub fn find(&self, program: &str) -> Result<PathBuf> {
        which::which_in(program, Some(self.path()?), env::current_dir()?)
            .with_context(|| format!("`{program}` is not on PATH"))
    }

    fn add(&mut self, workspace: &Workspace, tool: &Tool) -> Result<()> {
        if tool.answers(None) {
            return Ok(());
        }
        let home = cache()?
            .join("tools")
            .join(format!("{}-{}", tool.krate, tool.version));
        let folder = home.join("bin");
        if !tool.answers(Some(&folder)) {
            let start = Instant::now();
            let Tool {
                krate,
                version,
                minutes,
                ..
            } = tool;
            say(&format!(
                "building {krate} {version} (about {minutes} minutes on two cores, once) …"
            ));
            let mut install = Command::new("cargo");
            // --force: cargo's own record may say "installed" where the program is not whole.
            install
                .args([
                    "install",
                    "--locked",
                    "--force",
                    krate,
                    "--version",
                    version,
                    "--root",
                ])
                .arg(&home);
            run(install.current_dir(&workspace.root))?;
            if !tool.answers(Some(&folder)) {
                bail!(
                    "{krate} was built, but `{}` does not run as version {version}",
                    tool.programs.join("`, `")
                );
            }
            say(&format!(
                "{krate} {version} is there after {}",
                since(start)
            ));
        }
        self.folders.push(folder);
        Ok(())
    }
}

impl Tool {
    /// Whether every program, in `folder` or on PATH, runs and says this tool's version.
    fn answers(&self, folder: Option<&Path>) -> bool {
        self.programs.iter().all(|program| {
            let path = folder.map_or_else(|| PathBuf::from(program), |folder| folder.join(program));
            answer(Command::new(path).arg("--version"))
                .is_some_and(|said| said.split_whitespace().nth(1) == Some(self.version.as_str()))
        })
    }
}

/// The parts of the Rust toolchain that are not always there.
fn compiler(workspace: &Workspace) -> Result<()> {
    let root = &workspace.root;
    let missing = |program: &str| {
        answer(
            Command::new("cargo")
                .args([program, "--version"])
                .current_dir(root),
        )
        .is_none()
    };
    for component in ["clippy", "fmt"]
        .into_iter()
        .filter(|component| missing(component))
    {
        let name = if component == "fmt" {
            "rustfmt"
        } else {
            component
        };
        say(&format!("adding {name} to the Rust toolchain …"));
        run(Command::new("rustup")
            .args(["component", "add", name])
            .current_dir(root))?;
    }
    let libraries = answer(
        Command::new("rustc")
            .args(["--print", "target-libdir", "--target", WASM_TARGET])
            .current_dir(root),
    );
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if which::which("rustup").is_err() {
        bail!(
            "the Rust compiler has no {WASM_TARGET}, and there is no rustup to add it; install that target"
        );
    }
    say(&format!(
        "adding {WASM_TARGET} to the Rust toolchain (half a minute, once) …"
    ));
    run(Command::new("rustup")
        .args(["target", "add", WASM_TARGET])
        .current_dir(root))
}
