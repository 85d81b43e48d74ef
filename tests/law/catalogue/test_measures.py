"""Measures: one space of ids, relations that can be computed, and faults told where they are."""

from __future__ import annotations

import pytest

from yifa.law.catalogue import CorpusFaults, UnknownMeasure, measure, measures
from yifa.law.catalogue.measures import Measure, MeasureFile, measure_files, parts, relation_faults
from yifa.law.catalogue.reading import read_text

RECEIVED = """
topic: trial
title: {zh: 试, en: trial}
measures:
- id: tri-received
  name: {zh: 收到, en: received}
  kind: count
  unit: 件
  meaning: {zh: 本期收到的。, en: Received in the period.}
  direction: neutral
  scope: whole-area
  source: {kind: custom, verified: unverified}
  words:
  - about: 收到案件
"""


def trial(more: str = "", *, source: str = RECEIVED) -> MeasureFile:
    return read_text(source + more, MeasureFile, name="measures/trial.yaml")


def second(**changed: str) -> str:
    """A second measure of the file above, with some of its lines changed."""
    lines = {
        "id": "tri-done",
        "name": "{zh: 办结, en: done}",
        "kind": "count",
        "unit": "件",
        "meaning": "{zh: 本期办结的。, en: Done in the period.}",
        "direction": "neutral",
        "scope": "whole-area",
        "source": "{kind: custom, verified: unverified}",
        "words": "[{about: 办结案件}]",
    } | changed
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in lines.items()) + "\n"


def told(files: list[MeasureFile]) -> list[tuple[str, str, str]]:
    return [(fault.file, fault.where, fault.message) for fault in relation_faults(files)]


def test_the_corpus_of_measures_has_no_faults_and_every_topic_is_read() -> None:
    assert relation_faults(measure_files()) == []
    assert len(measures()) >= 450
    assert len({file.topic for file in measure_files()}) == len(measure_files())


def test_a_measure_is_found_by_its_id_and_an_unknown_one_names_its_neighbours() -> None:
    assert measure("rec-received").name.zh == "收到行政复议申请"
    with pytest.raises(UnknownMeasure) as refused:
        measure("rec-recieved")
    assert "rec-received" in refused.value.near


def test_rates_are_computed_from_counts_of_the_same_unit() -> None:
    for one in measures():
        for formula in one.formulas:
            tops = [measure(id_) for id_ in formula.numerator]
            bottoms = [measure(id_) for id_ in formula.denominator]
            assert {part.kind for part in (*tops, *bottoms)} <= {"count", "amount"}
            assert all(top.shares_a_unit(bottom) for top in tops for bottom in bottoms)


def test_parts_are_those_that_name_the_whole() -> None:
    for one in measures():
        if one.part_of:
            assert one in parts(one.part_of)


def test_a_unit_and_the_ways_it_is_also_written_are_accepted() -> None:
    persons = next(one for one in measures() if one.unit == "人")
    assert persons.accepts("名")
    assert not persons.accepts("平方米")


def test_a_relation_to_no_measure_is_a_fault_with_a_suggestion() -> None:
    file = trial(second(after="{measure: tri-recieved, carries-over: true}"))
    assert told([file]) == [("tri-done", "after", "`tri-recieved` is no measure; did you mean `tri-received`?")]


def test_parts_in_another_unit_are_a_fault() -> None:
    file = trial(second(unit="人", **{"part-of": "tri-received"}))
    assert told([file]) == [("tri-done", "part-of", "`tri-received` is counted in another unit")]


def test_a_circle_of_wholes_is_a_fault() -> None:
    whole = RECEIVED.replace("  words:", "  part-of: tri-done\n  words:")
    file = trial(second(**{"part-of": "tri-received"}), source=whole)
    assert told([file]) == [
        ("tri-received", "part-of, after", "leads back to itself"),
        ("tri-done", "part-of, after", "leads back to itself"),
    ]


def test_words_that_could_not_be_told_apart_are_a_fault() -> None:
    file = trial(second(words="[{about: 收到案件}]"))
    assert told([file]) == [("tri-done", "words[0]", "asks for the same words as `tri-received`")]


def test_a_rate_must_be_in_per_cent_and_only_it_has_a_formula() -> None:
    file = trial(second(formulas="[{numerator: [tri-received], denominator: [tri-received]}]"))
    assert told([file]) == [("tri-done", "formulas", "only a measure in % is computed from others")]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("[{near: 案件}]", "at least one of `about`, `counts`, `says` is needed"),
        ("[{about: 收}]", "`about` holds a word of less than two characters"),
        ("[{about: 收到案件, not: 收到案件}]", "asked for and excluded at once: 收到案件"),
    ],
)
def test_words_that_could_never_be_found_are_refused_with_their_line(words: str, message: str) -> None:
    with pytest.raises(CorpusFaults) as refused:
        trial(second(words=words))
    (fault,) = refused.value.faults
    assert message in fault.message
    assert fault.line is not None


def test_every_measure_tells_its_meaning_in_both_languages() -> None:
    def complete(one: Measure) -> bool:
        return all((one.name.zh, one.name.en, one.meaning.zh, one.meaning.en))

    assert [one.id for one in measures() if not complete(one)] == []
