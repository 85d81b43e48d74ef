"""YAML as plain values: what a scalar is, what is no YAML, on which line an entry stands."""

from __future__ import annotations

from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from yifa.law.catalogue.reading import CORPUS
from yifa.law.catalogue.yaml_text import NotYaml, line_of, read_yaml

SCALARS = {
    "on": "on",
    "yes": "yes",
    "no": "no",
    "true": True,
    "False": False,
    "~": None,
    "": None,
    "12": 12,
    "-3": -3,
    "0x1f": 31,
    "010": 10,
    "1_000": "1_000",
    "12:30": "12:30",
    "0.5": 0.5,
    "1e3": 1000.0,
    "2024-09-25": date(2024, 9, 25),
    "2024-02-30": "2024-02-30",
    "2024-09-25T10:20:30": datetime(2024, 9, 25, 10, 20, 30),
    "2024-09-25T10:20": "2024-09-25T10:20",
    "20 working days": "20 working days",
    '"12"': "12",
}


@pytest.mark.parametrize(("written", "value"), SCALARS.items(), ids=list(SCALARS))
def test_a_scalar_is_what_yaml_1_2_makes_of_it(written: str, value: object) -> None:
    assert read_yaml(f"a: {written}\n") == {"a": value}


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("a: &names [x, y]\nb: *names\n", {"a": ["x", "y"], "b": ["x", "y"]}),
        ("a: &one {c: 1}\nb: *one\n", {"a": {"c": 1}, "b": {"c": 1}}),
        ("a: &word x\nb: *word\n", {"a": "x", "b": "x"}),
        ("&key a: 1\n", {"a": 1}),
        ("a: !!str 1\n", {"a": "1"}),
        ("a: !!seq [1]\n", {"a": [1]}),
        ("a: .inf\n", {"a": float("inf")}),
        ("- a\n- |\n  b\n  c\n- 'd'\n", ["a", "b\nc\n", "d"]),
        ("# nothing\n", None),
        ("", None),
    ],
)
def test_what_files_seldom_hold_is_read_too(written: str, values: object) -> None:
    assert read_yaml(written) == values


def test_keys_are_texts() -> None:
    assert read_yaml("on: 1\n2024: {no: 2}\n") == {"on": 1, "2024": {"no": 2}}


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: [\n", 3, "did not find expected node content"),
        ("a: 1\nc: {b: 2, b: 3}\n", 2, 'found duplicate key "b" with value "3" (original value: "2")'),
        ("a: !moon 1\n", 1, "could not determine a constructor for the tag '!moon'"),
    ],
)
def test_what_is_no_yaml_says_where_and_why(text: str, line: int, problem: str) -> None:
    with pytest.raises(NotYaml) as caught:
        read_yaml(text)
    assert (caught.value.line, caught.value.problem) == (line, problem)


def test_the_line_of_an_entry_or_of_the_deepest_one_above_it() -> None:
    text = "# first\nduties:\n- id: a\n  law:\n  - x\n  - y\n- {id: b, law: z}\n"
    ways: list[tuple[tuple[str | int, ...], int]] = [
        ((), 1),
        (("duties",), 2),
        (("duties", 0), 3),
        (("duties", 0, "law"), 4),
        (("duties", 0, "law", 1), 6),
        (("duties", 1, "law"), 7),
        (("duties", 1, "moon"), 7),
        (("duties", 5, "id"), 2),
    ]
    assert [line_of(text, way) for way, _ in ways] == [line for _, line in ways]


@pytest.mark.parametrize("name", ["policies.yaml", "laws", "licence"])
def test_files_of_the_corpus_read_as_a_reader_written_in_python_reads_them(name: str) -> None:
    places = [path for path in Path(str(CORPUS)).rglob("*.yaml") if name in path.parts][:3]
    assert places
    for path in places:
        text = path.read_text(encoding="utf-8")
        slow = YAML(typ="rt")
        slow.version = (1, 2)
        assert read_yaml(text) == _plain(slow.load(StringIO(text)))


def _plain(node: Any) -> Any:
    if isinstance(node, CommentedMap):
        return {str(key): _plain(value) for key, value in node.items()}
    return [_plain(value) for value in node] if isinstance(node, CommentedSeq) else node
