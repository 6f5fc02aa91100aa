//! Reading and writing by index without panicking: an index out of range reads as the default and writes nowhere.

/// The item at `index`, or the default.
#[inline(always)]
pub(super) fn at<T: Copy + Default>(items: &[T], index: usize) -> T {
    items.get(index).copied().unwrap_or_default()
}

/// Sets the item at `index`, if there is one.
pub(super) fn put<T>(items: &mut [T], index: usize, item: T) {
    if let Some(place) = items.get_mut(index) {
        *place = item;
    }
}

/// Adds to the number at `index`, if there is one.
pub(super) fn add(items: &mut [f64], index: usize, by: f64) {
    if let Some(place) = items.get_mut(index) {
        *place += by;
    }
}

/// The indexes of `keys` from the least key to the greatest; equal keys keep their order.
pub(super) fn ranked(keys: &[f64]) -> Vec<usize> {
    // By insertion: the lists are short, and the library's sort is ten times this function's size in the browser.
    let mut order: Vec<usize> = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        let place = order.partition_point(|&other| at(keys, other) <= *key);
        order.insert(place, index);
    }
    order
}
