//! A macro for values with fixed names.

/// A value of an enum that has a fixed name.
pub(crate) trait Named: Copy + PartialEq + 'static {
    /// Every value with its name in tables, profiles and answers, in the order of the enum.
    const NAMES: &'static [(&'static str, Self)];
}

/// Defines an enum of which each value has a name in tables, profiles and answers.
macro_rules! named {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$of:meta])* $case:ident = $word:literal),+ $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visibility enum $name { $($(#[$of])* $case),+ }

        impl $crate::quantity::Named for $name {
            const NAMES: &'static [(&'static str, Self)] = &[$(($word, Self::$case)),+];
        }

        #[allow(dead_code, reason = "not every enum is listed, written and read")]
        impl $name {
            /// Every value, in the order of the enum.
            $visibility const ALL: [Self; [$($word),+].len()] = [$(Self::$case),+];

            /// The name in tables, profiles and answers.
            #[must_use]
            $visibility const fn name(self) -> &'static str {
                <Self as $crate::quantity::Named>::NAMES[self as usize].0
            }

            /// The value of that name.
            #[must_use]
            $visibility fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.name() == name)
            }
        }
    };
}

pub(crate) use named;
