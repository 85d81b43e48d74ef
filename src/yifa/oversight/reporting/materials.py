"""Reads the papers contributors wrote their texts on: paragraphs by the heading they stand under.

Headings are known in both languages, as a heading or as a paragraph that is nothing else; what is set in italics is the
guidance of the paper and no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yifa.oversight.reporting.drafting import Material
from yifa.oversight.reporting.request_form import MATERIAL_PARTS

NAME = "素材"
_HEADINGS = {heading: part.kind for part in MATERIAL_PARTS for heading in (part.zh, part.en)}


class NotAPaper(ValueError):
    """A file that cannot be read as such a paper; `file` is its name."""

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(file)


def read_materials(folder: Path) -> Iterator[Material]:
    """The texts of all papers below a folder, each of the contributor whose folder it lies in; raises `NotAPaper`."""
    for path in sorted(folder.rglob(f"{NAME}*.docx")):
        if not path.name.startswith("~$"):
            yield from read_paper(path, path.parent.name)


def read_paper(path: Path, contributor: str) -> Iterator[Material]:
    """The texts of one paper; raises `NotAPaper`."""
    import docx  # noqa: PLC0415 - heavy, and needed for papers only

    try:
        document = docx.Document(str(path))
    except (OSError, ValueError, KeyError) as error:
        raise NotAPaper(path.name) from error
    except Exception as error:  # the library raises what it likes for a broken package
        raise NotAPaper(path.name) from error
    kind: str | None = None
    for paragraph in document.paragraphs:
        text = paragraph.text.strip()
        if text in _HEADINGS:
            kind = _HEADINGS[text]
        elif paragraph.style is not None and str(paragraph.style.name).startswith("Heading"):
            kind = None
        elif kind is not None and text and not _guidance(paragraph):
            yield Material(kind, contributor, text)


def _guidance(paragraph: Any) -> bool:
    """Whether all of a paragraph is set in italics."""
    written = [run for run in paragraph.runs if run.text.strip()]
    return bool(written) and all(run.italic for run in written)
