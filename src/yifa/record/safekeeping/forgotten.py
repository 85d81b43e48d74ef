"""What is gone for good, told beside the backups: older backups hold it yet, and must not bring it back.

A line for each act of a chain that erased values or destroyed files, with the commitments to them, which name nobody.
It is written when a party is forgotten and with each backup; a backup that was brought back is held against all lines.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.models import Q

from yifa.record.cases.forgetting import forget_party
from yifa.record.chain.actions import COMMITTED, erase
from yifa.record.chain.models import EntryRow, KeptValue
from yifa.record.chain.telling_values import ERASED
from yifa.record.evidence.actions import destroy_file
from yifa.record.evidence.models import Item
from yifa.record.organs.actions import Actor
from yifa.record.parties.errors import NotAParty
from yifa.record.parties.models import Party
from yifa.record.safekeeping.errors import NotKept

FORGOTTEN = "forgotten.jsonl"
PARTY, DESTROYED = "party-forgotten", "evidence-destroyed"
AGAIN = "恢复备份后再次删除"
AT_ONCE = 500


@dataclass(frozen=True)
class Gone:
    """What an entry of a chain erased: commitments to values, and to the titles of files that were destroyed."""

    entry: str
    organ: str
    because: str
    commitments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Again:
    """What a restored record had to forget once more."""

    parties: int
    values: int
    files: int


def note_gone(to: Path, organ: str | None = None) -> int:
    """Write down beside the backups what is not there yet, of one organ or all; how many lines came."""
    told = {one.entry for one in gone_of(to)}
    new = [one for one in _on_record(organ) if one.entry not in told]
    if new:
        to.mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in new)
        with (to / FORGOTTEN).open("ab+") as file:
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)  # of a line that broke off
            file.write(lines.encode())
            file.flush()
            os.fsync(file.fileno())
    return len(new)


def gone_of(to: Path) -> list[Gone]:
    """What stands beside the backups; a last line that broke off is none. Raises `NotKept` for any other."""
    path = to / FORGOTTEN
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    found = []
    for place, line in enumerate(lines, 1):
        try:
            if line:
                told = json.loads(line)
                listed = {name: tuple(told[name]) for name in ("commitments", "files")}
                found.append(Gone(told["entry"], told["organ"], told["because"], **listed))
        except (ValueError, KeyError, TypeError):
            if place < len(lines):
                raise NotKept(f"{path}: line {place} cannot be read, expected what was erased or destroyed") from None
    return found


def forget_again(to: Path, *, by: str, now: datetime) -> Again:
    """Let a record that was restored forget what is told beside its backups. In the scope of everything."""
    parties = values = files = 0
    for one in gone_of(to):
        actor = Actor(by, now, f"{AGAIN}：{one.because}")
        for some in _chunks(one.commitments):
            kept = list(KeptValue.objects.filter(commitment__in=some).values_list("commitment", flat=True))
            for party in Party.objects.filter(Q(name__in=kept) | Q(identifier__in=kept)).order_by("id"):
                _forget(party, actor)
                parties += 1
            left = list(KeptValue.objects.filter(commitment__in=kept).values_list("commitment", flat=True))
            if left:
                erase(one.organ, sorted(left), actor.because, by, now)
                values += len(left)
        for item in Item.objects.filter(title__in=one.files, destroyed_on__isnull=True).select_related("case__organ"):
            destroy_file(item, actor=actor, on=now.date())
            files += 1
    return Again(parties, values, files)


def _forget(party: Party, actor: Actor) -> None:
    try:
        forget_party(party, actor=actor)
    except NotAParty:  # the reason of an older day names it
        forget_party(party, actor=Actor(actor.by, actor.recorded, AGAIN))


def _on_record(organ: str | None) -> Iterator[Gone]:
    """What the chains say is gone, entry by entry."""
    said = Q(pk__in=())
    for act in (ERASED, PARTY, DESTROYED):
        said |= Q(text__contains=f'"act":"{act}"')
    rows = EntryRow.objects.filter(said, **({} if organ is None else {"organ": organ}))
    for row in rows.order_by("organ", "number").iterator(chunk_size=1_000):
        what = json.loads(row.text)["what"]
        because = what.get("because", "")
        match what.get("act"):
            case act if act == ERASED:
                yield Gone(row.digest, row.organ, because, tuple(what["commitments"]))
            case act if act in (PARTY, DESTROYED):
                party = str(what.get("party", "")).removeprefix("party")
                former = tuple(sorted(_ever_called(row.organ, int(party)))) if party else ()
                yield Gone(row.digest, row.organ, because, former, tuple(sorted(_destroyed(what))))


def _ever_called(organ: str, party: int) -> set[str]:
    """The commitments to every name and identifier a party ever had, by which an older backup knows it."""
    rows = EntryRow.objects.filter(organ=organ, text__contains=f'"id":{party},"identified_by":')
    images = (
        image for row in rows.iterator(chunk_size=1_000) for image in json.loads(row.text)["what"].get("rows", ())
    )
    found: set[str] = set()
    for image in images:
        told = image["row"]
        if image["table"] == Party._meta.db_table and told["id"] == party:
            found |= {told[name][COMMITTED] for name in ("name", "identifier") if told.get(name)}
    return found


def _destroyed(what: Mapping[str, Any]) -> Iterator[str]:
    for image in what.get("rows", ()):
        if image["table"] == Item._meta.db_table and image["row"].get("destroyed_on"):
            yield image["row"]["title"][COMMITTED]


def _chunks(commitments: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(commitments), AT_ONCE):
        yield commitments[start : start + AT_ONCE]
