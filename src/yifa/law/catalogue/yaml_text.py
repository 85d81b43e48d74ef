"""YAML 1.2 as plain values: lists, dictionaries, texts, numbers, days.

Read by libyaml, many times as fast as a reader written in Python. What is made of plain scalars follows the core schema
of YAML 1.2 (`on` and `yes` are words), days beside it. Lines are found only when a fault asks for them.

Values are made straight from the parser's events. What files of the corpus seldom hold (tags, a key that stands twice,
a text that is not YAML) is left to libyaml's own reader, which takes twice as long and knows it all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.constructor import ConstructorError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

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


def _whole_number(text: str) -> int:
    return int(text, 0 if text[:2] in ("0o", "0x") else 10)


def _day(text: str) -> date | datetime | str:
    """A day or moment; the text itself where no calendar has such a day."""
    try:
        return datetime.fromisoformat(text) if len(text) > len("2024-09-25") else date.fromisoformat(text)
    except ValueError:
        return text


_BY_FIRST: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _name in ("bool", "null", "int", "timestamp", "float"):
    _pattern, _first = _PLAIN[_name]
    for _letter in _first:
        _BY_FIRST.setdefault(_letter, []).append((f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_pattern})\\Z")))
_Reader.add_constructor("tag:yaml.org,2002:int", lambda _, node: _whole_number(node.value))
_Reader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: _day(node.value))
_VALUES: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:bool": lambda text: text[0] in "tT",
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:int": _whole_number,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:timestamp": _day,
}


class _Rare(Exception):
    """Something that the quick way does not read."""


class _Quick:
    """The values of a text from its events; raises `_Rare` for what it leaves to the reader."""

    def __init__(self, text: str) -> None:
        self.next = CParser(text).get_event
        self.anchors: dict[str, Any] = {}

    def document(self) -> Any:
        """The one document of the text."""
        self.next()  # the stream begins
        if isinstance(self.next(), StreamEndEvent):
            raise _Rare
        found = self.value(self.next())
        if not isinstance(self.next(), DocumentEndEvent) or not isinstance(self.next(), StreamEndEvent):
            raise _Rare
        return found

    def value(self, event: Any) -> Any:
        """What an event begins, up to its end."""
        kind = event.__class__
        if kind is ScalarEvent:
            found = _scalar(event)
            if event.anchor is not None:
                self.anchors[event.anchor] = found
            return found
        if kind is AliasEvent and event.anchor in self.anchors:
            return self.anchors[event.anchor]
        if kind is SequenceStartEvent and event.tag is None:
            return self._list(event)
        if kind is MappingStartEvent and event.tag is None:
            return self._mapping(event)
        raise _Rare

    def _list(self, begun: Any) -> list[Any]:
        found: list[Any] = []
        if begun.anchor is not None:
            self.anchors[begun.anchor] = found
        while (event := self.next()).__class__ is not SequenceEndEvent:
            found.append(self.value(event))
        return found

    def _mapping(self, begun: Any) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        if begun.anchor is not None:
            self.anchors[begun.anchor] = found
        while (event := self.next()).__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent or event.anchor is not None:
                raise _Rare
            key = str(_scalar(event))
            if key in found or key == "<<":
                raise _Rare
            found[key] = self.value(self.next())
        return found


def _scalar(event: Any) -> Any:
    if event.tag is not None:
        raise _Rare
    text: str = event.value
    if event.implicit[0]:
        for tag, pattern in _BY_FIRST.get(text[:1], ()):
            if pattern.match(text):
                try:
                    return _VALUES[tag](text)
                except ValueError:  # `.inf`, `.nan`
                    raise _Rare from None
    return text


class NotYaml(ValueError):
    """A text that is not YAML; `line` (from 1) and `problem` say where and why."""

    def __init__(self, problem: str, line: int | None) -> None:
        self.problem = problem
        self.line = line
        super().__init__(problem)


def read_yaml(text: str) -> Any:
    """The values of a text; every key is a text. Raises `NotYaml`."""
    try:
        return _Quick(text).document()
    except (_Rare, yaml.YAMLError):
        return _read_slowly(text)


def _read_slowly(text: str) -> Any:
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
