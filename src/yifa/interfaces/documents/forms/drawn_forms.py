"""The forms that come with the program, as they are told in `drawn/`: one file for each paper, with when it is used.

They are drafts of ours for an office to make its own, not the forms any authority fixes (行政处罚法 59, 行政许可法 32,
38, 行政复议法 30, 48, 75 say what must stand in them); an office downloads one, changes it in Word and puts its own in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, field_validator

from yifa.interfaces.documents.forms.drawing import ORGAN, draw

_FOLDER = Path(__file__).parent / "drawn"
Style = Literal["number", "plain", "text", "head", "sign", "seal", "date", "note"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Model):
    """A paragraph in one of the styles of such papers."""

    style: Style
    words: str


class DrawnForm(_Model):
    """A form as it is told. `procedure`, `act`, `paper`: of what it is the paper; `heading`: what stands on it.

    `organ`: the place that says whose paper it is. `act` blank: of no act, made where it is wanted (送达回证). `use`:
    when it is used; `asks`: places that no case tells, each with what is to be written there. `begins`: what stands in
    some of these at first, where the case tells the places in it. `table`: pairs of label and words, set below the
    lines before it.
    """

    procedure: str
    act: str = ""
    paper: str
    heading: str
    organ: str = ORGAN
    law: tuple[str, ...] = ()
    use: str
    asks: dict[str, str] = {}
    begins: dict[str, str] = {}
    body: tuple[Line, ...] = ()
    table: tuple[tuple[str, str], ...] = ()
    after: tuple[Line, ...] = ()

    @field_validator("body", "after", mode="before")
    @classmethod
    def _lines(cls, given: object) -> object:
        """`- text: …` in the file is a line of that style."""
        if not isinstance(given, list):
            return given
        found = []
        for one in given:
            [(style, words)] = one.items()
            found.append({"style": style, "words": str(words).strip()})
        return found


@dataclass(frozen=True, slots=True)
class FormKey:
    """By what a form is looked up."""

    procedure: str
    act: str
    paper: str


@lru_cache(maxsize=1)
def drawn_forms() -> dict[FormKey, DrawnForm]:
    """Every form that comes with the program."""
    found = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        told: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        for procedure in told.pop("procedures", None) or [told.pop("procedure")]:
            form = DrawnForm(procedure=procedure, **told)
            found[FormKey(procedure, form.act, form.paper)] = form
    return found


@lru_cache(maxsize=32)
def drawn_docx(key: FormKey) -> bytes:
    """A form that comes with the program, as a Word document. Raises `KeyError`."""
    form = drawn_forms()[key]
    return draw(
        form.heading,
        [(one.style, one.words) for one in form.body],
        form.table,
        [(one.style, one.words) for one in form.after],
        organ=form.organ,
    )
