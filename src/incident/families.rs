//! Which sources go back to one text (union-find).

/// Numbered items that fall into families.
pub(crate) struct Families {
    parents: Vec<usize>,
}

impl Families {
    /// `count` items, each a family of its own.
    pub(crate) fn of(count: usize) -> Self {
        Self {
            parents: (0..count).collect(),
        }
    }

    /// Makes one family of two. Whether they were two before; an unknown item joins nothing.
    pub(crate) fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.family(a), self.family(b));
        match self.parents.get_mut(a.max(b)) {
            // The earlier item stands for the family, whatever the order of joining.
            Some(parent) if a != b => {
                *parent = a.min(b);
                true
            }
            _ => false,
        }
    }

    /// The item that stands for the family of this one.
    pub(crate) fn family(&mut self, mut item: usize) -> usize {
        // Halving the path on the way keeps long chains of excerpts cheap.
        while let Some(&parent) = self.parents.get(item)
            && parent != item
        {
            let grandparent = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parents.get_mut(item) {
                *slot = grandparent;
            }
            item = grandparent;
        }
        item
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_items_are_one_family() {
        let mut families = Families::of(5);
        assert!(families.join(4, 2));
        assert!(families.join(2, 1));
        assert!(!families.join(1, 4));
        assert!(!families.join(0, 9));
        let found: Vec<usize> = (0..5).map(|item| families.family(item)).collect();
        assert_eq!(found, [0, 1, 1, 3, 1]);
    }
}
