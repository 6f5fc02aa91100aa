//! `cargo xtask preview`: the article with the live map, rebuilt on every change, and what is wrong with the incident files.

use std::env;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Args;

use crate::dist;
use crate::incidents;
use crate::process;
use crate::progress::{say, since};
use crate::setup;
use crate::workspace::Workspace;

/// What `preview` can be told.
#[derive(Args)]
pub struct Options {
    /// Port to serve on; without it 8080, or any free one if that is taken.
    #[arg(long)]
    port: Option<u16>,
    /// Do not open a browser window.
    #[arg(long)]
    no_open: bool,
    /// Build for release: slower to rebuild, as fast and small as on a site.
    #[arg(long)]
    release: bool,
}

/// Sets up, builds, serves and opens the article; returns when it is stopped.
///
/// # Errors
/// When a tool is missing, the port is taken, or trunk fails.
pub fn preview(workspace: &Workspace, options: &Options) -> Result<()> {
    let start = Instant::now();
    say("looking for the compiler's WebAssembly target, wasm-bindgen and trunk …");
    let tools = setup::for_builds(workspace)?;
    let port = port(options.port)?;
    say("building the widget (2 to 3 minutes the first time, then seconds) …");
    accompany(workspace, port, start);
    let mut trunk = dist::trunk(workspace, &tools, Some(dist::INCIDENT))?;
    trunk
        .args(["serve", "--port", &port.to_string(), "--dist"])
        .arg(workspace.target.join("preview"));
    if !options.no_open && has_screen() {
        trunk.arg("--open");
    }
    if options.release {
        trunk.arg("--release");
    }
    let ended = process::run(&mut trunk);
    process::end_the_rest();
    ended
}

/// Prints the address once something answers there, and from then on what is wrong with the incident files.
fn accompany(workspace: &Workspace, port: u16, start: Instant) {
    let root = workspace.root.clone();
    thread::spawn(move || {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            thread::sleep(Duration::from_millis(200));
        }
        say(&format!(
            "the article is at http://127.0.0.1:{port}/ after {} (Ctrl-C ends)",
            since(start)
        ));
        // Only now, for the check is built by the same cargo, and the page comes first.
        incidents::watch(&root);
    });
}

/// The port that was asked for, or the usual one, or a free one.
fn port(asked: Option<u16>) -> Result<u16> {
    let free = |port: u16| {
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).and_then(|socket| socket.local_addr())
    };
    let address = match asked {
        Some(port) => free(port)
            .with_context(|| format!("port {port} is taken; choose another with --port"))?,
        None => free(8080)
            .or_else(|_| free(0))
            .context("no free port on the loopback address")?,
    };
    Ok(address.port())
}

/// Whether there is a screen to open a window on.
fn has_screen() -> bool {
    cfg!(not(target_os = "linux"))
        || env::var_os("DISPLAY").is_some()
        || env::var_os("WAYLAND_DISPLAY").is_some()
}
