//! The random numbers of careers: points of a low-discrepancy sequence, so that ten thousand careers
//! cover the space evenly.
//!
//! Sobol's sequence (direction numbers of Joe and Kuo, 2008), each dimension scrambled
//! by Owen's method in the hashed form of Laine and Karras ("Stratified sampling for stochastic
//! transparency", 2011; constants of Vegdahl). The same career number and seed give the same point
//! in every scenario (common random numbers).

/// The random quantities of a career, one dimension each. A new one goes to the end: the numbers of
/// the others are what two questions, and two versions of the program, have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine::career) enum Dimension {
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
    Placement,
    Adjacent,
    AdjacentToCoding,
    AdjacentMonths,
    Remote,
    Specialty,
    SpecialtyExam,
    SpecialtyRetake,
    Role,
    RoleExam,
    RoleRetake,
    Leaving,
    Displaced,
    AddedExam,
}

/// Exams that a plan by the calendar adds have so many dimensions, which then begin again: more
/// than three certifications change what is paid for them, but not pay.
const ADDED_EXAMS: usize = 8;

const DIMENSIONS: usize = Dimension::AddedExam as usize + ADDED_EXAMS;

/// For each dimension after the first: the coefficients of the primitive polynomial, and the first
/// direction numbers (Joe and Kuo, "Constructing Sobol sequences with better two-dimensional
/// projections", SIAM J. Sci. Comput. 30, 2008; their table `new-joe-kuo-6`).
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
    (11, &[1, 1, 5, 1, 1]),
    (13, &[1, 1, 1, 3, 11]),
    (14, &[1, 3, 5, 5, 31]),
    (1, &[1, 3, 3, 9, 7, 49]),
    (13, &[1, 1, 1, 15, 21, 21]),
    (16, &[1, 3, 1, 13, 27, 49]),
    (19, &[1, 1, 1, 15, 7, 5]),
    (22, &[1, 3, 1, 15, 13, 25]),
    (25, &[1, 1, 5, 5, 19, 61]),
    (1, &[1, 3, 7, 11, 23, 15, 103]),
    (4, &[1, 3, 7, 13, 13, 15, 69]),
    (7, &[1, 1, 3, 13, 7, 35, 63]),
    (8, &[1, 3, 5, 9, 1, 25, 53]),
    (14, &[1, 3, 1, 13, 9, 35, 107]),
    (19, &[1, 3, 1, 5, 27, 61, 31]),
    (21, &[1, 1, 5, 11, 19, 41, 61]),
    (28, &[1, 3, 5, 3, 3, 13, 69]),
    (31, &[1, 1, 7, 13, 1, 19, 1]),
    (32, &[1, 3, 7, 5, 13, 19, 59]),
    (37, &[1, 1, 3, 9, 25, 29, 41]),
    (41, &[1, 3, 5, 13, 23, 1, 55]),
];

/// A scrambled Sobol sequence at one of its points, that of one career.
#[derive(Clone, Debug)]
pub(in crate::engine::career) struct Sobol {
    /// By bit and dimension, the bits in reverse.
    directions: [[u32; DIMENSIONS]; 32],
    seeds: [u32; DIMENSIONS],
    state: [u32; DIMENSIONS],
    next: u32,
}

impl Sobol {
    /// The sequence of a seed, from its first point.
    pub(in crate::engine::career) fn new(seed: u32) -> Self {
        let mut by_dimension: [[u32; 32]; DIMENSIONS] = [[0; 32]; DIMENSIONS];
        by_dimension[0] = std::array::from_fn(|i| 1 << (31 - i));
        for (numbers, &(polynomial, first)) in by_dimension[1..].iter_mut().zip(&POLYNOMIALS) {
            *numbers = direction_numbers(polynomial, first);
        }
        let reversed = |bit: usize| by_dimension.map(|numbers| numbers[bit].reverse_bits());
        let directions = std::array::from_fn(reversed);
        let mut dimension = 0;
        let seeds = [(); DIMENSIONS].map(|()| {
            dimension += 1;
            mixed(seed ^ mixed(dimension))
        });
        Self { directions, seeds, state: [0; DIMENSIONS], next: 0 }
    }

    /// A coordinate of the point, above 0 and below 1.
    pub(in crate::engine::career) fn at(&self, dimension: Dimension) -> f64 {
        self.coordinate(dimension as usize)
    }

    /// The coordinate of an exam, counted from 0, that a plan by the calendar adds.
    pub(in crate::engine::career) fn at_added_exam(&self, nth: usize) -> f64 {
        self.coordinate(Dimension::AddedExam as usize + nth % ADDED_EXAMS)
    }

    fn coordinate(&self, dimension: usize) -> f64 {
        const STEP: f64 = 1.0 / 4_294_967_296.0;
        (f64::from(scrambled(self.state[dimension], self.seeds[dimension])) + 0.5) * STEP
    }

    /// Moves on to the point of the next career.
    pub(in crate::engine::career) fn advance(&mut self) {
        let flipped = self.next.trailing_ones().min(31) as usize;
        for (state, number) in self.state.iter_mut().zip(&self.directions[flipped]) {
            *state ^= number;
        }
        self.next = self.next.wrapping_add(1);
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

/// Permutes the intervals of a dimension at every scale, from a state with its bits in reverse.
const fn scrambled(reversed: u32, seed: u32) -> u32 {
    let mut x = reversed;
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
                for (dimension, seen) in seen.iter_mut().enumerate() {
                    let number = point.coordinate(dimension);
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "within 0 and 1,024"
                    )]
                    let interval = (number * 1_024.0) as usize;
                    assert!(!std::mem::replace(&mut seen[interval], true), "seed {seed}");
                }
                point.advance();
            }
        }
    }

    #[test]
    fn every_pair_of_dimensions_is_spread_evenly() {
        let mut point = Sobol::new(3);
        let points: Vec<[f64; DIMENSIONS]> = (0..4_096)
            .map(|_| {
                let drawn = std::array::from_fn(|dimension| point.coordinate(dimension));
                point.advance();
                drawn
            })
            .collect();
        for a in 0..DIMENSIONS {
            for b in 0..a {
                let corner = points.iter().filter(|p| p[a] < 0.25 && p[b] < 0.25).count();
                assert!((240..=272).contains(&corner), "{a} and {b}: {corner} of 256");
            }
        }
    }
}
