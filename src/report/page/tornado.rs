//! What the average gain depends on, as bars around it.

use super::pay::WIDTH;
use super::scale::Scale;
use crate::engine::Timeline;
use crate::engine::career::Sensitivity;
use crate::quantity::Change;
use crate::report::document::number::{in_prose, in_thousands};
use crate::report::document::{Drawing, Figure, Ink, Set, Text, prose};
use crate::report::timeline::ending;

/// How many assumptions are drawn.
const SHOWN: usize = 8;

/// The gain at both ends of an assumption, after ten years or else five.
fn ends(row: &Sensitivity) -> Option<[Change; 2]> {
    row.gain_10.or(row.gain_5)
}

/// The assumptions that matter most, each from its low to its high end.
pub(super) fn tornado(answer: &Timeline<'_>) -> Option<Drawing> {
    const ROW: f64 = 27.0;
    let gain = answer.gain_10.as_ref().or(answer.gain_5.as_ref())?.mean;
    let rows = || answer.sensitivity.iter().filter_map(|row| Some((row, ends(row)?))).take(SHOWN);
    let (first, [low, high]) = rows().next()?;
    let years = if answer.gain_10.is_some() { 10 } else { 5 };
    let description = Text::words(format!("The average gain after {years} years is "))
        .figure(Figure::Change(gain))
        .say(format!(". It depends most on this: {}, with which it goes from ", first.label))
        .figure(Figure::Change(low))
        .say(" to ")
        .figure(Figure::Change(high))
        .say(".");
    let bottom = rows().fold(6.0, |height, _| height + ROW);
    let title = format!("What the average gain after {years} years depends on");
    let mut drawing = Drawing::new("tornado", title, description, [WIDTH, bottom + 16.0]);
    let all = rows().flat_map(|(_, ends)| ends).chain([gain]).map(Change::get);
    let scale = Scale::new(all, [16.0, WIDTH - 16.0]);
    for tick in scale.ticks() {
        drawing.line([[scale.at(tick), 4.0], [scale.at(tick), bottom]], Ink::Grid);
        drawing.label([scale.at(tick), bottom + 12.0], in_thousands(tick), Ink::Scale, Set::Middle);
    }
    let middle = scale.at(gain.get());
    drawing.line([[middle, 4.0], [middle, bottom]], Ink::Median);
    let mut top = 4.0;
    for (row, both) in rows() {
        let [low, _, high] = row.range.map(|end| prose(&ending(row, end)));
        let label = fitted(&format!("{} ({low} to {high})", row.label));
        drawing.label([0.0, top + 11.0], label, Ink::Words, Set::Start);
        for change in both {
            let to = scale.at(change.get());
            let (from, to, ink) =
                if to < middle { (to, middle, Ink::Loss) } else { (middle, to, Ink::Gain) };
            drawing.rectangle([from, top + 15.0], [to - from, 9.0], ink);
        }
        top += ROW;
    }
    Some(drawing)
}

/// A label that is no wider than the picture.
fn fitted(label: &str) -> String {
    const LONGEST: usize = 74;
    if label.chars().nth(LONGEST).is_none() {
        return label.to_owned();
    }
    label.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// The average gain in words, under the picture.
pub(super) fn center(answer: &Timeline<'_>) -> Option<Text> {
    let (gain, years) = match (&answer.gain_10, &answer.gain_5) {
        (Some(gain), _) => (gain, 10),
        (None, gain) => (gain.as_ref()?, 5),
    };
    let mean = in_prose(Figure::Change(gain.mean));
    Some(Text::words(format!(
        "The line is the average gain after {years} years, {mean}, in dollars of now. Each bar is how far it \
         moves with that one assumption between its ends."
    )))
}
