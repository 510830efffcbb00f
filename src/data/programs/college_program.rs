use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Fields, Quoted, SourceIndex, ValueRange, read_code, record};
use crate::data::wages::{Geography, PlaceKind};
use crate::quantity::{Dollars, PlaceCode, named};

named! {
    /// What a program ends with.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Award {
        /// A certificate, below an associate degree.
        Certificate = "certificate",
        /// An associate degree.
        Associate = "associate",
    }
}

named! {
    /// Who runs an institution.
    #[derive(Serialize, Deserialize)]
    pub enum Control {
        /// The public.
        Public = "public",
        /// A private body that makes no profit.
        Nonprofit = "nonprofit",
        /// A private company.
        ForProfit = "for-profit",
    }
}

named! {
    /// A cell that a program may lack.
    #[derive(Serialize, Deserialize)]
    pub enum ProgramCell {
        /// The state of the institution.
        State = "state",
        /// How many finished the program.
        Completers = "completers",
        /// What graduates earn.
        Earnings = "earnings",
        /// What high-school graduates of the state earn.
        Threshold = "threshold",
        /// What graduates owe.
        Debt = "debt",
    }
}

/// How long after finishing earnings are counted: two statistics that are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EarningsYear {
    /// Four years after finishing.
    Fourth,
    /// One year after finishing.
    First,
}

impl EarningsYear {
    /// The years after finishing: 4 or 1.
    #[must_use]
    pub const fn years(self) -> u32 {
        match self {
            Self::Fourth => 4,
            Self::First => 1,
        }
    }
}

/// A program of an institution with what its graduates earn and owe; why a cell is absent is for
/// [`Programs::reason`](super::Programs::reason) to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollegeProgram {
    /// The name of the institution.
    pub institution: String,
    /// The federal number of the institution.
    pub institution_id: u32,
    /// The state of the institution.
    pub state: Option<PlaceCode>,
    /// Who runs the institution.
    pub control: Control,
    /// What the program ends with.
    pub award: Award,
    /// How many finished it in the year that was counted.
    pub completers: Option<u32>,
    /// The median yearly earnings of graduates who work, in any job, and when they are counted.
    pub earnings: Option<(Dollars, EarningsYear)>,
    /// The yearly earnings of high-school graduates of the state.
    pub threshold: Option<Dollars>,
    /// The median federal debt of graduates.
    pub debt: Option<Dollars>,
    /// Where the row comes from.
    pub source: SourceIndex,
}

impl CollegeProgram {
    /// The name of the row: the number of the institution and the award, such as
    /// `204264-certificate`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}-{}", self.institution_id, self.award.name())
    }

    /// The earnings in this year after finishing.
    #[must_use]
    pub fn earnings_in(&self, year: EarningsYear) -> Option<Dollars> {
        self.earnings.filter(|(_, counted)| *counted == year).map(|(earnings, _)| earnings)
    }

    /// Whether the program lacks the cell.
    pub(super) const fn lacks(&self, cell: ProgramCell) -> bool {
        match cell {
            ProgramCell::State => self.state.is_none(),
            ProgramCell::Completers => self.completers.is_none(),
            ProgramCell::Earnings => self.earnings.is_none(),
            ProgramCell::Threshold => self.threshold.is_none(),
            ProgramCell::Debt => self.debt.is_none(),
        }
    }

    pub(super) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        bounds: ValueRange,
    ) -> Option<Self> {
        let program = record!(Self {
            institution: row.string("institution"),
            institution_id: row.whole("id"),
            state: Some(read_state(row, geography)),
            control: row.choice::<Control>("control"),
            award: row.choice::<Award>("award"),
            completers: Some(row.optional_whole("completers")),
            earnings: Some(read_earnings(row, bounds)),
            threshold: Some(row.optional_quantity("threshold", |a| bounds.dollars(a))),
            debt: Some(row.optional_quantity("debt", |a| bounds.dollars(a))),
            source: sources.cited_once(row),
        })?;
        // A row with a wrong cell would be counted among those that lack it.
        row.is_sound().then_some(program)
    }
}

/// The state of the institution, where it is stated.
fn read_state(row: &mut Fields<'_>, geography: &Geography) -> Option<PlaceCode> {
    row.optional("state")?;
    let code = read_code(row, "state")?;
    let is_state = geography.get(code).is_some_and(|place| place.kind != PlaceKind::Nation);
    if !is_state {
        let message = format!(
            "{} is not a state, the district or a territory of the geography table",
            Quoted(code.as_str())
        );
        row.problem_at("state", message);
    }
    is_state.then_some(code)
}

/// The earnings and when they are counted: both or neither.
fn read_earnings(row: &mut Fields<'_>, bounds: ValueRange) -> Option<(Dollars, EarningsYear)> {
    if !row.has("earnings") && !row.has("years_after") {
        return None;
    }
    let earnings = row.dollars("earnings", bounds);
    let year = match row.whole("years_after")? {
        4 => EarningsYear::Fourth,
        1 => EarningsYear::First,
        other => {
            row.problem_at(
                "years_after",
                format!("`years_after` is `{other}`, not one of `1`, `4`"),
            );
            return None;
        }
    };
    Some((earnings?, year))
}
