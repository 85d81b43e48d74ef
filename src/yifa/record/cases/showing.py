"""公开属性 and 知悉范围 of a matter: what is made public, on which ground not, and who may know of it.

Whether something is public is decided when it is made (政府信息公开条例 13–17); it can be decided anew. All raise
`NotRecorded`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yifa.record.cases.choices import GROUND_ARTICLES, Ground, Openness
from yifa.record.cases.circles import Member, circle
from yifa.record.cases.errors import NoGround
from yifa.record.cases.models import Case
from yifa.record.cases.naming_nobody import refuse_names
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.organs.actions import Actor, verb_of


def needs_ground(openness: str, ground: str, what: str) -> None:
    """Raise `NoGround` where something is not made public and nobody says on which ground, or the other way round."""
    if openness == Openness.CLOSED and ground not in Ground.values:
        known = "、".join(f"{one.value} ({GROUND_ARTICLES[one]})" for one in Ground)
        raise NoGround(f"{what}: not made public, found the ground {ground!r}, expected one of {known}")
    if openness != Openness.CLOSED and ground:
        raise NoGround(f"{what}: found the ground {ground} and {openness}, expected no ground, or {Openness.CLOSED}")


def set_openness(case: Case, openness: Openness, *, actor: Actor, on: date, ground: str = "", reason: str = "") -> Case:
    """Decide whether a matter is public: of the organ's own motion, on request, or on a ground not at all."""
    needs_ground(openness, ground, f"case {case.number}")
    refuse_secrets(reason)
    refuse_names(case, reason)
    with verb_of("openness-set", case.organ, actor, on) as writing:
        return writing.change(case, openness=openness, openness_ground=ground, openness_reason=reason)


def set_circle(case: Case, members: Sequence[Member], *, actor: Actor, on: date) -> Case:
    """Say who alone may know of a matter; nobody named is everybody in whose scope it is."""
    with verb_of("circle-set", case.organ, actor, on) as writing:
        return writing.change(case, circle=circle(members))
