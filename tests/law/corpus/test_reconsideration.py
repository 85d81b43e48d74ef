"""Reconsideration under two laws: one folder, no day on which both ask for the same, every duty seen in every light."""

from __future__ import annotations

from datetime import timedelta

from yifa.law.catalogue.folders import folder

FOLDER = folder("reconsideration")
NEVER_UNASSESSABLE = {
    "rec-correction-5wd/once",
    "rec-perform/by-day",
    "rec-redo-60d/by-day",
    "rec-redo-60d/by-day-old-law",
    "rol-no-simple",
}
"""Duties that read nothing beside the act they are judged at, or take a missing column for an answer."""


def test_both_ids_of_the_case_format_lead_to_one_folder() -> None:
    assert [folder(name).id for name in ("reconsideration-2017", "reconsideration-2023")] == ["reconsideration"] * 2


def test_the_law_of_2023_takes_over_each_duty_on_the_day_after_the_law_of_2017_ends() -> None:
    duties = {duty.id: duty for duty in FOLDER.duties}
    pairs = [(duty, duties["rec-" + id_.removeprefix("rol-")]) for id_, duty in duties.items() if _has_successor(id_)]
    gaps = [
        old.id
        for old, new in pairs
        if old.valid.to is None or new.valid.from_ is None or old.valid.to + timedelta(days=1) != new.valid.from_
    ]
    assert (len(pairs), gaps) == (24, [])


def _has_successor(id_: str) -> bool:
    return id_.startswith("rol-") and FOLDER.duty("rec-" + id_.removeprefix("rol-")) is not None


def test_every_duty_is_met_broken_unknown_and_not_assessable_in_some_example() -> None:
    seen: dict[str, set[str]] = {duty.id: set() for duty in FOLDER.duties}
    for group in FOLDER.groups:
        for example in group.examples:
            for id_, expected in example.expect.items():
                seen[id_] |= {one.outcome for one in expected}
    wanted = {"met", "unmet", "unknown", "not-assessable"}
    missing = {id_: wanted - outcomes for id_, outcomes in seen.items() if wanted - outcomes}
    assert missing == {id_: {"not-assessable"} for id_ in NEVER_UNASSESSABLE}
