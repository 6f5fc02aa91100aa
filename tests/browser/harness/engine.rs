//! The engines, and how each is asked for over WebDriver.

use std::env;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink.
    Chromium,
    /// Gecko.
    Firefox,
    /// WebKitGTK.
    Webkit,
}

impl Engine {
    /// The driver's program and its arguments for a port.
    ///
    /// # Errors
    /// When the environment does not name the driver.
    pub fn driver(self, port: u16) -> Result<(PathBuf, Vec<String>)> {
        let variable = match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::Webkit => "WEBKITWEBDRIVER",
        };
        let arguments = match self {
            Self::Firefox => vec![
                "--port".into(),
                port.to_string(),
                "--websocket-port".into(),
                "0".into(),
            ],
            Self::Chromium | Self::Webkit => vec![format!("--port={port}")],
        };
        Ok((program(variable)?, arguments))
    }

    /// The capabilities of a session: no window on anybody's screen, no network of the browser's own.
    ///
    /// # Errors
    /// When the environment does not name the browser.
    pub fn capabilities(self) -> Result<Value> {
        Ok(match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": program("CHROMIUM")?,
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage", "--window-size=1280,1000",
                    ],
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program("FIREFOX")?,
                    "args": ["-headless", "--width=1280", "--height=1000"],
                    "prefs": {
                        "app.update.auto": false,
                        "browser.safebrowsing.malware.enabled": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
            Self::Webkit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": program("MINIBROWSER")?,
                    "args": ["--automation", "--geometry=1280x1000"],
                },
            }),
        })
    }

    /// Whether the browser wants an X display.
    pub fn wants_display(self) -> bool {
        self == Self::Webkit
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        [Self::Chromium, Self::Firefox, Self::Webkit]
            .into_iter()
            .find(|engine| engine.to_string() == name)
            .with_context(|| format!("there is no engine {name:?}"))
    }
}

/// The program that an environment variable names; `cargo xtask test` sets them.
///
/// # Errors
/// When it names none.
pub fn program(variable: &str) -> Result<PathBuf> {
    match env::var_os(variable) {
        Some(path) if !path.is_empty() => Ok(path.into()),
        _ => bail!("the environment variable {variable} names no program"),
    }
}
