"""What despatch refuses.

NotDespatched
├── NoSuchSeries    an organ has no numbers for such a paper
├── NumberTaken     a number that is used or voided already
├── NotYours        a step that is not open, or not for this officer
├── NoScan          signed on paper, and what was signed is no file of the case
├── NotTheWay       a sheet that does not go the way the procedure asks for
└── NotApproved     what is done on a sheet that nobody signed, or that was used before
"""

from __future__ import annotations


class NotDespatched(ValueError):
    """Something that did not go out, or round."""


class NoSuchSeries(NotDespatched):
    """An organ has no numbers for such a paper."""


class NumberTaken(NotDespatched):
    """A number that is used or voided already."""


class NotYours(NotDespatched):
    """A step that is not open, or not for this officer."""


class NoScan(NotYours):
    """Signed on paper, and what was signed is no file of the case."""


class NotTheWay(NotDespatched):
    """A sheet that does not go the way the procedure asks for."""


class NotApproved(NotDespatched):
    """What is done on a sheet that nobody signed, or that was used before."""
