//! Nothing left to chance: the simulation against a walk through the months by hand; its pay is
//! what `estimate` says of the profile as it is in that month.

use std::sync::LazyLock;

use mbc_calc::data::Tables;
use mbc_calc::engine::career::Milestone;
use mbc_calc::engine::{Timeline, estimate, timeline};
use mbc_calc::profile::{Fact, Profile};
use mbc_calc::quantity::{Change, Dollars, Experience, Percentile};

use super::{TABLES, ask, assert_close, figures, profile, reached, without_risk, without_variety};

/// The pay of everybody in the places below, in dollars a year: where all earn the same, no rank
/// blurs the comparison.
const FLAT: [(&str, f64); 3] = [("OH", 50_000.0), ("MS", 40_000.0), ("MA", 70_000.0)];

/// The pay of everybody in health informatics in Ohio.
const INFORMATICS: f64 = 60_000.0;

/// Tables without risk and variety, where everybody of a flat place earns the same.
static CERTAIN: LazyLock<Tables> = LazyLock::new(|| {
    let mut texts = mbc_calc::built_in_texts();
    let wages = texts.text("salaries").to_owned();
    let flat = FLAT.iter().fold(wages, |text, &(place, pay)| with_pay(&text, place, pay));
    texts.replace("salaries", String::new(), flat);
    let roles = texts.text("occupations");
    let (before, after) = roles.split_once("\"informatics\"").expect("it has a section");
    let roles = format!("{before}\"informatics\"{}", with_pay(after, "OH", INFORMATICS));
    texts.replace("occupations", String::new(), roles);
    let tables = Tables::read_texts(&texts).expect("the tables are sound");
    without_variety(&without_risk(&tables))
});

/// The table with all percentiles and the mean of the first row of a place at the same pay.
fn with_pay(text: &str, place: &str, pay: f64) -> String {
    let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
    let of_place = format!("place = \"{place}\", employment = ");
    let row = rows.iter_mut().find(|row| row.contains(&of_place));
    let row = row.unwrap_or_else(|| panic!("{place} has no row"));
    for column in ["p10", "p25", "p50", "p75", "p90", "mean"] {
        let (before, rest) = row.split_once(&format!(" {column} = ")).expect("the column is there");
        let (_, after) = rest.split_once(',').expect("columns follow");
        *row = format!("{before} {column} = {pay},{after}");
    }
    rows.join("\n")
}

/// A career by hand.
struct Walk {
    /// What the profile states of pay from the first job on, other than what changes on the way.
    keeps: &'static str,
    /// The pay scale before and after working remotely, if there are two.
    scales: [&'static str; 2],
    held: u8,
    worked: f64,
    /// The months of the program, the exam, the first job, remote work, specialty and pivot.
    months: [usize; 6],
    first: &'static str,
    specialty: &'static str,
    pivot: &'static str,
    share: f64,
    /// The month from which experience adds nothing.
    stops_learning: usize,
    /// Pay a year from remote work on, or from the pivot on.
    flat: Option<(usize, f64)>,
    current: f64,
    /// What is paid at once.
    start: f64,
    sits_exam: bool,
    /// Months without the present work.
    without_work: usize,
    /// The certifications aimed at, and the months between two; none where one is added with the
    /// specialty and one with the role.
    plan: Option<(u8, usize)>,
    /// Works in the field already, for the present pay.
    works: bool,
    years: usize,
    inflation: f64,
}

const NEVER: usize = usize::MAX;

/// A newcomer in Ohio who earns 40,000 now, under the built-in durations and prices.
const NEWCOMER: Walk = Walk {
    keeps: "state=OH",
    scales: ["", ""],
    held: 1,
    worked: 0.0,
    months: [6, 10, 14, 32, 50, 74],
    first: "general-coding",
    specialty: "risk-adjustment",
    pivot: "auditing",
    share: 0.5,
    stops_learning: NEVER,
    flat: None,
    current: 40_000.0,
    start: 5_000.0 + 310.0,
    sits_exam: true,
    without_work: 0,
    plan: None,
    works: false,
    years: 10,
    inflation: 0.0,
};

/// Someone who is past the exam.
const CERTIFIED: Walk =
    Walk { months: [0, 0, 4, 22, 40, 64], start: 0.0, sits_exam: false, ..NEWCOMER };

/// A coder of four and a half years, past the time in the office, who earns 40,000.
const CODER: Walk = Walk { months: [0, 0, 0, 0, 18, 42], worked: 4.5, works: true, ..CERTIFIED };

impl Walk {
    /// The pay a year that `estimate` answers for these facts.
    fn estimated(facts: &str, years: f64) -> f64 {
        let person =
            profile(&TABLES, facts).with(Fact::Experience(Experience::new(years).unwrap()));
        estimate(&CERTAIN, &person).figures.chosen().pay.percentiles.at(Percentile::P50).get()
    }

