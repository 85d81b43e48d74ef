"""Reads one YAML 1.2 file into a pydantic model, and turns what is wrong into faults with line numbers.

Unknown keys are errors that list the allowed ones; every fault of the file is reported at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults

CORPUS: Traversable = files("yifa") / "corpus"


class CorpusModel(BaseModel):
    """What every corpus file is made of: closed, unchangeable, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, strict=False)


Model = TypeVar("Model", bound=BaseModel)


def read_file(path: Traversable | Path, model: type[Model]) -> Model:
    """Read and validate one file; raises `CorpusFaults` with every fault in it."""
    return read_text(path.read_text(encoding="utf-8"), model, name=_short_name(path))


def read_text(text: str, model: type[Model], *, name: str) -> Model:
    """The same for a text at hand; `name` stands for the file in messages."""
    document = _parse(text, name)
    try:
        return model.model_validate(_plain(document))
    except ValidationError as error:
        raise CorpusFaults([_fault(name, document, model, one) for one in error.errors()]) from None


def corpus_files(folder: str) -> Iterable[Traversable]:
    """The YAML files below a folder of the corpus, in the order of their names."""
    return _walk(CORPUS / folder)


def _walk(folder: Traversable) -> Iterable[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.name.endswith(".yaml"):
            yield entry


def _short_name(path: Traversable | Path) -> str:
    """A file's name as people speak of it: from the corpus folder down."""
    parts = Path(str(path)).parts
    return "/".join(parts[parts.index("corpus") + 1 :]) if "corpus" in parts else parts[-1]


def _parse(text: str, name: str) -> CommentedMap:
    yaml = YAML(typ="rt")
    yaml.version = (1, 2)
    try:
        document = yaml.load(StringIO(text))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise CorpusFaults([CorpusFault(name, line, "", f"is not readable as YAML: {error.problem}")]) from None
    except YAMLError as error:
        raise CorpusFaults([CorpusFault(name, None, "", f"is not readable as YAML: {error}")]) from None
    if not isinstance(document, CommentedMap):
        raise CorpusFaults([CorpusFault(name, 1, "", "expected `key: value` lines at the top of the file")])
    return document


def _plain(node: Any) -> Any:
    """Ruamel's nodes as ordinary lists and dictionaries."""
    if isinstance(node, CommentedMap):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, CommentedSeq):
        return [_plain(value) for value in node]
    return node


def _fault(name: str, document: CommentedMap, model: type[BaseModel], error: Any) -> CorpusFault:
    path: tuple[str | int, ...] = error["loc"]
    line, shown = _locate(document, path)
    if error["type"] == "extra_forbidden":
        allowed = _allowed_keys(model, path[:-1])
        near = difflib.get_close_matches(str(path[-1]), allowed, 1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        message = f"is not known here; allowed are {', '.join(f'`{key}`' for key in allowed)}{hint}"
    elif error["type"] == "missing":
        message = "is missing"
    else:
        message = f"{error['msg'][0].lower()}{error['msg'][1:]}, found {error['input']!r}"
    return CorpusFault(name, line, shown, message)


def _locate(document: CommentedMap, path: tuple[str | int, ...]) -> tuple[int | None, str]:
    """The line of the deepest node on the way that exists, and the way as people write it."""
    node: Any = document
    line: int | None = 1
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        elif isinstance(node, CommentedMap) or node is None:
            shown += f".{step}" if shown else step
        else:
            continue  # a branch of a union, which the file does not show
        if isinstance(node, CommentedMap) and step in node:
            line = node.lc.key(step)[0] + 1
            node = node[step]
        elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
            line = node.lc.item(step)[0] + 1
            node = node[step]
        else:
            node = None
    return line, shown


def _allowed_keys(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys allowed where the path leads, found by following the model's fields."""
    current: Any = model
    for step in path:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            names = {field.alias or key: field.annotation for key, field in current.model_fields.items()}
            current = _model_in(names.get(step))
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [field.alias or key for key, field in current.model_fields.items()]
    return []


def _model_in(annotation: Any) -> Any:
    """The model inside `list[Model]`, `tuple[Model, ...]`, `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None
