"""The circle of those who may know of a matter or a document (知悉范围): persons, posts, organs.

Kept as one text, `|officer12|post3|organ5|`, that every query of a reader is held against; blank: everybody in whose
scope it lies. A section is an organ (内设科室).
"""

from __future__ import annotations

from collections.abc import Iterable

from yifa.record.organs.models import Officer, Organ, Post

Member = Officer | Post | Organ


def circle(members: Iterable[Member]) -> str:
    """The circle of some members as it is kept; blank for nobody, which is everybody."""
    tokens = sorted({token(member) for member in members})
    return f"|{'|'.join(tokens)}|" if tokens else ""


def token(member: Member) -> str:
    """How a circle names a member."""
    if isinstance(member, Officer):
        return f"officer{member.id}"
    return f"post{member.id}" if isinstance(member, Post) else f"organ{member.id}"


def tokens(kept: str) -> tuple[str, ...]:
    """The members of a kept circle."""
    return tuple(filter(None, kept.split("|")))
