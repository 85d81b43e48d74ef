"""The verbs of dossiers: make one up of a closed case, and hand it out as PDF or as files. All raise `NotMadeUp`."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from django.db.models import QuerySet

from yifa.record.cases.acting import Happening, act_of_case
from yifa.record.cases.choices import Part, State
from yifa.record.cases.columns import procedure_of, standing
from yifa.record.cases.concluding import turn
from yifa.record.cases.models import Act, Case
from yifa.record.chain.actions import Personal
from yifa.record.chain.chained import values_of
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.arranging import arranged, holdings, order_of
from yifa.record.dossiers.binding import Bound, Cover, bind, tell_part
from yifa.record.dossiers.choices import Retention
from yifa.record.dossiers.errors import NotAllRead, NotMadeUp
from yifa.record.dossiers.leaves import leaves_of
from yifa.record.dossiers.models import Dossier, Entry
from yifa.record.dossiers.queries import rows_of
from yifa.record.evidence.actions import read_file
from yifa.record.evidence.errors import Damaged
from yifa.record.evidence.models import Item
from yifa.record.evidence.queries import store
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import name_of
from yifa.record.papers.models import Document, Service
from yifa.wording import Language, language

BLOCK = 1 << 20
CHINESE_LEAVES = language("zh")
"""What is set as a leaf is a paper of the office, and has the same pages for whoever reads it."""
ARCHIVED = "dossier-archived"
"""The act that making a dossier up is (立卷归档), in the procedures that have it."""


def make_up(case: Case, *, keeper: Officer, retention: Retention, actor: Actor, on: date, note: str = "") -> Dossier:
    """Make up the dossier of a closed case: everything at its place, with its pages. Files must be whole.

    Who makes it up reads all of it: raises `NotAllRead` where something is for others alone (知悉范围, 副卷). With the
    first one its act is recorded, where the procedure has one: closed, a case takes no other.
    """
    if case.state != State.CLOSED:
        raise NotMadeUp(f"case {case.number}: is {case.state}, expected a closed one")
    lying = arranged(holdings(case), order_of(case, on))
    if not lying:
        raise NotMadeUp(f"case {case.number}: holds nothing, expected at least one paper or piece of evidence")
    entries: list[Entry] = []
    reached = {Part.MAIN: 0, Part.SECONDARY: 0}
    places = {Part.MAIN: 0, Part.SECONDARY: 0}
    with tempfile.TemporaryDirectory() as folder:
        for one in lying:
            places[one.part] += 1
            try:
                leaves = leaves_of(one.held.row, Path(folder), f"{one.part}{places[one.part]}", CHINESE_LEAVES)
            except Damaged as error:
                raise NotMadeUp(f"case {case.number}: {error}") from error
            first = reached[one.part] + 1
            reached[one.part] += leaves.pages
            entries.append(
                Entry(
                    part=one.part,
                    place=places[one.part],
                    heading=one.heading,
                    kind=one.held.kind,
                    of=one.held.row.id,
                    on=one.held.on,
                    first_page=first,
                    last_page=reached[one.part],
                    digest=leaves.digest,
                )
            )
    number = Dossier.objects.filter(case=case).count() + 1
    act = _archived(case, actor, on)
    with verb_of("dossier-made-up", case.organ, actor, on, {"case_number": case.number}) as writing:
        _all_read(case)
        if act is not None:
            turn(writing, case, writing.insert(act))
        dossier = Dossier(
            case=case,
            number=number,
            made_on=on,
            keeper=keeper,
            retention=retention,
            note=Personal(note) if note else "",
            main_pages=reached[Part.MAIN],
            secondary_pages=reached[Part.SECONDARY],
        )
        [dossier] = writing.insert(dossier)
        for entry in entries:
            entry.dossier = dossier
        writing.insert(*entries)
    return dossier


def _all_read(case: Case) -> None:
    """Raise `NotAllRead` where the case holds what is not in the scope of who makes its dossier up."""
    for model, of in ((Document, "case"), (Item, "case"), (Sheet, "case"), (Service, "document__case")):
        read: QuerySet[Any] = model.objects.filter(**{of: case})
        there: QuerySet[Any] = QuerySet(model).filter(**{of: case})
        if read.count() != there.count():
            raise NotAllRead(
                f"case {case.number}: holds what only others may know of, expected somebody to make its dossier up "
                "who reads all of it"
            )


def _archived(case: Case, actor: Actor, on: date) -> Act | None:
    """The act of archiving, unless it is on record or the procedure has none."""
    procedure = procedure_of(case)
    if ARCHIVED not in procedure.acts or any(one.kind == ARCHIVED for one in standing(case.acts.all())):
        return None
    return act_of_case(case, Happening(ARCHIVED, on), actor, procedure)


def hand_out_pdf(
    dossier: Dossier, part: Part, out: BinaryIO, *, officer: Officer, actor: Actor, on: date, speech: Language
) -> int:
    """Write a part of a dossier as one PDF, as far as the reader's scope reaches; how many pages of leaves.

    Who reads a sensitive file this way is told in the chain. Raises `NotMadeUp` where nothing of it may be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        bound = _bound(dossier, part, Path(folder), officer, actor, on)
        out.write(bind(_cover(dossier, part), bound, Path(folder), speech))
    return bound[-1].last_page


