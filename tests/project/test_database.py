"""Which database an address names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from yifa.project.configuration import WrongSetting
from yifa.project.database import database

HOME = Path("/srv/clerk")


def said(address: str) -> dict[str, Any]:
    found = database(address, HOME)
    return {name.lower(): found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT") if found.get(name)}


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("", {"name": HOME / "record.sqlite3"}),
        ("/srv/yifa/record.sqlite3", {"name": Path("/srv/yifa/record.sqlite3")}),
        ("postgresql://yifa@db/record", {"name": "record", "user": "yifa", "host": "db"}),
        (
            "postgres://yifa:p%40ss%2F@db.local:5433/record",
            {"name": "record", "user": "yifa", "password": "p@ss/", "host": "db.local", "port": "5433"},
        ),
        ("postgresql://yifa@%2FVar%2Frun/record", {"name": "record", "user": "yifa", "host": "/Var/run"}),
        ("postgresql://yifa@[::1]:5433/record", {"name": "record", "user": "yifa", "host": "::1", "port": "5433"}),
        ("postgresql://yifa@[::1]/record", {"name": "record", "user": "yifa", "host": "::1"}),
    ],
)
def test_an_address_names_its_database(address: str, found: dict[str, Any]) -> None:
    assert said(address) == found


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("mysql://db/record", "YIFA_DATABASE begins with mysql://; expected a path, or postgresql://…"),
        ("postgresql://db", "YIFA_DATABASE names no database; expected postgresql://USER:PASSWORD@HOST:PORT/NAME"),
        ("postgresql://db:port/record", "YIFA_DATABASE has a port that is not a number"),
    ],
)
def test_what_names_no_database_is_told(address: str, told: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        database(address, HOME)
    assert str(refused.value) == told


def test_sqlite_writes_to_the_disk_before_it_answers() -> None:
    options = database("", HOME)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert all(pragma in options["init_command"] for pragma in ("journal_mode=WAL", "synchronous=FULL"))
