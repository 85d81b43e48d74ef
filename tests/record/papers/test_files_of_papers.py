"""A paper is kept as the file it was issued as, under its number; its PDF, its correction and its receipt beside it."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest

from tests.record.evidence.files import PNG, pdf, word
from tests.record.papers.office import DECIDED, Office, office
from tests.record.register import CLERK, NOW
from yifa.record.cases.errors import NeedsReason, StateSecret
from yifa.record.chain.queries import faults
from yifa.record.despatch.models import NumberCount
from yifa.record.evidence.actions import taken_in
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item
from yifa.record.evidence.queries import file_faults, store
from yifa.record.organs.actions import Actor
from yifa.record.papers.choices import Means
from yifa.record.papers.documents import Made, issue, keep_print, put_right
from yifa.record.papers.drafts import Form, begin_draft, edit_draft
from yifa.record.papers.errors import NotIssued
from yifa.record.papers.models import Document, Draft
from yifa.record.papers.service import begin_service, end_service
from yifa.record.scope import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
WITH_REASON = Actor("officer 0412", NOW, "笔误")


@pytest.fixture
def held() -> Office:
    with everything("a test"):
        return office()


@cache
def paper(words: str) -> bytes:
    """A Word file, the same bytes each time."""
    return word(words)


def made(number: str) -> Made:
    words = f"决定书 {number}"
    return Made(paper(words), words)


def decision(held: Office) -> Document:
    sheet = held.sheet(result="penalty", fine=500_000)
    return issue(
        held.draft(), number=held.series, sheet=sheet, actor=WITH_REASON, on=DECIDED, as_happened=True, made=made
    )


def words(item: Item | None) -> bytes:
    assert item is not None
    return b"".join(store().read(item.digest, item.size))


def test_the_file_is_made_under_its_number_and_kept_with_the_case(held: Office) -> None:
    document = decision(held)
    item = document.made

    assert item is not None
    assert (item.sort, item.media, item.case, item.act) == (Sort.PAPER, "docx", held.case, document.act_row)
    assert (document.number_text, list(file_faults()), faults()) == ("青市监罚〔2025〕1号", [], [])
    assert words(item) == paper("决定书 青市监罚〔2025〕1号")


def test_a_file_that_cannot_be_made_issues_nothing_and_gives_its_number_back(held: Office) -> None:
    def breaks(_: str) -> Made:
        raise StateSecret("found a mark")

    with pytest.raises(StateSecret):
        issue(held.draft(), number=held.series, actor=WITH_REASON, on=DECIDED, as_happened=True, made=breaks)

    assert (Document.objects.count(), Draft.objects.count(), NumberCount.objects.count()) == (0, 1, 0)


def test_a_correction_has_a_file_of_its_own_and_the_first_stays(held: Office) -> None:
    first = decision(held)
    keep_print(first, BytesIO(pdf("1")), actor=CLERK, on=DECIDED)
    later = put_right(first, actor=WITH_REASON, on=DECIDED, made=Made(paper("改"), "改"))

    assert (words(first.made), words(later.made)) == (paper("决定书 青市监罚〔2025〕1号"), paper("改"))
    assert (first.printed is None, later.printed, later.number_text) == (False, None, first.number_text)


def test_a_paper_has_one_pdf_and_nothing_else_passes_for_one(held: Office) -> None:
    document = decision(held)
    with pytest.raises(NotIssued, match="found a png, expected a PDF"):
        keep_print(document, BytesIO(PNG), actor=CLERK, on=DECIDED)
    keep_print(document, BytesIO(pdf("1")), actor=CLERK, on=DECIDED)
    with pytest.raises(NotIssued, match="without a PDF yet"):
        keep_print(document, BytesIO(pdf("2")), actor=CLERK, on=DECIDED)


def test_a_receipt_is_kept_in_the_verb_that_ends_the_service_or_not_at_all(held: Office) -> None:
    service = begin_service(decision(held), Means.DIRECT, actor=CLERK, on=DECIDED)
    receipt = taken_in(held.case, BytesIO(PNG), "送达回证", Sort.RECEIPT, on=DECIDED)
    with pytest.raises(NeedsReason):
        end_service(service, actor=CLERK, on=DECIDED, receipt=receipt, fields={"remedies_told": False})
    before = Item.objects.filter(sort=Sort.RECEIPT).count()
    end_service(service, actor=WITH_REASON, on=DECIDED, receipt=receipt)

    assert (before, service.receipt) == (0, Item.objects.get(sort=Sort.RECEIPT))


def test_what_was_written_into_a_form_stays_with_its_draft_and_bears_no_mark(held: Office) -> None:
    begun = begin_draft(held.case, "decision-made", "行政处罚决定书", "题名", drafter=held.officer, at=NOW, form=Form())
    edit_draft(begun, at=NOW, form=Form(values={"违法事实": "甲"}, edited=b"PK"))
    with pytest.raises(StateSecret):
        edit_draft(begun, at=NOW, form=Form(values={"违法事实": "机密★3年"}))

    found = Draft.objects.get(pk=begun.pk)
    assert (found.from_form, found.values, bytes(found.edited or b"")) == (True, {"违法事实": "甲"}, b"PK")
