//! Natural values of facts, each with what it means or with what is asked back.

use mbc_calc::profile::{Draft, Key, NoticeCode, Profile};
use mbc_calc::render::push_json_line;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{TABLES, cases};

/// A fact, a text, the text that means the same, and whether the answer says what it is counted as.
type Row = (Key, &'static str, &'static str, bool);

const SAME: &[Row] = &[
    (Key::Certs, "none", "0", false),
    (Key::Certs, "zero", "0", false),
    (Key::Certs, "three", "3", false),
    (Key::Certs, "2 certs", "2", false),
    (Key::Certs, "CPC CRC", "CPC,CRC", false),
    (Key::Certs, "CPC+CRC", "CPC,CRC", false),
    (Key::Certs, "cpc & crc", "CPC,CRC", false),
    (Key::Certs, "CPC and CRC", "CPC,CRC", false),
    (Key::Certs, "CPC; CRC", "CPC,CRC", false),
    (Key::Certs, "CPC/CRC", "CPC,CRC", false),
    (Key::Certs, "CPC, CRC and CPMA", "CPC,CRC,CPMA", false),
    (Key::Certs, "certified CPC", "CPC", false),
    (Key::Certs, "Certified Evaluation and Management Coder", "CEMC", false),
    (Key::Experience, "4 years", "4", false),
    (Key::Experience, "4 yrs", "4", false),
    (Key::Experience, "4y", "4", false),
    (Key::Experience, "6 months", "0.5", false),
    (Key::Experience, "1 year 6 months", "1.5", false),
    (Key::Experience, "1 year and 6 months", "1.5", false),
    (Key::Experience, "1y6m", "1.5", false),
    (Key::Experience, "a year and a half", "1.5", false),
    (Key::Experience, "half a year", "0.5", false),
    (Key::Experience, "two years", "2", false),
    (Key::Experience, "1 1/2 years", "1.5", false),
    (Key::Experience, "4 years of experience", "4", false),
    (Key::Experience, "26 weeks", "0.5", false),
    (Key::Experience, "2-4", "3", true),
    (Key::Experience, "2-4 years", "3", true),
    (Key::Experience, "2 to 4 years", "3", true),
    (Key::Experience, "6-12 months", "0.75", true),
    (Key::Experience, "10+", "10", true),
    (Key::Experience, "over 5 years", "5", true),
    (Key::Experience, "less than 1 year", "0.5", true),
    (Key::Wait, "18 months", "18", false),
    (Key::Wait, "1 year", "12", false),
    (Key::Wait, "1.5 years", "18", false),
    (Key::Wait, "12-18 months", "15", true),
    (Key::Horizon, "10 years", "10", false),
    (Key::Pay, "34k", "34000", false),
    (Key::Pay, "$34K", "34000", false),
    (Key::Pay, "$34,000", "34000", false),
    (Key::Pay, "34,000 dollars", "34000", false),
    (Key::Pay, "34,000/year", "34000", false),
    (Key::Pay, "34k a year", "34000", false),
    (Key::Pay, "34000 per year", "34000", false),
    (Key::Pay, "USD 34,000.00", "34000", false),
    (Key::Pay, "about 34k", "34000", false),
    (Key::Pay, "$17.50/hr", "36400", true),
    (Key::Pay, "$17.50 an hour", "36400", true),
    (Key::Pay, "17.50 per hour", "36400", true),
    (Key::Pay, "17.5 hourly", "36400", true),
    (Key::Pay, "1,500/month", "18000", true),
    (Key::Pay, "$700 a week", "36400", true),
    (Key::Pay, "1400 every two weeks", "36400", true),
    (Key::Pay, "30-35k", "32500", true),
    (Key::Tuition, "3k", "3000", false),
    (Key::Tuition, "$3,500", "3500", false),
    (Key::CausalShare, "50%", "0.5", false),
    (Key::CausalShare, "half", "0.5", false),
    (Key::Hours, "20 hours", "20", false),
    (Key::Hours, "32 hrs/week", "32", false),
    (Key::Hours, "full time", "40", false),
    (Key::Repetition, "yeah", "yes", false),
    (Key::Repetition, "nope", "no", false),
    (Key::Repetition, "1", "yes", false),
    (Key::Repetition, "0", "no", false),
    (Key::Employment, "1099", "contract", false),
    (Key::Employment, "freelance", "contract", false),
    (Key::Employment, "self-employed", "contract", false),
    (Key::Employment, "W-2", "employee", false),
    (Key::Employment, "full time", "employee", false),
    (Key::Setting, "clinic", "physician-office", true),
    (Key::Setting, "a doctor's office", "physician-office", false),
    (Key::Setting, "urgent care", "outpatient-center", true),
    (Key::Setting, "insurance company", "insurer", false),
    (Key::Setting, "nursing home", "nursing-facility", false),
    (Key::Setting, "VA", "federal-government", true),
    (Key::Specialty, "ER", "emergency", false),
    (Key::Specialty, "ED coder", "emergency", false),
    (Key::Specialty, "medicare advantage", "risk-adjustment", false),
    (Key::Specialty, "HCC", "risk-adjustment", false),
    (Key::Specialty, "HCC coding", "risk-adjustment", false),
    (Key::Specialty, "profee", "general-coding", false),
    (Key::Specialty, "OB/GYN", "obstetrics-gynecology", false),
    (Key::Specialty, "E&M", "evaluation-management", false),
    (Key::Role, "billing", "billing-clerk", false),
    (Key::Role, "biller", "billing-clerk", false),
    (Key::Role, "front desk", "medical-secretary", true),
    (Key::Education, "GED", "high-school", false),
    (Key::Education, "some college", "high-school", true),
    (Key::Education, "certificate program", "high-school", true),
    (Key::Education, "master's", "master", false),
    (Key::Education, "PhD", "master", true),
    (Key::Education, "AAS", "associate", false),
    (Key::Education, "BS", "bachelor", false),
    (Key::Filing, "married filing jointly", "joint", false),
    (Key::GeoPay, "nationwide", "national", false),
    (Key::Level, "AAPC", "survey", false),
    (Key::Stage, "student", "graduate", false),
    (Key::Stage, "work from home", "remote", false),
    (Key::Pivot, "freelance", "contracting", false),
];

