//! What our WebAssembly modules made of the cases: times, and digests that must be those of native code.

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

use crate::cases::{Case, Drawn, hexadecimal};

/// The profiles of the builds: that of the widget's module, for size, and one for speed.
pub const BUILDS: [&str; 2] = ["web", "large"];

/// Something of ours that was timed.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Timed {
    /// How long it took.
    pub milliseconds: f64,
    /// The scene's digest as hexadecimal digits; empty where there is none, as an arrangement does not go on.
    pub digest: String,
}

/// One of our layouts of one case in the browser.
#[derive(Deserialize)]
pub struct Laid {
    /// The case's name.
    pub case: String,
    /// Which of the two, as in [`Drawn::who`].
    pub who: String,
    /// The profile of the build.
    pub build: String,
    /// How long it took.
    pub milliseconds: f64,
    /// The scene's digest, as hexadecimal digits.
    pub digest: String,
    /// Where the boxes stand, before any tie is routed.
    pub places: Timed,
    /// The same at other widths.
    pub refits: Vec<Timed>,
}

impl Laid {
    /// Whether it is this drawing's, by this build.
    pub fn is_of(&self, case: &Case, drawn: &Drawn, build: &str) -> bool {
        (&*self.case, &*self.who, &*self.build) == (&*case.name, drawn.who, build)
    }
}

/// Refuses scenes that are not, to the last bit, those of native code, and builds that left some out.
///
/// # Errors
/// On the first of them.
pub fn check(cases: &[Case], laid: &[Laid]) -> Result<()> {
    for case in cases {
        for drawn in case.drawn() {
            let native = hexadecimal(&drawn.scene);
            for build in BUILDS {
                let mut same = laid.iter().filter(|laid| laid.is_of(case, drawn, build));
                let same = same.next();
                let digest = same.map_or("missing", |laid| &laid.digest);
                ensure!(
                    digest == native,
                    "{}, {}: the scene of the build {build} is {digest}, native code's {native}",
                    case.name,
                    drawn.who
                );
                let places = same.map_or("missing", |laid| &laid.places.digest);
                ensure!(
                    places == drawn.places.digest,
                    "{}, {}: the build {build} places boxes elsewhere than native code",
                    case.name,
                    drawn.who
                );
                let digests = |refits: &[Timed]| -> Vec<String> {
                    refits.iter().map(|refit| refit.digest.clone()).collect()
                };
                let fitted = same.map_or_else(Vec::new, |laid| digests(&laid.refits));
                ensure!(
                    fitted == digests(&drawn.refits),
                    "{}, {}: at other widths the build {build} has other scenes than native code: {fitted:?}",
                    case.name,
                    drawn.who
                );
            }
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod tests {
    use super::*;
    use crate::cases::{self, ROOMS};
    use crate::wire::Wire;
    use actor_map::layout::Graph;

    fn laid_as_natively(cases: &[Case]) -> Vec<Laid> {
        let mut all = Vec::new();
        for case in cases {
            for drawn in case.drawn() {
                all.extend(BUILDS.map(|build| Laid {
                    case: case.name.clone(),
                    who: drawn.who.into(),
                    build: build.into(),
                    milliseconds: 1.0,
                    digest: hexadecimal(&drawn.scene),
                    places: drawn.places.clone(),
                    refits: drawn.refits.clone(),
                }));
            }
        }
        all
    }

    #[test]
    fn a_graph_arrives_as_it_was_sent() {
        for only in ["incident", "brokers-5"] {
            let sent = cases::all(only, 1).unwrap().remove(0).ours.graph;
            let text = serde_json::to_string(&Wire::from(sent.clone())).unwrap();
            let arrived: Wire = serde_json::from_str(&text).unwrap();
            assert_eq!(Graph::from(arrived), sent, "{only}");
        }
    }

    #[test]
    fn another_scene_is_refused_and_so_is_none() {
        let cases = cases::all("brokers-5", 1).unwrap();
        let mut laid = laid_as_natively(&cases);
        assert_eq!(
            laid.len(),
            ROOMS.len() * 2 * 2,
            "every room, with camps and without"
        );
        check(&cases, &laid).unwrap();
        laid[0].refits[0].digest.push('0');
        assert!(
            check(&cases, &laid).is_err(),
            "one is another at another width"
        );
        laid[0].refits[0].digest.pop();
        check(&cases, &laid).unwrap();
        laid[1].places.digest.push('0');
        assert!(check(&cases, &laid).is_err(), "one places boxes elsewhere");
        laid[1].places.digest.pop();
        check(&cases, &laid).unwrap();
        let last = laid.pop().unwrap();
        assert!(check(&cases, &laid).is_err(), "one is missing");
        laid.push(Laid {
            digest: "0000000000000000".into(),
            ..last
        });
        assert!(check(&cases, &laid).is_err(), "one is another");
    }
}
