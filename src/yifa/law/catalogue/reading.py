"""Reads one YAML 1.2 file into a pydantic model, and turns what is wrong into faults with line numbers.

Unknown keys are errors that list the allowed ones; every fault of the file is reported at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.packs import roots
from yifa.law.catalogue.yaml_text import NotYaml, line_of, read_yaml

CORPUS: Traversable = files("yifa") / "corpus"


class CorpusModel(BaseModel):
    """What every corpus file is made of: closed, unchangeable, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, strict=False)


Model = TypeVar("Model", bound=BaseModel)
Steps = tuple[str | int, ...]
"""The way down to a value: keys and places in lists."""


def read_file(path: Traversable | Path, model: type[Model]) -> Model:
    """Read and validate one file; raises `CorpusFaults` with every fault in it."""
    return read_text(path.read_text(encoding="utf-8"), model, name=short_name(path))


def read_text(text: str, model: type[Model], *, name: str) -> Model:
    """The same for a text at hand; `name` stands for the file in messages."""
    return Written(text, name).as_(model)


class Written:
    """A YAML file as written: its values, and the line and the way down to each of them.

    For files whose checks go beyond one model: read once, validate parts, and report faults where they stand. The
    values are shared with the caller, who leaves them as they are.
    """

    def __init__(self, text: str, name: str, *, top: type[dict[Any, Any] | list[Any]] = dict) -> None:
        self.name = name
        self.text = text
        self.values = _parse(text, name, top)

    @classmethod
    def file(cls, path: Traversable | Path) -> Written:
        """A file, read."""
        return cls(path.read_text(encoding="utf-8"), short_name(path))

    @classmethod
    def list_file(cls, path: Traversable | Path) -> Written:
        """A file with a list at its top, read."""
        return cls(path.read_text(encoding="utf-8"), short_name(path), top=list)

    def at(self, path: Steps) -> Any:
        """The value at the end of a way; None where there is none."""
        node: Any = self.values
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def as_(self, model: type[Model], path: Steps = ()) -> Model:
        """A part (or the whole) as a model; raises `CorpusFaults` with every fault in it."""
        try:
            return model.model_validate(self.at(path))
        except ValidationError as error:
            # Pydantic counts entries with a fault of their own as missing; they are not.
            kept = [one for one in error.errors() if one["type"] != "too_short" or not one["input"]]
            raise CorpusFaults([_fault(self, model, one, path) for one in kept]) from None

    def fault(self, path: Steps, message: str) -> CorpusFault:
        """A fault at the end of a way."""
        kept, shown = _shown(self.values, path)
        return CorpusFault(self.name, line_of(self.text, kept), shown, message)


def corpus_files(folder: str) -> Iterable[Traversable]:
    """The YAML files below a folder of the corpus in the order of their names, those of packs after our own."""
    for root in roots().values():
        if (root / folder).is_dir():
            yield from _walk(root / folder)


def _walk(folder: Traversable) -> Iterable[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.name.endswith(".yaml"):
            yield entry


def short_name(path: Traversable | Path) -> str:
    """A file's name as people speak of it: from the corpus folder down."""
    parts = Path(str(path)).parts
    return "/".join(parts[parts.index("corpus") + 1 :]) if "corpus" in parts else parts[-1]


def _parse(text: str, name: str, top: type[dict[Any, Any] | list[Any]]) -> Any:
    try:
        values = read_yaml(text)
    except NotYaml as error:
        raise CorpusFaults([CorpusFault(name, error.line, "", f"is not readable as YAML: {error.problem}")]) from None
    if not isinstance(values, top):
        expected = "`key: value` lines" if top is dict else "a list, each entry beginning with `- `,"
        raise CorpusFaults([CorpusFault(name, 1, "", f"expected {expected} at the top of the file")])
    return values


def _fault(written: Written, model: type[BaseModel], error: Any, above: Steps) -> CorpusFault:
    path: Steps = error["loc"]
    if error["type"] == "extra_forbidden":
        allowed = _allowed_keys(model, path[:-1])
        near = difflib.get_close_matches(str(path[-1]), allowed, 1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        message = f"is not known here; allowed are {', '.join(f'`{key}`' for key in allowed)}{hint}"
    elif error["type"] == "missing":
        message = "is missing"
    elif error["type"] == "value_error":
        message = str(error["ctx"]["error"])
    elif error["type"] in _EXPECTED:
        message = f"expected {_EXPECTED[error['type']]}, found {error['input']!r}"
    else:
        message = f"{error['msg'][0].lower()}{error['msg'][1:]}, found {error['input']!r}"
    return written.fault((*above, *path), message)


_EXPECTED = {
    "bool_parsing": "yes or no",
    "bool_type": "yes or no",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "string_type": "a text",
    "tuple_type": "a list",
    "too_short": "at least one entry",
    "date_type": "a day such as 2024-09-25",
    "date_parsing": "a day such as 2024-09-25",
    "date_from_datetime_parsing": "a day such as 2024-09-25",
    "dict_type": "`key: value` lines",
    "mapping_type": "`key: value` lines",
    "model_type": "`key: value` lines",
}
"""What was expected, in words a lawyer knows, by the type of error pydantic names."""


def _shown(values: Any, path: Steps) -> tuple[Steps, str]:
    """The way without the branches of unions, which the file does not show; and as people write it."""
    node: Any = values
    kept: list[str | int] = []
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        elif isinstance(node, dict) or node is None:
            shown += f".{step}" if shown else step
        else:
            continue
        kept.append(step)
        if isinstance(node, dict):
            node = node.get(step)
        else:
            node = node[step] if isinstance(node, list) and isinstance(step, int) and step < len(node) else None
    return tuple(kept), shown


def _allowed_keys(model: type[BaseModel], path: Steps) -> list[str]:
    """The keys allowed where the path leads, found by following the model's fields."""
    current: Any = model
    for step in path:
        if isinstance(current, type) and issubclass(current, BaseModel):
            names = {field.alias or key: field.annotation for key, field in current.model_fields.items()}
            current = names.get(str(step)) if isinstance(step, str) else current
        else:
            current = _inside(current)
        if not _is_container(current):
            current = _model_in(current)
    found = _model_in(current)
    return [] if found is None else [field.alias or key for key, field in found.model_fields.items()]


def _is_container(annotation: Any) -> bool:
    """Whether a further step of the path chooses an entry: `list[…]`, `tuple[…, ...]`, `Mapping[str, …]`."""
    return get_origin(annotation) in (list, tuple, dict, Mapping)


def _inside(annotation: Any) -> Any:
    """What the entries of a container are."""
    parts = [part for part in get_args(annotation) if part is not Ellipsis]
    return parts[-1] if parts else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `list[Model]`, `tuple[Model, ...]`, `Model | None`, `Annotated[Model, …]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)
