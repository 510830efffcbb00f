use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Fields, Literal, SourceIndex, record};
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
    pub entry: Option<EntryRequirements>,
    /// Where the row comes from.
    pub source: SourceIndex,
}

/// What usually lets one into an occupation, in its publisher's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRequirements {
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
        let horizon = table.string("horizon");
        let read = |row: &mut Fields<'_>| read_row(row, sources);
        let rows = table.named_tables("rows", ("code", ""), read, |row| &row.code);
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
    let projection = record!(Projection {
        code: row.string("code"),
        title: row.string("title"),
        employment: row.quantity("employment", above_0),
        projected: row.quantity("projected", above_0),
        openings: row.quantity("openings", above_0),
        change: row.number("change"),
        exits: row.quantity("exits", percent),
        transfers: row.quantity("transfers", percent),
        self_employed: row.quantity("self_employed", percent),
        median: row.quantity("median", |amount| above_0(amount).and_then(dollars)),
        entry: Some(read_entry_requirements(row)),
        source: sources.cited_once(row),
    })?;
    let implied = (projection.projected / projection.employment - 1.0) * 100.0;
    if (implied - projection.change).abs() > Projections::CHANGE_TOLERANCE {
        let message = format!(
            "`change` is `{}`, but `employment` and `projected` imply `{}`",
            Literal(projection.change),
            Literal((implied * 10.0).round() / 10.0)
        );
        row.problem_at("change", message);
        return None;
    }
    Some(projection)
}

/// All three keys, or none of them; some without the others are a problem.
fn read_entry_requirements(row: &mut Fields<'_>) -> Option<EntryRequirements> {
    let is_stated = ["education", "experience", "training"].iter().any(|key| row.has(key));
    let mut text = |key| if is_stated { row.string(key) } else { row.optional_string(key) };
    record!(EntryRequirements {
        education: text("education"),
        experience: text("experience"),
        training: text("training"),
    })
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
