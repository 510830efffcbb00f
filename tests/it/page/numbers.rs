//! The numbers of a page are those of `--format json` for the same question.

use serde_json::Value;

use super::{PEOPLE, page};
use crate::support::mbc_calc;

/// The cells of a row of a table of a page.
fn cells(page: &str, table: &str, row: &str) -> Vec<String> {
    let (_, rest) = page
        .split_once(&format!("<table data-id=\"{table}\">"))
        .unwrap_or_else(|| panic!("no table {table}"));
    let (body, _) = rest.split_once("</table>").expect("a table ends");
    let (_, rest) = body
        .split_once(&format!("<tr data-row=\"{row}\">"))
        .unwrap_or_else(|| panic!("no row {row} in {table}: {body}"));
    let (row, _) = rest.split_once("</tr>").expect("a row ends");
    let cells = row.split("<td").skip(1);
    cells.map(|cell| cell.split(['>', '<']).nth(1).unwrap_or_default().to_owned()).collect()
}

/// Whole dollars as a table has them.
fn dollars(amount: &Value) -> String {
    let digits = amount.as_u64().unwrap_or_else(|| panic!("{amount} is no amount")).to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The answer of another command to the same question; facts that are not its own are left out.
fn asked(command: &str, person: &str, left_out: &[&str]) -> Value {
    let words: Vec<&str> = person.split(' ').collect();
    let kept = words.chunks(2).filter(|pair| !left_out.contains(&pair[0])).flatten().copied();
    let words: Vec<&str> = command.split(' ').chain(kept).chain(["--json"]).collect();
    let output = mbc_calc(&words);
    if output.stdout.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{words:?}: {error}"))
}

const OF_A_CAREER: [&str; 5] = ["--careers", "--horizon", "--stage", "--wait", "--learning"];
const OF_A_SEEKER: [&str; 3] = ["--stage", "--wait", "--learning"];

#[test]
fn pay_and_what_is_left_of_it_are_those_of_their_answers() {
    for person in PEOPLE {
        let page = page(person);
        let estimate = asked("estimate", person, &OF_A_CAREER);
        for scenario in estimate["scenarios"].as_array().expect("scales") {
            let geo_pay = scenario["geo_pay"].as_str().expect("a name");
            let shown = cells(&page, "scale", &format!("scale.{geo_pay}"));
            let pay = ["p25", "p50", "p75"].map(|key| dollars(&scenario["pay"][key]));
            assert_eq!(shown[..3], pay, "{person}: {geo_pay}");
        }
        let left = asked("take-home", person, &OF_A_CAREER);
        let after = &left["take_home"]["at_pay"];
        let after = if after.is_null() { &left["take_home"]["p50"] } else { after };
        match after["left"].as_u64().or_else(|| after.as_u64()) {
            Some(left) => {
                let left = format!("You keep about ${} a year", dollars(&left.into()));
                assert!(page.contains(&left), "{person}: {left}");
            }
            None => assert!(page.contains("data-id=\"take_home_missing\""), "{person}: {left}"),
        }
    }
}

#[test]
fn a_career_is_that_of_its_answer() {
    for person in PEOPLE {
        let page = page(person);
        let career = asked("timeline --sensitivity", person, &OF_A_SEEKER);
        for year in career["years"].as_array().expect("years") {
            let shown = cells(&page, "pay_by_year", &format!("pay_by_year.{}", year["year"]));
            let pay = ["p10", "p25", "p50", "p75", "p90"].map(|key| dollars(&year["pay"][key]));
            assert_eq!(shown[..5], pay, "{person}: {year}");
            assert_eq!(shown[5], dollars(&year["without"]["p50"]), "{person}: {year}");
        }
        for step in career["milestones"].as_array().expect("steps") {
            let shown = cells(
                &page,
                "milestone",
                &format!("milestone.{}", step["id"].as_str().expect("a name")),
            );
            let share = step["reached"].as_f64().expect("a share") * 100.0;
            let said: f64 = shown[0].trim_matches(['%', '<', '>']).parse().unwrap_or(share);
            assert!((said - share).abs() <= 1.0, "{person}: {step} against {shown:?}");
        }
        for (at, share) in
            career["break_even"]["by_year"].as_array().expect("years").iter().enumerate()
        {
            let shown = cells(&page, "ahead_by_year", &format!("ahead_by_year.{}", at + 1));
            let share = share.as_f64().expect("a share") * 100.0;
            let said: f64 = shown[0].trim_matches(['%', '<', '>']).parse().unwrap_or(share);
            assert!((said - share).abs() <= 1.0, "{person}: {share} against {shown:?}");
        }
        if let Some(first) =
            career["sensitivity"].get(0).filter(|_| page.contains("id=\"tornado\""))
        {
            let label = first["label"].as_str().expect("a label").replace('\'', "&#39;");
            let (_, picture) = page.split_once("id=\"tornado\"").expect("a picture");
            let words = picture.split("class=\"words\"").nth(1).expect("a label of the picture");
            assert!(words.contains(&label), "{person}: {label} in {words}");
        }
    }
}

#[test]
fn states_programs_and_the_verdict_are_those_of_their_answers() {
    let person = PEOPLE[0];
    let page = page(person);
    let facts = [&OF_A_CAREER[..], &["--state"]].concat();
    let ranking = asked("rank --by state --sort home_value.p50 --top 60", person, &facts);
    for level in ranking["levels"].as_array().expect("states") {
        let id = level["id"].as_str().expect("a code");
        let shown = cells(&page, "level", &format!("level.{id}"));
        assert_eq!(shown[1], dollars(&level["value"]), "{id}");
    }
    let programs =
        asked("rank --by program --top 5", person, &[&OF_A_CAREER[..], &["--pay"]].concat());
    for program in programs["programs"].as_array().expect("programs") {
        let name = program["label"].as_str().expect("a name");
        assert!(page.contains(&name.replace('&', "&amp;").replace('\'', "&#39;")), "{name}");
    }
    let verdict = asked("verdict", person, &[]);
    let word = match verdict["answer"].as_str() {
        Some("yes") => "Yes",
        Some("no") => "No",
        _ => "Maybe",
    };
    assert!(page.contains(&format!("<p data-id=\"verdict\"><strong>{word}")), "{word}");
}
