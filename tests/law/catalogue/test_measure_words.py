"""From the words of a figure to its measure: worked clauses, and what must give no answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from yifa.law.catalogue.measure_words import candidates, lexicon, match

EXAMPLES = Path(__file__).parent / "measure_examples.yaml"


def worked() -> list[tuple[str, str, str, str | None, str]]:
    """Every figure of the worked clauses: clause, subject, act, unit, measure."""
    read = YAML(typ="safe").load(EXAMPLES.read_text(encoding="utf-8"))
    found = []
    for example in (one for some in read.values() for one in some):
        for line in example["figures"]:
            figure, subject, act, measure = (part.strip() for part in line.split("|"))
            found.append((example["clause"], figure, subject, act or None, measure))
    return found


def before(clause: str, figure: str, words: tuple[str, ...]) -> str:
    """The clause up to where the words for a figure begin."""
    at = clause.index(figure)
    begins = [clause.rfind(word, 0, at + 40) for word in words if word]
    return clause[: min([at, *(begin for begin in begins if begin >= 0)])]


@pytest.mark.parametrize(("clause", "figure", "subject", "act", "measure"), worked(), ids=lambda value: str(value)[:20])
def test_the_figures_of_worked_clauses_are_of_their_measure(
    clause: str, figure: str, subject: str, act: str | None, measure: str
) -> None:
    unit = re.sub(r"^[\d.,]+", "", figure) or None
    found = match(subject, act, unit, before(clause, figure, (subject, act or "")))
    assert (found.measure.id if found else "-") == measure


def test_a_change_and_a_share_are_not_the_measure_itself() -> None:
    assert match("行政复议申请", "收到", "件") is not None
    assert match("行政复议申请", "同比增长", "%") is None
    assert match("行政复议案件占比", None, "%") is None


def test_a_figure_in_a_unit_that_the_measure_does_not_have_is_none() -> None:
    assert match("行政复议申请", "收到", "平方米") is None


def test_the_topic_may_stand_before_the_phrase_and_the_nearest_counts() -> None:
    context = "行政诉讼方面情况良好。全年行政复议工作平稳，"
    found = match("", "审结", "件", context)
    assert found is not None
    assert (found.measure.id, found.topic_before) == ("rec-concluded", True)


def test_candidates_come_the_best_first_and_name_their_words() -> None:
    found = candidates("行政规范性文件", "废止", "件")
    assert found[0].measure.id == "ndo-abolished"
    assert set(found[0].words) >= {"废止"}


@settings(deadline=None)
@given(
    st.text(max_size=40),
    st.text(max_size=12),
    st.sampled_from(["件", "人", "%", "元", None, "怪"]),
    st.text(max_size=60),
)
def test_any_words_give_an_answer_or_none(subject: str, act: str, unit: str | None, context: str) -> None:
    found = match(subject, act, unit, context)
    assert found is None or found.score >= 0.5


def test_the_words_of_the_corpus_are_compiled_once() -> None:
    assert lexicon() is lexicon()
