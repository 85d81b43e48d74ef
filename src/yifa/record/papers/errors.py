"""What papers refuse.

NotAPaper
├── NotDrafted      a draft that somebody else changed, or that has nothing to say
├── NotIssued       a draft that cannot go out, or a paper that cannot be put right
├── NotServed       a service that cannot begin, or is not at its end
└── NotATemplate    a form of no paper, or out of its order
"""

from __future__ import annotations


class NotAPaper(ValueError):
    """Something that cannot be done with a paper."""


class NotDrafted(NotAPaper):
    """A draft that somebody else changed, or that has nothing to say."""


class NotIssued(NotAPaper):
    """A draft that cannot go out, or a paper that cannot be put right."""


class NotServed(NotAPaper):
    """A service that cannot begin, or is not at its end."""


class NotATemplate(NotAPaper):
    """A form of no paper, or out of its order."""
