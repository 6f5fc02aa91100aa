//! The browser engines the tests run in, and getting them on Debian and Ubuntu.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::tools::Tools;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Blink and V8: Chromium.
    Chromium,
    /// Gecko: Firefox.
    Firefox,
    /// WebKitGTK's MiniBrowser, the nearest to Safari that runs on Linux; it needs an X display, so Xvfb.
    Webkit,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name on the command line and in test names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The programs that run it, as the environment variables `tests/browser/` reads.
    ///
    /// # Errors
    /// When one is not there.
    pub fn programs(self, tools: &Tools) -> Result<Vec<(&'static str, PathBuf)>> {
        let variables = match self {
            Self::Chromium => vec![
                ("CHROMIUM", chromium()),
                ("CHROMEDRIVER", on_path("chromedriver")),
            ],
            Self::Firefox => vec![
                ("FIREFOX", firefox()),
                ("GECKODRIVER", tools.find("geckodriver").ok()),
            ],
            Self::Webkit => vec![
                ("MINIBROWSER", mini_browser()),
                ("WEBKITWEBDRIVER", on_path("WebKitWebDriver")),
                ("XVFB", on_path("Xvfb")),
            ],
        };
        variables
            .into_iter()
            .map(|(name, path)| {
                Ok((
                    name,
                    path.with_context(|| format!("{self}: nothing found for {name}"))?,
                ))
            })
            .collect()
    }

    /// Whether everything that runs this engine is there (geckodriver is a [tool](crate::tools)).
    fn is_present(self) -> bool {
        match self {
            Self::Chromium => chromium().is_some() && on_path("chromedriver").is_some(),
            Self::Firefox => firefox().is_some(),
            Self::Webkit => {
                on_path("WebKitWebDriver").is_some()
                    && on_path("Xvfb").is_some()
                    && mini_browser().is_some()
            }
        }
    }

    /// Debian's packages for it.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = || Self::ALL.map(Self::name).join(", ");
        Self::ALL
            .into_iter()
            .find(|engine| engine.name() == name)
            .ok_or_else(|| format!("the engines are {}", known()))
    }
}

/// Makes sure of `engines` and of fonts for them, installing Debian packages as root.
///
/// # Errors
/// When one is missing and this is not root on a system with apt: the message has the command to run.
pub fn install(engines: &[Engine]) -> Result<()> {
    let mut packages = missing(engines);
    if packages.is_empty() {
        return Ok(());
    }
    // A bare machine has no fonts at all, and text without glyphs has no width to test.
    packages.extend(["fonts-dejavu-core", "fonts-liberation"]);
    apt::install(
        &packages,
        (
            "browsers for the tests are missing",
            "(or what your system calls these), or name only the engines you have: --engines chromium,firefox",
        ),
        "about 2 minutes",
    )?;
    let still: Vec<_> = engines
        .iter()
        .filter(|engine| !engine.is_present())
        .map(|engine| engine.name())
        .collect();
    if !still.is_empty() {
        bail!(
            "apt-get installed its packages, but {} still cannot run; tried: {}",
            still.join(" and "),
            apt::by_hand(&packages)
        );
    }
    Ok(())
}

fn missing(engines: &[Engine]) -> Vec<&'static str> {
    engines
        .iter()
        .filter(|engine| !engine.is_present())
        .flat_map(|engine| engine.packages())
        .copied()
        .collect()
}

fn on_path(program: &str) -> Option<PathBuf> {
    which::which(program).ok()
}

pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(on_path)
}

fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].into_iter().find_map(on_path)
}

/// WebKitGTK's test browser, which lies beside its library and not on PATH.
fn mini_browser() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    let candidates = libraries.flat_map(|folder| {
        ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"]
            .map(|version| folder.join(version).join("MiniBrowser"))
    });
    // Debian keeps it in the library's folder, Fedora under libexec.
    candidates
        .chain(["/usr/libexec/webkit2gtk-4.1/MiniBrowser".into()])
        .find(|path| path.is_file())
}
