use serde::{Deserialize, Serialize};

use super::group::Group;
use crate::data::reading::{Citations, Fields, Quoted};
use crate::data::wages::{AreaIndex, Areas, Geography};
use crate::quantity::PlaceCode;

/// ZIP codes with the area of the wage figures that most homes of each lie in.
///
/// ```
/// let tables = mbc_calc::built_in();
/// let found = tables.zip_codes.find("44224").unwrap();
/// assert_eq!(tables.areas.get(found.area.unwrap()).name, "Akron, OH");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZipCodes {
    groups: Vec<Group>,
    /// In the order of the codes.
    runs: Vec<Run>,
}

/// Codes that follow one another and lie in one area.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Run {
    first: u32,
    last: u32,
    /// The place in the list of groups.
    group: u16,
    /// The percentage of homes that lie in the area.
    share: u8,
}

/// Where a ZIP code lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundZip<'t> {
    /// The state.
    pub state: PlaceCode,
    /// The area of the wage figures, or the name of one that they do not have.
    pub area: Result<AreaIndex, &'t str>,
    /// The percentage of homes that lie in the area, where some lie in another.
    pub share: Option<u8>,
}

impl ZipCodes {
    /// Where a code of five digits lies.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<FoundZip<'_>> {
        let is_code = code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
        let code: u32 = code.parse().ok().filter(|_| is_code)?;
        let after = self.runs.partition_point(|run| run.first <= code);
        let run = self.runs[..after].last().filter(|run| code <= run.last)?;
        let group = &self.groups[usize::from(run.group)];
        let area = group.area.as_ref().map(|&area| area).map_err(String::as_str);
        let share = (run.share < 100).then_some(run.share);
        Some(FoundZip { state: group.state, area, share })
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        areas: &Areas,
    ) -> Self {
        let mut groups = Vec::new();
        let mut runs: Vec<Run> = Vec::new();
        table.tables("rows", |row| {
            let group = Group::read(row, geography, areas);
            let codes = row.text("codes");
            sources.cited(row);
            let (group, codes) = (group?, codes?);
            let number = u16::try_from(groups.len()).ok()?;
            for prefixed in codes.get_ref().split("; ") {
                let Some(read) = read_codes(prefixed, number) else {
                    let message = format!(
                        "{} is not three digits and then two of each code, such as `442 01 03-06 10:76`",
                        Quoted(prefixed)
                    );
                    row.problem_at("codes", message);
                    continue;
                };
                runs.extend(read);
            }
            groups.push(group);
            Some(())
        });
        runs.sort_unstable_by_key(|run| run.first);
        for pair in runs.windows(2).filter(|pair| pair[1].first <= pair[0].last) {
            table.problem_at("rows", format!("the code `{:05}` is stated twice", pair[1].first));
        }
        Self { groups, runs }
    }
}

/// The codes of a text such as `442 01 03-06 10:76`.
fn read_codes(prefixed: &str, group: u16) -> Option<Vec<Run>> {
    let mut words = prefixed.split(' ');
    let base = 100 * digits(words.next()?, 3)?;
    words
        .map(|word| {
            let (codes, share) = match word.split_once(':') {
                Some((codes, share)) => (codes, digits(share, 2).filter(|&share| share > 0)?),
                None => (word, 100),
            };
            let (first, last) = codes.split_once('-').unwrap_or((codes, codes));
            let (first, last) = (base + digits(first, 2)?, base + digits(last, 2)?);
            (first <= last).then_some(Run { first, last, group, share: u8::try_from(share).ok()? })
        })
        .collect()
}

/// The number that so many digits write.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain)
}
