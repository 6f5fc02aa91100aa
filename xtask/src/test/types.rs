//! The npm package's types, judged by TypeScript: what a site may write passes, and what it may not is found out.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};

use super::steps::{Context, Outcome};
use super::summary::Counts;
use crate::package;
use crate::process::status;

/// A script in which every line with this end must be refused, and no other.
const WRONG: &str = "wrong/script.tsx";
const MARK: &str = "// wrong";

/// Checks the site's own files, then those that are wrong on purpose.
///
/// # Errors
/// When TypeScript cannot be run at all.
pub fn check(context: &Context) -> Result<Outcome> {
    let site = package::site(context.workspace)?;
    let compiler = || {
        let mut compiler = package::tool(&site, "typescript/bin/tsc")?;
        compiler.args(["--noEmit", "--pretty", "false", "--project"]);
        Ok::<_, anyhow::Error>(compiler)
    };
    let right = status(compiler()?.arg("tsconfig.json"))?.success();
    println!(
        "typescript: what a site may write {}",
        if right { "passes" } else { "DOES NOT PASS" }
    );

    let script = fs::read_to_string(site.join(WRONG)).context(WRONG)?;
    let wrong: BTreeSet<usize> = (1..)
        .zip(script.lines())
        .filter(|(_, line)| line.ends_with(MARK))
        .map(|(number, _)| number)
        .collect();
    // Kept from the terminal: errors that are wanted look like any others.
    let output = compiler()?.arg("tsconfig.wrong.json").output()?;
    let output = String::from_utf8_lossy(&output.stdout);
    let refused: BTreeSet<usize> = output.lines().filter_map(line_of_error).collect();
    let found = wrong == refused && !wrong.is_empty();
    println!(
        "typescript: of {} lines that are wrong on purpose {} are refused{}",
        wrong.len(),
        wrong.intersection(&refused).count(),
        if found {
            String::new()
        } else {
            format!(
                "; lines {:?} of {WRONG} ARE NOT AS MARKED:\n{output}",
                wrong.symmetric_difference(&refused)
            )
        },
    );
    let passed = u64::from(right) + u64::from(found);
    let counts = Counts {
        passed,
        failed: 2 - passed,
        ignored: 0,
    };
    Ok(Outcome {
        good: counts.failed == 0,
        counts,
    })
}

/// The line that a message like `wrong/script.tsx(7,1): error TS2322: …` points at; 0 for one in any other file.
fn line_of_error(message: &str) -> Option<usize> {
    let (place, _) = message.split_once(": error TS")?;
    let line = place
        .strip_prefix(WRONG)
        .and_then(|place| place.strip_prefix('('))
        .and_then(|place| place.split_once(','));
    Some(line.and_then(|(line, _)| line.parse().ok()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_of_a_line_of_the_script_or_of_none() {
        let line = line_of_error("wrong/script.tsx(24,4): error TS2322: Type 'x' is not …");
        assert_eq!(line, Some(24));
        let elsewhere = line_of_error("node_modules/actor-map/react.d.ts(3,1): error TS2307: …");
        assert_eq!(elsewhere, Some(0));
        assert_eq!(line_of_error("  Type 'string' is not …"), None);
    }
}
