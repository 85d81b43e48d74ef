"""Lists of words that stand beside the code as YAML: set apart by blanks, a name to each list."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from yifa.law.catalogue.yaml_text import read_yaml


@cache
def word_lists(package: str, name: str) -> dict[str, tuple[str, ...]]:
    """The lists of a file of this package, each as its words in their order."""
    text = (files(package) / f"{name}.yaml").read_text(encoding="utf-8")
    read: dict[str, str] = read_yaml(text)
    return {key: tuple(words.split()) for key, words in read.items()}
