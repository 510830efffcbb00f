//! Names by how they are compared, put in order when the first is looked for.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::spelling::folded;

/// The rows of a table by their names, folded. It follows from the table, so that tables differ in what
/// it is made of and never in it.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct FoldedIndex(OnceLock<HashMap<String, Vec<usize>>>);

impl FoldedIndex {
    /// The rows that have a name which is compared as `wanted`, in their order; `names` gives every name
    /// with its row.
    pub(in crate::data) fn rows<'n, N: Iterator<Item = (&'n str, usize)>>(
        &self,
        wanted: &str,
        names: impl FnOnce() -> N,
    ) -> &[usize] {
        let index = self.0.get_or_init(|| {
            let mut index: HashMap<String, Vec<usize>> = HashMap::new();
            for (name, row) in names() {
                let rows = index.entry(folded(name)).or_default();
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            }
            index
        });
        index.get(wanted).map_or(&[], Vec::as_slice)
    }
}

impl PartialEq for FoldedIndex {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