    /// How many certifications have been added by a month.
    fn added(&self, month: usize) -> u8 {
        let [_, _, first_job, _, specialist, pivot] = self.months;
        let added = match self.plan {
            Some((up_to, every)) => {
                ((month - first_job) / every).min(usize::from(up_to.saturating_sub(self.held)))
            }
            None => {
                usize::from(month >= specialist && specialist > 0) + usize::from(month >= pivot)
            }
        };
        u8::try_from(added).unwrap()
    }

    /// The pay a year in the field in a month; who states one earns that now.
    fn pay(&self, month: usize) -> f64 {
        let ratio = if self.works { self.current / self.modeled(0) } else { 1.0 };
        self.modeled(month) * ratio
    }

    /// The pay a year of the present job in a month.
    fn same_job(&self, month: usize) -> f64 {
        let stays = Walk { months: [0, 0, 0, NEVER, NEVER, NEVER], plan: Some((0, 1)), ..*self };
        stays.pay(month)
    }

    /// The pay a year that is modeled for a month in the field.
    fn modeled(&self, month: usize) -> f64 {
        let [_, _, first_job, remote, specialist, pivot] = self.months;
        if let Some((_, pay)) = self.flat.filter(|(from, _)| month >= *from) {
            return pay;
        }
        let learned = (month.min(self.stops_learning) - first_job) as f64 / 12.0 + self.worked;
        let scale = self.scales[usize::from(month >= remote)];
        let facts = |certs: u8, specialty: &str| {
            format!("{} {scale} certs={certs} specialty={specialty}", self.keeps)
        };
        let start = Self::estimated(&facts(self.held, self.first), learned);
        let certs = self.held + self.added(month);
        let then = if month >= pivot && self.pivot == "informatics" {
            // What years of work multiply pay by, when nothing else is stated.
            let years = Self::estimated("state=OH level=oews", learned);
            INFORMATICS * years / Self::estimated_alone("state=OH")
        } else if month >= pivot && self.pivot != "none" {
            Self::estimated(&facts(certs, self.pivot), learned)
        } else if month >= specialist {
            Self::estimated(&facts(certs, self.specialty), learned)
        } else {
            Self::estimated(&facts(certs, self.first), learned)
        };
        start.powf(1.0 - self.share) * then.powf(self.share)
    }

    fn estimated_alone(facts: &str) -> f64 {
        let alone = estimate(&CERTAIN, &profile(&TABLES, facts));
        alone.figures.chosen().pay.percentiles.at(Percentile::P50).get()
    }

    /// What is paid in a month.
    fn cost(&self, month: usize) -> f64 {
        let [_, exam, first_job, _, specialist, pivot] = self.months;
        let mut cost = if month == 0 { self.start } else { 0.0 };
        if self.sits_exam && month == exam {
            cost += 499.0;
        }
        if !self.works && month >= exam && (month - exam).is_multiple_of(12) {
            cost += 229.0;
        }
        if month > first_job && self.added(month) > self.added(month - 1)
            || month == 0 && (specialist.min(pivot) == 0 && self.added(0) > 0)
        {
            cost += 499.0;
        }
        cost
    }