/// A fact, a text that is refused, and what the message says.
const REFUSED: &[(Key, &str, &str)] = &[
    (Key::Pay, "15", "did you mean $15 an hour? write `15/hr`"),
    (Key::Pay, "17.50", "did you mean $17.5 an hour? write `17.5/hr`"),
    (Key::Pay, "31,00", "a comma is not before exactly three digits"),
    (Key::Pay, "31,00", "write `31.00`"),
    (Key::Pay, "31.000,00", "write `31,000.00`"),
    (Key::Pay, "31.000", "write `31,000`"),
    (Key::Pay, "1,2,3", "a comma is not before exactly three digits"),
    (Key::Pay, "1,0000", "write thousands as `34,000` or `34000`"),
    (Key::Pay, "-5", "between 0 and 10,000,000"),
    (Key::Pay, "a lot", "between 0 and 10,000,000"),
    (Key::HourlyRate, "35,5", "write `35.5`"),
    (Key::HourlyRate, "90000/year", "dollars an hour"),
    (Key::Tuition, "3.000", "write `3,000`"),
    (Key::Tuition, "300/month", "write it as one sum"),
    (Key::Wait, "1.5 months", "a whole number of months"),
    (Key::Wait, "a while", "a whole number of months"),
    (Key::Experience, "many", "a number of years between 0 and 60"),
    (Key::Experience, "70 years", "a number of years between 0 and 60"),
    (Key::CausalShare, "50", "write a percentage as `50%`"),
    (Key::Hours, "part time", "say how many"),
    (Key::Specialty, "oncology", "`--certs CHONC`"),
    (Key::Specialty, "biller", "`--role billing-clerk`"),
    (Key::Specialty, "CCS", "`--certs CCS`"),
    (Key::Setting, "hospice", "leave the setting out"),
    (Key::Setting, "freelance", "`--employment contract`"),
    (Key::Education, "college", "say which degree you hold"),
    (Key::Certs, "CPC QQQ", "no credential is called `CPC QQQ`"),
];

/// The facts that others need, so that each can be stated alone.
fn stated(key: Key, text: &str) -> Draft<'_> {
    let draft = match key {
        Key::HourlyRate => Draft::default().state(Key::Employment, "contract"),
        Key::GeoPay => Draft::default().state(Key::State, "OH"),
        _ => Draft::default(),
    };
    draft.state(key, text)
}

