"""Drafts are changed freely and chained nowhere."""

from __future__ import annotations

import pytest

from tests.record.papers.office import office
from tests.record.register import NOW
from yifa.record.cases.errors import StateSecret
from yifa.record.chain.models import EntryRow, KeptValue
from yifa.record.papers.drafts import begin_draft, drop_draft, edit_draft
from yifa.record.papers.errors import NotDrafted
from yifa.record.papers.models import Draft
from yifa.record.papers.queries import drafts_of
from yifa.record.scope import Scope, within

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]


def test_a_draft_is_changed_as_often_as_anybody_likes_without_an_entry() -> None:
    held = office()
    kept = (EntryRow.objects.count(), KeptValue.objects.count())
    draft = held.draft()
    for number in range(3):
        edit_draft(draft, at=NOW, text=f"第{number}稿")
    read = Draft.objects.get()
    assert (read.text, read.version, [one.id for one in drafts_of(held.case)]) == ("第2稿", 4, [draft.id])
    drop_draft(draft)
    assert (Draft.objects.count(), EntryRow.objects.count(), KeptValue.objects.count()) == (0, *kept)


def test_of_two_who_change_one_draft_the_second_is_told() -> None:
    held = office()
    draft = held.draft()
    other = Draft.objects.get()
    edit_draft(draft, at=NOW, text="甲稿")
    with pytest.raises(NotDrafted, match="somebody changed it since it was read; read it again"):
        edit_draft(other, at=NOW, text="乙稿")
    assert Draft.objects.get().text == "甲稿"


def test_a_draft_is_a_paper_of_its_act_and_bears_no_mark_of_secrecy() -> None:
    held = office()
    with pytest.raises(NotDrafted, match="decision-made: leaves no 通知, expected 行政处罚决定书"):
        held.draft(paper="通知")
    with pytest.raises(NotDrafted, match="penalty-ordinary: has no act 'decided', expected one of"):
        held.draft(act="decided")
    with pytest.raises(StateSecret):
        held.draft(text="机密★1年\n内容")
    with pytest.raises(NotDrafted, match="a draft without a title"):
        begin_draft(held.case, "decision-made", "行政处罚决定书", "", drafter=held.officer, at=NOW)
    assert Draft.objects.count() == 0


def test_drafts_are_read_within_a_scope() -> None:
    held = office()
    held.draft()
    with within(Scope.of([held.market.id + 1])):
        assert Draft.objects.count() == 0
