"""Loads the worked examples of this room: files of `name`, what goes in, and the text that comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

FIXTURES = Path(__file__).parent / "fixtures"


def worked(file: str) -> list[Any]:
    """The examples of a file as parameters, named as in the file."""
    loaded = YAML(typ="safe").load((Path(__file__).parent / "examples" / f"{file}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(example, id=example["name"]) for example in loaded]
