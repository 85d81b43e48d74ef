"""YAML 1.2 as plain values: lists, dictionaries, texts, numbers, days.

Read by libyaml, many times as fast as a reader written in Python. What is made of plain scalars follows the core schema
of YAML 1.2 (`on` and `yes` are words), days beside it. Lines are found only when a fault asks for them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import yaml
from yaml.constructor import ConstructorError

_PLAIN = {
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
    "timestamp": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2})?", "0123456789"),
}


_MAPPING, _SEQUENCE, _WORD = (f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str"))


class _Reader(yaml.CSafeLoader):
    """libyaml's parser with the plain scalars of YAML 1.2."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """The tag of a node; most scalars are words, which their first letter tells."""
        if kind is not yaml.ScalarNode:
            return _MAPPING if kind is yaml.MappingNode else _SEQUENCE
        if implicit[0]:
            for tag, pattern in _BY_FIRST.get(value[:1], ()):
                if pattern.match(value):
                    return tag
        return _WORD

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping; raises `ConstructorError` where a key stands twice."""
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = str(self.construct_object(key_node, deep=True))
            value = self.construct_object(value_node, deep=deep)
            if key in found:
                problem = f'found duplicate key "{key}" with value "{value}" (original value: "{found[key]}")'
                raise ConstructorError(None, None, problem, key_node.start_mark)
            found[key] = value
        return found


def _whole_number(reader: _Reader, node: yaml.ScalarNode) -> int:
    return int(node.value, 0 if node.value[:2] in ("0o", "0x") else 10)


def _day(reader: _Reader, node: yaml.ScalarNode) -> date | datetime | str:
    """A day or moment; the text itself where no calendar has such a day."""
    try:
        return (
            datetime.fromisoformat(node.value)
            if len(node.value) > len("2024-09-25")
            else date.fromisoformat(node.value)
        )
    except ValueError:
        return str(node.value)


_BY_FIRST: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _name in ("bool", "null", "int", "timestamp", "float"):
    _pattern, _first = _PLAIN[_name]
    for _letter in _first:
        _BY_FIRST.setdefault(_letter, []).append((f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_pattern})\\Z")))
_Reader.add_constructor("tag:yaml.org,2002:int", _whole_number)
_Reader.add_constructor("tag:yaml.org,2002:timestamp", _day)


class NotYaml(ValueError):
    """A text that is not YAML; `line` (from 1) and `problem` say where and why."""

    def __init__(self, problem: str, line: int | None) -> None:
        self.problem = problem
        self.line = line
        super().__init__(problem)


def read_yaml(text: str) -> Any:
    """The values of a text; every key is a text. Raises `NotYaml`."""
    try:
        reader = _Reader(text)
        try:
            return reader.get_single_data()
        finally:
            reader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotYaml(error.problem or error.context or "", mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        raise NotYaml(str(error), None) from None


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """The line (from 1) of the deepest entry on the way that exists, in a text that `read_yaml` can read."""
    reader = _Reader(text)
    try:
        node = reader.get_single_node()
    finally:
        reader.dispose()
    line = 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if str(pair[0].value) == step), None)
            if pair is None:
                continue
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            node = None
    return line
