"""Everything lies at its place: first where its act is named, else where its kind is taken, proofs behind papers."""

from __future__ import annotations

from datetime import date

from yifa.law.catalogue.dossiers import USUAL_ORDER, order_for
from yifa.law.catalogue.folders import folder
from yifa.record.cases.choices import Part
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.arranging import Held, arranged
from yifa.record.dossiers.choices import EntryKind
from yifa.record.evidence.models import Item
from yifa.record.papers.models import Document, Service

DAY = date(2025, 9, 1)


def document(id_: int, act: str, part: Part | None = None) -> Held:
    return Held(EntryKind.DOCUMENT, "papers", act, DAY, Document(id=id_, act=act), part)


def receipt(id_: int, of: int, act: str) -> Held:
    return Held(EntryKind.RECEIPT, "receipts", act, DAY, Service(id=id_, document_id=of))


def sheet(id_: int, act: str) -> Held:
    return Held(EntryKind.SHEET, "sheets", act, DAY, Sheet(id=id_, act=act))


def evidence(id_: int, part: Part | None = None) -> Held:
    return Held(EntryKind.ITEM, "evidence", "", DAY, Item(id=id_), part)


HELD = [
    document(1, "case-filed"),
    sheet(2, "case-filed"),
    document(3, "pre-decision-notice-served"),
    document(4, "decision-made"),
    receipt(5, 4, "decision-made"),
    document(6, "legality-reviewed"),
    sheet(7, "decision-made"),
    evidence(8),
    evidence(9, Part.SECONDARY),
    document(10, "hearing-held"),
    document(11, "collective-discussion-held"),
    document(12, "decision-published", Part.SECONDARY),
]


def lying(profiles: tuple[str, ...]) -> dict[str, list[tuple[str, int]]]:
    order = order_for(folder("penalty-ordinary").procedure.dossiers, frozenset(profiles), DAY)
    found: dict[str, list[tuple[str, int]]] = {}
    for one in arranged(HELD, order):
        found.setdefault(one.part.value, []).append((one.heading, one.held.row.id))
    return found


def test_a_dossier_of_market_supervision_lies_in_the_order_of_its_rules() -> None:
    assert lying(("samr",)) == {
        "main": [
            ("立案审批表", 1),
            ("立案审批表", 2),
            ("行政处罚决定书及送达回证", 4),
            ("行政处罚决定书及送达回证", 5),
            ("对当事人制发的其他法律文书及送达回证", 3),
            ("证据材料", 8),
            ("听证笔录", 10),
        ],
        "secondary": [
            ("审核意见", 6),
            ("集体讨论记录", 11),
            ("其他有关材料", 7),
            ("其他有关材料", 9),
            ("其他有关材料", 12),
        ],
    }


def test_elsewhere_it_lies_in_the_usual_order() -> None:
    assert [one for _, one in lying(("agri",))["main"]] == [4, 5, 1, 2, 3, 10, 8]
    assert [one for _, one in lying(("agri",))["secondary"]] == [6, 11, 7, 9, 12]


def test_where_nothing_is_declared_papers_come_first_and_approvals_lie_apart() -> None:
    found = [(one.part.value, one.held.row.id) for one in arranged(HELD, USUAL_ORDER)]
    main = [("main", id_) for id_ in (1, 3, 4, 5, 6, 10, 11, 8)]
    assert found == [*main, *(("secondary", id_) for id_ in (2, 7, 9, 12))]


def test_nothing_is_lost_and_nothing_lies_twice() -> None:
    for name in ("penalty-ordinary", "licence", "reconsideration", "disclosure"):
        for order in (*folder(name).procedure.dossiers, USUAL_ORDER):
            assert sorted(one.held.row.id for one in arranged(HELD, order)) == [held.row.id for held in HELD]
