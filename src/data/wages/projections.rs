use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Fields, Literal, Quoted, SourceIndex};
use crate::quantity::Dollars;

/// How employment in occupations is projected to change.
///
/// ```
/// let projections = mbc_calc::built_in().projections;
/// assert_eq!(projections.field().openings, 14.2);
/// assert_eq!(projections.all_occupations().change, 3.1);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Projections {
    /// The first and the last year, such as `2024-34`.
    pub horizon: String,
    rows: Vec<Projection>,
}

/// How employment in one occupation is projected to change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Projection {
    /// The federal occupation code, such as `29-2072`.
    pub code: String,
    /// The publisher's title of the occupation.
    pub title: String,
    /// Jobs in the first year, in thousands.
    pub employment: f64,
    /// Jobs in the last year, in thousands.
    pub projected: f64,
    /// The change of employment over the whole time, in percent.
    pub change: f64,
    /// Openings a year, in thousands; most replace people who leave.
    pub openings: f64,
    /// How many leave work altogether in a year, in percent.
    pub exits: f64,
    /// How many change to another occupation in a year, in percent.
    pub transfers: f64,
    /// How many are self-employed in the first year, in percent.
    pub self_employed: f64,
    /// The median yearly pay in the first year, in dollars of that year.
    pub median: Dollars,
    /// What usually lets one in; all occupations together have no such thing.
    pub entry: Option<Entry>,
    /// Where the row comes from.
    pub source: SourceIndex,
}

/// What usually lets one into an occupation, in its publisher's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The schooling.
    pub education: String,
    /// The work in a related occupation.
    pub experience: String,
    /// The training on the job.
    pub training: String,
}

impl Projections {
    const FIELD: &'static str = "29-2072";
    const ALL_OCCUPATIONS: &'static str = "00-0000";

    /// The published change and that of the published employment may differ by this much, in
    /// percentage points: the employment is rounded to a hundred jobs.
    const CHANGE_TOLERANCE: f64 = 0.3;

    /// The row of the occupation with this code.
    #[must_use]
    pub fn of(&self, code: &str) -> Option<&Projection> {
        self.rows.iter().find(|row| row.code == code)
    }

    /// Medical records specialists, coders among them.
    ///
    /// # Panics
    /// Never: a table without this row is refused when it is read.
    #[must_use]
    pub fn field(&self) -> &Projection {
        self.of(Self::FIELD).expect("projections without the field are refused")
    }

    /// All occupations together.
    ///
    /// # Panics
    /// Never: a table without this row is refused when it is read.
    #[must_use]
    pub fn all_occupations(&self) -> &Projection {
        self.of(Self::ALL_OCCUPATIONS).expect("projections without all occupations are refused")
    }

    /// Every row in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Projection> {
        self.rows.iter()
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        let horizon = table.owned_text("horizon");
        let mut rows: Vec<Projection> = Vec::new();
        table.tables("rows", |row| {
            let projection = read_row(row, sources)?;
            if rows.iter().any(|other| other.code == projection.code) {
                let message = format!("{} is stated twice", Quoted(&projection.code));
                row.problem_at("code", message);
                return None;
            }
            rows.push(projection);
            Some(())
        });
        if table.is_sound() {
            for code in [Self::FIELD, Self::ALL_OCCUPATIONS] {
                if !rows.iter().any(|row| row.code == code) {
                    table.problem_here(format!("the occupation `{code}` has no row"));
                }
            }
        }
        Some(Self { horizon: horizon?, rows })
    }
}

fn read_row(row: &mut Fields<'_>, sources: &Citations) -> Option<Projection> {
    let code = row.owned_text("code");
    let title = row.owned_text("title");
    let [employment, projected, openings] =
        ["employment", "projected", "openings"].map(|key| row.quantity(key, above_0));
    let change = row.number("change").map(|change| *change.get_ref());
    let [exits, transfers, self_employed] =
        ["exits", "transfers", "self_employed"].map(|key| row.quantity(key, percent));
    let median = row.quantity("median", |amount| above_0(amount).and_then(dollars));
    let entry = read_entry(row);
    let source = sources.cited_once(row);
    let (employment, projected, change) = (employment?, projected?, change?);
    let implied = (projected / employment - 1.0) * 100.0;
    if (implied - change).abs() > Projections::CHANGE_TOLERANCE {
        let message = format!(
            "`change` is `{}`, but `employment` and `projected` imply `{}`",
            Literal(change),
            Literal((implied * 10.0).round() / 10.0)
        );
        row.problem_at("change", message);
        return None;
    }
    Some(Projection {
        code: code?,
        title: title?,
        employment,
        projected,
        change,
        openings: openings?,
        exits: exits?,
        transfers: transfers?,
        self_employed: self_employed?,
        median: median?,
        entry,
        source: source?,
    })
}

/// All three keys, or none of them; some without the others are told.
fn read_entry(row: &mut Fields<'_>) -> Option<Entry> {
    const KEYS: [&str; 3] = ["education", "experience", "training"];
    let stated = KEYS.iter().any(|key| row.has(key));
    let texts =
        KEYS.map(|key| if stated { row.owned_text(key) } else { row.optional_owned_text(key) });
    let [education, experience, training] = texts;
    Some(Entry { education: education?, experience: experience?, training: training? })
}

fn above_0(number: f64) -> Result<f64, &'static str> {
    if number > 0.0 { Ok(number) } else { Err("it must be above 0") }
}

fn percent(number: f64) -> Result<f64, &'static str> {
    if (0.0..=100.0).contains(&number) { Ok(number) } else { Err("it must be 0 to 100 percent") }
}

fn dollars(amount: f64) -> Result<Dollars, &'static str> {
    Dollars::new(amount).map_err(|_| "it must be an amount of dollars")
}
