//! Pictures as SVG in the page, each with its title and what there is to see.

use std::fmt::Write as _;

use super::words::{escaped, plain};
use crate::report::{Drawing, Set, Shape};

/// A picture that is read as one, in words.
pub(super) fn picture(out: &mut String, drawing: &Drawing) {
    let Drawing { id, title, description, size: [width, height], shapes } = drawing;
    let _ = write!(
        out,
        "<svg id=\"{id}\" class=\"picture\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">{}</title>\n\
         <desc id=\"{id}-desc\">{}</desc>\n",
        escaped(title),
        escaped(plain(description).trim())
    );
    for shape in shapes {
        out.push_str(&written(shape));
        out.push('\n');
    }
    out.push_str("</svg>\n");
}

fn written(shape: &Shape) -> String {
    match shape {
        Shape::Rectangle { at: [x, y], size: [width, height], ink } => format!(
            "<rect class=\"{}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>",
            ink.name()
        ),
        Shape::Line { points, ink } => {
            format!("<polyline class=\"{}\" points=\"{}\"/>", ink.name(), joined(points))
        }
        Shape::Area { points, ink } => {
            format!("<polygon class=\"{}\" points=\"{}\"/>", ink.name(), joined(points))
        }
        Shape::Label { at: [x, y], words, ink, set } => {
            let anchor = match set {
                Set::Start => "",
                Set::Middle => " text-anchor=\"middle\"",
                Set::End => " text-anchor=\"end\"",
            };
            let (ink, words) = (ink.name(), escaped(words));
            format!("<text class=\"{ink}\" x=\"{x:.1}\" y=\"{y:.1}\"{anchor}>{words}</text>")
        }
    }
}

fn joined(points: &[[f64; 2]]) -> String {
    let points = points.iter().map(|[x, y]| format!("{x:.1},{y:.1}"));
    points.collect::<Vec<_>>().join(" ")
}
