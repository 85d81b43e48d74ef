"""The lists that lie beside the ledgers: organs and how they stand to one another, officers, market entities.

Headings come from `yifa.ledgers.registers.columns`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from demo.city.city import City
from demo.city.days import NONE, number, told
from demo.city.parties import PEOPLE_FROM, credit_codes
from demo.city.places import Organ
from demo.city.sheets import Table
from yifa.ledgers.registers import columns as register

FIRMS_LISTED = 3000
LEVELS = {"county": "县级", "township": "乡级", "city": "市级"}
KINDS = {kind: names[0] for kind, names in register.RELATIONS.items()}


def table(sheet: Any, rows: list[dict[str, str]]) -> Table:
    """Rows under the headings of a sheet of the register."""
    columns = []
    for column in sheet.columns:
        held = np.empty(len(rows), dtype=object)
        held[:] = [row.get(column.id) or None for row in rows]
        columns.append(held)
    return Table(sheet.zh, (tuple(column.zh for column in sheet.columns),), columns, len(rows))


def organs(city: City) -> list[Table]:
    """The organs, and how they stand to one another."""
    return [
        table(register.ORGANS, [_organ(one) for one in city.places.organs]),
        table(
            register.RELATIONS_SHEET,
            [
                {
                    "organ": one.organ,
                    "kind": KINDS[one.kind],
                    "other": one.other,
                    "from": _day(one.first),
                    "to": _day(one.last),
                }
                for one in city.places.relations
                if one.kind != "belongs-to"
            ],
        ),
    ]


def _organ(one: Organ) -> dict[str, str]:
    code = credit_codes(np.array([9_000_000 + one.number]))[0]
    return {
        "id": one.id,
        "name": one.name,
        "also": "、".join(one.was),
        "code": "11" + code[2:-1] + _last("11" + code[2:-1]),
        "level": LEVELS[one.level],
        "sector": register.SECTORS[one.profile][0] if one.profile and one.profile_from is None else "",
        "rules": register.CODES[one.region] if one.region else "",
        "to": one.above,
    }


def _last(digits: str) -> str:
    from demo.city.parties import CODE_DIGITS, CODE_WEIGHTS  # noqa: PLC0415

    total = sum(CODE_DIGITS.index(digit) * int(weight) for digit, weight in zip(digits, CODE_WEIGHTS, strict=True))
    return CODE_DIGITS[(31 - total % 31) % 31]


def _day(day: int | None) -> str:
    return "" if day is None or day == NONE else told(day)


def officers(city: City) -> Table:
    """The certificates; whoever is not listed has none."""
    return table(
        register.OFFICERS,
        [
            {
                "name": str(city.people.names[one.person]),
                "organ": city.places.organs[int(city.people.organ[one.person])].name,
                "number": one.number,
                "issued": told(one.issued),
                "expires": told(one.expires),
                "suspended": _day(one.suspended),
                "restored": _day(one.restored),
                "withdrawn": _day(one.withdrawn),
                "kind": "行政执法",
            }
            for one in city.people.certificates
        ],
    )


def firms(city: City) -> Table:
    """Market entities with their credit grades: the first of them, as many as a list is sent for."""
    many = min(city.parties.firms, FIRMS_LISTED)
    firm = np.arange(many)
    names, codes, grades = city.parties.names(firm), city.parties.codes(firm), city.parties.grades(firm)
    begun = city.draws.named("registered").whole(many, number("2008-01-01"), number("2024-12-31"))
    return table(
        register.PARTIES,
        [
            {"name": name, "code": code, "kind": "法人", "grade": grade, "registered": told(day)}
            for name, code, grade, day in zip(names, codes, grades, begun.tolist(), strict=True)
        ],
    )


_ = PEOPLE_FROM
