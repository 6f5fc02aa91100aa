//! The nearest known word to a misspelt one.

/// Longer words are not compared: the cost grows with the product of the lengths.
const MAX_COMPARED_BYTES: usize = 64;

/// The word nearest to a misspelt one: at most 2 or a third of its letters changed, added, dropped or swapped
/// (optimal string alignment), small and capital ASCII letters alike; of equally near ones the first.
pub(crate) fn nearest<'c>(word: &str, known: &mut dyn Iterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > MAX_COMPARED_BYTES {
        return None;
    }
    let word = word.to_ascii_lowercase();
    // A word that shares no letter with another is not near it, however short both are.
    let mut bound = (word.len() / 3).max(2).min(word.len().saturating_sub(1)) + 1;
    let mut best = None;
    for candidate in known {
        // Every letter of difference in length costs at least one step. (Known words are ASCII.)
        if candidate.len().abs_diff(word.len()) >= bound {
            continue;
        }
        let distance = strsim::osa_distance(&word, candidate);
        if distance < bound {
            (bound, best) = (distance, Some(candidate));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near_or_none() {
        let near = |word| {
            nearest(
                word,
                &mut ["nato", "upi", "czech-government", "mss"].into_iter(),
            )
        };
        assert_eq!(near("natto"), Some("nato"));
        assert_eq!(near("NATO"), Some("nato"));
        assert_eq!(near("naot"), Some("nato"));
        assert_eq!(near("czech-goverment"), Some("czech-government"));
        assert_eq!(near("kremlin"), None);
        assert_eq!(near("x"), None);
        assert_eq!(near("xyz"), None);
        assert_eq!(near(""), None);
    }
}
