//! Python tools the tests stand on: the STIX validator of OASIS, in a virtual environment of its own in the
//! [cache](crate::workspace::cache).

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::process::{answer, run};
use crate::progress::{say, since};
use crate::workspace::cache;

/// OASIS's validator of STIX. 3.3.1 was published without its schemas and finds everything invalid.
const STIX_VALIDATOR: &str = "3.2.0";

/// Where the program `stix2_validator` lies; installs it if it is not there, or not whole.
///
/// # Errors
/// When there is no Python 3 with `venv`, or the package index cannot be reached.
pub fn stix_validator() -> Result<PathBuf> {
    let home = cache()?
        .join("tools")
        .join(format!("stix2-validator-{STIX_VALIDATOR}"));
    let programs = home.join(if cfg!(windows) { "Scripts" } else { "bin" });
    if !is_whole(&programs) {
        install(&home, &programs)?;
    }
    which::which_in("stix2_validator", Some(&programs), &home)
        .with_context(|| format!("no stix2_validator in {}", programs.display()))
}

/// Whether the environment's own Python knows the package in the right version.
fn is_whole(programs: &Path) -> bool {
    let question = "from importlib.metadata import version; import stix2validator; print(version('stix2-validator'))";
    answer(Command::new(programs.join("python")).args(["-c", question]))
        .is_some_and(|version| version == STIX_VALIDATOR)
}

fn install(home: &Path, programs: &Path) -> Result<()> {
    let Some(python) = ["python3", "python"]
        .iter()
        .find_map(|name| which::which(name).ok())
    else {
        bail!(
            "Python 3 is not on PATH; the STIX test needs it for OASIS's validator (Debian: apt-get install python3-venv)"
        );
    };
    let start = Instant::now();
    say(&format!(
        "installing stix2-validator {STIX_VALIDATOR} with pip (half a minute, once) …"
    ));
    run(Command::new(python)
        .args(["-m", "venv", "--clear"])
        .arg(home))
    .context("no virtual environment could be made (Debian: apt-get install python3-venv)")?;
    run(Command::new(programs.join("python")).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        &format!("stix2-validator=={STIX_VALIDATOR}"),
    ]))?;
    if !is_whole(programs) {
        bail!("stix2-validator was installed, but does not run as version {STIX_VALIDATOR}");
    }
    say(&format!(
        "stix2-validator {STIX_VALIDATOR} is there after {}",
        since(start)
    ));
    Ok(())
}
