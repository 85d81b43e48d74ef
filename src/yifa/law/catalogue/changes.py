"""What changed between two corpora: which duties, in which procedures, and for which days answers may differ.

The files are compared as written, so that a corpus of an earlier release can be read whatever its schema was. Titles,
remarks and cures are words; what changes only them changes no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, NamedTuple

from yifa.law.catalogue.reading import Written

Kind = Literal["added", "removed", "changed", "words"]
WORDS = frozenset(
    {"title", "cure", "note", "breach-reason", "class-reason", "unit-reason", "zh", "en", "papers", "about"}
)
"""Keys that are read by people only."""
_EXAMPLES = "examples"


class Period(NamedTuple):
    """Days on which answers may differ, by the day of the duty's trigger; None: without end."""

    first: date | None
    last: date | None


class Point(NamedTuple):
    """One key that differs: the way to it, what stood there, what stands there now (None: nothing)."""

    key: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """A duty, a rule or a word of a procedure that differs."""

    procedure: str
    what: Literal["duty", "rule", "vocabulary"]
    id: str
    kind: Kind
    points: tuple[Point, ...] = ()
    period: Period | None = None


@dataclass(frozen=True)
class Changes:
    """All differences between two corpora, procedures in the order of their ids."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changes: tuple[Change, ...]
    examples: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """How many worked cases a procedure had and has, where the number changed."""

    @property
    def touched(self) -> tuple[str, ...]:
        """The procedures whose answers may differ."""
        real = {one.procedure for one in self.changes if one.kind != "words" and one.what != "rule"}
        return tuple(sorted({*real, *self.added, *self.removed}))


class _Folder(NamedTuple):
    vocabulary: Mapping[str, Any]
    duties: Mapping[str, Mapping[str, Any]]
    rules: Mapping[str, Mapping[str, Any]]
    examples: int


def compare_corpora(before: Traversable | Path, after: Traversable | Path) -> Changes:
    """Compare two corpus folders (those that hold `procedures`); raises `CorpusFaults` for a file that is no YAML."""
    old, new = _folders(before), _folders(after)
    changes: list[Change] = []
    examples: dict[str, tuple[int, int]] = {}
    for id_ in sorted(old.keys() & new.keys()):
        changes += _compare(id_, old[id_], new[id_])
        if old[id_].examples != new[id_].examples:
            examples[id_] = (old[id_].examples, new[id_].examples)
    for id_ in sorted(new.keys() - old.keys()):
        changes += (Change(id_, "duty", name, "added", (), _valid(duty)) for name, duty in new[id_].duties.items())
        examples[id_] = (0, new[id_].examples)
    for id_ in sorted(old.keys() - new.keys()):
        changes += (Change(id_, "duty", name, "removed", (), _valid(duty)) for name, duty in old[id_].duties.items())
        examples[id_] = (old[id_].examples, 0)
    return Changes(
        tuple(sorted(new.keys() - old.keys())), tuple(sorted(old.keys() - new.keys())), tuple(changes), examples
    )


def _folders(corpus: Traversable | Path) -> dict[str, _Folder]:
    found = {}
    for below in ("procedures", "registers"):
        place = corpus / below
        for entry in place.iterdir() if place.is_dir() else ():
            if (entry / "procedure.yaml").is_file():
                found[entry.name] = _folder(entry)
    return found


def _folder(place: Traversable | Path) -> _Folder:
    vocabulary = dict(Written.file(place / "procedure.yaml").values)
    vocabulary["fields"] = {name: _with_words(one) for name, one in (vocabulary.get("fields") or {}).items()}
    duties: dict[str, Any] = {}
    rules: dict[str, Any] = {}
    examples = 0
    for entry in sorted(place.iterdir(), key=lambda one: one.name):
        if entry.name.startswith("duties") and entry.name.endswith(".yaml"):
            duties.update((str(one.get("id")), one) for one in Written.file(entry).at(("duties",)) or ())
        elif entry.name == "rules.yaml":
            rules = Written.file(entry).at(("rules",)) or {}
        elif entry.name.startswith(_EXAMPLES) and entry.name.endswith(".yaml"):
            examples += sum(len(group.get(_EXAMPLES, ())) for group in Written.file(entry).at(("groups",)) or ())
    return _Folder(vocabulary, duties, rules, examples)


def _with_words(field: Mapping[str, Any]) -> dict[str, Any]:
    """A field whose words stand each with its name in both languages, or alone."""
    words = field.get("words")
    return {**field, "words": {word: {} for word in words}} if isinstance(words, list) else dict(field)


def _compare(id_: str, old: _Folder, new: _Folder) -> Iterator[Change]:
    for key in ("pauses", "deemed", "definitions", "acts", "fields", "attributes", "borrows"):
        points = tuple(_points(key, old.vocabulary.get(key), new.vocabulary.get(key)))
        if points:
            yield Change(id_, "vocabulary", key, _weight(points), points)
    for name in (*old.duties, *(name for name in new.duties if name not in old.duties)):
        before, after = old.duties.get(name), new.duties.get(name)
        if before is None or after is None:
            yield Change(id_, "duty", name, "removed" if after is None else "added", (), _valid(before or after or {}))
        elif points := tuple(_points("", before, after)):
            kind = _weight(points)
            yield Change(id_, "duty", name, kind, points, None if kind == "words" else _impact(before, after, points))
    for name in (*old.rules, *(name for name in new.rules if name not in old.rules)):
        points = tuple(_points("", old.rules.get(name), new.rules.get(name)))
        classed = tuple(one for one in points if one.key.split(".")[0] in ("", "class", "by"))
        if classed:
            yield Change(id_, "rule", name, "changed", classed)


def _points(way: str, before: Any, after: Any) -> Iterator[Point]:
    """The keys that differ, mappings gone into, lists taken whole."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in (*before, *(key for key in after if key not in before)):
            yield from _points(f"{way}.{key}" if way else key, before.get(key), after.get(key))
    elif before != after:
        yield Point(way, before, after)


def _weight(points: tuple[Point, ...]) -> Kind:
    return "words" if all(set(point.key.split(".")) & WORDS for point in points) else "changed"


def _valid(duty: Mapping[str, Any]) -> Period:
    valid = duty.get("valid") or {}
    return Period(_day(valid.get("from")), _day(valid.get("to")))


def _day(written: Any) -> date | None:
    return written if isinstance(written, date) else None


def _impact(before: Mapping[str, Any], after: Mapping[str, Any], points: tuple[Point, ...]) -> Period:
    """The days for which answers may differ: where only one end of its validity moved, the days between."""
    old, new = _valid(before), _valid(after)
    keys = {point.key for point in points if not set(point.key.split(".")) & WORDS}
    if keys == {"valid.from"} and old.first and new.first:
        return Period(min(old.first, new.first), max(old.first, new.first))
    if keys == {"valid.to"} and (old.last or new.last):
        ends = [end for end in (old.last, new.last) if end is not None]
        return Period(min(ends), max(ends) if len(ends) == 2 else None)
    first = None if None in (old.first, new.first) else min(old.first or date.min, new.first or date.min)
    last = None if None in (old.last, new.last) else max(old.last or date.min, new.last or date.min)
    return Period(first, last)
