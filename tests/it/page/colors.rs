//! Every text of a page has a contrast of at least 4.5 to 1 with what is behind it, in light and dark.

use std::collections::BTreeMap;

use mbc_calc::render::PAGE_STYLE;

/// Each color of a text, and what such a text is on.
const PAIRS: [(&str, &[&str]); 8] = [
    ("ink", &["page", "card", "code"]),
    ("soft", &["page", "card"]),
    ("mark", &["card"]),
    ("fifth1-ink", &["fifth1"]),
    ("fifth2-ink", &["fifth2"]),
    ("fifth3-ink", &["fifth3"]),
    ("fifth4-ink", &["fifth4"]),
    ("fifth5-ink", &["fifth5"]),
];

/// The colors by their names, of light or dark.
fn colors(style: &str) -> BTreeMap<&str, [f64; 3]> {
    let declared = style.split(['{', ';', '}']).filter_map(|part| {
        let (name, color) = part.trim().strip_prefix("--")?.split_once(": #")?;
        let part = |at: usize| u8::from_str_radix(&color[at..at + 2], 16).expect("hexadecimal");
        Some((name, [0, 2, 4].map(|at| f64::from(part(at)))))
    });
    declared.collect()
}

/// The relative luminance of WCAG 2.
fn luminance(color: [f64; 3]) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_can_be_read_in_light_and_dark() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
    let (light, rest) = PAGE_STYLE.split_once("@media screen").expect("there is a dark scheme");
    let (dark, _) = rest.split_once("* {").expect("rules follow the colors");
    let [light, dark] = [light, dark].map(colors);
    assert_eq!(light.keys().collect::<Vec<_>>(), dark.keys().collect::<Vec<_>>());
    for (scheme, colors) in [("light", &light), ("dark", &dark)] {
        for (text, behind) in PAIRS {
            for behind in behind {
                let contrast = contrast(colors[text], colors[behind]);
                assert!(contrast >= 4.5, "{scheme}: {text} on {behind}: {contrast:.2}");
            }
        }
    }
}

#[test]
fn every_color_of_a_text_is_among_those() {
    let of_texts = PAGE_STYLE.split('}').filter_map(|rule| {
        let (selector, body) = rule.rsplit_once('{')?;
        let is_text = selector.trim().starts_with("text");
        let declared = body.split(';').filter_map(move |one| {
            let (name, value) = one.trim().split_once(": var(--")?;
            (name == "color" || (is_text && name == "fill")).then(|| value.trim_end_matches(')'))
        });
        Some(declared.collect::<Vec<_>>())
    });
    let of_texts: Vec<&str> = of_texts.flatten().collect();
    assert!(of_texts.len() > 8, "{of_texts:?}");
    for color in of_texts {
        assert!(PAIRS.iter().any(|(text, _)| *text == color), "{color}");
    }
}
