//! One running WebDriver server, and sessions of it.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use thirtyfour::{Capabilities, WebDriver};
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::engine::{Engine, program};
use super::process;

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(20);
/// How long a driver may take to answer one command; a first Firefox on a cold disk takes its time.
const ANSWER: Duration = Duration::from_secs(60);

/// A WebDriver server that listens.
pub struct Driver {
    engine: Engine,
    url: String,
}

impl Driver {
    /// Starts the engine's driver on a free port, and a display for it where it wants one.
    ///
    /// # Errors
    /// When it cannot be started or does not listen within [`START`].
    pub async fn start(engine: Engine) -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let (path, arguments) = engine.driver(port)?;
        let mut command = Command::new(path);
        // What drivers and browsers say of themselves would bury the results.
        command
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if engine.wants_display() {
            command
                .env("DISPLAY", display()?)
                .env("GDK_BACKEND", "x11")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                // WebKitGTK's compositor draws by OpenGL in a thread of its own, here in software, and Mesa's rasteriser
                // (22.3) was seen to crash in it, two of 17 sessions of the large map on a busy machine: the page was
                // gone, and a click was answered with an "unknown error". Without it pages are painted by the processor.
                .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                // WebKitGTK 2.50 was seen, once in some 150 sessions, to report an impossible fault in the module, which
                // is deterministic, by its optimising compilers. WebAssembly runs on the baseline compiler here, in the
                // order of the program.
                .env("JSC_useOMGJIT", "0")
                .env("JSC_useConcurrentJIT", "0");
            command.env_remove("WAYLAND_DISPLAY");
        }
        process::start(&mut command, |_| ())?;
        let deadline = Instant::now() + START;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
            .await
            .is_err()
        {
            if Instant::now() > deadline {
                bail!(
                    "the driver of {engine} does not listen after {} seconds",
                    START.as_secs()
                );
            }
            sleep(Duration::from_millis(50)).await;
        }
        Ok(Self {
            engine,
            url: format!("http://127.0.0.1:{port}"),
        })
    }

    /// A fresh session: a browser that knows nothing of the last case.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn session(&self) -> Result<WebDriver> {
        let mut capabilities = Capabilities::new();
        if let Some(wanted) = self.engine.capabilities()?.as_object() {
            for (name, value) in wanted {
                capabilities.set(name.as_str(), value)?;
            }
        }
        WebDriver::builder(&self.url, capabilities)
            .request_timeout(ANSWER)
            .await
            .with_context(|| format!("{} gives no session", self.engine))
    }
}

/// Starts a virtual X display of a free number and gives its name.
fn display() -> Result<String> {
    let mut command = Command::new(program("XVFB")?);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1920x1200x24",
        "-nolisten",
        "tcp",
    ]);
    // A display resets itself when its last client leaves, and the next browser to start would die of it.
    command.arg("-noreset");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let output =
        process::start(&mut command, |child| child.stdout.take())?.context("Xvfb has no output")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    if number.trim().is_empty() {
        bail!("Xvfb ended without a display");
    }
    Ok(format!(":{}", number.trim()))
}
