"""The manifest of a backup: what it must come to when it is brought back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from yifa import __version__
from yifa.record.chain.models import HeadRow, SealRow
from yifa.record.safekeeping.errors import NotKept
from yifa.record.safekeeping.tallies import Tally, tallies

FORM = "yifa.backup/1"
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Standing:
    """What the record comes to at a moment: tables, ends of chains, the last seal, and how the tables came to be."""

    tables: Mapping[str, Tally]
    heads: Mapping[str, tuple[int, str]]
    seal: tuple[int, str]
    migrations: tuple[str, ...]

    @property
    def entries(self) -> int:
        """How many entries all chains have together."""
        return sum(number for number, _ in self.heads.values())

    @property
    def rows(self) -> int:
        """How many rows all tables have together."""
        return sum(one.rows for one in self.tables.values())


@dataclass(frozen=True)
class Manifest:
    """What stands in a backup. `kept_as` is the file with the database, `files` other files by their digest."""

    made: str
    database: str
    kept_as: str
    standing: Standing
    digest: str
    files: Mapping[str, str]
    release: str = __version__

    def write(self, folder: Path) -> None:
        """Write it into the folder of its backup."""
        data = {"form": FORM, **asdict(self)}
        (folder / MANIFEST).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of a backup. Raises `NotKept`."""
        try:
            data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            if data.pop("form") != FORM:
                raise ValueError
            told = data.pop("standing")
            standing = Standing(
                {name: Tally(**one) for name, one in told["tables"].items()},
                {organ: (one[0], one[1]) for organ, one in told["heads"].items()},
                (told["seal"][0], told["seal"][1]),
                tuple(told["migrations"]),
            )
            return cls(standing=standing, **data)
        except FileNotFoundError:
            raise NotKept(f"{folder}: found no {MANIFEST}, expected the folder of one backup") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise NotKept(f"{folder / MANIFEST}: cannot be read, expected the manifest of a backup ({FORM})") from None


def standing_now() -> Standing:
    """What the record comes to now; of one moment only within a transaction."""
    seal = SealRow.objects.order_by("-number").first()
    return Standing(
        tallies(),
        {one.organ: (one.number, one.digest) for one in HeadRow.objects.filter(number__gt=0).order_by("organ")},
        (0, "") if seal is None else (seal.number, seal.digest),
        tuple(sorted(f"{app} {name}" for app, name in MigrationRecorder(connection).applied_migrations())),
    )


def name_of(made: datetime) -> str:
    """What the folder of a backup is called."""
    return made.strftime("%Y-%m-%d-%H%M%S")
