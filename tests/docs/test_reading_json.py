"""The page of the JSON format explains every key and every word that the schema allows, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.interfaces import readings
from yifa.interfaces.cli.comparing import comparison_as_json
from yifa.reader.comparison import compare
from yifa.reader.export import schema

LOOKUP = Path(__file__).parents[2] / "docs" / "lookup"


def words_of(schema_part: Any) -> Iterator[str]:
    """Names of properties and values of enumerations."""
    if isinstance(schema_part, dict):
        yield from schema_part.get("properties", {})
        yield from (word for word in schema_part.get("enum", []) if isinstance(word, str))
        for part in schema_part.values():
            yield from words_of(part)
    elif isinstance(schema_part, list):
        for part in schema_part:
            yield from words_of(part)


def keys_of(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
        for part in data.values():
            yield from keys_of(part)
    elif isinstance(data, list):
        for part in data:
            yield from keys_of(part)


@pytest.mark.parametrize("page", ["reading-json.md", "reading-json.en.md"])
def test_every_key_of_the_format_is_explained(page: str) -> None:
    text = (LOOKUP / page).read_text(encoding="utf-8")
    compared = set(keys_of(comparison_as_json(compare(readings.reading().documents))))

    assert {word for word in {*words_of(schema()), *compared} if f"`{word}`" not in text} == set()
