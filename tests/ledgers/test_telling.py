import ast
from pathlib import Path

import pytest

import yifa.ledgers
from yifa.ledgers.problems import Fate, Place, Problem, Severity
from yifa.ledgers.sheets import Unopened
from yifa.ledgers.telling import SENTENCES, tell_place, tell_problem
from yifa.wording import language

LEDGERS = Path(yifa.ledgers.__file__).parent


def _kinds_in_code() -> set[str]:
    """Every id of a problem that the code can note: `notes.add("…")`, `bad("…")`, and those made of parts."""
    found = {f"file-{why.value}" for why in Unopened} | {"sheet-errors", "sheet-undecoded"}
    for path in [*LEDGERS.glob("taking_in/*.py"), *LEDGERS.glob("values/*.py"), *LEDGERS.glob("headings/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("add", "row", "rows", "bad", "OpenHeading"):
                place = 2 if name == "OpenHeading" else 0
                given = node.args[place] if len(node.args) > place else None
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    found.add(given.value)
    return found


def test_every_problem_that_can_be_noted_has_words() -> None:
    assert {kind for kind in _kinds_in_code() if "-" in kind} - set(SENTENCES) == set()


@pytest.mark.parametrize("kind", sorted(SENTENCES))
@pytest.mark.parametrize("tag", ["en", "zh"])
def test_every_sentence_can_be_said_with_and_without_its_values(kind: str, tag: str) -> None:
    problem = Problem(kind, Place("台账.xlsx", "案件", 4, 3), Severity.ERROR, Fate.HELD, "2月30日", "立案日期")
    assert tell_problem(problem, language(tag)).strip()


def test_a_sentence_says_what_stands_there_and_what_was_expected() -> None:
    problem = Problem("no-such-day", Place("台账.xlsx", "案件", 4, 3), Severity.ERROR, Fate.HELD, "2025年2月30日")
    said = tell_problem(problem, language("en"))
    assert said == "There is no day «2025年2月30日»: expected a day such as 2025-03-05."


def test_words_that_may_stand_in_a_cell_are_listed() -> None:
    values = {"words": ["直接送达", "留置送达"], "more": True}
    place = Place("台账.xlsx", "送达", 2, 4)
    problem = Problem("not-on-the-list", place, Severity.ERROR, Fate.HELD, "托人", "送达方式", None, values)
    assert "直接送达、留置送达" in tell_problem(problem, language("zh"))


def test_a_place_is_told_by_file_sheet_and_cell() -> None:
    assert tell_place(Place("台账.xlsx", "案件", 4, 3), language("zh")) == "台账.xlsx·案件·C4"
