use super::choices::Order;

/// Puts items in order by a figure; equal ones are in the order of their names and share a rank. Ranks
/// count from 1, the largest, whichever end comes first.
pub(in crate::engine) fn put_in_order<T>(
    items: &mut [T],
    order: Order,
    key: impl Fn(&T) -> (f64, &str),
    set_rank: impl Fn(&mut T, usize),
) {
    items.sort_by(|a, b| {
        let ((figure_a, name_a), (figure_b, name_b)) = (key(a), key(b));
        figure_b.total_cmp(&figure_a).then_with(|| name_a.cmp(name_b))
    });
    let mut rank = 1;
    for i in 0..items.len() {
        if i > 0 && key(&items[i - 1]).0.total_cmp(&key(&items[i]).0).is_ne() {
            rank = i + 1;
        }
        set_rank(&mut items[i], rank);
    }
    if order == Order::LowestFirst {
        items.reverse();
    }
}
