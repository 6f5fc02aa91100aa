//! Reading the summaries that test runners print.

/// How many tests a run had, over all of its runners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were left out by their own mark.
    pub ignored: u64,
}

impl Counts {
    /// Adds what a line says, if it is a summary, and tells whether it is: libtest, libtest-mimic and wasm-bindgen's runner
    /// all print `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn read(&mut self, line: &str) -> bool {
        let Some((_, summary)) = line.split_once("test result: ") else {
            return false;
        };
        let Some((_, counts)) = summary.split_once(". ") else {
            return false;
        };
        for part in counts.split(';') {
            let mut words = part.split_whitespace();
            let Some(Ok(number)) = words.next().map(str::parse::<u64>) else {
                continue;
            };
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                Some("ignored") => self.ignored += number,
                _ => {}
            }
        }
        true
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            ignored: self.ignored + other.ignored,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_several_runners_add_up() {
        let mut counts = Counts::default();
        assert!(counts.read("test result: ok. 12 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s"));
        assert!(counts.read("\u{1b}[0mtest result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished in 1.20s"));
        assert_eq!(
            counts,
            Counts {
                passed: 15,
                failed: 2,
                ignored: 2
            }
        );
    }

    #[test]
    fn colour_inside_a_summary_does_not_hide_it() {
        let mut counts = Counts::default();
        let _ = counts.read("test result: \u{1b}[32mok\u{1b}[0m. 4 passed; 0 failed; 0 ignored");
        assert_eq!(counts.passed, 4);
    }

    #[test]
    fn other_lines_count_nothing() {
        let mut counts = Counts::default();
        assert!(!counts.read("test incident::date::tests::reads_a_year ... ok"));
        assert!(!counts.read("running 12 tests"));
        assert_eq!(counts, Counts::default());
    }
}
