//! Path data for a page: relative and in whole pixels, which compresses to less than half.
//!
//! A line stands half a pixel off at most from where the live map draws it; boxes and words stand exactly there.

/// Absolute `M`, `L` and `Q` commands as relative ones in whole px; each point is rounded by itself, so that errors do
/// not add up.
pub fn compact(d: &str) -> String {
    let mut out = String::new();
    let mut at = (0, 0);
    for (command, numbers) in commands(d) {
        let points: Vec<(i64, i64)> = numbers
            .chunks_exact(2)
            .filter_map(|pair| Some((whole(*pair.first()?), whole(*pair.last()?))))
            .collect();
        let Some(&end) = points.last() else { continue };
        // A piece that rounds away would turn the arrowhead after it.
        if command == 'L' && end == at {
            continue;
        }
        out.push(if command == 'M' {
            'M'
        } else {
            command.to_ascii_lowercase()
        });
        for (place, point) in points.iter().enumerate() {
            let from = if command == 'M' { (0, 0) } else { at };
            let first = place == 0;
            push(&mut out, point.0 - from.0, first);
            push(&mut out, point.1 - from.1, false);
        }
        at = end;
    }
    out
}

/// A number, parted from one before it; a minus sign parts by itself.
fn push(out: &mut String, number: i64, first: bool) {
    if !first && number >= 0 {
        out.push(' ');
    }
    out.push_str(&number.to_string());
}

fn whole(number: f64) -> i64 {
    number.round() as i64
}

fn commands(d: &str) -> impl Iterator<Item = (char, Vec<f64>)> {
    let begins = d
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_alphabetic());
    begins.map(|(at, command)| {
        let rest = d.get(at + 1..).unwrap_or_default();
        let end = rest
            .find(|letter: char| letter.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        let numbers = rest.get(..end).unwrap_or_default().split(' ');
        (
            command,
            numbers.filter_map(|number| number.parse().ok()).collect(),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn a_path_becomes_relative_and_whole() {
        assert_eq!(
            compact("M10.4 20L30 5.6Q40 -6 50.2 -7L60 -7"),
            "M10 20l20-14q10-12 20-13l10 0"
        );
    }

    #[test]
    fn errors_do_not_add_up_and_empty_pieces_go() {
        assert_eq!(
            compact("M0 0L0.4 0.4L10.4 10.4L20.8 20.8"),
            "M0 0l10 10l11 11"
        );
        assert_eq!(compact(""), "");
    }
}
