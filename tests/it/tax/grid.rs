//! 663 cells: every state, W-2 and 1099, five incomes, both filings.

use mbc_calc::data::{Filing, TaxYear};
use mbc_calc::engine::tax::{Earnings, Law};

use super::{code, law};

/// Contributions that were added to the tables after the grid was computed.
const NOT_IN_THE_GRID: [&str; 2] = ["AK", "NM"];

const CENT: f64 = 0.015;

#[test]
fn every_cell_of_the_grid_is_answered_to_the_cent() {
    let tables = mbc_calc::built_in();
    let mut wrong = Vec::new();
    let mut cells = 0;
    for grid in [include_str!("grid.csv"), include_str!("grid_joint.csv")] {
        for line in grid.lines().skip(1) {
            cells += 1;
            let cell: Vec<&str> = line.split(',').collect();
            let [year, state, filing, kind] = [cell[0], cell[1], cell[2], cell[3]];
            let number = |at: usize| cell[at].parse::<f64>().unwrap();
            let law = Law {
                year: TaxYear::named(year).unwrap(),
                filing: Filing::named(filing).unwrap(),
                home: Some(code(state)),
                ..law(&tables.taxes, state)
            };
            let earned = if kind == "w2" { Earnings::wages } else { Earnings::profit };
            let taken = law.take_home(earned(number(4)));
            let contributions: f64 = taken.contributions.iter().map(|(_, amount)| amount).sum();
            let federal = &taken.federal;
            let found = [
                (5, federal.adjusted_gross),
                (6, federal.qualified_business),
                (7, federal.taxable),
                (8, federal.after_credits()),
                (11, taken.state_total()),
                (12, contributions),
                (13, taken.left()),
            ];
            for (at, amount) in found {
                let is_added = at > 11 && NOT_IN_THE_GRID.contains(&state) && kind == "w2";
                if !is_added && (amount - number(at)).abs() > CENT {
                    wrong.push(format!("{line}: column {at} is {amount:.2}"));
                }
            }
        }
    }
    assert_eq!(cells, 663);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
