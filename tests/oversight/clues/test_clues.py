"""Clues: they follow the record, people say whether they are so, and a word that no longer fits is told as such."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from demo.city_office import CHINA, Laid, lay
from yifa.oversight.clues.actions import explain, screen
from yifa.oversight.clues.choices import Verdict
from yifa.oversight.clues.errors import NoReason, NotEntitled, Outdated
from yifa.oversight.clues.models import Clue, Explanation, Screening, Turn
from yifa.oversight.clues.queries import clue_of, confirmed, screenings_of, turns_of
from yifa.oversight.standing.following import follow
from yifa.oversight.standing.models import Followed, Mark, Standing
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import record_as_happened, take_part, withdraw
from yifa.record.cases.choices import Role
from yifa.record.cases.errors import StateSecret
from yifa.record.chain import queries as chain
from yifa.record.chain.chained import values_of
from yifa.record.chain.models import EntryRow
from yifa.record.chain.telling_rows import row_faults
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 3)
CLERK = Actor("officer1", datetime(2026, 3, 3, 9, tzinfo=CHINA))
LATE, PRESERVED = "青市监案〔2026〕34号", "青市监案〔2026〕28号"
DECIDE, WEEK = "pen-samr-decide-90d", "pen-preservation-7wd/samr"


@pytest.fixture
def _django_db_helper() -> None:
    """The mark `django_db` asks for the database alone here: the office is laid for the module."""


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[Laid]:
    with django_db_blocker.unblock(), transaction.atomic():
        found = lay(TODAY)
        follow(TODAY)
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def laid(office: Laid) -> Iterator[Laid]:
    with transaction.atomic(), everything("a test"):
        yield office
        transaction.set_rollback(True)


def clue(laid: Laid, number: str, duty: str) -> Clue:
    return Clue.objects.filter(case=laid.cases[number], duty=duty).select_related("case__organ").get()


def said(
    laid: Laid, one: Clue, verdict: Verdict = Verdict.TRUE, reason: str = "已调卷核对", **more: Any
) -> list[Screening]:
    return screen([one], verdict, reason, officer=laid.officers["0211"], actor=CLERK, on=TODAY, **more)


def test_clues_are_what_is_found_and_no_more(laid: Laid) -> None:
    kept = Mark.objects.filter(finding__in=("violation", "loss", "advisory", "auto"))

    assert set(Clue.objects.values_list("case", "duty", "subject")) == set(kept.values_list("case", "duty", "subject"))
    assert set(Clue.objects.values_list("stage", "here", "turned", "found_on")) == {("new", True, "new", TODAY)}
    assert clue(laid, LATE, DECIDE).severity == "MINOR"


def test_a_clue_moves_goes_and_comes_back_as_the_record_does(laid: Laid) -> None:
    case = laid.cases[PRESERVED]
    handled = record_as_happened(case, Happening("preservation-disposed", TODAY), actor=CLERK)
    follow(TODAY)
    moved = clue(laid, PRESERVED, WEEK)
    withdraw(handled, actor=Actor("officer1", CLERK.recorded, "误录"))
    follow(TODAY + timedelta(1))
    earlier = record_as_happened(
        case,
        Happening("preservation-disposed", clue(laid, PRESERVED, WEEK).due),
        actor=Actor("officer1", CLERK.recorded, "补录"),
    )
    follow(TODAY + timedelta(1))
    gone = clue(laid, PRESERVED, WEEK)
    withdraw(earlier, actor=Actor("officer1", CLERK.recorded, "误录"))
    follow(TODAY + timedelta(2))

    assert (moved.done_on, moved.turned, moved.found_on) == (TODAY, "moved", TODAY)
    assert (gone.here, gone.turned_on) == (False, TODAY + timedelta(1))
    assert [(one.turned, one.on) for one in turns_of(gone)] == [
        ("new", TODAY),
        ("moved", TODAY),
        ("moved", TODAY + timedelta(1)),
        ("gone", TODAY + timedelta(1)),
        ("back", TODAY + timedelta(2)),
    ]


def test_a_word_on_a_clue_counts_until_what_it_rests_on_is_another(laid: Laid) -> None:
    said(laid, clue(laid, PRESERVED, WEEK), Verdict.WAIT, "待调取处理决定")
    said(laid, clue(laid, PRESERVED, WEEK), Verdict.TRUE, "未在七个工作日内作出处理决定")
    said_so = clue(laid, PRESERVED, WEEK)
    follow(TODAY + timedelta(30))
    month_later = clue(laid, PRESERVED, WEEK)
    record_as_happened(laid.cases[PRESERVED], Happening("preservation-disposed", TODAY), actor=CLERK)
    follow(TODAY)
    words = screenings_of(said_so)
    told = values_of(words)

    assert (said_so.stage, month_later.stage, clue(laid, PRESERVED, WEEK).stage) == ("true", "true", "again")
    assert [(one.verdict, told[one.reason]) for one in words] == [
        ("wait", "待调取处理决定"),
        ("true", "未在七个工作日内作出处理决定"),
    ]
    assert [one.duty for one in confirmed()] == [WEEK]
    assert [one.text.count("未在七个工作日") for one in EntryRow.objects.order_by("-number")[:3]] == [0, 0, 0]
    assert (chain.faults(), list(row_faults([Screening, Explanation]))) == ([], [])


def test_clues_made_again_find_what_was_said_to_them(laid: Laid) -> None:
    said(laid, clue(laid, LATE, DECIDE))
    for table in (Clue, Turn, Mark, Standing, Followed):
        table.objects.all().delete()
    follow(TODAY + timedelta(3))

    assert clue(laid, LATE, DECIDE).stage == "true"
    assert clue(laid, PRESERVED, WEEK).stage == "new"


def test_several_are_screened_for_one_reason_all_or_none(laid: Laid) -> None:
    chosen = [clue(laid, LATE, DECIDE), clue(laid, PRESERVED, WEEK)]
    seen = {one.id: one.print for one in chosen}
    entries = EntryRow.objects.count()
    officer = laid.officers["0211"]
    with pytest.raises(Outdated):
        screen(chosen, Verdict.TRUE, "是", officer=officer, actor=CLERK, on=TODAY, seen=seen | {chosen[1].id: "x"})
    none = (EntryRow.objects.count() - entries, Screening.objects.count())
    screen(chosen, Verdict.UNTRUE, "台账漏录，卷内有据", officer=officer, actor=CLERK, on=TODAY, seen=seen)

    assert none == (0, 0)
    assert EntryRow.objects.count() - entries == 2
    assert {clue(laid, LATE, DECIDE).stage, clue(laid, PRESERVED, WEEK).stage} == {"untrue"}


def test_only_who_supervises_and_takes_no_part_says_whether_it_is_so(laid: Laid) -> None:
    one = clue(laid, LATE, DECIDE)
    for number in ("0412", "0401", "0221", "0231"):
        with pytest.raises(NotEntitled, match="does not supervise"):
            screen([one], Verdict.TRUE, "是", officer=laid.officers[number], actor=CLERK, on=TODAY)
    take_part(one.case, Role.ASSISTANT, actor=CLERK, on=TODAY, officer=laid.officers["0211"])
    with pytest.raises(NotEntitled, match="takes part in case"):
        said(laid, one)
    with pytest.raises(NoReason):
        said(laid, clue(laid, PRESERVED, WEEK), reason=" ")
    with pytest.raises(StateSecret):
        said(laid, clue(laid, PRESERVED, WEEK), reason="机密★3年")

    assert Screening.objects.count() == 0


def test_the_organ_explains_its_own_clues_alone(laid: Laid) -> None:
    one = clue(laid, LATE, DECIDE)
    with pytest.raises(NotEntitled):
        explain(one, "说明", officer=laid.officers["0511"], actor=CLERK, on=TODAY)
    explain(one, "延期审批单已补录", officer=laid.officers["0412"], actor=CLERK, on=TODAY)
    waiting = clue(laid, LATE, DECIDE).explained
    said(laid, clue(laid, LATE, DECIDE), Verdict.UNTRUE, "延期经批准")

    assert (waiting, clue(laid, LATE, DECIDE).explained) == (True, False)
    assert values_of(list(Explanation.objects.all())).popitem()[1] == "延期审批单已补录"


def test_clues_and_words_on_them_stay_behind_the_walls(laid: Laid) -> None:
    said(laid, clue(laid, LATE, DECIDE))
    disclosing = laid.officers["0415"]
    give_role(disclosing, RoleName.DISCLOSURE, laid.organs["qp-market"], actor=CLERK, on=TODAY + timedelta(1))
    key = (laid.cases[LATE].id, DECIDE, "case")

    def seen(number: str, day: date = TODAY) -> tuple[bool, int]:
        with within(scope_of(laid.officers[number], day)):
            return clue_of(*key) is not None, Screening.objects.count()

    assert {number: seen(number) for number in ("0412", "0211", "0511", "0221", "0231")} == {
        "0412": (True, 1),
        "0211": (True, 1),
        "0511": (False, 0),
        "0221": (False, 0),
        "0231": (False, 0),
    }
