"""An earlier run as its file of findings tells it (`yifa.findings/1`): what was found, as of when, by which rules."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import Procedure
from yifa.law.run.findings_table import KEY, RESULT

SCHEMA = "yifa.findings/1"


class NotFindings(ValueError):
    """A file that is no file of findings; the message says what was found instead."""


@dataclass(frozen=True)
class EarlierRun:
    """What an earlier run found. `rules`: by procedure and duty the digest of the rule; `findings`: key and result."""

    as_of: date
    known_at: datetime | None
    calendar: str
    rules: Mapping[tuple[str, str], str]
    findings: Any

    @property
    def cases(self) -> frozenset[tuple[str, str]]:
        """The cases that had findings, each with its procedure."""
        names = (self.findings[name].to_pylist() for name in ("procedure", "case"))
        return frozenset(zip(*names, strict=True))


def rule_digest(duty: Duty, procedure: Procedure) -> str:
    """A short digest of a rule: the duty and the words of its procedure.

    What they leave out is no part of it: a rule does not change where rules may say something new, and it does not.
    """
    told = "".join(one.model_dump_json(by_alias=True, exclude_defaults=True) for one in (duty, procedure))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def read_earlier(path: Path) -> EarlierRun:
    """Read the findings of an earlier run; raises `NotFindings` for another file, `OSError` where there is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NotFindings(f"no JSON: {error}") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else type(data).__name__
        raise NotFindings(f"`schema` is {found!r}, not {SCHEMA!r}")
    try:
        return _earlier(data)
    except (KeyError, TypeError, ValueError) as error:
        raise NotFindings(f"{type(error).__name__}: {error}") from None


def _earlier(data: Mapping[str, Any]) -> EarlierRun:
    known_at = data.get("known_at")
    rules = {
        (procedure, duty): told["digest"]
        for procedure, duties in data["duties"].items()
        for duty, told in duties.items()
    }
    return EarlierRun(
        date.fromisoformat(data["as_of"]),
        None if known_at is None else datetime.fromisoformat(known_at),
        data["calendar"],
        rules,
        _table(data["findings"]),
    )


def _table(findings: list[Mapping[str, Any]]) -> Any:
    """Key and result of each finding as an Arrow table."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    days, minutes = {}, {}
    for name in ("due", "due_earliest"):
        moments = [None if one.get(name) is None else datetime.fromisoformat(one[name]) for one in findings]
        days[name] = [None if at is None else at.date() for at in moments]
        minutes[name] = [
            None if at is None or "T" not in one[name] else at.hour * 60 + at.minute
            for at, one in zip(moments, findings, strict=True)
        ]
    columns: dict[str, Any] = {name: pa.array([one[name] for one in findings], pa.string()) for name in KEY}
    columns |= {name: pa.array([one.get(name) for one in findings], pa.string()) for name in ("outcome", "class")}
    for name, told in days.items():
        columns[name] = pa.array(told, pa.date32())
        columns[f"{name}_minute"] = pa.array(minutes[name], pa.int16())
    return pa.table(columns).select([*KEY, *RESULT])