    /// Compares the answer to a question with this walk.
    fn is_what_comes_of(&self, facts: &str) {
        let answer = timeline(&CERTAIN, &profile_of(facts));
        self.reaches_its_stages(&answer, facts);
        let first_job = self.months[2];
        let (mut gain, mut present_value, mut behind) = (0.0, 0.0, 0);
        assert_eq!(answer.years.len(), self.years, "{facts}");
        for (year, actual) in answer.years.iter().enumerate() {
            let (mut paid, mut in_field, mut months) = (0.0, 0.0, 0.0);
            for month in year * 12..year * 12 + 12 {
                let at = month as f64 / 12.0;
                let price = (1.0 + self.inflation).powf(at);
                let without = if self.works {
                    self.same_job(month) / 12.0
                } else {
                    self.current / 12.0 * 1.01_f64.powf(at)
                };
                let pay = match month {
                    _ if month >= first_job => self.pay(month) / 12.0,
                    _ if month < self.without_work => 0.0,
                    _ => without,
                };
                let net = pay - without - self.cost(month);
                gain += net * price;
                present_value += net / 1.03_f64.powf(at);
                paid += pay * price;
                if month >= first_job {
                    in_field += pay * price;
                    months += 1.0;
                }
                if gain < -1e-6 {
                    behind = month + 1;
                }
            }
            let what = |what: &str| format!("{facts}: {what} of year {}", year + 1);
            assert_same(&figures(&actual.pay, Dollars::get), paid, &what("pay"));
            assert_same(&figures(&actual.gain, Change::get), gain, &what("gain"));
            assert_eq!(actual.in_field_pay.is_some(), months > 0.0, "{}", what("pay in the field"));
            if let Some(actual) = &actual.in_field_pay {
                let a_year = in_field * 12.0 / months;
                assert_same(&figures(actual, Dollars::get), a_year, &what("field"));
            }
            for (years, actual) in [(5, &answer.gain_5), (10, &answer.gain_10)] {
                if year + 1 == years {
                    let actual = actual.as_ref().expect("the horizon is that long");
                    let name = what("present value");
                    assert_same(&figures(actual, Change::get), present_value, &name);
                }
            }
        }
        let behind = u32::try_from(behind).unwrap();
        let horizon = u32::try_from(self.years * 12).unwrap();
        let at_the_end = if behind == 0 { 0 } else { behind + 1 };
        let expected = (behind < horizon).then_some(at_the_end);
        assert_eq!(answer.break_even.months, [expected; 3], "{facts}: break-even");
        let never = if expected.is_none() { 1.0 } else { 0.0 };
        assert_close(answer.break_even.never.get(), never, 0.0, facts);
    }

