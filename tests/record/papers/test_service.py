"""Service is an episode; its end is the act the clock reads, and a public notice is at its end when its law says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.record.papers.office import DECIDED, Office, office
from tests.record.register import CLERK, NOW
from yifa.law.run.one_case import engine
from yifa.record.cases.columns import facts_of
from yifa.record.chain.queries import faults
from yifa.record.chain.writing import verb
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import OrganProfile
from yifa.record.papers.choices import Means
from yifa.record.papers.documents import issue
from yifa.record.papers.errors import NotServed
from yifa.record.papers.models import Document, Service
from yifa.record.papers.queries import services_under_way
from yifa.record.papers.service import begin_service, end_service, fail_service, notice_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
WITH_REASON = Actor("officer 0412", NOW, "补录")
SENT = date(2025, 9, 22)


@pytest.fixture
def held() -> Office:
    return office()


def decision(held: Office) -> Document:
    return issue(
        held.draft(),
        number=held.series,
        sheet=held.sheet(result="penalty", party_present=False),
        actor=WITH_REASON,
        on=DECIDED,
        as_happened=True,
    )


def acts(held: Office) -> list[tuple[str, date | None]]:
    return list(
        held.case.acts.exclude(kind__in=("case-filed", "decision-made")).order_by("id").values_list("kind", "on")
    )


def served(held: Office) -> list[str]:
    """What the duty to serve in time says, as the record stands at the end of the year."""
    judged = engine("penalty-ordinary").judge(facts_of(held.case), date(2025, 12, 31))
    return [one.outcome.word for one in judged if one.duty == "pen-serve-7wd"]


def test_what_is_handed_over_is_served_on_that_day_and_the_clock_reads_it(held: Office) -> None:
    service = begin_service(decision(held), Means.DIRECT, actor=CLERK, on=SENT, to=held.party)
    assert (served(held), list(services_under_way(held.case))) == (["unmet"], [service])
    end_service(service, fields={"remedies_told": True}, actor=CLERK, on=SENT)
    [act] = held.case.acts.filter(kind="decision-served")
    assert (act.on, act.fields) == (SENT, {"remedies_told": "yes", "service": "direct"})
    assert (served(held), Service.objects.get().act_row, faults()) == (["met"], act, [])


def test_being_mailed_is_an_act_of_its_own(held: Office) -> None:
    service = begin_service(decision(held), Means.MAILED, actor=CLERK, on=SENT)
    assert acts(held) == [("decision-mailed", SENT)]
    fail_service(service, actor=Actor("officer 0412", NOW, "退件"), on=SENT + timedelta(9))
    assert (Service.objects.get().failed_because, len(acts(held))) == ("退件", 1)


@pytest.mark.parametrize(("sector", "days"), [("samr", 30), ("agri", 60)])
def test_a_public_notice_runs_as_long_as_its_law_says(held: Office, sector: str, days: int) -> None:
    of_sector(held, sector)
    service = begin_service(decision(held), Means.PUBLIC_NOTICE, grounds="邮寄退回，下落不明", actor=CLERK, on=SENT)
    due = SENT + timedelta(days)
    assert notice_due(service) == due
    with pytest.raises(NotServed, match=f"the public notice runs until {due}, expected no earlier day"):
        end_service(service, actor=CLERK, on=due - timedelta(1))
    end_service(service, actor=CLERK, on=due)
    assert acts(held) == [("public-notice-started", SENT), ("public-notice-ended", due), ("decision-served", due)]


def of_sector(held: Office, sector: str) -> None:
    """Let the bureau be one of another sector."""
    row = OrganProfile.objects.get(organ=held.market)
    with verb("profile-changed", organ=held.market.code, by="clerk 1", on=DECIDED, recorded=NOW) as writing:
        writing.change(row, profile=sector)


def test_a_notice_whose_act_is_its_service_gets_its_act_when_it_is_served(held: Office) -> None:
    notice = issue(held.draft("pre-decision-notice-served", "行政处罚告知书"), actor=CLERK, on=DECIDED)
    end_service(begin_service(notice, Means.LEFT, actor=CLERK, on=SENT), actor=WITH_REASON, on=SENT)
    act = held.case.acts.get(kind="pre-decision-notice-served")
    assert (Document.objects.get().act_row, act.on) == (act, SENT)


REFUSED: dict[str, Callable[[Document], object]] = {
    "行政处罚决定书 青市监罚〔2025〕1号: by public notice without grounds, expected": lambda document: begin_service(
        document, Means.PUBLIC_NOTICE, actor=CLERK, on=SENT
    ),
    "行政处罚决定书 青市监罚〔2025〕1号: was issued on 2025-09-20, expected no earlier day": lambda document: (
        begin_service(document, Means.DIRECT, actor=CLERK, on=DECIDED - timedelta(1))
    ),
    "行政处罚决定书 青市监罚〔2025〕1号: its service began on 2025-09-22, expected no earlier day": lambda document: (
        end_service(begin_service(document, Means.DIRECT, actor=CLERK, on=SENT), actor=CLERK, on=DECIDED)
    ),
    "行政处罚决定书 青市监罚〔2025〕1号: not served without a reason": lambda document: fail_service(
        begin_service(document, Means.DIRECT, actor=CLERK, on=SENT), actor=CLERK, on=SENT
    ),
    "行政处罚决定书 青市监罚〔2025〕1号: its service is served, expected one under way": lambda document: end_service(
        end_service(begin_service(document, Means.DIRECT, actor=CLERK, on=SENT), actor=WITH_REASON, on=SENT),
        actor=CLERK,
        on=SENT,
    ),
}


@pytest.mark.parametrize("told", list(REFUSED))
def test_what_is_not_served_is_told_with_what_was_expected(held: Office, told: str) -> None:
    document = decision(held)
    with pytest.raises(NotServed) as refused:
        REFUSED[told](document)
    assert str(refused.value).startswith(told)
