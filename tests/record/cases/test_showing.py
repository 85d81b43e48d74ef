"""公开属性 and 知悉范围: a ground where something is not public, and queries that obey who may know."""

from __future__ import annotations

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, register
from yifa.record.access.actions import give_role, open_file
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case
from yifa.record.cases.choices import Ground, Openness
from yifa.record.cases.circles import circle, tokens
from yifa.record.cases.errors import NoGround
from yifa.record.cases.models import Act, Case
from yifa.record.cases.showing import set_circle, set_openness
from yifa.record.chain.queries import faults
from yifa.record.organs.actions import appoint, give_post
from yifa.record.organs.choices import Rank
from yifa.record.organs.models import Officer, Organ
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
RECEIVED = Happening("application-received", TODAY, fields={"complete": True})


def reader(organ: Organ, number: str, role: RoleName = RoleName.HANDLER, of: Organ | None = None) -> Officer:
    officer = appoint(organ, number, f"人{number}", actor=CLERK, on=BEGAN)
    give_role(officer, role, of or organ, actor=CLERK, on=BEGAN)
    return officer


def reads(officer: Officer) -> tuple[set[str], int]:
    with within(scope_of(officer, TODAY)):
        return set(Case.objects.values_list("number", flat=True)), Act.objects.count()


def test_only_the_circle_knows_of_a_matter_and_of_its_acts() -> None:
    with everything("a test"):
        held = register()
        named, other = reader(held.market, "1"), reader(held.market, "2")
        above = reader(held.county, "3", RoleName.SUPERVISOR, held.county)
        lent = appoint(held.justice, "4", "人4", actor=CLERK, on=BEGAN)
        post = give_post(other, held.market, "信访专员", Rank.OFFICER, actor=CLERK, on=BEGAN)
        for number in ("甲", "乙"):
            open_case(held.market, "licence", number, actor=CLERK, on=TODAY, acts=(RECEIVED,))
        case = set_circle(Case.objects.get(number="甲"), [named], actor=CLERK, on=TODAY)
        open_file(lent, case, "评查", actor=CLERK, on=TODAY, last=TODAY)
    assert [reads(one) for one in (named, other, above, lent)] == [
        ({"甲", "乙"}, 2),
        ({"乙"}, 1),
        ({"乙"}, 1),
        ({"甲"}, 1),
    ]
    with everything("a test"):
        set_circle(Case.objects.get(number="甲"), [post, held.county], actor=CLERK, on=TODAY)
        assert faults() == []
    assert [reads(one)[0] for one in (named, other, above)] == [{"乙"}, {"甲", "乙"}, {"甲", "乙"}]
    with everything("a test"):
        set_circle(Case.objects.get(number="甲"), [], actor=CLERK, on=TODAY)
    assert reads(named)[0] == {"甲", "乙"}


def test_one_number_is_not_taken_for_another_that_begins_like_it() -> None:
    one, other = Officer(id=1), Officer(id=12)
    assert (circle([one, other]), tokens(circle([other]))) == ("|officer1|officer12|", ("officer12",))
    assert circle([]) == ""


def test_what_is_not_public_says_on_which_ground() -> None:
    with everything("a test"):
        case = open_case(register().market, "licence", "甲", actor=CLERK, on=TODAY)
        with pytest.raises(NoGround, match=r"case 甲: not made public, found the ground '', expected one of"):
            set_openness(case, Openness.CLOSED, actor=CLERK, on=TODAY)
        with pytest.raises(NoGround, match="found the ground privacy and open, expected no ground, or closed"):
            set_openness(case, Openness.OPEN, ground=Ground.PRIVACY, actor=CLERK, on=TODAY)
        set_openness(case, Openness.CLOSED, ground=Ground.BUSINESS_SECRET, reason="配方", actor=CLERK, on=TODAY)
        case = Case.objects.get()
        assert (case.openness, case.openness_ground, case.openness_reason, case.version) == (
            "closed",
            "business-secret",
            "配方",
            2,
        )
