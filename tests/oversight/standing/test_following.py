"""How cases stand: kept up with the chains, turned over by days, and judged as the duties judge."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from demo.city_office import CHINA, lay
from yifa.oversight.standing.following import follow, waits
from yifa.oversight.standing.models import Mark, Standing
from yifa.oversight.standing.queries import amber, due_between, red, warned_until
from yifa.record.access.queries import scope_of
from yifa.record.cases.actions import Happening, close, record_as_happened
from yifa.record.cases.models import Case
from yifa.record.jobs import working
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 3)
CLERK = Actor("officer1", datetime(2026, 3, 3, 9, tzinfo=CHINA))


def standing(case: Case) -> Standing:
    return Standing.objects.get(case=case)


def test_standing_follows_what_is_recorded_and_what_days_turn_over() -> None:
    laid = lay(TODAY)
    case = laid.cases["青市监案〔2026〕31号"]
    with everything("a test"):
        before = (waits() > 0, follow(TODAY), follow(TODAY), waits())
        due = standing(case).due
        assert due is not None
        turned = follow(due + timedelta(days=1))
        late = standing(case)
        record_as_happened(case, Happening("investigation-terminated", TODAY), actor=CLERK)
        judged = follow(TODAY)
        ended = standing(case)
        close(case, actor=CLERK, on=TODAY)
        follow(TODAY)

        assert before == (True, len(laid.cases), 0, 0)
        assert (late.broken, late.missed, late.missed_duty) == (1, due, "pen-samr-decide-90d")
        assert turned >= 1
        assert (judged, ended.broken, ended.missed, ended.duty) == (1, 0, None, "pen-samr-close-15wd")
        assert standing(case).open is False


def test_an_act_recorded_before_its_day_turns_lights_and_state_when_its_day_has_come() -> None:
    laid = lay(TODAY)
    case, day = laid.cases["青市监案〔2026〕31号"], TODAY + timedelta(days=2)
    ended = Happening("case-closed", day)
    with everything("a test"):
        record_as_happened(case, ended, actor=Actor("officer1", CLERK.recorded, "提前录入"))
        seen = []
        for after in range(4):
            follow(TODAY + timedelta(days=after))
            held = Case.objects.select_related("standing").get(pk=case.pk)
            seen.append((held.state, held.standing.good_until))

    before = TODAY + timedelta(days=1)
    assert [one[0] for one in seen] == ["open", "open", "concluded", "concluded"]
    assert [one[1] for one in seen[:2]] == [before, before]


def test_the_worker_follows_after_its_rounds() -> None:
    lay(TODAY)
    working._afterwards(TODAY, thorough=True)
    with everything("a test"):
        assert (waits(), Standing.objects.count()) == (0, Case.objects.count())


def test_a_right_that_a_party_let_lapse_makes_no_case_red() -> None:
    laid = lay(TODAY)
    served = Happening(
        "pre-decision-notice-served", date(2026, 2, 2), fields={"hearing_right": True, "in_writing": True}
    )
    with everything("a test"):
        case = laid.cases["青市监案〔2026〕31号"]
        record_as_happened(case, served, actor=Actor("officer1", CLERK.recorded, "补录"))
        follow(TODAY)
        lapsed = Mark.objects.filter(case=case, finding="lapsed").values_list("duty", "of_party")

        assert list(lapsed) == [("hrg-request-5wd", True)]
        assert standing(case).broken == Mark.objects.filter(case=case, finding__in=("violation", "loss")).count()


def test_what_is_asked_of_standing_stays_within_the_scope_that_holds() -> None:
    laid = lay(TODAY)
    follow(TODAY)
    officer = laid.officers["0511"]
    with within(scope_of(officer, TODAY)):
        cases = {one.case.number for one in due_between(TODAY, date(2027, 12, 31))}

        assert cases == {"青城管案〔2026〕7号"}
        assert Mark.objects.exclude(case__organ=officer.organ_id).count() == 0
        assert Standing.objects.filter(red(TODAY)).count() + Standing.objects.filter(amber(TODAY)).count() == 0


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 3, 3), date(2026, 3, 6)),
        (date(2026, 3, 5), date(2026, 3, 10)),
        (date(2026, 9, 29), date(2026, 10, 9)),
    ],
)
def test_the_warning_window_is_three_working_days(today: date, expected: date) -> None:
    assert warned_until(today) == expected
