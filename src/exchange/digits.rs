//! Numbers of more digits than a value keeps: whole ones of 64 bits (-9223372036854775808 to 18446744073709551615: all of
//! 19 digits or fewer but the longest negative ones) are kept as they are written, others as floating-point numbers, which
//! round.

use super::Finding;
use super::tree::number_text;

/// Warns of the first number of a JSON text that would not come out as it is written.
pub(super) fn rounded(json: &str, place: String) -> Option<Finding> {
    let number = numbers(json).find(|number| !is_kept(number))?;
    let shown: String = number.chars().take(40).collect();
    let becomes = number.parse().map(number_text).unwrap_or_default();
    Some(Finding::warning(
        "rounded-number",
        place,
        format!("The number {shown} has more digits than are kept; it becomes {becomes}."),
        "Put it between quotation marks, as a text.",
    ))
}

/// The numbers of a JSON text.
fn numbers(json: &str) -> impl Iterator<Item = &str> {
    let (mut in_text, mut escaped) = (false, false);
    let is_of_number = move |char: char| {
        match char {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ => {}
        }
        !in_text && (char.is_ascii_digit() || matches!(char, '+' | '-' | '.' | 'e' | 'E'))
    };
    let mut is_of_number = is_of_number;
    let parts = json.split(move |char| !is_of_number(char));
    parts.filter(|part| part.contains(|char: char| char.is_ascii_digit()))
}

fn is_kept(number: &str) -> bool {
    if number.parse::<u64>().is_ok() || number.parse::<i64>().is_ok() {
        return true;
    }
    // Programs write floating-point numbers in the fewest digits that lead back to them: these lose nothing, though in full
    // the same number may have others (9.144219413210801e18 is 9144219413210801152).
    let (becomes, digits) = (number.parse::<f64>(), decimal(number));
    becomes.is_ok_and(|becomes| {
        let written = [format!("{becomes:e}"), number_text(becomes)];
        becomes.is_finite()
            && digits.is_some()
            && written.iter().any(|written| decimal(written) == digits)
    })
}

/// A number's digits that say something, and the power of ten of the last one.
fn decimal(number: &str) -> Option<(bool, String, i64)> {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole.trim_start_matches('-'), fraction].concat();
    let said = digits.trim_end_matches('0');
    let exponent: i64 = exponent.trim_start_matches('+').parse().ok()?;
    let shift =
        i64::try_from(digits.len() - said.len()).ok()? - i64::try_from(fraction.len()).ok()?;
    let said = said.trim_start_matches('0').to_owned();
    let power = if said.is_empty() {
        0
    } else {
        exponent.checked_add(shift)?
    };
    Some((number.starts_with('-') && !said.is_empty(), said, power))
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn what_would_be_rounded_is_told() {
        let kept = r#"{"a1e999999": [0, -0.0, 1, 0.10, 1e300, 1.5E-3, 1900000000000000001, -9007199254740993,
            18446744073709551615, 100000000000000000000, -9.144219413210801e+18, 9144219413210801152000e-3, 5e-324, "123456789012345678901234", "\"1.23456789012345678901234"]}"#;
        assert_eq!(rounded(kept, String::new()), None);
        for (json, told) in [
            (
                "[1, 123456789012345678901]",
                "The number 123456789012345678901 has more digits than are kept; it becomes 1",
            ),
            (
                "{\"a\": 0.12345678901234567890}",
                "The number 0.12345678901234567890 has more",
            ),
            ("1e999", "The number 1e999 has more"),
            (
                "0.1e-9223372036854775808",
                "The number 0.1e-9223372036854775808 has more",
            ),
            (
                "10e9223372036854775807",
                "The number 10e9223372036854775807 has more",
            ),
        ] {
            let message = rounded(json, String::new()).map(|finding| finding.message);
            assert!(
                message.is_some_and(|message| message.starts_with(told)),
                "{json}"
            );
        }
    }
}
