//! Runs cases in browsers: one driver per engine, one session per case, one loopback server for all.

mod affair;
pub mod axe;
mod driver;
pub mod edition;
mod engine;
mod file;
mod page;
mod process;
mod server;
mod statements;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

pub use affair::affair;
use driver::Driver;
use engine::Engine;
pub use file::{File, project};
pub use page::{Page, Test};
pub use server::Fault;
use server::Site;
pub use statements::{Seen, edition_is_whole, shown};

/// A behaviour to be tested: the folder of its page and the test itself.
#[derive(Clone, Copy)]
pub struct Case {
    /// The folder's name, which is the case's.
    pub name: &'static str,
    /// The test.
    pub test: for<'a> fn(&'a Page) -> Test<'a>,
}

/// Makes the table of cases: `"folder" => module`, where the module has an `async fn test(&Page) -> Result<()>`.
macro_rules! cases {
    ($($name:literal => $module:ident),+ $(,)?) => {
        &[$($crate::harness::Case { name: $name, test: |page| Box::pin($module::test(page)) }),+]
    };
}
pub(crate) use cases;

/// Runs the cases that the command line selects in the engines that `ACTOR_MAP_ENGINES` names.
pub fn run(cases: &'static [Case]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    // One browser at a time: focus and timing belong to the case that runs.
    arguments.test_threads = Some(1);
    process::end_children_on_signals();
    let house = match House::new() {
        Ok(house) => Arc::new(house),
        Err(error) => {
            eprintln!(
                "the browser tests cannot start: {error:#}\nrun them with `cargo xtask test --only browser`"
            );
            return ExitCode::FAILURE;
        }
    };
    let trials = house
        .engines
        .iter()
        .enumerate()
        .flat_map(|(position, engine)| {
            cases.iter().map({
                let house = &house;
                move |case| {
                    let house = Arc::clone(house);
                    Trial::test(format!("{engine}::{}", case.name), move || {
                        house.try_case(position, case)
                    })
                }
            })
        });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    process::end_children();
    conclusion.exit_code()
}

/// What all cases share.
struct House {
    runtime: Runtime,
    site: Site,
    engines: Vec<Engine>,
    /// One per engine, started at its first case.
    drivers: Vec<OnceLock<Result<Driver, String>>>,
    failures: PathBuf,
}

impl House {
    fn new() -> Result<Self> {
        let runtime = Runtime::new()?;
        let dist = PathBuf::from(
            env::var_os("ACTOR_MAP_DIST").context("ACTOR_MAP_DIST does not name the built page")?,
        );
        let failures = env::var_os("ACTOR_MAP_FAILURES").map_or_else(env::temp_dir, PathBuf::from);
        let names = env::var("ACTOR_MAP_ENGINES").context("ACTOR_MAP_ENGINES names no engine")?;
        let engines = names
            .split(',')
            .map(str::parse)
            .collect::<Result<Vec<Engine>>>()?;
        let cases = project().join("tests/browser");
        let site = runtime.block_on(server::serve(&dist, &cases))?;
        let drivers = engines.iter().map(|_| OnceLock::new()).collect();
        Ok(Self {
            runtime,
            site,
            engines,
            drivers,
            failures,
        })
    }

    fn try_case(&self, position: usize, case: &Case) -> Result<(), Failed> {
        let engine = self.engines[position];
        let driver = self.drivers[position].get_or_init(|| {
            self.runtime
                .block_on(Driver::start(engine))
                .map_err(|error| format!("{error:#}"))
        });
        let driver = driver
            .as_ref()
            .map_err(|error| Failed::from(format!("{engine} did not start: {error}")))?;
        let result = self.runtime.block_on(async {
            let page = Page::new(
                driver.session().await?,
                engine,
                self.site.clone(),
                case.name,
            );
            let result = (case.test)(&page).await;
            let result = match result {
                Ok(()) => Ok(()),
                Err(error) => Err(page.evidence(error, &self.failures).await),
            };
            page.close().await;
            result
        });
        result.map_err(|error: anyhow::Error| Failed::from(format!("{error:#}")))
    }
}
