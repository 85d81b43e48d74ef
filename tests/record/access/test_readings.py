"""That a sensitive file was read is noted once a day for each reader and reason; a plain one's is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.record.register import BEGAN, CLERK, NOW, TODAY, register
from yifa.record.access.actions import give_role, open_file
from yifa.record.access.choices import ReadHow, RoleName
from yifa.record.access.models import Reading
from yifa.record.access.queries import scope_of
from yifa.record.access.readings import note_reading, why_noted
from yifa.record.cases.actions import open_case
from yifa.record.cases.showing import set_circle
from yifa.record.organs.actions import appoint
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db


def test_why_a_reading_is_noted() -> None:
    held = register()
    with everything("a test"):
        own, far = (appoint(organ, "7", "何有田", actor=CLERK, on=BEGAN) for organ in (held.market, held.neighbour))
        give_role(own, RoleName.HANDLER, held.market, actor=CLERK, on=TODAY)
        plain, narrow = (open_case(held.market, "licence", number, actor=CLERK, on=TODAY) for number in "12")
        narrow = set_circle(narrow, [own], actor=CLERK, on=TODAY)
        open_file(far, plain, "评查", actor=CLERK, on=TODAY, last=TODAY)
        why = [
            why_noted(officer, case, scope_of(officer, TODAY))
            for officer, case in ((own, plain), (own, narrow), (far, plain), (far, narrow))
        ]

    assert why == [None, ReadHow.CIRCLE, ReadHow.GRANT, ReadHow.CIRCLE]


def test_a_reading_is_noted_once_a_day() -> None:
    held = register()
    with everything("a test"):
        officer = appoint(held.county, "7", "何有田", actor=CLERK, on=BEGAN)
        case = open_case(held.market, "licence", "1", actor=CLERK, on=TODAY)
        scope = scope_of(officer, TODAY)
    with within(scope):
        for at in (NOW, NOW + timedelta(hours=1), NOW + timedelta(days=1)):
            note_reading(officer, case, ReadHow.OTHER_ORGAN, at)

    assert list(Reading.objects.order_by("id").values_list("on", "matter")) == [
        (TODAY, "1"),
        (TODAY + timedelta(days=1), "1"),
    ]
