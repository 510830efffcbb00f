//! Pieces that many answers have in common.

/// A piece of an answer: keys with values that depend on nothing but what it is of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece {
    /// Which program and tables.
    Tool,
    /// The unit of amounts, of a year.
    Unit,
    /// The pay scale and its place, of a scale and a state.
    Scale,
    /// What the stated factors explain, of a set of factors and a role.
    Spread,
}

/// The pieces that were written so far by one writer of answers from the same tables. Each is written
/// once and copied from then on.
#[derive(Debug, Default)]
pub struct Pieces {
    /// By piece and what it is of: its bytes in `texts`.
    known: [Vec<Option<(usize, usize)>>; Piece::Spread as usize + 1],
    texts: Vec<u8>,
}

impl Pieces {
    /// The text of a piece, if it was written.
    pub(super) fn text(&self, piece: Piece, of: usize) -> Option<&[u8]> {
        let (start, end) = (*self.known[piece as usize].get(of)?)?;
        Some(&self.texts[start..end])
    }

    /// Keeps the text of a piece.
    pub(super) fn keep(&mut self, piece: Piece, of: usize, text: &[u8]) {
        let start = self.texts.len();
        self.texts.extend_from_slice(text);
        let known = &mut self.known[piece as usize];
        if known.len() <= of {
            known.resize(of + 1, None);
        }
        known[of] = Some((start, self.texts.len()));
    }
}
