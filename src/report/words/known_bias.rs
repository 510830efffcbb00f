use crate::engine::KnownBias;
use crate::report::document::Text;

/// That answers of a kind have come out too high or too low.
pub(crate) fn known_bias(known: &KnownBias<'_>) -> Text {
    let side = if known.bias > 0.0 { "% too high" } else { "% too low" };
    let KnownBias { kind, bias } = known;
    Text::words("answers like this have come out about ")
        .number(bias.abs() * 100.0, 0)
        .say(format!("{side} compared with {} ({} figures)", kind.label, kind.compared))
}
