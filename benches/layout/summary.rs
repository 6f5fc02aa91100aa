//! Two tables before the others: our times beside the quickest library's, and our stress beside plain descent's.

use std::fmt::Write;

use crate::cases::{OURS, PLAIN, median};
use crate::score::{Class, Score};

const TIMES: &str = "
## Time

Ours natively, as WebAssembly compiled as the widget's is (*for size*: the profile *web*), and built for speed
(the profile *large*). *Places* is the time to where the boxes stand, which is all that the others give, ours without
overlaps; × is that over the quickest of them: with camps, over the one that keeps them together; without, over the
others. *Ways* is the rest: routes and words of all ties, and what is laid out again where they found no room. *Its
stress* and *ours* are the Kruskal stress of the places, lower is better.

| actors | px | | whole, native, ms | whole, for speed, ms | whole, for size, ms | ways, ms | places, ms | quickest other, ms | × | its stress | ours |
|---|---|---|---|---|---|---|---|---|---|---|---|
";

/// What is asked for of the stress, over plain descent's: without camps, and with camps at the widest.
const PLAIN_TARGET: f64 = 1.05;
const WIDEST_TARGET: (f64, f64) = (1200.0, 1.25);

const STRESS: &str = "
## Stress beside plain SGD

Kruskal stress (the loss). *SGD* is the full descent of `src/layout/large/` over dots, without boxes, camps or a width: of
each graph the median of nine seeds, and the least of them. × is ours over the median. Ours always has a width: what is
asked for without one is judged at 1,200 px.

| actors | px | SGD | its least | ours | × | at most | without camps | × | at most |
|---|---|---|---|---|---|---|---|---|---|
";

/// Writes the times.
pub fn times(out: &mut String, classes: &[Class]) {
    out.push_str(TIMES);
    for class in classes {
        for who in [OURS, PLAIN] {
            let (quickest, best) = class.least(who, |score| score.places);
            let of = |value: fn(&Score) -> f64| class.median_of(who, value);
            let ours = of(|score| score.places);
            let _ = writeln!(
                out,
                "| {} | {} | {who} | {:.1} | {:.1} | {:.1} | {:.1} | {ours:.1} | {quickest} {best:.1} | {:.2} | {:.3} | {:.3} |",
                class.size,
                class.room.0,
                of(|score| score.native),
                of(|score| score.fast),
                of(|score| score.milliseconds),
                of(|score| score.milliseconds - score.places),
                ours / best,
                class.median_of(quickest, |score| score.places_loss),
                of(|score| score.places_loss),
            );
        }
    }
}

/// Writes the stress.
pub fn stress(out: &mut String, classes: &[Class]) {
    out.push_str(STRESS);
    for class in classes {
        let usual = median(class.sgd.iter().map(|sgd| sgd.0).collect());
        let least = median(class.sgd.iter().map(|sgd| sgd.1).collect());
        let (ours, plain) = (
            class.median_of(OURS, Score::loss),
            class.median_of(PLAIN, Score::loss),
        );
        let (widest, target) = WIDEST_TARGET;
        let is_widest = class.room.0 == widest;
        let _ = writeln!(
            out,
            "| {} | {} | {usual:.3} | {least:.3} | {ours:.3} | {} | {plain:.3} | {} |",
            class.size,
            class.room.0,
            judged(ours / usual, is_widest.then_some(target)),
            judged(plain / usual, is_widest.then_some(PLAIN_TARGET)),
        );
    }
}

/// A ratio and its target, marked when it is missed.
fn judged(ratio: f64, target: Option<f64>) -> String {
    match target {
        None => format!("{ratio:.2} | –"),
        Some(most) if ratio <= most => format!("{ratio:.2} | {most}"),
        Some(most) => format!("**{ratio:.2}** | {most}, missed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_kept_up_to_its_last_digit() {
        assert_eq!(judged(1.05, Some(1.05)), "1.05 | 1.05");
        assert_eq!(judged(1.051, Some(1.05)), "**1.05** | 1.05, missed");
        assert_eq!(judged(3.0, None), "3.00 | –");
    }
}
