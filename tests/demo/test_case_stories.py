"""The six worked cases: two of each procedure; what was worked out by hand is what is found and what the page shows."""

from __future__ import annotations

import io
import re
from collections import Counter
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from demo import case_stories
from yifa.interfaces.cli import run
from yifa.law.catalogue.folders import folder
from yifa.law.facts.case_format import case_of, read_acts
from yifa.law.run.cases import WrittenCase, read_cases, run_case
from yifa.law.run.one_case import engine

FILES = sorted(case_stories.CASES.glob("*.yaml"))


def cases() -> list[WrittenCase]:
    return [case for path in FILES for case in read_cases(path)]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("out")
    with redirect_stdout(io.StringIO()) as printed:
        code = case_stories.show(
            lambda *arguments: run(arguments, lang="zh", calendars=out / "calendars"), out, 5, zh=True
        )
    assert code == 0
    assert (out / "cases.html").as_uri() in printed.getvalue()
    return (out / "cases.html").read_text(encoding="utf-8")


def test_there_are_two_of_each_procedure() -> None:
    assert Counter(folder(case.procedure).id for case in cases()) == {
        "penalty-ordinary": 2,
        "licence": 2,
        "reconsideration": 2,
    }


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_what_was_worked_out_by_hand_is_found(path: Path) -> None:
    for verdict in map(run_case, read_cases(path)):
        assert (verdict.found, verdict.due, verdict.set_aside, verdict.trouble) == (verdict.expected, (), (), None)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_nothing_is_found_that_was_not_worked_out(path: Path) -> None:
    for case in read_cases(path):
        of = engine(case.procedure)
        read = read_acts(case.events, of.whole.folder.procedure)
        assert case.as_of is not None
        written = case_of(case.id, case.procedure, read.acts, case.profile)
        found = {
            (one.result.duty.split("/")[0], one.result.finding.word)
            for one in of.findings(written, case.as_of, source=read.source())
        }
        assert found == {(one.rule, one.class_) for one in case.expect}


def test_the_page_has_the_six_and_shows_just_these_findings(page: str) -> None:
    told = re.split(r'<section class="case" id="c\d"', page)[1:]
    assert len(told) == 6
    lights = {"violation": "red", "loss": "red", "advisory": "amber", "auto": "blue"}
    for case, section in zip(cases(), told, strict=True):
        cards = re.findall(r'<article class="duty (red|amber|blue)".*?<code>([a-z0-9/-]+)</code>', section, re.DOTALL)
        assert case.title in section
        assert {(light, duty.split("/")[0]) for light, duty in cards} == {
            (lights[one.class_], one.rule) for one in case.expect
        }