fn understood(profile: &Profile) -> Value {
    let mut line = Vec::new();
    push_json_line(&mbc_calc::engine::estimate(&TABLES, profile), &mut line);
    serde_json::from_slice::<Value>(&line).expect("a record is JSON")["profile"].clone()
}

#[test]
fn a_natural_value_means_what_a_careful_reader_takes_it_for() {
    for (key, typed, meant, says) in SAME.iter().copied() {
        let read = |text| {
            let read = stated(key, text).profile(&TABLES);
            read.unwrap_or_else(|errors| panic!("{} {text}: {errors}", key.flag()))
        };
        let (profile, expected) = (read(typed), read(meant));
        assert_eq!(understood(&profile), understood(&expected), "{} {typed}", key.flag());
        let notices = profile.notices(&TABLES);
        let counted: Vec<_> =
            notices.iter().filter(|notice| notice.code == NoticeCode::CountedAs).collect();
        assert_eq!(counted.len(), usize::from(says), "{} {typed}: {notices:?}", key.flag());
    }
}

#[test]
fn what_cannot_be_meant_is_refused_with_the_way_to_write_it() {
    for (key, typed, expected) in REFUSED.iter().copied() {
        let errors = stated(key, typed).profile(&TABLES).expect_err(typed);
        let [problem] = errors.problems.as_slice() else { panic!("{typed}: {errors}") };
        let said = format!("{} ({})", problem.message, problem.hint.as_deref().unwrap_or_default());
        assert!(said.contains(expected), "{} {typed}: {said}", key.flag());
    }
}

#[test]
fn none_and_its_like_state_nothing() {
    for key in Key::ALL {
        for text in ["none", "N/A", "NA", "-", "null", ""] {
            let is_a_value =
                text == "none" && matches!(key, Key::Certs | Key::CertsPlan | Key::Pivot);
            if !is_a_value {
                let read = Draft::default().state(key, text).profile(&TABLES);
                assert_eq!(read.as_ref(), Ok(&Profile::default()), "{} {text}", key.flag());
            }
        }
    }
}

#[test]
fn every_synonym_is_understood_and_none_is_a_name_of_its_own() {
    for row in TABLES.synonyms.iter() {
        let key = Key::named(&row.fact).unwrap_or_else(|| panic!("no fact `{}`", row.fact));
        let names = key.names(&TABLES);
        match &row.means {
            Ok(name) => assert!(names.iter().any(|known| known.name == *name), "{name}"),
            Err(_) => assert!(row.says.is_none()),
        }
        for word in &row.words {
            assert!(names.iter().all(|known| known.name != *word), "{word} of {}", row.fact);
            let found = TABLES.synonyms.find(&row.fact, word);
            assert_eq!(found, Some(row), "{word} of {}", row.fact);
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn an_amount_is_the_same_however_it_is_written(thousands in 1_u32..9_999, cents in 0_u32..100) {
        let (plain, grouped) = (format!("{thousands}000"), thousands_of(thousands));
        let ways = [
            format!("${plain}"), grouped.clone(), format!("${grouped}"), format!("{thousands}k"),
            format!("{thousands} K"), format!("{grouped} a year"), format!("{plain}/yr"),
            format!("{plain}.00"), format!("usd {grouped}"),
        ];
        let read = |text: &str| stated(Key::Pay, text).profile(&TABLES).unwrap().work().pay;
        for way in ways {
            prop_assert_eq!(read(&way), read(&plain), "{}", way);
        }
        let with_cents = format!("{plain}.{cents:02}");
        prop_assert_eq!(read(&format!("${grouped}.{cents:02}")), read(&with_cents));
    }

    #[test]
    fn no_text_makes_a_reader_panic(
        key in 0..Key::ALL.len(),
        text in prop_oneof![".{0,30}", "[0-9.,$k/ \\-+]{0,16}", "[0-9]{1,4}( ?(years|mo|wk|hr|k|/|-|to|%) ?[0-9]{0,3}){0,4}"],
    ) {
        let _ = stated(Key::ALL[key], &text).profile(&TABLES);
    }
}

/// A number of thousands with a comma before each three digits.
fn thousands_of(thousands: u32) -> String {
    match thousands {
        1_000.. => format!("{},{:03},000", thousands / 1_000, thousands % 1_000),
        _ => format!("{thousands},000"),
    }
}