def hand_out_files(
    dossier: Dossier,
    parts: Sequence[Part],
    out: BinaryIO,
    *,
    officer: Officer,
    actor: Actor,
    on: date,
    speech: Language,
) -> dict[str, Any]:
    """Write parts of a dossier as a zip: each part as PDF, every file as it came, index.json with all digests."""
    index: dict[str, Any] = {
        "form": "yifa.dossier/1",
        "organ": dossier.case.organ.code,
        "procedure": dossier.case.procedure,
        "case": dossier.case.number,
        "dossier": dossier.number,
        "made-on": dossier.made_on.isoformat(),
        "retention": dossier.retention,
        "parts": {},
        "files": {},
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part in parts:
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                bound = _bound(dossier, part, folder, officer, actor, on)
                title = tell_part(part, speech)
                _put(package, index, f"{title}.pdf", bind(_cover(dossier, part), bound, folder, speech))
                index["parts"][part.value] = [_indexed(one) for one in bound]
                for one in bound:
                    if one.leaves.original is not None:
                        digest, end = one.leaves.original
                        path = f"{title}/{one.place:03} {_file_name(one.leaves.title)}.{end}"
                        _copy(package, index, path, store().path(digest))
        told = json.dumps(index, ensure_ascii=False, indent=2, sort_keys=True)
        package.writestr("index.json", told)
    return index


def _bound(dossier: Dossier, part: Part, folder: Path, officer: Officer, actor: Actor, on: date) -> list[Bound]:
    """The things of a part that may be read, as leaves, with the pages they were given."""
    entries = list(Entry.objects.filter(dossier=dossier, part=part).order_by("place"))
    rows = rows_of(entries)
    found = []
    for entry in entries:
        row = rows.get((entry.kind, entry.of))
        if row is None:
            continue
        _log(row, officer, actor, on)
        try:
            leaves = leaves_of(row, folder, f"{part}{entry.place}", CHINESE_LEAVES)
        except Damaged as error:
            raise NotMadeUp(f"case {dossier.case.number}: {error}") from error
        if leaves.digest != entry.digest:
            raise NotMadeUp(
                f"case {dossier.case.number}: place {entry.place} is not what it was when the dossier was made up, "
                "expected it to be made up anew"
            )
        number = row.number_text if isinstance(row, Document) else ""
        found.append(Bound(entry.place, entry.heading, entry.on, entry.first_page, entry.last_page, leaves, number))
    if not found:
        raise NotMadeUp(f"case {dossier.case.number}: nothing of this part may be read, or it holds nothing")
    return found


def _log(row: object, officer: Officer, actor: Actor, on: date) -> None:
    """Reading a sensitive file is told in the chain; the file itself, or the picture of a paper."""
    items: Iterable[Item | None] = (
        (row,)
        if isinstance(row, Item)
        else (row.scan,)
        if isinstance(row, Document)
        else (row.receipt,)
        if isinstance(row, Service)
        else ()
    )
    for item in items:
        if item is not None and item.sensitive and item.destroyed_on is None:
            for _ in read_file(item, officer=officer, actor=actor, on=on):
                pass


def _cover(dossier: Dossier, part: Part) -> Cover:
    case = dossier.case
    held = values_of([dossier, case, dossier.keeper])
    return Cover(
        organ=name_of(case.organ, dossier.made_on),
        procedure=procedure_of(case).title.zh,
        number=case.number,
        title=str(held.get(case.title, "")),
        part=part,
        opened=case.opened,
        made_on=dossier.made_on,
        retention=dossier.retention,
        keeper=str(held.get(dossier.keeper.name, dossier.keeper.number)),
        note=str(held.get(dossier.note, "")),
    )


def _indexed(one: Bound) -> dict[str, Any]:
    return {
        "place": one.place,
        "heading": one.heading,
        "title": one.leaves.title,
        "number": one.number,
        "on": one.on.isoformat(),
        "pages": [one.first_page, one.last_page],
        "digest": one.leaves.digest,
    }


def _put(package: zipfile.ZipFile, index: dict[str, Any], path: str, data: bytes) -> None:
    package.writestr(path, data)
    index["files"][path] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _copy(package: zipfile.ZipFile, index: dict[str, Any], path: str, source: Path) -> None:
    made, size = hashlib.sha256(), 0
    with source.open("rb") as file, package.open(path, "w") as target:
        while block := file.read(BLOCK):
            made.update(block)
            size += len(block)
            target.write(block)
    index["files"][path] = {"sha256": made.hexdigest(), "bytes": size}


def _file_name(title: str) -> str:
    """A title as a name of a file on any system."""
    return "".join("_" if sign in '\\/:*?"<>|\n\r\t' else sign for sign in title).strip(" .")[:60] or "_"
