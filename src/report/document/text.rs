use std::borrow::Cow;

use super::figure::Figure;
use crate::quantity::Dollars;

/// A piece of prose: words, and figures that `render` will round.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text(Vec<Span>);

/// A part of a [`Text`].
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Words as they are.
    Words(Cow<'static, str>),
    /// Words that stand out where there is color.
    Strong(Cow<'static, str>),
    /// A figure.
    Figure(Figure),
}

impl Text {
    /// A text of words alone.
    #[must_use]
    pub fn words(words: impl Into<Cow<'static, str>>) -> Self {
        Self::default().say(words)
    }

    /// The text with more words.
    #[must_use]
    pub fn say(self, words: impl Into<Cow<'static, str>>) -> Self {
        self.with(Span::Words(words.into()))
    }

    /// The text with words that stand out.
    #[must_use]
    pub fn stress(self, words: impl Into<Cow<'static, str>>) -> Self {
        self.with(Span::Strong(words.into()))
    }

    /// The text with a figure.
    #[must_use]
    pub fn figure(self, figure: Figure) -> Self {
        self.with(Span::Figure(figure))
    }

    /// The text with an amount.
    #[must_use]
    pub fn dollars(self, amount: Dollars) -> Self {
        self.figure(Figure::Dollars(amount))
    }

    /// The text with a number of so many decimals.
    #[must_use]
    pub fn number(self, number: f64, decimals: u8) -> Self {
        self.figure(Figure::Number(number, decimals))
    }

    /// The text followed by another.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The texts one after another, with words between them.
    pub(crate) fn joined(between: &'static str, texts: impl IntoIterator<Item = Self>) -> Self {
        texts.into_iter().enumerate().fold(Self::default(), |all, (i, text)| {
            if i == 0 { text } else { all.say(between).then(text) }
        })
    }

    /// The parts in order.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    fn with(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }
}

impl From<&'static str> for Text {
    fn from(words: &'static str) -> Self {
        Self::words(words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::words(words)
    }
}
