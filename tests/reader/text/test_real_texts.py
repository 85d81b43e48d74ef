"""Published reports as they are, read from `YIFA_REPORTS`: what a person noted of them by hand is found.

The notes hold places and values, never words; they are kept beside the texts' digests in `tests/reader/gold`.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.reader.text.samples import prepared

GOLD = Path(__file__).parent.parent / "gold"
REPORTS = Path(os.environ.get("YIFA_REPORTS", "../shared/reports"))


def noted() -> list[tuple[str, dict[str, Any]]]:
    by_digest = {}
    for path in sorted(GOLD.glob("*.json")):
        note = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(note, dict) and "digest" in note:
            by_digest[note["digest"]] = note
    found = []
    for path in sorted(REPORTS.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        note = by_digest.get(hashlib.sha256(text.encode()).hexdigest())
        if note is not None:
            found.append((text, note))
    return found


TEXTS = noted()
ABSENT = f"no annotated report in {REPORTS}: set YIFA_REPORTS to the folder of published reports"


def test_the_reports_are_there() -> None:
    if not TEXTS:
        pytest.skip(ABSENT)

    assert all(note["facts"]["kind"] for _, note in TEXTS)


@pytest.mark.parametrize(("text", "note"), TEXTS, ids=[note["digest"][:12] for _, note in TEXTS])
def test_the_facts_noted_by_hand_are_found(text: str, note: dict[str, Any]) -> None:
    facts, wanted = prepared(text).facts, note["facts"]

    assert (facts.kind, facts.level, facts.year) == (wanted["kind"], wanted["level"], wanted["year"])
    assert [facts.signed, facts.published] == [
        wanted[name] and date.fromisoformat(wanted[name]) for name in ("signed", "published")
    ]
    names = ("title", "number", "addressee", "authority")
    assert {name: text[slice(*facts.spans[name])] for name in names if name in facts.spans} == {
        name: text[slice(*wanted[name])] for name in names if wanted[name]
    }


@pytest.mark.parametrize(("text", "note"), TEXTS, ids=[note["digest"][:12] for _, note in TEXTS])
def test_a_report_with_characters_dropped_or_changed_is_still_read(text: str, note: dict[str, Any]) -> None:
    chance = random.Random(int(note["digest"][:8], 16))
    signs = "0123456789,。、；《》()“”?一二\n &<"
    for _ in range(6):
        characters = list(text[:4000])
        for place in chance.sample(range(len(characters)), 400):
            characters[place] = chance.choice(("", chance.choice(signs)))
        broken = "".join(characters)

        ready = prepared(broken)

        assert [one for one in ready.damage if not 0 <= one.start < one.end <= len(broken)] == []
        assert [one for one in ready.sections if not 0 <= one.start <= one.body <= one.end <= len(broken)] == []
