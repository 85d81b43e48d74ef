"""Which of the fonts of this machine stand in for those of the standard, and which had to be replaced.

The fonts of official documents may not travel with the program. Those installed are found, and those of a folder that
the settings name; for one that is not there the nearest free one is taken, and that is told in one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from yifa.interfaces.documents.layout import FACES, Face
from yifa.wording import Language


@dataclass(frozen=True)
class Fonts:
    """The fonts a document is set with: the family of each role, and what those replaced are called."""

    families: dict[str, str]
    replaced: tuple[tuple[str, str], ...]
    bold: frozenset[str]
    found: typst.Fonts

    @property
    def told(self) -> dict[str, str]:
        """What stands for the fonts of the standard, by their names."""
        return {FACES[role].office: family for role, family in self.families.items()}


class NoFonts(LookupError):
    """No font with Chinese characters is there."""


def find_fonts(folder: Path | None) -> Fonts:
    """The fonts for each role; raises `NoFonts` where none has Chinese characters."""
    return _found(None if folder is None else str(folder))


@lru_cache(maxsize=4)
def _found(folder: str | None) -> Fonts:
    every = typst.Fonts(
        include_system_fonts=True, include_embedded_fonts=False, font_paths=[] if folder is None else [folder]
    )
    there = set(every.families())
    families, replaced, bold = {}, [], set()
    for role, face in FACES.items():
        family, own = _family(face, there)
        families[role] = family
        if not own:
            replaced.append((face.office, family))
            if face.bold_instead:
                bold.add(role)
    return Fonts(families, tuple(replaced), frozenset(bold), every)


def _family(face: Face, there: set[str]) -> tuple[str, bool]:
    for name in (face.office, *face.known_as):
        if name in there:
            return name, True
    for name in face.instead:
        if name in there:
            return name, False
    raise NoFonts(face.office)


def tell_replaced(fonts: Fonts, speech: Language) -> str:
    """One line on the fonts that were replaced; empty where none was."""
    if not fonts.replaced:
        return ""
    pairs = speech.list([f"{office} → {family}" for office, family in fonts.replaced])
    return speech.say("Fonts replaced in the PDF: {pairs}. Put the fonts in the folder YIFA_FONTS names.", pairs=pairs)
