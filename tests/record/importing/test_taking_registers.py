"""Registers from workbooks: handed out and sent in again nothing changes; what differs is told first, or refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.record.importing.books import Rows, book
from tests.record.register import BEGAN, CLERK, TODAY, Register, register
from yifa.record.cases.actions import open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.chain.models import EntryRow, KeptValue
from yifa.record.chain.queries import faults, value
from yifa.record.importing.changes import Changes, What
from yifa.record.importing.register_sheets import OFFICERS, ORGAN_RELATIONS, ORGANS, PARTIES
from yifa.record.importing.taking_officers import rows_of_officers, take_officers
from yifa.record.importing.taking_organs import rows_of_organs, take_organs
from yifa.record.importing.taking_parties import rows_of_parties, take_parties
from yifa.record.organs.actions import appoint, issue_certificate, note_certificate
from yifa.record.organs.choices import CertificateEventKind, Rank
from yifa.record.organs.models import Certificate, Officer, Organ, OrganName, Post, Relation
from yifa.record.organs.queries import name_of, profiles_of, supervised_by
from yifa.record.parties.actions import note_party
from yifa.record.parties.choices import PartyKind
from yifa.record.parties.models import Party, PartyFact
from yifa.record.scope import Part, Scope, within

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
ID = "11010519491231002X"


def told(found: Changes) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    return [
        (one.what.value, one.name, [(column.id, before, after) for column, before, after in one.columns])
        for one in found.rows
        if one.what is not What.UNCHANGED
    ]


def wrong(found: Changes) -> list[tuple[str, int | None, str, str]]:
    return [(one.kind, one.place.row, one.heading, one.value) for one in found.problems]


def kept(held: Register) -> frozenset[int]:
    return supervised_by(held.county, TODAY).fully


def test_registers_that_are_handed_out_and_sent_in_again_change_nothing(tmp_path: Path) -> None:
    held = register()
    officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN, title="科员")
    appoint(held.market, "0413", "何有田", actor=CLERK, on=BEGAN)
    one = issue_certificate(officer, "QP-1", actor=CLERK, on=BEGAN, last=TODAY, issuer="青屏县司法局")
    note_certificate(one, CertificateEventKind.SUSPENDED, actor=CLERK, on=date(2025, 5, 1))
    note_party(held.market, "柳三春", ID, actor=CLERK, on=TODAY, kind=PartyKind.SOLE_TRADER)
    note_party(held.market, "望春食品厂", actor=CLERK, on=TODAY)
    entries, of = EntryRow.objects.count(), kept(held)
    organs, relations = rows_of_organs(TODAY, of)
    parties = rows_of_parties(list(Party.objects.order_by("id")), TODAY)
    paths = [
        book(tmp_path / "机关.xlsx", (ORGANS, organs), (ORGAN_RELATIONS, relations)),
        book(tmp_path / "人员.xlsx", (OFFICERS, rows_of_officers(TODAY, of))),
        book(tmp_path / "当事人.xlsx", (PARTIES, parties)),
    ]
    found = [
        take(path, actor=CLERK, on=TODAY, kept=of)
        for take, path in zip((take_organs, take_officers, take_parties), paths, strict=True)
    ]
    assert [(one.problems, told(one), one.many) for one in found] == [([], [], len(organs)), ([], [], 2), ([], [], 2)]
    assert (len(organs), relations, EntryRow.objects.count()) == (4, [], entries)


def test_organs_are_set_up_renamed_moved_and_related_in_one_transaction(tmp_path: Path) -> None:
    held = register()
    rows: Rows = (
        {
            "id": "qp-market",
            "name": "青屏县市场监督管理和知识产权局",
            "to": "青屏县人民政府",
            "sector": ["samr", "agri"],
        },
        {"id": "qp-qingyun", "name": "青云镇人民政府", "code": "11110000000000000X", "kind": "government"},
        {"id": "qp-team", "name": "青屏县市场监管执法大队", "to": "qp-market", "level": "county", "kind": "branch"},
    )
    relations: Rows = ({"organ": "青云镇人民政府", "kind": "empowered-by", "other": "青屏县市场监督管理和知识产权局"},)
    path = book(tmp_path / "机关.xlsx", (ORGANS, rows), (ORGAN_RELATIONS, relations))
    entries = EntryRow.objects.count()
    seen = take_organs(path, actor=CLERK, on=TODAY, kept=kept(held), dry_run=True)
    assert (seen.done, EntryRow.objects.count()) == (False, entries)
    done = take_organs(path, actor=CLERK, on=TODAY, kept=kept(held))
    market, team = Organ.objects.get(code="qp-market"), Organ.objects.get(code="qp-team")
    assert (done.done, told(done)) == (True, told(seen))
    assert [(what, name, [column for column, *_ in columns]) for what, name, columns in told(done)] == [
        ("changed", "青屏县市场监督管理和知识产权局", ["name", "sector"]),
        ("changed", "青云镇人民政府", ["code"]),
        ("new", "青屏县市场监管执法大队", ["id", "name", "level", "to", "kind"]),
        ("new", "青云镇人民政府 → 青屏县市场监督管理和知识产权局", ["organ", "kind", "other", "from"]),
    ]
    assert (name_of(market, TODAY), profiles_of(market, TODAY)) == ("青屏县市场监督管理和知识产权局", {"samr", "agri"})
    assert [(one.kind, one.to_id) for one in Relation.objects.filter(organ=team)] == [("belongs-to", market.id)]
    assert OrganName.objects.filter(organ=market).count() == 2
    assert faults() == []


def test_all_that_is_wrong_is_told_at_once_and_what_cannot_be_read_is_not_left_away(tmp_path: Path) -> None:
    held = register()
    appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN, title="科员")
    market = "青屏县市场监督管理局"
    rows: Rows = (
        {"organ": market, "staff": "0412", "name": "冯知秋", "title": "副科长"},
        {"organ": market, "staff": "0413", "name": "何有田", "rank": "局座"},
        {"organ": market, "staff": "0414", "name": ""},
        {"organ": "临岳区人民政府", "staff": "1", "name": "薛明远"},
    )
    entries = EntryRow.objects.count()
    found = take_officers(
        book(tmp_path / "人员.xlsx", (OFFICERS, rows)), actor=CLERK, on=TODAY, kept=kept(held), dry_run=True
    )

    assert sorted(wrong(found)) == [
        ("needed", 4, "姓名", ""),
        ("not-on-the-list", 3, "职务类别", "局座"),
        ("organ-not-kept", 5, "所在单位", "临岳区人民政府"),
    ]
    assert (found.is_whole, told(found)[0]) == (False, ("changed", "冯知秋", [("title", "科员", "副科长")]))
    assert EntryRow.objects.count() == entries


def test_with_one_wrong_row_nothing_of_a_workbook_is_written(tmp_path: Path) -> None:
    held = register()
    rows: Rows = (
        {"id": "qp-market", "name": "青屏县新名局"},
        {"id": "linyue", "name": "临岳区人民政府（改）"},
        {"id": "qp-x", "name": "青屏县某局"},
        {"id": "qp-y", "name": "青屏县某二局", "to": "没有的局"},
    )
    entries = EntryRow.objects.count()
    found = take_organs(book(tmp_path / "机关.xlsx", (ORGANS, rows)), actor=CLERK, on=TODAY, kept=kept(held))
    assert wrong(found) == [
        ("organ-not-kept", 3, "机关编号", "linyue"),
        ("organ-without-superior", 4, "隶属于", ""),
        ("organ-not-listed", 5, "隶属于", "没有的局"),
    ]
    assert (found.done, EntryRow.objects.count(), Organ.objects.filter(code="qp-x").exists()) == (False, entries, False)


def test_officers_and_certificates_come_in_organ_by_organ(tmp_path: Path) -> None:
    held = register()
    officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN, title="科员")
    issue_certificate(officer, "QP-1", actor=CLERK, on=BEGAN, last=TODAY)
    rows: Rows = (
        {
            "organ": "青屏县市场监督管理局",
            "staff": "0412",
            "name": "冯知秋",
            "title": "科长",
            "rank": "section-head",
            "number": "QP-1",
            "expires": "2030-12-31",
            "suspended": "2026-02-01",
        },
        {
            "organ": "qp-justice",
            "staff": "0211",
            "name": "章若水",
            "title": "科员",
            "number": "QP-2",
            "issued": "2024-01-01",
        },
        {"organ": "qp-justice", "staff": "0211", "name": "章若水", "number": "QP-3", "kind": "行政执法监督"},
    )
    path = book(tmp_path / "人员.xlsx", (OFFICERS, rows))
    before = EntryRow.objects.count()
    found = take_officers(path, actor=CLERK, on=TODAY, kept=kept(held))
    assert (found.done, wrong(found), EntryRow.objects.count() - before) == (True, [], 2)
    assert told(found)[0] == (
        "changed",
        "冯知秋",
        [
            ("title", "科员", "科长"),
            ("rank", "工作人员", "机构负责人"),
            ("expires", "2026-03-02", "2030-12-31"),
            ("suspended", "", "2026-02-01"),
        ],
    )
    posts = Post.objects.filter(officer=officer).order_by("id").values_list("title", "rank", "first", "last")
    assert list(posts) == [
        ("科员", Rank.OFFICER, BEGAN, date(2026, 3, 1)),
        ("科长", Rank.SECTION_HEAD, TODAY, None),
    ]
    new = Officer.objects.get(number="0211")
    assert (
        value(new.name),
        list(Certificate.objects.filter(officer=new).order_by("id").values_list("number", flat=True)),
    ) == (
        "章若水",
        ["QP-2", "QP-3"],
    )
    assert told(take_officers(path, actor=CLERK, on=TODAY, kept=kept(held))) == []
    assert faults() == []


def test_a_certificate_that_was_issued_anew_under_its_number_is_another_one(tmp_path: Path) -> None:
    held = register()
    of = kept(held)
    officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN, title="科员")
    old, new = date(2020, 5, 10), date(2025, 5, 10)
    issue_certificate(officer, "QP-1", actor=CLERK, on=old, last=date(2025, 5, 9))
    row = {"organ": "青屏县市场监督管理局", "staff": "0412", "name": "冯知秋", "number": "QP-1"}
    anew = {**row, "issued": new.isoformat(), "expires": "2030-05-09"}

    def taken(*rows: dict[str, str]) -> Changes:
        return take_officers(book(tmp_path / "人员.xlsx", (OFFICERS, rows)), actor=CLERK, on=TODAY, kept=of)

    assert told(taken(*rows_of_officers(TODAY, of), anew))[0][0] == What.CHANGED.value
    assert list(Certificate.objects.order_by("first").values_list("number", "first")) == [("QP-1", old), ("QP-1", new)]

    entries = EntryRow.objects.count()
    again = taken(*rows_of_officers(TODAY, of))
    assert (again.done, wrong(again), told(again), EntryRow.objects.count()) == (True, [], [], entries)

    assert wrong(taken({**row, "expires": "2031-05-09"})) == []  # the day of issue untold: the newest
    assert list(Certificate.objects.order_by("first").values_list("last", flat=True)) == [
        date(2025, 5, 9),
        date(2031, 5, 9),
    ]


def test_two_rows_of_one_number_say_which_certificate_they_tell_of(tmp_path: Path) -> None:
    held = register()
    officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN, title="科员")
    issue_certificate(officer, "QP-1", actor=CLERK, on=date(2020, 5, 10), last=date(2025, 5, 9))
    rows: Rows = tuple(
        {"organ": "青屏县市场监督管理局", "staff": staff, "name": name, "number": number, **days}
        for staff, name, number in (("0412", "冯知秋", "QP-1"), ("0413", "何有田", "QP-2"))
        for days in ({"issued": "2020-05-10"}, {"expires": "2031-05-09"})
    )
    found = take_officers(book(tmp_path / "人员.xlsx", (OFFICERS, rows)), actor=CLERK, on=TODAY, kept=kept(held))
    assert wrong(found) == [
        ("certificate-day-untold", 3, "执法证号", "QP-1"),
        ("certificate-day-untold", 5, "执法证号", "QP-2"),
    ]
    assert (found.done, list(Certificate.objects.values_list("last", flat=True))) == (False, [date(2025, 5, 9)])


def test_a_day_of_issue_is_put_right_where_nothing_else_tells_of_the_certificate(tmp_path: Path) -> None:
    held = register()
    officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN, title="科员")
    issue_certificate(officer, "QP-1", actor=CLERK, on=date(2020, 5, 10), last=date(2030, 5, 9))
    row = {"organ": "青屏县市场监督管理局", "staff": "0412", "name": "冯知秋", "number": "QP-1", "issued": "2020-05-01"}
    found = take_officers(book(tmp_path / "人员.xlsx", (OFFICERS, (row,))), actor=CLERK, on=TODAY, kept=kept(held))
    assert told(found) == [("changed", "冯知秋", [("issued", "2020-05-10", "2020-05-01")])]
    assert list(Certificate.objects.values_list("first", flat=True)) == [date(2020, 5, 1)]


def test_rows_of_officers_that_cannot_be_told_apart_or_be_are_refused(tmp_path: Path) -> None:
    held = register()
    for number in ("1", "2"):
        appoint(held.market, number, "冯知秋", actor=CLERK, on=BEGAN)
    rows: Rows = (
        {"organ": "青屏县市场监督管理局", "name": "冯知秋", "number": "QP-9"},
        {"organ": "临岳区人民政府", "name": "何有田", "number": "QP-8"},
        {
            "organ": "青屏县市场监督管理局",
            "staff": "3",
            "name": "白露",
            "issued": "2025-01-02",
            "expires": "2025-01-01",
        },
    )
    found = take_officers(book(tmp_path / "人员.xlsx", (OFFICERS, rows)), actor=CLERK, on=TODAY, kept=kept(held))
    assert wrong(found) == [
        ("organ-not-kept", 3, "所在单位", "临岳区人民政府"),
        ("officers-of-one-name", 2, "姓名", "冯知秋"),
        ("days-not-in-order", 4, "发证日期", "2025-01-02"),
    ]
    assert Officer.objects.count() == 2


def test_parties_are_known_by_their_numbers_and_a_new_grade_ends_the_old(tmp_path: Path) -> None:
    held = register()
    party = note_party(held.market, "柳三春", ID, actor=CLERK, on=TODAY)
    of = frozenset({held.market.id})
    first = book(
        tmp_path / "一.xlsx", (PARTIES, ({"name": "柳三春茶行", "person": ID, "grade": "B"}, {"name": "白露"}))
    )
    then = book(tmp_path / "二.xlsx", (PARTIES, ({"name": "柳三春茶行", "person": ID, "grade": "A"},)))
    done = take_parties(first, actor=CLERK, on=date(2026, 2, 1), kept=of)
    take_parties(then, actor=CLERK, on=TODAY, kept=of)
    facts = PartyFact.objects.filter(party=party).order_by("id").values_list("value", "first", "last")
    assert [what for what, *_ in told(done)] == ["changed", "new"]
    assert list(facts) == [("B", date(2026, 2, 1), date(2026, 3, 1)), ("A", TODAY, None)]
    assert (value(Party.objects.get(pk=party.id).name), Party.objects.count()) == ("柳三春茶行", 2)
    assert not KeptValue.objects.filter(value='"柳三春"').exists()
    bad = book(tmp_path / "三.xlsx", (PARTIES, ({"name": "章若水", "person": "110105194912310021"},)))
    refused = take_parties(bad, actor=CLERK, on=TODAY, kept=of)
    assert [(one.kind, one.place.row) for one in refused.problems if one.severity == "error"] == [
        ("party-identifier", 2)
    ]
    assert faults() == []


def test_a_workbook_tells_nothing_of_a_party_known_from_files_behind_a_wall(tmp_path: Path) -> None:
    held = register()
    case = open_case(held.justice, "reconsideration", "1", actor=CLERK, on=TODAY)
    party = take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name="章若水", identifier=ID).party
    path = book(tmp_path / "当事人.xlsx", (PARTIES, ({"name": "某人", "person": ID, "grade": "D"},)))
    outside = Scope((Part(frozenset({held.justice.id}), frozenset({"reconsideration"})),))
    with within(outside):
        found = take_parties(path, actor=CLERK, on=TODAY, kept=frozenset({held.justice.id}))
    assert (told(found), found.many, PartyFact.objects.count()) == ([], 1, 0)
    assert party is not None
    assert value(Party.objects.get(pk=party.id).name) == "章若水"
