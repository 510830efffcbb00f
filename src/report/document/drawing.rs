//! Pictures as shapes, before anybody knows in which format: layout is done, ink has a name.

use super::number::in_prose;
use super::text::Text;
use crate::quantity::named;
use crate::report::document::Figure;

/// A picture. Lengths are in units of which a line of text is about 12 high.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The name of the picture, on a page no other's.
    pub id: &'static str,
    /// What it shows, in a few words.
    pub title: String,
    /// What there is to see, for those who cannot see it.
    pub description: Text,
    /// Its width and height.
    pub size: [f64; 2],
    /// What is drawn, the first below the others.
    pub shapes: Vec<Shape>,
}

/// A part of a picture. Points are from the left and from the top.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rectangle {
        /// Its upper left corner.
        at: [f64; 2],
        /// Its width and height.
        size: [f64; 2],
        /// What it means.
        ink: Ink,
    },
    /// A line through points.
    Line {
        /// The points, at least two.
        points: Vec<[f64; 2]>,
        /// What it means.
        ink: Ink,
    },
    /// A filled area between points.
    Area {
        /// The points, at least three.
        points: Vec<[f64; 2]>,
        /// What it means.
        ink: Ink,
    },
    /// Words.
    Label {
        /// Where they begin, are centered or end, on their base line.
        at: [f64; 2],
        /// The words.
        words: String,
        /// What they are.
        ink: Ink,
        /// Which part of them is there.
        set: Set,
    },
}

/// Which part of a label is at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

named! {
    /// What a shape means; the format has a color for each, and says nothing by color alone.
    pub enum Ink {
        /// From one in ten to nine in ten.
        Range = "range",
        /// The half in the middle.
        Half = "half",
        /// The median, or an amount.
        Median = "median",
        /// The person asked about.
        Mark = "mark",
        /// What would be without the career.
        Without = "without",
        /// A line of a scale.
        Grid = "grid",
        /// More than before.
        Gain = "gain",
        /// Less than before.
        Loss = "loss",
        /// What is left.
        Kept = "kept",
        /// A first kind of what is taken.
        Taken1 = "taken1",
        /// A second kind.
        Taken2 = "taken2",
        /// A third kind.
        Taken3 = "taken3",
        /// A fourth kind.
        Taken4 = "taken4",
        /// The lowest fifth of a map, and one without a figure.
        Fifth1 = "fifth1",
        /// The next.
        Fifth2 = "fifth2",
        /// The middle.
        Fifth3 = "fifth3",
        /// The next.
        Fifth4 = "fifth4",
        /// The highest fifth.
        Fifth5 = "fifth5",
        /// Words to read.
        Words = "words",
        /// Words of a scale.
        Scale = "scale",
    }
}

impl Ink {
    /// The fifths of a map, the lowest first.
    pub(crate) const FIFTHS: [Self; 5] =
        [Self::Fifth1, Self::Fifth2, Self::Fifth3, Self::Fifth4, Self::Fifth5];
}

impl Drawing {
    /// An empty picture.
    pub(crate) fn new(
        id: &'static str,
        title: impl Into<String>,
        description: impl Into<Text>,
        size: [f64; 2],
    ) -> Self {
        let (title, description) = (title.into(), description.into());
        Self { id, title, description, size, shapes: Vec::new() }
    }

    /// Adds a rectangle; one without a width or height is left out.
    pub(crate) fn rectangle(&mut self, at: [f64; 2], size: [f64; 2], ink: Ink) {
        if size.iter().all(|length| *length > 0.0) {
            self.shapes.push(Shape::Rectangle { at, size, ink });
        }
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, points: impl Into<Vec<[f64; 2]>>, ink: Ink) {
        self.shapes.push(Shape::Line { points: points.into(), ink });
    }

    /// Adds a filled area.
    pub(crate) fn area(&mut self, points: Vec<[f64; 2]>, ink: Ink) {
        self.shapes.push(Shape::Area { points, ink });
    }

    /// Adds words.
    pub(crate) fn label(&mut self, at: [f64; 2], words: impl Into<String>, ink: Ink, set: Set) {
        self.shapes.push(Shape::Label { at, words: words.into(), ink, set });
    }

    /// Adds a figure.
    pub(crate) fn figure(&mut self, at: [f64; 2], figure: Figure, ink: Ink, set: Set) {
        self.label(at, in_prose(figure), ink, set);
    }
}
