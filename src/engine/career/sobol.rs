//! The random numbers of careers: points of a low-discrepancy sequence, so that ten thousand careers
//! cover the space evenly.
//!
//! Sobol's sequence (direction numbers of Joe and Kuo, 2008), each dimension scrambled
//! by Owen's method in the hashed form of Laine and Karras ("Stratified sampling for stochastic
//! transparency", 2011; constants of Vegdahl). The same career number and seed give the same point
//! in every scenario (common random numbers).

/// The random quantities of a career, one dimension each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    Rank,
    Completion,
    Exam,
    Training,
    ExamPreparation,
    RetakePreparation,
    FirstJobSearch,
    InOffice,
    ToSpecialist,
    ToPivot,
}

const DIMENSIONS: usize = Dimension::ToPivot as usize + 1;

/// For each dimension after the first: the coefficients of the primitive polynomial, and the first
/// direction numbers.
const POLYNOMIALS: [(u32, &[u32]); DIMENSIONS - 1] = [
    (0, &[1]),
    (1, &[1, 3]),
    (1, &[1, 3, 1]),
    (2, &[1, 1, 1]),
    (1, &[1, 1, 3, 3]),
    (4, &[1, 3, 5, 13]),
    (2, &[1, 1, 5, 5, 17]),
    (4, &[1, 1, 5, 5, 5]),
    (7, &[1, 1, 7, 11, 19]),
];

/// The points of a scrambled Sobol sequence, one a career.
#[derive(Clone, Debug)]
pub(super) struct Sobol {
    directions: [[u32; 32]; DIMENSIONS],
    seeds: [u32; DIMENSIONS],
    state: [u32; DIMENSIONS],
    next: u32,
}

impl Sobol {
    /// The sequence of a seed, from its first point.
    pub(super) fn new(seed: u32) -> Self {
        let mut directions = [[0; 32]; DIMENSIONS];
        directions[0] = std::array::from_fn(|i| 1 << (31 - i));
        for (numbers, &(polynomial, first)) in directions[1..].iter_mut().zip(&POLYNOMIALS) {
            *numbers = direction_numbers(polynomial, first);
        }
        let mut dimension = 0;
        let seeds = [(); DIMENSIONS].map(|()| {
            dimension += 1;
            mixed(seed ^ mixed(dimension))
        });
        Self { directions, seeds, state: [0; DIMENSIONS], next: 0 }
    }

    /// The point of the next career, each coordinate above 0 and below 1.
    pub(super) fn draw(&mut self) -> [f64; DIMENSIONS] {
        const STEP: f64 = 1.0 / 4_294_967_296.0;
        let mut point = [0.0; DIMENSIONS];
        for ((point, &state), &seed) in point.iter_mut().zip(&self.state).zip(&self.seeds) {
            *point = (f64::from(scrambled(state, seed)) + 0.5) * STEP;
        }
        let flipped = self.next.trailing_ones().min(31) as usize;
        for (state, numbers) in self.state.iter_mut().zip(&self.directions) {
            *state ^= numbers[flipped];
        }
        self.next = self.next.wrapping_add(1);
        point
    }
}

fn direction_numbers(polynomial: u32, first: &[u32]) -> [u32; 32] {
    let degree = first.len();
    let mut numbers = [0; 32];
    for i in 0..32 {
        numbers[i] = if i < degree {
            first[i] << (31 - i)
        } else {
            let before = numbers[i - degree];
            (1..degree)
                .filter(|k| polynomial >> (degree - 1 - k) & 1 == 1)
                .fold(before ^ before >> degree, |number, k| number ^ numbers[i - k])
        };
    }
    numbers
}

/// Permutes the intervals of a dimension at every scale.
const fn scrambled(state: u32, seed: u32) -> u32 {
    let mut x = state.reverse_bits();
    x ^= x.wrapping_mul(0x3d20_adea);
    x = x.wrapping_add(seed);
    x = x.wrapping_mul((seed >> 16) | 1);
    x ^= x.wrapping_mul(0x0552_6c56);
    x ^= x.wrapping_mul(0x53a2_2864);
    x.reverse_bits()
}

/// A number independent of its neighbors (the finisher of `MurmurHash3`).
const fn mixed(number: u32) -> u32 {
    let mut x = number.wrapping_add(0x9e37_79b9);
    x = (x ^ x >> 16).wrapping_mul(0x85eb_ca6b);
    x = (x ^ x >> 13).wrapping_mul(0xc2b2_ae35);
    x ^ x >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dimension_falls_once_into_each_of_1024_intervals() {
        for seed in [0, 1, 7_919] {
            let mut point = Sobol::new(seed);
            let mut seen = vec![[false; 1_024]; DIMENSIONS];
            for _ in 0..1_024 {
                for (seen, number) in seen.iter_mut().zip(point.draw()) {
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "within 0 and 1,024"
                    )]
                    let interval = (number * 1_024.0) as usize;
                    assert!(!std::mem::replace(&mut seen[interval], true), "seed {seed}");
                }
            }
        }
    }

    #[test]
    fn every_pair_of_dimensions_is_spread_evenly() {
        let mut point = Sobol::new(3);
        let points: Vec<_> = (0..4_096).map(|_| point.draw()).collect();
        for a in 0..DIMENSIONS {
            for b in 0..a {
                let corner = points.iter().filter(|p| p[a] < 0.25 && p[b] < 0.25).count();
                assert!((240..=272).contains(&corner), "{a} and {b}: {corner} of 256");
            }
        }
    }
}
