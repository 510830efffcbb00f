use serde::{Deserialize, Serialize};

use super::graduate_outcomes::{GraduateOutcomes, Quartiles};
use crate::data::reading::{Citations, Fields, Literal, SourceIndex, ValueRange, record};
use crate::quantity::{Dollars, Share};

/// Certificate programs of a field of study in the nation, four years on, over programs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudyField {
    /// The code of the field, such as `5107`.
    pub cip: String,
    /// The publisher's name of the field.
    pub name: String,
    /// How many programs have earnings four years on.
    pub programs: u32,
    /// What their graduates earn in a year.
    pub earnings: Quartiles,
    /// The median debt of their graduates.
    pub debt: Dollars,
    /// The share of programs with graduates who earn less than the high-school graduates of the state.
    pub below_threshold: Share,
    /// Where the row comes from.
    pub source: SourceIndex,
}

impl StudyField {
    pub(super) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        bounds: ValueRange,
    ) -> Option<Self> {
        let field = record!(Self {
            cip: row.string("cip"),
            name: row.string("name"),
            programs: row.whole("programs"),
            earnings: read_quartiles(row, bounds),
            debt: row.dollars("debt", bounds),
            below_threshold: row.quantity("below_threshold", Share::new),
            source: sources.cited_once(row),
        })?;
        let Quartiles { p25, p50, p75 } = field.earnings;
        for (key, lower, upper) in [("p50", p25, p50), ("p75", p50, p75)] {
            if upper < lower {
                row.problem_at(key, format!("quartiles fall: `{key}` is below the one before"));
            }
        }
        Some(field)
    }

    /// Reports what is other here than in the programs that the row is computed from.
    pub(super) fn check(&self, table: &mut Fields<'_>, computed: &GraduateOutcomes) {
        let ours = &computed.earnings;
        #[expect(clippy::cast_precision_loss, reason = "a table has far fewer rows than 2^52")]
        let counted = computed.programs as f64;
        let figures = [
            ("programs", f64::from(self.programs), counted, 0.0),
            ("p25", self.earnings.p25.get(), ours.p25.get(), DOLLAR),
            ("p50", self.earnings.p50.get(), ours.p50.get(), DOLLAR),
            ("p75", self.earnings.p75.get(), ours.p75.get(), DOLLAR),
            ("debt", self.debt.get(), computed.debt.map_or(0.0, Dollars::get), DOLLAR),
            (
                "below_threshold",
                self.below_threshold.get(),
                computed.above_threshold.complement().get(),
                THOUSANDTH,
            ),
        ];
        for (key, stated, computed, tolerance) in figures {
            if (stated - computed).abs() > tolerance {
                let cip = &self.cip;
                let [stated, computed] = [stated, computed].map(Literal);
                let message = format!(
                    "`{key}` of the field `{cip}` is `{stated}`, but the rows make it `{computed}`"
                );
                table.problem_at("field", message);
            }
        }
    }
}

/// How far a rounded amount may be from the computed one.
const DOLLAR: f64 = 0.5;

/// How far a rounded share may be from the computed one.
const THOUSANDTH: f64 = 0.0005;

fn read_quartiles(row: &mut Fields<'_>, bounds: ValueRange) -> Option<Quartiles> {
    record!(Quartiles {
        p25: row.dollars("p25", bounds),
        p50: row.dollars("p50", bounds),
        p75: row.dollars("p75", bounds),
    })
}
