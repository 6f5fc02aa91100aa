//! The steps of `cargo xtask test`, in the order they run.

use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use super::Options;
use super::summary::Counts;
use crate::browsers::Engine;
use crate::package;
use crate::process;
use crate::tools::Tools;
use crate::workspace::Workspace;
use crate::{dist, size};

/// What is linted natively. `--all-targets` passes over a test with `test = false`, as the browsers' is. The rules are for
/// pages, too, which have no command: they stand alone.
const NATIVE_LINTS: [&str; 3] = [
    "--workspace --features cli --all-targets",
    "--features cli --test browser",
    "--features check --lib",
];
/// What is linted as it is compiled for browsers: the library, the modules made of it and of the layout alone, and the tests there.
const WASM_LINTS: [&str; 4] = [
    "--features browser --lib --test wasm --target wasm32-unknown-unknown",
    "--features browser,check --lib --target wasm32-unknown-unknown",
    "--package program --target wasm32-unknown-unknown",
    "--package actor-map-large --package actor-map-benches-wasm --target wasm32-unknown-unknown",
];

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Step {
    /// rustfmt.
    Fmt,
    /// clippy over everything native.
    Clippy,
    /// clippy over what goes to the browser.
    ClippyWasm,
    /// Unit, integration and documentation tests, natively.
    Native,
    /// Every incident as STIX 2.1, by OASIS's validator.
    Stix,
    /// The AMP edition, by AMP's validator.
    Amp,
    /// The tests in `tests/wasm.rs`, in a headless browser.
    Wasm,
    /// The release build.
    Dist,
    /// The size gate on it.
    Size,
    /// The release again, in another folder: the same bytes.
    Reproduce,
    /// The release build with the incident compiled in.
    BrowserDist,
    /// The npm package, installed from its tarball and built into pages.
    Package,
    /// The package's types, by TypeScript.
    Types,
    /// The cases in `tests/browser/`, in every engine.
    Browser,
}

/// What a step needs to run.
pub struct Context<'a> {
    /// The checkout.
    pub workspace: &'a Workspace,
    /// The build tools.
    pub tools: &'a Tools,
    /// What the user asked for.
    pub options: &'a Options,
}

/// What a step found.
pub struct Outcome {
    /// Whether it is as it should be.
    pub good: bool,
    /// What its test runners counted; nothing for a step without tests.
    pub counts: Counts,
}

/// The steps to run for `--only …`: those and what they stand on, or all if none is named.
pub fn choose(only: &[Step]) -> Vec<Step> {
    let wanted = |step: &Step| {
        only.is_empty()
            || only.contains(step)
            || only.iter().any(|chosen| chosen.stands_on().contains(step))
    };
    Step::value_variants()
        .iter()
        .copied()
        .filter(wanted)
        .collect()
}

impl Step {
    /// The name on the command line.
    pub fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What is being done, and how long it takes on two cores when nothing has been built yet.
    pub fn about(self) -> &'static str {
        match self {
            Self::Fmt => "checking the format (a second)",
            Self::Clippy => "linting the native code (2 minutes cold)",
            Self::ClippyWasm => "linting the browser code (1 minute cold)",
            Self::Native => "running the native tests (4 minutes cold)",
            Self::Stix => "validating STIX exports with OASIS's validator (seconds; 1 minute cold)",
            Self::Amp => "validating AMP editions with AMP's validator (seconds; 1 minute cold)",
            Self::Wasm => "running the WebAssembly tests in a headless browser (2 minutes cold)",
            Self::Dist => "building dist/ for release (2 minutes cold)",
            Self::Size => "weighing what a browser loads (seconds)",
            Self::Reproduce => {
                "building it once more in another folder, to the same bytes (3 minutes cold)"
            }
            Self::BrowserDist => "building the same with the incident compiled in (1 minute)",
            Self::Package => "packing the npm package and building pages with it (seconds)",
            Self::Types => "checking the package's types with TypeScript (seconds)",
            Self::Browser => {
                "running the browser tests (3 minutes, and as long to build them cold)"
            }
        }
    }

    /// The steps whose product this one uses.
    pub fn stands_on(self) -> &'static [Self] {
        match self {
            Self::Size | Self::Reproduce => &[Self::Dist],
            Self::Package => &[Self::BrowserDist],
            Self::Types | Self::Browser => &[Self::BrowserDist, Self::Package],
            _ => &[],
        }
    }

    /// Whether it needs browsers and what belongs to them.
    pub fn needs_browsers(self) -> bool {
        matches!(self, Self::Wasm | Self::Browser)
    }

    /// Runs it.
    ///
    /// # Errors
    /// When it cannot be run at all.
    pub fn run(self, context: &Context) -> Result<Outcome> {
        match self {
            Self::Fmt => check(context, &["fmt", "--all", "--check"]),
            Self::Clippy => lint(context, &NATIVE_LINTS),
            Self::ClippyWasm => lint(context, &WASM_LINTS),
            Self::Native => count(cargo(context)?.args([
                "test",
                "--workspace",
                "--features",
                "cli",
                "--no-fail-fast",
                // What tests counted (quotations checked, ties that wait) is part of the answer.
                "--",
                "--show-output",
            ])),
            Self::Stix => super::stix::validate(context),
            Self::Amp => super::amp::validate(context),
            Self::Wasm => count(&mut wasm(context)?),
            Self::Dist => dist::release(context.workspace, context.tools).map(|_| Outcome::good()),
            Self::Size => {
                let report = size::weigh(&dist::page(context.workspace))?;
                print!("{report}");
                Ok(Outcome {
                    good: report.within_budget(),
                    counts: Counts::default(),
                })
            }
            Self::Reproduce => super::reproduce::reproduce(context),
            Self::BrowserDist => {
                dist::for_browser_tests(context.workspace, context.tools).map(|_| Outcome::good())
            }
            Self::Package => {
                let site = dist::browser_tests(context.workspace);
                package::build(
                    context.workspace,
                    &site.join(dist::RELEASE).join("npm"),
                    &site.join("package"),
                )
                .map(|()| Outcome::good())
            }
            Self::Types => super::types::check(context),
            Self::Browser => count(&mut browser(context)?),
        }
    }
}

