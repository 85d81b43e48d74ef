"""Forms of an organ: edition after edition, each from its day on; an older one is never changed."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from tests.record.evidence.files import PNG, word
from tests.record.register import CLERK, NOW, Register, organ, register
from yifa.record.chain.queries import faults
from yifa.record.evidence.errors import WrongFile
from yifa.record.evidence.queries import FileFaultKind, file_faults
from yifa.record.organs.actions import Actor, relate
from yifa.record.organs.choices import Kind, Level, RelationKind
from yifa.record.papers.errors import NotATemplate
from yifa.record.papers.models import Template
from yifa.record.papers.templates import (
    FormOf,
    put_template,
    template_bytes,
    template_faults,
    template_for,
    template_on,
    templates,
)
from yifa.record.scope import Scope, everything, within

pytestmark = pytest.mark.django_db
DECISION = FormOf("penalty-ordinary", "decision-made", "行政处罚决定书")
FIRST = date(2026, 1, 1)
CHANGED = Actor("officer 0412", NOW, "改了落款")


@pytest.fixture
def held() -> Register:
    with everything("a test"):
        return register()


def put(held: Register, words: str | None, first: date, actor: Actor = CHANGED) -> Template:
    stream = None if words is None else BytesIO(word(words))
    return put_template(held.market, DECISION, stream, "决定书.docx", actor=actor, on=FIRST, first=first)


@pytest.mark.usefixtures("reading_everything")
def test_each_edition_is_used_from_its_day_on_and_the_program_form_can_come_back(held: Register) -> None:
    one, two = put(held, "〔案号〕", FIRST), put(held, "〔案号〕〔文号〕", FIRST + timedelta(10))
    put(held, None, FIRST + timedelta(20))

    on = [template_on(held.market, DECISION, FIRST + timedelta(days)) for days in (-1, 0, 9, 10, 19, 20)]
    assert on == [None, one, one, two, two, None]
    assert (template_bytes(one)[:2], template_on(held.justice, DECISION, FIRST), faults()) == (b"PK", None, [])


REFUSED = {
    "行政处罚决定书: edition 1 is used from 2026-01-11, expected no earlier day": (FIRST, CHANGED, "〔案号〕"),
    "行政处罚决定书: another edition without a word what was changed": (FIRST + timedelta(30), CLERK, "〔案号〕"),
}


@pytest.mark.usefixtures("reading_everything")
@pytest.mark.parametrize("told", list(REFUSED))
def test_editions_out_of_order_or_without_a_word_are_refused(held: Register, told: str) -> None:
    put(held, "〔案号〕", FIRST + timedelta(10))
    first, actor, words = REFUSED[told]
    with pytest.raises(NotATemplate, match=told):
        put(held, words, first, actor)


@pytest.mark.usefixtures("reading_everything")
def test_what_is_no_word_document_or_of_no_such_paper_is_kept_nowhere(held: Register, files: Path) -> None:
    with pytest.raises(WrongFile, match="found a file of another kind"):
        put_template(held.market, DECISION, BytesIO(PNG), actor=CLERK, on=FIRST, first=FIRST)
    of = FormOf("penalty-ordinary", "decision-made", "送达回证")
    with pytest.raises(NotATemplate, match="leaves no 送达回证"):
        put_template(held.market, of, BytesIO(word("a")), actor=CLERK, on=FIRST, first=FIRST)

    assert [path.name for path in files.rglob("*") if path.is_file()] == []


@pytest.mark.usefixtures("reading_everything")
def test_a_form_that_was_changed_in_its_folder_shows_and_is_no_file_left_over(held: Register) -> None:
    one = put(held, "〔案号〕", FIRST)
    before = [*template_faults(), *file_faults()]
    path = templates().path(one.digest)
    path.chmod(0o640)
    path.write_bytes(b"other")

    assert (before, [fault.kind for fault in template_faults()]) == ([], [FileFaultKind.CHANGED])


@pytest.mark.usefixtures("reading_everything")
def test_an_organ_without_a_form_of_its_own_uses_that_of_the_nearest_organ_above_it(held: Register) -> None:
    guide = organ("wangchao-market", "望潮市市场监督管理局", Kind.DEPARTMENT, Level.CITY)
    relate(held.market, RelationKind.GUIDED_BY, guide, actor=CLERK, on=FIRST)
    used: list[str | None] = []

    def look() -> None:
        with within(Scope.of([held.market.id])):
            found = template_for(held.market, DECISION, FIRST)
        used.append(None if found is None else found.organ.code)

    look()
    for one in (held.city, held.county, guide, held.market):
        put_template(one, DECISION, BytesIO(word("〔案号〕")), actor=CHANGED, on=FIRST, first=FIRST)
        look()
    for one in (held.market, guide):
        put_template(one, DECISION, None, actor=CHANGED, on=FIRST, first=FIRST)
        look()

    assert used == [None, "wangchao", "qp", "wangchao-market", "qp-market", "wangchao-market", "qp"]
    beside = [template_for(one, DECISION, FIRST) for one in (held.neighbour, held.justice, guide)]
    assert [None if one is None else one.organ.code for one in beside] == ["wangchao", "qp", None]


def test_who_reads_another_organ_finds_no_form_of_this_one(held: Register) -> None:
    with everything("a test"):
        put(held, "〔案号〕", FIRST)
    with within(Scope.of([held.justice.id])):
        assert (list(Template.objects.all()), template_on(held.market, DECISION, FIRST)) == ([], None)
