//! A macro for values with fixed names.

/// Defines an enum of which each value has a name in tables, profiles and answers.
macro_rules! named {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident { $($(#[$of:meta])* $case:ident = $word:literal),+ $(,)? }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visibility enum $name { $($(#[$of])* $case),+ }

        #[allow(dead_code, reason = "not every enum is listed, written and read")]
        impl $name {
            /// Every value with its name, in the order of the enum.
            pub(crate) const NAMES: [(&'static str, Self); [$($word),+].len()] =
                [$(($word, Self::$case)),+];

            /// Every value, in the order of the enum.
            pub const ALL: [Self; Self::NAMES.len()] = [$(Self::$case),+];

            /// The name in tables, profiles and answers.
            #[must_use]
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize].0
            }

            /// The value of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
            }
        }
    };
}

pub(crate) use named;
