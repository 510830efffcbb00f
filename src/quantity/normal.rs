//! The standard normal distribution.

/// Φ, the standard normal distribution function.
#[must_use]
pub(crate) fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Φ⁻¹, the standard normal quantile function: the score of a probability above 0 and below 1.
///
/// Source: Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied
/// Statistics 37 (1988), routine PPND16, accurate to about one part in 10¹⁶.
#[must_use]
#[expect(clippy::excessive_precision, reason = "the coefficients as published")]
pub(crate) fn normal_quantile(probability: f64) -> f64 {
    const MIDDLE: [f64; 15] = [
        3.387_132_872_796_366_608_0,
        133.141_667_891_784_377_45,
        1_971.590_950_306_551_442_7,
        13_731.693_765_509_461_125,
        45_921.953_931_549_871_457,
        67_265.770_927_008_700_853,
        33_430.575_583_588_128_105,
        2_509.080_928_730_122_672_7,
        42.313_330_701_600_911_252,
        687.187_007_492_057_908_30,
        5_394.196_021_424_751_107_7,
        21_213.794_301_586_595_867,
        39_307.895_800_092_710_610,
        28_729.085_735_721_942_674,
        5_226.495_278_852_854_561_0,
    ];
    const SHOULDER: [f64; 15] = [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_90,
        5.769_497_221_460_691_405_50,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        2.417_807_251_774_506_117_70e-1,
        2.272_384_498_926_918_458_33e-2,
        7.745_450_142_783_414_076_40e-4,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_40,
        6.897_673_349_851_000_045_50e-1,
        1.481_039_764_274_800_745_90e-1,
        1.519_866_656_361_645_719_66e-2,
        5.475_938_084_995_344_946_00e-4,
        1.050_750_071_644_416_843_24e-9,
    ];
    const TAIL: [f64; 15] = [
        6.657_904_643_501_103_777_20,
        5.463_784_911_164_114_369_90,
        1.784_826_539_917_291_335_80,
        2.965_605_718_285_048_912_30e-1,
        2.653_218_952_657_612_309_30e-2,
        1.242_660_947_388_078_438_60e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
        5.998_322_065_558_879_376_90e-1,
        1.369_298_809_227_358_053_10e-1,
        1.487_536_129_085_061_485_25e-2,
        7.868_691_311_456_132_591_00e-4,
        1.846_318_317_510_054_681_80e-5,
        1.421_511_758_316_445_888_70e-7,
        2.044_263_103_389_939_785_64e-15,
    ];
    let from_middle = probability - 0.5;
    if from_middle.abs() <= 0.425 {
        return from_middle * ratio(&MIDDLE, 0.180_625 - from_middle * from_middle);
    }
    let tail = if from_middle < 0.0 { probability } else { 1.0 - probability };
    let root = libm::sqrt(-libm::log(tail.max(f64::MIN_POSITIVE)));
    let score = if root <= 5.0 { ratio(&SHOULDER, root - 1.6) } else { ratio(&TAIL, root - 5.0) };
    if from_middle < 0.0 { -score } else { score }
}

/// A polynomial of degree seven over another with the constant one.
fn ratio(coefficients: &[f64; 15], x: f64) -> f64 {
    let (over, under) = coefficients.split_at(8);
    let over = over.iter().rev().fold(0.0, |sum, c| sum * x + c);
    let under = under.iter().rev().fold(0.0, |sum, c| sum * x + c);
    over / (under * x + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_function_inverts_the_distribution_function() {
        for step in 1..2_000 {
            let probability = f64::from(step) / 2_000.0;
            let found = normal_cdf(normal_quantile(probability));
            assert!((found - probability).abs() < 1e-14, "{probability}: {found}");
        }
        for probability in [1e-3, 1e-6, 1e-10, 1e-12, 1e-15] {
            let found = normal_cdf(normal_quantile(probability));
            assert!((found / probability - 1.0).abs() < 1e-11, "{probability}: {found}");
        }
    }

    #[test]
    fn a_known_score_is_found() {
        assert!((normal_quantile(0.9) - 1.281_551_565_544_600_4).abs() < 1e-15);
        assert!((normal_quantile(0.25) + 0.674_489_750_196_081_7).abs() < 1e-15);
    }
}
