//! SVG path data with one decimal, written with integers: no float formatting, so it is small and the same everywhere.

use super::geometry::Point;

/// A length for an attribute: rounded to 0.1 px, without the formatting code of the standard library.
pub fn px(number: f64) -> String {
    let mut out = String::new();
    push_number(&mut out, number);
    out
}

/// Writes a number rounded to 0.1, without a needless ".0".
pub(super) fn push_number(out: &mut String, number: f64) {
    let scaled = (number.abs() * 10.0 + 0.5).floor();
    // Not a number becomes 0.
    let tenths = if scaled > 1e15 { 1e15 } else { scaled } as u64;
    if number < 0.0 && tenths > 0 {
        out.push('-');
    }
    push_integer(out, tenths / 10);
    if !tenths.is_multiple_of(10) {
        out.push('.');
        push_integer(out, tenths % 10);
    }
}

/// Writes a command letter and its points: `push_command(&mut d, 'L', &[p])` appends "L12 3.4".
pub(super) fn push_command(out: &mut String, command: char, points: &[Point]) {
    out.push(command);
    for (index, p) in points.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        push_number(out, p.x);
        out.push(' ');
        push_number(out, p.y);
    }
}

fn push_integer(out: &mut String, number: u64) {
    if number >= 10 {
        push_integer(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_to_a_tenth() {
        for (number, text) in [
            (0.0, "0"),
            (-0.04, "0"),
            (-0.05, "-0.1"),
            (12.34, "12.3"),
            (12.96, "13"),
            (1234.5, "1234.5"),
            (f64::NAN, "0"),
            (f64::INFINITY, "100000000000000"),
        ] {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, text, "{number}");
        }
    }

    #[test]
    fn commands() {
        let mut d = String::new();
        push_command(&mut d, 'M', &[Point::new(1.0, 2.0)]);
        push_command(&mut d, 'Q', &[Point::new(3.0, 4.0), Point::new(5.5, -6.0)]);
        assert_eq!(d, "M1 2Q3 4 5.5 -6");
    }
}
