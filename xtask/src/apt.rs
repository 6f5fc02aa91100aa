//! Packages of Debian and Ubuntu: installed as root, else the command to run.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::process::{answer, run};
use crate::progress::{say, since};

/// Installs Debian packages. `without` says what is missing and what else can be done; `how_long` what to expect.
///
/// # Errors
/// When this is not root on a system with apt: the message has the command to run.
pub fn install(packages: &[&str], without: (&str, &str), how_long: &str) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = by_hand(packages);
    let (missing, else_do) = without;
    if which::which("apt-get").is_err() || !is_root() {
        bail!("{missing}. As root, run\n\n    {by_hand}\n\n{else_do}");
    }
    let start = Instant::now();
    say(&format!(
        "installing {list} with apt-get ({how_long}, once) …"
    ));
    let apt = |arguments: &[&str]| {
        run(Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-q", "-y"])
            .args(arguments))
    };
    apt(&["update"])?;
    apt(&[&["install", "--no-install-recommends"], packages].concat())?;
    say(&format!("{list}: there after {}", since(start)));
    Ok(())
}

/// The command that does it.
pub fn by_hand(packages: &[&str]) -> String {
    format!(
        "apt-get update && apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}
