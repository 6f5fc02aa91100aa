//! HTML that stands in a text: no page reads it as such, readers see it as it stands.

/// The names of tags that are hardly anything else.
const TAGS: &[&str] = &[
    "a",
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "cite",
    "div",
    "em",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "html",
    "i",
    "iframe",
    "img",
    "li",
    "link",
    "meta",
    "ol",
    "p",
    "q",
    "script",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "td",
    "title",
    "tr",
    "u",
    "ul",
    "!doctype",
];

/// How far the end of a character reference, and of a tag, is looked for.
const MAX_REFERENCE: usize = 10;
const MAX_TAG: usize = 2_000;

/// The first tag or character reference of a text.
pub(crate) fn first_of(text: &str) -> Option<&str> {
    let mut signs = text.match_indices(['<', '&']);
    signs.find_map(|(at, sign)| {
        let rest = text.get(at..)?;
        let end = if sign == "<" {
            tag(rest)?
        } else {
            reference(rest)?
        };
        rest.get(..end)
    })
}

/// Where a tag at the beginning of a text ends: `<b>`, `</b>`, `<br/>`, `<a href="…">`.
fn tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let is_of_name = |char: char| char.is_ascii_alphanumeric() || char == '!';
    let (name, rest) = inner.split_at_checked(inner.find(|char| !is_of_name(char))?)?;
    let known = TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag));
    (known && rest.starts_with(['>', '/', ' ', '\n'])).then_some(())?;
    let end = text.bytes().take(MAX_TAG).position(|byte| byte == b'>')?;
    // A sign of less that another tag follows.
    let nested = text.get(1..end)?.contains('<');
    (!nested).then_some(end + 1)
}

/// Where a character reference at the beginning of a text ends: `&amp;`, `&#8220;`, `&#x201c;`.
fn reference(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('&')?;
    let (number, digits) = match inner.strip_prefix('#') {
        Some(digits) => (true, digits.strip_prefix(['x', 'X']).unwrap_or(digits)),
        None => (false, inner),
    };
    let length = digits
        .bytes()
        .take(MAX_REFERENCE + 1)
        .position(|byte| byte == b';')?;
    let name = digits.get(..length)?;
    // Not "R&D;": names have two letters and more.
    let fits = if number {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_hexdigit())
    } else {
        name.len() > 1
            && name.starts_with(|char: char| char.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    fits.then_some(text.len() - digits.len() + length + 1)
}

#[cfg(test)]
mod tests {
    use super::first_of;

    #[test]
    fn tags_and_references_are_found_and_signs_are_not() {
        for (text, found) in [
            ("Ministry &amp; A", Some("&amp;")),
            ("“&#8220;”", Some("&#8220;")),
            ("a&#x201C;", Some("&#x201C;")),
            ("He <b>did</b>", Some("<b>")),
            ("so</p>", Some("</p>")),
            ("so<br/>it", Some("<br/>")),
            ("<a href=\"x\">", Some("<a href=\"x\">")),
            ("<!DOCTYPE html>", Some("<!DOCTYPE html>")),
            ("R&D; and A & B;", None),
            ("https://a.example.org/?a=1&b=2", None),
            ("3 < 4 > 2, <3, <redacted>, a<b", None),
            ("&;&#;&", None),
            ("", None),
        ] {
            assert_eq!(first_of(text), found, "{text}");
        }
    }
}
