"""What tests of the record find there, by the numbers it was given."""

from __future__ import annotations

from tests.record.register import NOW
from yifa.record.cases.models import Case
from yifa.record.despatch.models import Step
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer, Organ, Post

WITH_REASON = Actor("clerk 1", NOW, "补录")


def organ(code: str = "qp-market") -> Organ:
    return Organ.objects.get(code=code)


def officer(number: str = "1") -> Officer:
    return Officer.objects.get(number=number)


def post_of(number: str) -> Post:
    return Post.objects.get(officer__number=number)


def case(number: str = "1") -> Case:
    return Case.objects.get(number=number)


def step() -> Step:
    return Step.objects.get(state="open")
