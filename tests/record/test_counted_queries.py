"""No list of the record asks the database once for each of its rows: twice as many rows, the same number of queries."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from tests.record.papers.office import DECIDED, Office, office
from tests.record.register import CLERK, NOW
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.actions import close, open_case
from yifa.record.cases.choices import Part
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.despatch.approvals import Asked, draw_up, waiting_for
from yifa.record.despatch.choices import StepRole
from yifa.record.dossiers.actions import make_up
from yifa.record.dossiers.choices import Retention
from yifa.record.dossiers.queries import dossiers_of, entries_of, rows_of
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.queries import items_of, readings_of, recordings_of
from yifa.record.lists.actions import amend, begin_list, draw_up_edition, put_in_force
from yifa.record.lists.choices import ListKind
from yifa.record.lists.queries import in_force_on, items_on, lists_of, values_by_key
from yifa.record.lists.reading import ReadList, Row
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer, Post
from yifa.record.papers.choices import Means
from yifa.record.papers.documents import issue
from yifa.record.papers.queries import documents_of, drafts_of, services_under_way
from yifa.record.papers.service import begin_service
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
WITH_REASON = Actor("officer 0412", NOW, "补录")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40) + b"IEND\xaeB`\x82"


def grow(held: Office, many: int) -> None:
    """So many more of everything that is listed."""
    posts = {one.officer.number: one for one in Post.objects.filter(organ=held.market).select_related("officer")}
    for number in range(many):
        mark = f"{Case.objects.count()}/{number}"
        held.draft("order-to-correct", "责令改正通知书")
        document = issue(held.draft("order-to-correct", "责令改正通知书", mark), actor=WITH_REASON, on=DECIDED)
        begin_service(document, Means.DIRECT, to=held.party, actor=CLERK, on=DECIDED)
        keep_file(
            held.case, BytesIO(PNG + mark.encode()), mark, Sort.OBJECT, actor=CLERK, on=DECIDED, act=document.act_row
        )
        case = open_case(held.market, "licence", mark, actor=CLERK, on=DECIDED, title=mark)
        way = [Asked(StepRole.SIGN, (posts["1"],))]
        draw_up(case, "opinion-heard", mark, way, drawn_by=held.officer, actor=CLERK, on=DECIDED)


def listed(held: Office, number: int) -> None:
    """A list of powers with so many items in force, twice."""
    rows = tuple(Row(f"P-{one}", {"code": f"P-{one}", "name": "甲", "organ": "乙"}) for one in range(number))
    made = begin_list(held.market, ListKind.POWERS, "权责清单", actor=CLERK, on=DECIDED)
    read = ReadList(ListKind.POWERS, rows)
    put_in_force(draw_up_edition(made, read, actor=CLERK, on=DECIDED), actor=CLERK, first=DECIDED)
    amend(made, [{"code": "P-x", "name": "丙", "organ": "乙"}], actor=CLERK, on=DECIDED)


LISTS: dict[str, tuple[int, Callable[[Office], Any]]] = {
    "cases": (1, lambda held: [(one.number, one.organ.code) for one in Case.objects.select_related("organ")]),
    "titles": (2, lambda held: values_of(list(Case.objects.all()))),
    "documents": (2, lambda held: [(one.act_row, list(one.services.all())) for one in documents_of(held.case)]),
    "drafts": (1, lambda held: [one.drafter.number for one in drafts_of(held.case)]),
    "services": (1, lambda held: [(one.document.paper, one.to_id) for one in services_under_way(held.case)]),
    "items": (1, lambda held: [(one.act, one.taken_by) for one in items_of(held.case)]),
    "readings": (1, lambda held: [one.officer.number for one in readings_of(items_of(held.case)[0])]),
    "recordings": (1, lambda held: [one.act for one in recordings_of(held.case)]),
    "lists": (2, lambda held: [list(one.editions.all()) for one in lists_of(held.market)]),
    "in force": (1, lambda held: [one.list.organ.code for one in in_force_on(DECIDED)]),
    "list items": (2, lambda held: [(one.key, one.party) for one in items_on(held.market, ListKind.POWERS, DECIDED)]),
    "values": (3, lambda held: values_by_key(in_force_on(DECIDED)[0])),
    "dossiers": (1, lambda held: [(one.keeper.number, one.case.organ.code) for one in dossiers_of(held.case)]),
    "entries": (3, lambda held: rows_of(list(entries_of(dossiers_of(held.case)[0])))),
}
"""By name: the most queries it may make, and the list with everything a page shows of it."""


@pytest.fixture
def held() -> Office:
    with everything("a test"):
        made = office()
        grow(made, 3)
        listed(made, 4)
        give_role(made.officer, RoleName.HANDLER, made.market, actor=CLERK, on=DECIDED)
        close(made.case, actor=CLERK, on=DECIDED)
        for item in items_of(made.case):
            assert item.part == Part.MAIN
    return made


@pytest.mark.parametrize("name", [name for name in LISTS if name not in ("dossiers", "entries")])
def test_a_list_makes_as_many_queries_however_long_it_is(
    held: Office, name: str, django_assert_max_num_queries: Any
) -> None:
    most, ask = LISTS[name]
    with within(scope_of(held.officer, DECIDED)):
        if name == "readings":
            most += 1
        with django_assert_max_num_queries(most):
            ask(held)


def test_what_lies_in_a_dossier_is_looked_up_kind_by_kind(held: Office, django_assert_max_num_queries: Any) -> None:
    with everything("a test"):
        only_pictures(held)
    with within(scope_of(held.officer, DECIDED)):
        for name in ("dossiers", "entries"):
            most, ask = LISTS[name]
            with django_assert_max_num_queries(most):
                ask(held)


def only_pictures(held: Office) -> None:
    case = open_case(held.market, "licence", "卷", actor=CLERK, on=DECIDED)
    for mark in range(3):
        keep_file(case, BytesIO(PNG + bytes([mark])), "图", Sort.OBJECT, actor=CLERK, on=DECIDED)
    close(case, actor=CLERK, on=DECIDED)
    make_up(case, keeper=held.officer, retention=Retention.TEN_YEARS, actor=CLERK, on=DECIDED)
    held.case = case


def test_what_waits_for_an_officer_is_told_without_asking_for_each_step(
    held: Office, django_assert_max_num_queries: Any
) -> None:
    with within(scope_of(held.officer, DECIDED)), django_assert_max_num_queries(5):
        assert len(waiting_for(held.officer, DECIDED)) == 3


def test_a_scope_is_worked_out_with_as_many_queries_whatever_it_holds(
    held: Office, django_assert_max_num_queries: Any
) -> None:
    officer: Officer = held.officer
    with everything("a test"), django_assert_max_num_queries(6):
        scope_of(officer, DECIDED)
