"""Evidence is kept with its digest in the chain; who reads what is sensitive is told; what is secret is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from tests.record.evidence.files import PNG, pdf, word
from tests.record.register import BEGAN, CLERK, NOW, TODAY, register
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.actions import open_case
from yifa.record.cases.choices import Part
from yifa.record.cases.errors import NotRecorded, StateSecret
from yifa.record.cases.models import Case
from yifa.record.chain.queries import faults, rows, value
from yifa.record.evidence.actions import destroy_file, keep_file, note_recording, read_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.errors import Damaged, NotKept, NotThere
from yifa.record.evidence.models import Item, Reading, Recording
from yifa.record.evidence.queries import FileFault, FileFaultKind, file_faults, items_of, readings_of, store
from yifa.record.organs.actions import Actor, appoint
from yifa.record.organs.models import Officer
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
FOR_REVIEW = Actor("officer 0412", NOW, "法制审核")


@pytest.fixture
def case() -> Case:
    with everything("a test"):
        return open_case(register().market, "penalty-ordinary", "1", actor=CLERK, on=TODAY)


def kept(case: Case, data: bytes, title: str = "现场照片（柳三春）", **more: object) -> Item:
    return keep_file(case, BytesIO(data), title, Sort.RECORD, actor=CLERK, on=TODAY, **more)  # type: ignore[arg-type]


@pytest.mark.usefixtures("reading_everything")
def test_a_file_is_kept_with_its_digest_in_the_chain_and_without_its_title(case: Case) -> None:
    item = kept(case, pdf("one", "two"))
    assert (item.media, item.pages, value(item.title), list(items_of(case))) == ("pdf", 2, "现场照片（柳三春）", [item])
    entry = list(rows("qp-market"))[-1][1]
    assert (item.digest in entry, "柳三春" in entry) == (True, False)
    assert (list(file_faults()), faults()) == ([], [])


@pytest.mark.usefixtures("reading_everything")
def test_what_bears_a_mark_of_secrecy_is_refused_and_nothing_of_it_is_kept(case: Case, files: Path) -> None:
    entries = len(list(rows("qp-market")))
    for data, title in ((word("机密★3年", "关于"), "材料"), ("密级：秘密\n正文".encode(), "材料"), (PNG, "绝密★照片")):
        with pytest.raises(StateSecret, match="state secrets are kept on their own systems only"):
            kept(case, data, title)
    assert [one for one in files.rglob("*") if one.is_file()] == []
    assert (Item.objects.count(), len(list(rows("qp-market")))) == (0, entries)


def test_who_reads_what_is_sensitive_is_told_in_the_chain(case: Case) -> None:
    with everything("a test"):
        plain, sensitive = kept(case, PNG), kept(case, b"abc", sensitive=True)
        officer = reader(case, "1", RoleName.REVIEWER)
        stranger = appoint(case.organ, "2", "人2", actor=CLERK, on=BEGAN)
    with within(scope_of(officer, TODAY)):
        assert b"".join(read_file(plain, officer=officer, actor=CLERK, on=TODAY)) == PNG
        with pytest.raises(NotKept, match="is sensitive, expected what it is read for"):
            read_file(sensitive, officer=officer, actor=CLERK, on=TODAY)
        assert b"".join(read_file(sensitive, officer=officer, actor=FOR_REVIEW, on=TODAY)) == b"abc"
        assert [(one.officer, one.purpose, one.at) for one in readings_of(sensitive)] == [(officer, "法制审核", NOW)]
    with within(scope_of(stranger, TODAY)), pytest.raises(NotThere, match="is not there for officer 2"):
        read_file(sensitive, officer=stranger, actor=FOR_REVIEW, on=TODAY)
    with everything("a test"):
        assert (Reading.objects.count(), faults()) == (1, [])


def reader(case: Case, number: str, role: RoleName) -> Officer:
    officer = appoint(case.organ, number, f"人{number}", actor=CLERK, on=BEGAN)
    give_role(officer, role, case.organ, actor=CLERK, on=BEGAN)
    return officer


def test_the_secondary_part_and_the_circle_are_obeyed(case: Case) -> None:
    with everything("a test"):
        handler, disclosure = reader(case, "1", RoleName.HANDLER), reader(case, "2", RoleName.DISCLOSURE)
        files = [
            kept(case, b"a", "甲", sensitive=True),
            kept(case, b"b", "乙", part=Part.SECONDARY, sensitive=True),
            kept(case, b"c", "丙", known_to=[disclosure], sensitive=True),
        ]
        for item in files:
            read_file(item, officer=handler, actor=FOR_REVIEW, on=TODAY)
    seen = []
    for officer in (handler, disclosure):
        with within(scope_of(officer, TODAY)):
            told = [value(item.title) for item in items_of(case)]
            seen.append((told, sorted(Reading.objects.values_list("item_id", flat=True))))
    one, two, three = (item.id for item in files)
    assert seen == [(["甲", "乙"], [one, two]), (["甲", "丙"], [one, three])]


@pytest.mark.usefixtures("reading_everything")
def test_missing_changed_and_left_over_files_are_found(case: Case) -> None:
    gone, changed = kept(case, b"gone"), kept(case, b"changed")
    same = kept(case, b"changed", "又一份")
    store().path(gone.digest).unlink()
    path = store().path(changed.digest)
    path.chmod(0o640)
    path.write_bytes(b"chanGed")
    over = hashlib.sha256(b"over").hexdigest()
    store().path(over).parent.mkdir(parents=True)
    store().path(over).write_bytes(b"over")
    found = sorted(file_faults(), key=lambda fault: fault.kind)
    assert found == [
        FileFault(FileFaultKind.CHANGED, changed.digest, (changed.id, same.id)),
        FileFault(FileFaultKind.LEFT_OVER, over),
        FileFault(FileFaultKind.MISSING, gone.digest, (gone.id,)),
    ]
    officer = appoint(case.organ, "1", "人1", actor=CLERK, on=BEGAN)
    with pytest.raises(Damaged, match="is missing"):
        read_file(gone, officer=officer, actor=CLERK, on=TODAY)


@pytest.mark.usefixtures("reading_everything")
def test_a_file_is_destroyed_for_a_reason_unless_another_case_has_it(case: Case) -> None:
    one, other = kept(case, b"same"), kept(case, b"same")
    with pytest.raises(NotKept, match="destroyed without a reason"):
        destroy_file(one, actor=CLERK, on=TODAY)
    destroy_file(one, actor=FOR_REVIEW, on=TODAY)
    assert (store().path(one.digest).exists(), list(items_of(case))) == (True, [other])
    destroy_file(other, actor=FOR_REVIEW, on=TODAY)
    assert (store().path(one.digest).exists(), list(file_faults()), faults()) == (False, [], [])


@pytest.mark.usefixtures("reading_everything")
def test_a_recording_stays_where_it_is(case: Case) -> None:
    note_recording(
        case, "执法记录仪 3", NOW, NOW + timedelta(hours=1), "音视频平台 /3", "ab" * 32, actor=CLERK, on=TODAY
    )
    row = Recording.objects.get()
    assert (row.device, row.ends - row.begins, row.place) == ("执法记录仪 3", timedelta(hours=1), "音视频平台 /3")


REFUSED: dict[str, Callable[[Case], object]] = {
    "case 1: a file without a title, expected what it is called": lambda case: kept(case, PNG, ""),
    "recording of 仪: ends": lambda case: note_recording(case, "仪", NOW, NOW, "柜3", "ab" * 32, actor=CLERK, on=TODAY),
    "recording of 仪: found the digest 'x', expected SHA-256 as 64 signs": lambda case: note_recording(
        case, "仪", NOW, NOW + timedelta(1), "柜3", "x", actor=CLERK, on=TODAY
    ),
    "甲: not made public, found the ground '', expected one of": lambda case: kept(case, PNG, "甲", openness="closed"),
}


@pytest.mark.usefixtures("reading_everything")
@pytest.mark.parametrize("told", list(REFUSED))
def test_what_is_not_kept_is_told_with_what_was_expected(case: Case, told: str) -> None:
    with pytest.raises((NotKept, NotRecorded)) as refused:
        REFUSED[told](case)
    assert str(refused.value).startswith(told)
