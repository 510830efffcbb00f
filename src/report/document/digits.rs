//! The digits of whole numbers, looked up three at a time.

/// Three digits, those with zeros in front of them.
static PADDED: [[u8; 4]; 1_000] = table(false);

/// The digits of a number below a thousand, and how many there are.
static BARE: [[u8; 4]; 1_000] = table(true);

/// What [`write_whole`] needs room for.
pub(in crate::report) const MOST_DIGITS: usize = 24;

const fn digit(number: usize) -> u8 {
    b"0123456789"[number % 10]
}

const fn table(is_bare: bool) -> [[u8; 4]; 1_000] {
    let mut table = [[0; 4]; 1_000];
    let mut number = 0;
    while number < 1_000 {
        let [a, b, c] = [digit(number / 100), digit(number / 10), digit(number)];
        table[number] = match number {
            0..10 if is_bare => [c, 0, 0, 1],
            10..100 if is_bare => [b, c, 0, 2],
            _ => [a, b, c, 3],
        };
        number += 1;
    }
    table
}

/// Writes a whole number into a text from `at` on, where [`MOST_DIGITS`] bytes must be left; gives where
/// it ends.
#[inline]
pub(in crate::report) fn write_whole(text: &mut [u8], at: usize, number: u64) -> usize {
    const THOUSAND: usize = 1_000;
    match usize::try_from(number) {
        Ok(number) if number < THOUSAND => write_bare(text, at, number),
        Ok(number) if number < THOUSAND * THOUSAND => {
            let end = write_bare(text, at, number / THOUSAND);
            write_padded(text, end, number % THOUSAND)
        }
        _ => {
            let mut digits = itoa::Buffer::new();
            let digits = digits.format(number).as_bytes();
            let end = at + digits.len();
            text[at..end].copy_from_slice(digits);
            end
        }
    }
}

#[inline]
fn write_bare(text: &mut [u8], at: usize, number: usize) -> usize {
    let bare = BARE[number];
    text[at..at + 4].copy_from_slice(&bare);
    at + usize::from(bare[3])
}

/// Writes the last three digits of a number.
#[inline]
pub(in crate::report) fn write_padded(text: &mut [u8], at: usize, number: usize) -> usize {
    text[at..at + 4].copy_from_slice(&PADDED[number]);
    at + 3
}

/// Adds a whole number.
pub(in crate::report) fn push_whole(out: &mut Vec<u8>, number: u64) {
    let mut text = [0; MOST_DIGITS];
    let end = write_whole(&mut text, 0, number);
    out.extend_from_slice(&text[..end]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_its_digits() {
        let powers = (0..20).map(|power| 10_u64.pow(power));
        let around = powers.flat_map(|power| [power - 1, power, power + 1]);
        for number in (0..20_000).chain(around).chain([123_456, 999_999, 5_006_007, u64::MAX]) {
            let mut out = Vec::new();
            push_whole(&mut out, number);
            assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
        }
    }
}
