"""Every deadline vector, answered by our clock; what each topic holds; and the file others read."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from yifa.interfaces.cli.vectors import as_json
from yifa.law.catalogue import CorpusFaults, calendar, find_statute
from yifa.law.catalogue.reading import read_text
from yifa.law.catalogue.vectors import VectorFile, agrees, answer, calendar_until, read_vectors
from yifa.law.clock import due, story

FOLDER = Path(__file__).parents[3] / "vectors"
FILES = read_vectors(FOLDER)
VECTORS = [vector for file in FILES for vector in file.vectors]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_the_clock_gives_the_day_of_the_vector(vector) -> None:
    given = answer(vector)

    assert agrees(vector, given), f"{vector.title}: expected {vector.expect}, found {given}. {vector.why}"


def test_no_vector_agrees_with_an_answer_that_is_a_day_off() -> None:
    """Proves that the comparison above can fail: shift every expected day and nothing agrees."""

    def moved(value):
        if isinstance(value, list):
            return [moved(one) for one in value]
        return value + timedelta(days=1) if isinstance(value, date) else value

    dated = [vector for vector in VECTORS if any(moved(value) != value for value in vector.expect.values())]
    assert len(dated) > 650
    for vector in dated:
        shifted = vector.model_copy(update={"expect": {key: moved(value) for key, value in vector.expect.items()}})
        assert not agrees(shifted, answer(vector)), vector.id


def test_there_are_as_many_as_promised_of_every_kind() -> None:
    assert len(VECTORS) >= 400
    assert len({vector.id for vector in VECTORS}) == len(VECTORS)
    assert sum(bool(vector.pauses) for vector in VECTORS) >= 100
    assert sum(_crosses_make_up_days(vector) for vector in VECTORS) >= 40
    assert sum(_meets_a_month_end(vector) for vector in VECTORS) >= 20


def test_all_worked_examples_of_the_rulebook_are_among_them() -> None:
    named = {part for vector in VECTORS for part in (vector.from_rulebook or "").split(", ")}

    assert {f"1.4/{n}" for n in range(1, 23)} <= named


def test_every_vector_names_a_statute_of_the_corpus() -> None:
    for vector in VECTORS:
        find_statute(vector.law)


def test_the_json_file_says_the_same_as_the_yaml_files() -> None:
    stored = json.loads((FOLDER / "deadline-vectors.json").read_text(encoding="utf-8"))

    assert stored == as_json(FILES)


def test_a_vector_that_lacks_what_its_question_needs_is_refused() -> None:
    text = """\
format: yifa.deadline-vectors/1
topic: hours
about: invented
vectors:
- id: x-1
  title: Lacks a start
  law: 行政处罚法
  ask: within
  length: 5 working days
  expect: {day: 2024-01-01}
  why: none
"""
    with pytest.raises(CorpusFaults, match="`ask: within` needs `start`"):
        read_text(text, VectorFile, name="hours.yaml")


def _crosses_make_up_days(vector) -> bool:
    """Whether the days of the term hold a make-up day of Spring Festival or National Day."""
    if vector.ask != "within" or vector.length is None or "working" not in vector.length:
        return False
    given = answer(vector)
    last = given.get("day") or given.get("latest")
    if last is None:
        return False
    named = calendar().named
    return any(
        vector.day < on <= last and day.is_ == "work" and ("春节" in day.name or "国庆" in day.name)
        for on, day in named.items()
    )


def _meets_a_month_end(vector) -> bool:
    """Whether a term of months starts on a day that the month it ends in may not have."""
    length = vector.length or ""
    return vector.start is not None and ("month" in length or "year" in length) and vector.day.day >= 29


def test_the_story_of_a_vector_with_pauses_replays() -> None:
    replayed = 0
    for vector in VECTORS:
        if vector.ask == "within":
            found = due(
                vector.term(),
                vector.day,
                calendar_until(vector.calendar_until),
                pauses=[line.pause() for line in vector.pauses],
                extensions=[line.extension() for line in vector.extensions],
            )
            assert story(found).replay() == found.latest, vector.id
            replayed += 1
    assert replayed > 500
