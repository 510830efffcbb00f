//! The page of HTML: its numbers are those of the other answers, its words can be read, and a browser
//! has nothing to say about it.

mod browser;
mod colors;
mod numbers;

use crate::support::answer;

/// People with a page: one of whom all is known, one of whom nothing is, one in a territory, a coder.
const PEOPLE: [&str; 4] = [
    "--state OH --stage career-changer --pay 31000 --wait 18 --learning yes --careers 400",
    "--careers 400",
    "--state GU --careers 400 --horizon 3",
    "--state MS --employer-state MA --certs 2 --experience 4 --pay 52000 --careers 400",
];

fn page(person: &str) -> String {
    answer(["report"].into_iter().chain(person.split(' ')))
}

#[test]
fn a_page_needs_nothing_else_and_is_small() {
    for person in PEOPLE {
        let page = page(person);
        assert!(page.len() <= 80_000, "{person}: {} bytes", page.len());
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        for outside in ["<script", "src=", "href=", "url(", "@import", "http:", "<link", "<img"] {
            assert!(!page.contains(outside), "{person}: {outside}");
        }
    }
}

#[test]
fn every_picture_has_a_title_a_description_and_its_numbers() {
    for person in PEOPLE {
        let page = page(person);
        let sections: Vec<&str> = page.split("<section").skip(1).collect();
        let drawn: Vec<&str> =
            sections.into_iter().filter(|part| part.contains("class=\"picture\"")).collect();
        assert!(drawn.len() >= 4, "{person}: {} pictures", drawn.len());
        for part in drawn {
            assert!(part.contains("role=\"img\" aria-labelledby=\""), "{part}");
            assert!(
                part.contains("</title>\n<desc id=\"") && !part.contains("\"></desc>"),
                "{part}"
            );
            assert!(part.contains("<table data-id=\""), "{part}");
        }
    }
}

#[test]
fn ids_are_alone_and_tags_are_closed() {
    for person in PEOPLE {
        let page = page(person);
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|two| two[0] != two[1]), "{person}: {ids:?}");
        for tag in
            ["section", "table", "tr", "td", "th", "svg", "text", "p", "details", "h2", "ul", "li"]
        {
            let opened = [format!("<{tag}>"), format!("<{tag} ")];
            let opened: usize = opened.iter().map(|tag| page.matches(tag.as_str()).count()).sum();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{person}: {tag}");
        }
    }
}

#[test]
fn words_of_a_person_are_no_markup() {
    let evil = "name=<script>alert(1)</script>";
    let words = ["compare", "--certs", "1", "--vs", &format!("certs=3,{evil}"), "--format", "html"];
    let page = answer(words);
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
}

#[test]
fn tables_and_bars_of_other_answers_are_pages_too() {
    for (question, bars) in [
        ("rank --by state --certs 3 --format html", true),
        ("rank --by program --state OH --format html", true),
        ("compare --state MS --certs 1 --vs certs=3 --format html", false),
        ("compare --timeline --careers 200 --vs study=full-time --format html", false),
        ("verdict --state OH --stage graduate --careers 200 --format html", true),
    ] {
        let page = answer(question.split(' '));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{question}");
        assert!(page.contains("<h1>") && page.contains("<table data-id="), "{question}");
        assert!(page.contains("class=\"cell\"") || !bars, "{question}");
    }
}

#[test]
fn a_page_has_one_form() {
    for flags in [["--format", "json"], ["--field", "pay.p50"]] {
        let output = crate::support::mbc_calc([&["report"][..], &flags].concat());
        assert_eq!(output.status.code(), Some(2), "{flags:?}");
    }
}
