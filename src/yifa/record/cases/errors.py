"""What cannot be recorded, or not so.

NotRecorded
├── NoSuchAct       the procedure has no such act or field, or the value is of another kind
├── Unlawful        an act that is prepared here would break a duty: which, under which article, and the cure
├── NeedsReason     something that happened breaks a duty, and nobody said why it is recorded
├── WrongState      the case is closed, merged or transferred
├── NoGround        not made public, and on no ground of the regulation
├── NeedsReceipt    a transfer answered without a receipt or a reason
├── TakesNoPart     somebody who is in the case already, was never in it, or left it for avoidance (回避)
├── NamesAParty     a text that is chained for ever names a party, whose name must be able to go
└── StateSecret     does not belong into this record at all (保守国家秘密法)
"""

from __future__ import annotations

from collections.abc import Sequence

from yifa.law.run.findings import Finding


class NotRecorded(ValueError):
    """Something that was not recorded."""


class NoSuchAct(NotRecorded):
    """An act, a field or a value that the procedure does not know."""


class WrongState(NotRecorded):
    """The case does not take acts any more."""


class NamesAParty(NotRecorded):
    """A text that can never be erased, and names a party of the case (个人信息保护法 47)."""


class StateSecret(NotRecorded):
    """A state secret, which is never kept here."""


class _Breaks(NotRecorded):
    """Duties that would be broken."""

    expected = ""

    def __init__(self, act: str, findings: Sequence[Finding]) -> None:
        duties = "; ".join(f"{one.result.duty} ({'、'.join(one.law)})" for one in findings)
        super().__init__(f"{act}: would break {duties}; {self.expected}")
        self.findings = tuple(findings)


class Unlawful(_Breaks):
    """An act that is prepared here and would break a duty."""

    expected = "expected what cures it first, or to be recorded as something that happened"


class NeedsReason(_Breaks):
    """Something that happened, broke a duty, and is recorded without a reason."""

    expected = "expected a reason why it is recorded"


class NoGround(NotRecorded):
    """Something that is not made public without a ground of the regulation, or a ground without that."""


class TakesNoPart(NotRecorded):
    """Somebody who cannot take part so, or cannot leave so."""


class NeedsReceipt(NotRecorded):
    """A transfer answered without a receipt or a reason."""
