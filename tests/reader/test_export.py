"""A reading as JSON: exactly the shape that is documented, and valid by its own schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.reader.checks.passages import SPEECH, document
from yifa.reader.checks import check, check_across
from yifa.reader.export import as_json, schema
from yifa.reader.reading import Damage, Mark, Reading, Refusal, Severity

TEXT = "一、主要举措\n全市受理案件{2.10亿元}，{36—40件}，办结率{82.0%}，其中{10240余件}。\n"
TYPES = {"string": str, "integer": int, "object": dict, "array": list, "null": type(None), "number": (int, float)}
KNOWN = {"$schema", "$id", "title", "description", "$defs"}


def _reading() -> Reading:
    one = document(
        TEXT,
        file="报告.txt",
        kind="annual-report",
        year=2022,
        level="city",
        place="望潮",
        period=(date(2022, 1, 1), date(2022, 12, 31)),
        signed=date(2023, 3, 10),
        spans={"title": (0, 6)},
    )
    one = replace(one, checks=check(one, speech=SPEECH))
    damage = Damage("gap", Severity.MINOR, 3, 5, "eaten")
    extract = replace(one.prepared.extract, marks=(Mark(0, "第1页"),))
    one = replace(one, prepared=replace(one.prepared, damage=(damage,), extract=extract))
    return Reading((one, one), check_across([one, one], speech=SPEECH), (Refusal("坏.pdf", "encrypted", "sealed"),))


def _faults(value: Any, rule: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """What a value has against a schema; only the words that ours uses are known, any other is an error."""
    if "$ref" in rule:
        return _faults(value, root["$defs"][rule["$ref"].removeprefix("#/$defs/")], root, at)
    faults: list[str] = []
    for word, said in rule.items():
        match word:
            case "const":
                faults += [] if value == said else [f"{at}: {value!r} is not {said!r}"]
            case "enum":
                faults += [] if value in said else [f"{at}: {value!r} is none of {said}"]
            case "type":
                wanted = tuple(TYPES[name] for name in ([said] if isinstance(said, str) else said))
                fits = isinstance(value, wanted) and not isinstance(value, bool)
                faults += [] if fits else [f"{at}: {value!r} is no {said}"]
            case "properties":
                for name in value.keys() & said.keys():
                    faults += _faults(value[name], said[name], root, f"{at}.{name}")
            case "required":
                faults += [f"{at}: no {name}" for name in said if name not in value]
            case "additionalProperties":
                for name in value.keys() - rule.get("properties", {}).keys():
                    faults += _faults(value[name], said, root, f"{at}.{name}")
            case "items":
                for number, item in enumerate(value or []):
                    faults += _faults(item, said, root, f"{at}[{number}]")
            case "minItems" | "maxItems":
                size = said if value is None else len(value)
                faults += [] if (size >= said if word == "minItems" else size <= said) else [f"{at}: {size} items"]
            case "minimum" | "maximum":
                fits = value is None or (value >= said if word == "minimum" else value <= said)
                faults += [] if fits else [f"{at}: {value} beyond {said}"]
            case "pattern":
                fits = value is None or re.search(said, value) is not None
                faults += [] if fits else [f"{at}: {value!r} is not like {said}"]
            case _:
                assert word in KNOWN, word
    return faults


def test_a_reading_is_valid_by_its_own_schema() -> None:
    assert _faults(json.loads(json.dumps(as_json(_reading()))), schema(), schema()) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "yifa.reading/2"),
        (("documents", 0, "figures", 0, "value"), "1E+3"),
        (("documents", 0, "figures", 0, "value"), "82.0"),
        (("documents", 0, "figures", 0, "kind"), "sum"),
        (("documents", 0, "checks", 0, "verdict"), "wrong"),
        (("documents", 0, "figures", 0, "start"), -1),
        (("documents", 0, "facts", "signed"), "10.3.2023"),
        (("documents", 0, "checks", 0, "figures"), ["12"]),
    ],
)
def test_the_schema_refuses_what_is_not_so(path: tuple[str | int, ...], value: object) -> None:
    given: Any = as_json(_reading())
    place = given
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert len(_faults(given, schema(), schema())) == 1


def test_every_key_that_is_written_is_described() -> None:
    written, described = as_json(_reading()), schema()
    document_rule = described["$defs"]
    (first, *_) = written["documents"]
    assert set(written) == set(described["properties"])
    assert set(first) == set(document_rule["document"]["properties"])
    assert set(first["facts"]) == set(document_rule["facts"]["properties"])
    assert set(first["figures"][0]) == set(document_rule["figure"]["properties"])
    assert set(first["checks"][0]) == set(document_rule["check"]["properties"])
    assert set(first["damage"][0]) == set(document_rule["damage"]["properties"])
    assert set(first["sections"][0]) == set(document_rule["section"]["properties"])
    assert set(written["refused"][0]) == set(document_rule["refusal"]["properties"])


def test_the_keys_the_contract_asks_for_are_there() -> None:
    (first, *_) = as_json(_reading())["documents"]
    figure = "id start end text value unit kind written precision qualifiers subject predicate scope period measure"
    assert {"file", "text", "facts", "sections", "damage", "figures", "checks"} <= set(first)
    assert set(figure.split()) <= set(first["figures"][0])
    assert {"id", "kind", "verdict", "figures", "computation", "message"} <= set(first["checks"][0])
    assert {"kind", "severity", "start", "end", "message"} == set(first["damage"][0])


def test_values_are_exact_decimals_without_trailing_noughts() -> None:
    figures = as_json(_reading())["documents"][0]["figures"]
    told = [(one["value"], one["value_to"], one["written"], one["precision"]) for one in figures]
    assert told == [
        ("210000000", None, "2.10亿元", 2),
        ("36", "40", "36—40件", 0),
        ("82", None, "82.0%", 1),
        ("10240", None, "10240余件", 0),
    ]


def test_offsets_point_into_the_text() -> None:
    (first, *_) = as_json(_reading())["documents"]
    assert [first["text"][one["start"] : one["end"]] for one in first["figures"]] == [
        one["text"] for one in first["figures"]
    ]


def test_days_are_written_as_iso() -> None:
    facts = as_json(_reading())["documents"][0]["facts"]
    assert (facts["period"], facts["signed"], facts["published"]) == (["2022-01-01", "2022-12-31"], "2023-03-10", None)
    assert facts["spans"] == {"title": [0, 6]}


def test_checks_over_several_texts_name_the_text() -> None:
    figures = {id_ for one in as_json(_reading())["across"] for id_ in one["figures"]}
    assert figures >= {"d1:f1", "d2:f1"}