impl Outcome {
    fn good() -> Self {
        Self {
            good: true,
            counts: Counts::default(),
        }
    }
}

/// Cargo in the checkout, with the tools on its PATH.
pub(super) fn cargo(context: &Context) -> Result<Command> {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(&context.workspace.root)
        .env("PATH", context.tools.path()?);
    Ok(cargo)
}

/// clippy, which takes no warning, over each of these selections; one that finds fault does not keep the next from running.
fn lint(context: &Context, selections: &[&str]) -> Result<Outcome> {
    let mut good = true;
    for selection in selections {
        let arguments = format!("clippy {selection} -- -D warnings");
        good &= check(context, &arguments.split(' ').collect::<Vec<_>>())?.good;
    }
    Ok(Outcome {
        good,
        counts: Counts::default(),
    })
}

/// A cargo command that finds fault or does not.
fn check(context: &Context, arguments: &[&str]) -> Result<Outcome> {
    let good = process::status(cargo(context)?.args(arguments))?.success();
    Ok(Outcome {
        good,
        counts: Counts::default(),
    })
}

/// A command that runs tests and prints a summary of each runner.
///
/// # Errors
/// When it cannot be run, and when all of its runners say that they ran nothing.
fn count(command: &mut Command) -> Result<Outcome> {
    let mut counts = Counts::default();
    let mut summaries = 0;
    let good = process::tee(command, |line| summaries += usize::from(counts.read(line)))?.success();
    if summaries > 0 && counts == Counts::default() {
        bail!("no test ran: none has such a name (the arguments `-- --list` show them all)");
    }
    Ok(Outcome { good, counts })
}

fn wasm(context: &Context) -> Result<Command> {
    let mut command = cargo(context)?;
    command
        .args([
            "test",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "browser",
            "--test",
            "wasm",
        ])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            context.tools.find("wasm-bindgen-test-runner")?,
        );
    // The runner takes the first driver that is named to it.
    command
        .env_remove("CHROMEDRIVER")
        .env_remove("GECKODRIVER")
        .env_remove("SAFARIDRIVER");
    let able = context
        .options
        .engines
        .iter()
        .find(|engine| **engine != Engine::Webkit);
    match able {
        Some(Engine::Firefox) => command.env("GECKODRIVER", context.tools.find("geckodriver")?),
        Some(_) => command.env("CHROMEDRIVER", context.tools.find("chromedriver")?),
        None => bail!(
            "wasm-bindgen's test runner cannot drive WebKitGTK; name chromium or firefox in --engines too"
        ),
    };
    Ok(command)
}

fn browser(context: &Context) -> Result<Command> {
    let mut command = cargo(context)?;
    command
        .args(["test", "--features", "cli", "--test", "browser", "--"])
        .args(&context.options.browser_arguments);
    let engines: Vec<_> = context
        .options
        .engines
        .iter()
        .map(|engine| engine.name())
        .collect();
    command
        .env("ACTOR_MAP_ENGINES", engines.join(","))
        .env("ACTOR_MAP_DIST", dist::browser_tests(context.workspace))
        .env(
            "ACTOR_MAP_FAILURES",
            context.workspace.target.join("browser-failures"),
        );
    for engine in &context.options.engines {
        command.envs(engine.programs(context.tools)?);
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_step_brings_what_it_stands_on() {
        assert_eq!(choose(&[Step::Size]), [Step::Dist, Step::Size]);
        assert_eq!(
            choose(&[Step::Browser, Step::Fmt]),
            [Step::Fmt, Step::BrowserDist, Step::Package, Step::Browser]
        );
    }

    #[test]
    fn without_a_choice_every_step_runs_and_the_browsers_come_last() {
        let all = choose(&[]);
        assert_eq!(all.len(), Step::value_variants().len());
        assert_eq!(all.last(), Some(&Step::Browser));
    }
}
