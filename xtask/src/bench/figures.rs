//! Figures of many visits: medians and other quantiles, with intervals by the bootstrap (Efron 1979).

use serde::Deserialize;

/// One load of one contender's page. Times in ms since the navigation began.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Visit {
    /// The contender.
    pub name: String,
    /// The end of the first frame with every label.
    pub labels: f64,
    /// When the page was all that it was going to be.
    pub live: f64,
    /// Cumulative layout shift, clicks included.
    pub shift: f64,
    /// Begin and length of each task of the main thread that took 50 ms or longer.
    pub tasks: Vec<(f64, f64)>,
    /// Bytes from the network, headers included.
    pub bytes: f64,
    /// From each click to the end of the frame with a new quotation, in ms.
    pub clicks: Vec<f64>,
    /// From each click to what it changed on the screen, in steps of 8 ms (Event Timing).
    pub presented: Vec<f64>,
}

/// A task that takes longer than this blocks, in ms; the rest of it counts.
const LONG_TASK_MS: f64 = 50.0;

impl Visit {
    /// Total blocking time until the page was live, in ms.
    pub fn blocked(&self) -> f64 {
        let until_live = self.tasks.iter().filter(|(begin, _)| *begin < self.live);
        until_live
            .map(|(_, length)| (length - LONG_TASK_MS).max(0.0))
            .sum()
    }
}

/// An estimate with the bounds of its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// How often the visits are drawn anew.
const DRAWS: usize = 2_000;

/// A figure that compares several contenders' visits, each group drawn anew by itself.
pub(super) fn estimate(groups: &[&[&Visit]], figure: impl Fn(&[Vec<&Visit>]) -> f64) -> Estimate {
    let all: Vec<Vec<&Visit>> = groups.iter().map(|group| group.to_vec()).collect();
    let mut random = Random(1);
    let drawn = (0..DRAWS).map(|_| {
        let groups: Vec<Vec<&Visit>> = all.iter().map(|group| random.draw(group)).collect();
        figure(&groups)
    });
    let drawn: Vec<f64> = drawn.collect();
    Estimate {
        value: figure(&all),
        low: quantile(&drawn, 0.025),
        high: quantile(&drawn, 0.975),
    }
}

/// The median of a number that each visit has.
pub(super) fn median(visits: &[&Visit], number: impl Fn(&Visit) -> f64) -> f64 {
    let numbers: Vec<f64> = visits.iter().map(|visit| number(visit)).collect();
    quantile(&numbers, 0.5)
}

/// The 75th percentile of numbers of which each visit has several.
pub(super) fn p75(visits: &[&Visit], numbers: impl Fn(&Visit) -> &Vec<f64>) -> f64 {
    let numbers: Vec<f64> = visits
        .iter()
        .flat_map(|visit| numbers(visit))
        .copied()
        .collect();
    quantile(&numbers, 0.75)
}

/// A quantile, between two numbers by their distance (Hyndman and Fan 1996, type 7); not a number if there are none.
fn quantile(numbers: &[f64], share: f64) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = share * (sorted.len().max(1) - 1) as f64;
    let at = |index: f64| sorted.get(index as usize).copied().unwrap_or(f64::NAN);
    at(place.floor()) + (at(place.ceil()) - at(place.floor())) * place.fract()
}

/// SplitMix64 (Steele et al. 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// As many as there are, each any of them.
    fn draw<'v>(&mut self, from: &[&'v Visit]) -> Vec<&'v Visit> {
        let count = from.len() as u64;
        let any = (0..count).filter_map(|_| from.get((self.next() % count) as usize).copied());
        any.collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_their_neighbours() {
        assert_eq!(quantile(&[4.0, 1.0, 3.0, 2.0], 0.5), 2.5);
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0, 5.0], 0.75), 4.0);
        assert_eq!(quantile(&[7.0], 0.975), 7.0);
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn only_what_is_over_50_ms_blocks_and_only_until_the_page_is_live() {
        let visit = Visit {
            live: 900.0,
            tasks: vec![(100.0, 50.0), (200.0, 75.0), (800.0, 150.0), (950.0, 400.0)],
            ..Visit::default()
        };
        assert_eq!(visit.blocked(), 125.0);
    }

    #[test]
    fn an_interval_holds_the_estimate_and_narrows_with_agreement() {
        let visits = |labels: &[f64]| -> Vec<Visit> {
            let of = |&labels: &f64| Visit {
                labels,
                ..Visit::default()
            };
            labels.iter().map(of).collect()
        };
        let of = |visits: &[Visit]| {
            let visits: Vec<&Visit> = visits.iter().collect();
            estimate(&[&visits], |groups| {
                median(&groups[0], |visit| visit.labels)
            })
        };
        let apart = of(&visits(&[10.0, 20.0, 30.0, 40.0, 50.0]));
        assert_eq!(apart.value, 30.0);
        assert!(apart.low < 30.0 && 30.0 < apart.high);
        let agreed = of(&visits(&[30.0; 5]));
        assert_eq!((agreed.low, agreed.high), (30.0, 30.0));
    }
}
