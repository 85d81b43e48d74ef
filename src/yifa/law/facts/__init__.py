"""Facts: what happened in a case, who carries it, and the columns that are read from it.

`Case` and `View` hold acts; `sources` says what a source tells at all; `case_format` reads the case format of
`docs/lookup`; `reading_columns` reads one column of one row.
"""

from yifa.law.facts.case import Act, Case, Moment, Organ, Plain, Profile, Register
from yifa.law.facts.sources import EVERYTHING, Source, needs
from yifa.law.facts.view import View

__all__ = [
    "EVERYTHING",
    "Act",
    "Case",
    "Moment",
    "Organ",
    "Plain",
    "Profile",
    "Register",
    "Source",
    "View",
    "needs",
]
