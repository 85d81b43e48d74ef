"""Texts for these rooms: made ready by the text stage, and the worked examples beside the tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from yifa.reader.reading import Extract, Facts, Number, Prepared, View
from yifa.reader.text import prepare
from yifa.wording import language


def prepared(text: str) -> Prepared:
    """A text as the text stage hands it on."""
    return prepare(Extract("examples", text, "txt"), speech=language("en"))


def untouched(text: str) -> Prepared:
    """A text whose view is the text itself, in one sentence, however odd it is."""
    sentences = ((0, len(text)),) if text else ()
    return Prepared(Extract("examples", text, "txt"), View(text, range(len(text) + 1)), (), sentences, Facts(), ())


def told(number: Number) -> str:
    """A number as the examples write it: `written = value unit kind qualifiers`."""
    value = f"{number.value}" if number.value_to is None else f"{number.value}..{number.value_to}"
    return " ".join((f"{number.written} = {value}", number.unit or "-", number.kind.value, *number.qualifiers))


@cache
def examples(path: Path) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Topic, text and expected figures of every worked example of a file."""
    read: dict[str, list[Any]] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return tuple(
        (topic, one, ()) if isinstance(one, str) else (topic, one["text"], tuple(one["figures"]))
        for topic, some in read.items()
        for one in some
    )
