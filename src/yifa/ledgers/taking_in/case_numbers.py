"""Which case each row tells of: by its number, and by the organ where several organs use the same.

Numbers are compared as people mean them: 〔2025〕, [2025], （2025） and full-width digits are the same. The key of a
case is the id of its organ and its number.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yifa.ledgers.registers.organ_names import OrganNames
from yifa.ledgers.sheets import Cell
from yifa.ledgers.taking_in.sheet import Held, Joined
from yifa.ledgers.values.texts import half_width, meaning, plain

_AS_COMPARED = str.maketrans(
    {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("([{（［｛【<《〈", "〔")
    | dict.fromkeys(")]}）］｝】>》〉", "〕")
    | dict.fromkeys("－—–‐−―", "-")
    | dict.fromkeys(" \t\n\r\u3000\xa0", "")
)
NOBODY = ""
"""The organ of a row that names none."""


def compared_number(text: str) -> str:
    """A case number as it is compared.

    >>> compared_number("青市监案[2025] 18 号") == compared_number("青市监案〔２０２５〕18号")
    True
    """
    compared = text.translate(_AS_COMPARED)
    return text if compared == text else compared


@dataclass(frozen=True)
class Numbered:
    """The rows of a sheet by case and organ.

    `numbers` and `organs` are by code: `numbers[number[row]]`. `written`: the number as it stands in the row.
    `shared`: names of organs that several have, by name; `unknown`: names nobody knows, with the positions.
    """

    number: NDArray[np.int64]
    numbers: Sequence[str]
    written: Sequence[str]
    organ: NDArray[np.int64]
    organs: Sequence[str]
    said: NDArray[np.bool_]
    """Whether the row itself names its organ."""
    unknown: Mapping[str, NDArray[np.intp]]
    shared: Mapping[str, NDArray[np.intp]]


def number_rows(sheet: Joined, names: OrganNames) -> Numbered:
    """The number and the organ of every row; a row without a number has none (empty), without an organ its sheet's."""
    cells = sheet.cells[sheet.held(next(one for one in sheet.ledger_sheet.columns if one.key == "case"))[0].place]
    written = [_written(cell) for cell in cells.values]
    numbers = [compared_number(text) for text in written]
    number = cells.codes.astype(np.int64)
    usual = [one.organ or NOBODY for one in sheet.sheets]
    column = next((one for one in sheet.ledger_sheet.columns if one.key == "organ"), None)
    held = None if column is None else next(iter(sheet.held(column)), None)
    if held is None:
        organ = sheet.part.astype(np.int64)
        return Numbered(number, numbers, written, organ, usual, np.zeros(sheet.size, np.bool_), {}, {})
    return _with_organs(Numbered(number, numbers, written, number, [], number == 0, {}, {}), sheet, held, usual, names)


def _with_organs(numbered: Numbered, sheet: Joined, held: Held, usual: Sequence[str], names: OrganNames) -> Numbered:
    """With the organ each row names, or else its sheet's."""
    cells = sheet.cells[held.place]
    many = len(cells.values)
    pairs, codes = np.unique(sheet.part.astype(np.int64) * many + cells.codes, return_inverse=True)
    organs: list[str] = []
    unknown: dict[str, set[int]] = {}
    shared: dict[str, set[int]] = {}
    for code, pair in enumerate(pairs.tolist()):
        own, cell = usual[pair // many], cells.values[pair % many]
        text = " ".join(plain(cell).split())
        called = names.called(text) if text and meaning(text) is None else ()
        if not text or meaning(text) is not None:
            organs.append(own)
        elif len(called) == 1:
            organs.append(called[0])
        elif called:
            organs.append(own if own in called else half_width(text))
            if own not in called:
                shared.setdefault(text, set()).add(code)
        else:
            organs.append(half_width(text).replace(" ", ""))
            if names.organs.offices:
                unknown.setdefault(text, set()).add(code)
    at = [
        {name: np.flatnonzero(np.isin(codes, list(places))) for name, places in found.items()}
        for found in (unknown, shared)
    ]
    said = cells.codes != 0
    return Numbered(numbered.number, numbered.numbers, numbered.written, codes, organs, said, at[0], at[1])


def _written(cell: Cell) -> str:
    text = plain(cell)
    return "" if meaning(text) is not None else text


def key_of(organ: str, number: str) -> str:
    """The key of a case: one text, however many sheets tell of it."""
    return sys.intern(f"{organ}/{number}")


@dataclass(frozen=True)
class Keyed:
    """The rows of a sheet by key: `keys[code[row]]`; the key is empty where a row has no number.

    `organs` and `numbers` are by code, as the keys are.
    """

    code: NDArray[np.intp]
    keys: Sequence[str]
    organs: Sequence[str]
    numbers: Sequence[str]


def keyed(numbered: Numbered) -> Keyed:
    """The key of every row's case."""
    many = max(1, len(numbered.numbers))
    which, code = np.unique(numbered.organ * many + numbered.number, return_inverse=True)
    organs = [numbered.organs[pair // many] for pair in which.tolist()]
    numbers = [numbered.numbers[pair % many] for pair in which.tolist()]
    keys = [key_of(organ, number) if number else "" for organ, number in zip(organs, numbers, strict=True)]
    return Keyed(code, keys, organs, numbers)
