"""Damage that intake finds, in words."""

from __future__ import annotations

import pytest

from yifa.reader.intake import defects
from yifa.reader.intake.defects import SEVERITIES, Defect, word
from yifa.reader.reading import Damage, Severity
from yifa.wording import language

VALUES = {"encoding": "utf-8", "count": 3, "page": 2, "part": "numbering.xml", "suffix": ".doc", "format": "html"}


@pytest.mark.parametrize("tag", ["en", "zh"])
def test_every_kind_has_a_sentence_of_its_own(tag: str) -> None:
    told = word([Defect(kind, 0, 1, VALUES) for kind in SEVERITIES], language(tag))

    assert len({damage.message for damage in told}) == len(SEVERITIES)
    assert all("{" not in damage.message for damage in told)
    assert {damage.kind: damage.severity for damage in told} == SEVERITIES


def test_damage_is_told_in_the_order_of_the_text() -> None:
    found = [Defect("undecodable", 9, 10, {"encoding": "utf-8"}), Defect("page_without_text", 0, 0, {"page": 2})]

    assert [damage.kind for damage in word(found, language("en"))] == ["page_without_text", "undecodable"]


def test_places_beyond_the_bound_are_told_in_one_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defects, "MOST_DAMAGE", 2)
    found = [Defect("undecodable", at, at + 1, {"encoding": "utf-8"}) for at in range(0, 50, 10)]

    told = word(found, language("en"))

    assert [(damage.kind, damage.start, damage.end) for damage in told] == [
        ("undecodable", 0, 1),
        ("undecodable", 10, 11),
        ("undecodable_more", 20, 41),
    ]
    assert told[2] == Damage(
        "undecodable_more", Severity.SERIOUS, 20, 41, "3 more places hold bytes that are no characters."
    )
