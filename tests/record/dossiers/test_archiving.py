"""A case is closed with its act, making its dossier up archives it, once; leaves are the paper's own."""

from __future__ import annotations

from io import BytesIO

import pytest

from tests.record.evidence.files import pdf, word
from tests.record.papers.office import DECIDED, Office, office
from tests.record.register import CLERK, NOW
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import close
from yifa.record.chain.queries import faults
from yifa.record.dossiers.actions import make_up
from yifa.record.dossiers.choices import Retention
from yifa.record.dossiers.queries import entries_of
from yifa.record.organs.actions import Actor
from yifa.record.papers.documents import Made, issue, keep_print, put_right
from yifa.record.scope import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
WITH_REASON = Actor("officer 0412", NOW, "笔误")


@pytest.fixture
def held() -> Office:
    with everything("a test"):
        return office()


def test_closing_and_making_up_record_their_acts_once(held: Office) -> None:
    issue(held.draft(), actor=WITH_REASON, on=DECIDED, as_happened=True)
    close(held.case, actor=CLERK, on=DECIDED, act=Happening("case-closed", DECIDED))
    for _ in range(2):
        make_up(held.case, keeper=held.officer, retention=Retention.TEN_YEARS, actor=CLERK, on=DECIDED)

    acts = held.case.acts.order_by("id").values_list("kind", flat=True)
    assert list(acts) == ["case-filed", "decision-made", "case-closed", "dossier-archived"]
    assert faults() == []


def test_a_paper_lies_in_it_once_as_its_pdf_in_the_last_edition(held: Office) -> None:
    def made(_: str) -> Made:
        return Made(word("一"), "一")

    first = issue(held.draft(), actor=WITH_REASON, on=DECIDED, as_happened=True, made=made)
    keep_print(first, BytesIO(pdf("1")), actor=CLERK, on=DECIDED)
    later = put_right(first, actor=WITH_REASON, on=DECIDED, made=Made(word("二"), "二"))
    keep_print(later, BytesIO(pdf("1", "2", "3")), actor=CLERK, on=DECIDED)
    close(held.case, actor=CLERK, on=DECIDED)
    dossier = make_up(held.case, keeper=held.officer, retention=Retention.TEN_YEARS, actor=CLERK, on=DECIDED)

    told = [(one.kind, one.of, one.first_page, one.last_page) for one in entries_of(dossier)]
    assert told == [("document", later.id, 1, 3)]