    fn reaches_its_stages(&self, answer: &Timeline, facts: &str) {
        for actual in &answer.milestones {
            let at = match actual.milestone {
                Milestone::Trained => self.months[0],
                Milestone::Certified => self.months[1],
                Milestone::FirstJob => self.months[2],
                Milestone::Remote => self.months[3],
                Milestone::Specialist => self.months[4],
                Milestone::Pivot => self.months[5],
                Milestone::AdjacentJob | Milestone::Left | Milestone::BreakEven => NEVER,
            };
            let within = at < self.years * 12;
            assert_close(actual.share.get(), f64::from(u8::from(within)), 0.0, facts);
            let expected = within.then(|| [u32::try_from(at).unwrap(); 3]);
            assert_eq!(actual.months, expected, "{facts}: {}", actual.milestone.name());
        }
    }
}

#[track_caller]
fn assert_same(actual: &[f64; 4], expected: f64, what: &str) {
    for &actual in actual {
        assert_close(actual, expected, 0.5, what);
    }
}

fn profile_of(facts: &str) -> Profile {
    profile(&TABLES, &format!("{facts} careers=100"))
}

#[test]
fn a_newcomer_comes_to_what_a_walk_by_hand_comes_to() {
    NEWCOMER.is_what_comes_of("state=OH pay=40000");
    Walk { years: 20, ..NEWCOMER }.is_what_comes_of("state=OH pay=40000 horizon=20");
}

#[test]
fn a_newcomer_with_other_facts_comes_to_what_a_walk_by_hand_comes_to() {
    Walk { keeps: "state=OH education=bachelor setting=hospital", ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 education=bachelor setting=hospital");
    Walk { keeps: "state=OH level=oews", ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 level=oews");
    Walk { keeps: "state=OH hours=20", ..NEWCOMER }.is_half_time();
    let never = [6, 10, 14, 32, 50, NEVER];
    Walk { specialty: "compliance", pivot: "none", months: never, ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 specialty=compliance pivot=none");
}

impl Walk {
    /// Half the hours pay half; `estimate` speaks of full-time work.
    fn is_half_time(&self) {
        let half = ask(&CERTAIN, "state=OH pay=40000 hours=20 careers=100");
        for actual in &half.years[2..] {
            let months = (actual.year as usize - 1) * 12..actual.year as usize * 12;
            let expected: f64 = months.map(|month| NEWCOMER.pay(month) / 24.0).sum();
            assert_same(&figures(&actual.pay, Dollars::get), expected, self.keeps);
        }
    }
}

#[test]
fn the_causal_share_takes_its_part_of_what_is_added() {
    for share in [0.0, 0.3, 1.0] {
        let facts = format!("state=OH pay=40000 causal_share={share}");
        Walk { share, ..NEWCOMER }.is_what_comes_of(&facts);
    }
}

#[test]
fn remote_work_is_paid_on_the_scale_of_the_employer_and_the_office_on_that_of_home() {
    let two = Walk {
        keeps: "state=MS employer_state=MA",
        scales: ["geo_pay=residence", "geo_pay=employer"],
        ..NEWCOMER
    };
    two.is_what_comes_of("state=MS employer_state=MA pay=40000");
    Walk { scales: ["geo_pay=residence"; 2], ..two }
        .is_what_comes_of("state=MS employer_state=MA geo_pay=residence pay=40000");
}

#[test]
fn who_is_on_the_way_skips_what_is_behind() {
    CERTIFIED.is_what_comes_of("state=OH pay=40000 certs=1");
    Walk { held: 2, ..CERTIFIED }.is_what_comes_of("state=OH pay=40000 certs=2");
    // An apprentice of a year and a half is past the likeliest time in the office.
    Walk { months: [0, 0, 0, 6, 24, 48], worked: 1.0, ..CODER }
        .is_what_comes_of("state=OH pay=40000 standing=apprentice experience=1");
    CODER.is_what_comes_of("state=OH pay=40000 certs=1 experience=4.5");
    Walk {
        months: [0, 0, 0, 0, 0, 24],
        worked: 8.0,
        held: 3,
        first: "cardiology",
        specialty: "cardiology",
        ..CODER
    }
    .is_what_comes_of("state=OH pay=40000 certs=3 experience=8 specialty=cardiology");
}

#[test]
fn the_way_in_costs_what_is_chosen() {
    Walk { months: [3, 7, 11, 29, 47, 71], start: 2_400.0 + 310.0, ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 program=accelerated");
    Walk { start: 1_000.0 + 310.0, ..NEWCOMER }.is_what_comes_of("state=OH pay=40000 tuition=1000");
    Walk { start: 1_400.0 + 310.0, ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 tuition=4000 aid=2600");
    Walk { start: 310.0, ..NEWCOMER }.is_what_comes_of("state=OH pay=40000 aid=9000");
    // Half the time for the program and the study for the exam.
    Walk { months: [3, 5, 9, 27, 45, 69], without_work: 5, ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 study=full-time");
}

#[test]
fn certifications_are_added_as_planned() {
    Walk { plan: Some((0, 12)), ..NEWCOMER }.is_what_comes_of("state=OH pay=40000 certs_plan=none");
    Walk { plan: Some((2, 30)), ..NEWCOMER }.is_what_comes_of("state=OH pay=40000 certs_plan=2/30");
    Walk { held: 3, plan: Some((2, 12)), ..CERTIFIED }
        .is_what_comes_of("state=OH pay=40000 certs=3 certs_plan=2");
}

#[test]
fn ai_tools_shorten_the_later_stages_or_close_them() {
    Walk { months: [6, 10, 14, 32, 46, 64], ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 ai=early");
    Walk { months: [6, 10, 14, 32, 50, NEVER], stops_learning: 32, ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 ai=avoid");
}

#[test]
fn a_pivot_leads_where_it_is_said_to() {
    for pivot in ["compliance", "teaching", "revenue-cycle", "informatics"] {
        Walk { pivot, ..NEWCOMER }.is_what_comes_of(&format!("state=OH pay=40000 pivot={pivot}"));
    }
    // 40 dollars for each of 2,080 hours of which 85 percent are billed, a tenth goes to the
    // work itself, and 7.65 percent of the pay to the tax.
    let flat = 40.0 * 2_080.0 * 0.85 * 0.9 / 1.0765;
    Walk { pivot: "none", flat: Some((74, flat)), ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 pivot=contracting hourly_rate=40");
    let never = [6, 10, 14, 32, 50, NEVER];
    Walk { pivot: "none", months: never, flat: Some((32, flat)), ..NEWCOMER }
        .is_what_comes_of("state=OH pay=40000 employment=contract hourly_rate=40 pivot=none");
    Walk { pivot: "informatics", flat: Some((32, flat)), ..NEWCOMER }.is_what_comes_of(
        "state=OH pay=40000 employment=contract hourly_rate=40 pivot=informatics",
    );
    Walk { pivot: "none", ..NEWCOMER }.is_what_comes_of("state=OH pay=40000 pivot=contracting");
}

#[test]
fn nominal_amounts_are_stated_in_dollars_of_their_year() {
    // The consumer price index of May 2025 over that of May 2015.
    let inflation = (321.465_f64 / 237.805).powf(0.1) - 1.0;
    Walk { inflation, ..NEWCOMER }.is_what_comes_of("state=OH pay=40000 nominal=yes");
}

#[test]
fn without_a_present_pay_a_medical_secretary_at_home_is_what_one_would_be() {
    // A career that nobody enters earns what it is measured against.
    let career = CERTAIN.career.clone().with_number(mbc_calc::data::CareerNumber::Completion, 0.0);
    let tables = Tables { career, ..CERTAIN.clone() };
    let answer = ask(&tables, "state=OH education=bachelor careers=16384");
    let secretary =
        |years: f64| Walk::estimated("state=OH role=medical-secretary education=bachelor", years);
    for actual in &answer.years {
        let months = (actual.year - 1) * 12..actual.year * 12;
        let expected: f64 = months.map(|month| secretary(f64::from(month) / 12.0) / 12.0).sum();
        // The ranks are spread evenly, so that the median is off by less than one in 16,384.
        assert_close(actual.pay.p50.get(), expected, expected * 2e-4, "the pay of a secretary");
        assert_eq!(actual.pay, actual.without);
    }
    assert_close(answer.break_even.never.get(), 1.0, 0.0, "nobody breaks even");
    let lost = -(5_000.0 + 310.0);
    assert_same(&figures(&answer.gain_10.unwrap(), Change::get), lost, "what was paid is lost");
}

#[test]
fn at_the_whole_causal_share_a_career_of_median_rank_earns_the_median() {
    let tables = without_variety(&without_risk(&TABLES));
    let facts = "state=MS employer_state=MA";
    let answer = ask(&tables, &format!("{facts} certs=1 causal_share=1 horizon=9 careers=16384"));
    // The first job begins in month 4, so that the year from month 84 on is with three
    // certifications, in auditing, with 80 to 91 months of work.
    let estimated = |percentile: Percentile| {
        let person = profile(&TABLES, &format!("{facts} certs=3 specialty=auditing"));
        let at = |month: u32| {
            let years = Experience::new(f64::from(month) / 12.0).unwrap();
            let person = person.with(Fact::Experience(years));
            estimate(&TABLES, &person).figures.chosen().pay.percentiles.at(percentile).get() / 12.0
        };
        (80..92).map(at).sum::<f64>()
    };
    let actual = answer.years[7].pay;
    // The ranks are spread evenly, so that the median is off by less than one in 16,384.
    for (actual, percentile) in [
        (actual.p10, Percentile::P10),
        (actual.p50, Percentile::P50),
        (actual.p90, Percentile::P90),
    ] {
        let expected = estimated(percentile);
        assert_close(actual.get(), expected, expected * 2e-4, percentile.name());
    }
    assert_eq!(reached(&answer, Milestone::Pivot).months, Some([64; 3]));
}

#[test]
fn informatics_without_a_row_of_the_state_is_that_of_the_nation_moved_by_all_occupations() {
    let facts = "certs=1 pivot=informatics causal_share=1 horizon=9";
    let certain = without_variety(&without_risk(&TABLES));
    let [nation, alabama] = ["", "state=AL"].map(|place| {
        ask(&certain, &format!("{place} {facts}")).years[7]
            .in_field_pay
            .expect("all work")
            .p50
            .get()
    });
    // The means of all occupations, May 2025.
    let moved = 57_500.0 / 69_770.0;
    assert_close(alabama / nation, moved, 1e-6, "Alabama over the nation");
}
