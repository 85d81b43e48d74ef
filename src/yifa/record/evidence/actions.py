"""The verbs of evidence: keep a file, note a recording, read what is sensitive, destroy a file. All raise `NotKept`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, TypedDict, Unpack

from django.db.models import QuerySet

from yifa.record.cases.choices import Openness, Part
from yifa.record.cases.circles import Member, circle
from yifa.record.cases.models import Act, Case
from yifa.record.cases.secrecy import refuse_secret_page, refuse_secrets
from yifa.record.cases.showing import needs_ground
from yifa.record.chain.actions import Personal
from yifa.record.evidence.choices import Media, Sort
from yifa.record.evidence.contents import Looked, look_at
from yifa.record.evidence.errors import NotKept, NotThere
from yifa.record.evidence.models import Item, Reading, Recording
from yifa.record.evidence.queries import store
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer

LARGEST = 500_000_000
"""Bytes of a file."""


class AlsoTold(TypedDict, total=False):
    """What may be told of a file beside its title and sort: as `taken_in` takes it."""

    act: Act | None
    part: Part
    sensitive: bool
    taken_by: Officer | None
    source: str
    openness: str
    openness_ground: str
    known_to: Sequence[Member]


def keep_file(
    case: Case, stream: BinaryIO, title: str, sort: Sort, *, actor: Actor, on: date, **also: Unpack[AlsoTold]
) -> Item:
    """Keep a file of a case: it is hashed as it comes, known by its content, and put away before its row is written.

    Raises `WrongFile`, and `StateSecret` where its title or first page bears a mark: then nothing of it is kept.
    """
    item = taken_in(case, stream, title, sort, on=on, **also)
    with verb_of("evidence-kept", case.organ, actor, on) as writing:
        [item] = writing.insert(item)
    return item


def taken_in(
    case: Case,
    stream: BinaryIO,
    title: str,
    sort: Sort,
    *,
    on: date,
    act: Act | None = None,
    part: Part = Part.MAIN,
    sensitive: bool = False,
    taken_by: Officer | None = None,
    source: str = "",
    openness: str = Openness.ON_REQUEST,
    openness_ground: str = "",
    known_to: Sequence[Member] = (),
) -> Item:
    """A file put away and looked at, as a row that is not written yet: for the verbs that record more with it."""
    refuse_secrets(title, source)
    needs_ground(openness, openness_ground, title)
    if not title:
        raise NotKept(f"case {case.number}: a file without a title, expected what it is called")
    if act is not None and act.case_id != case.id:
        raise NotKept(f"case {case.number}: {act.kind} is an act of another case")
    found = Looked(Media.TEXT, None, "")

    def look(path: Path) -> None:
        nonlocal found
        found = look_at(path)
        refuse_secret_page(found.text)

    stored = store().keep(stream, LARGEST, look)
    return Item(
        case=case,
        act=act,
        sort=sort,
        title=Personal(title),
        digest=stored.digest,
        size=stored.size,
        media=found.media,
        pages=found.pages,
        part=part,
        sensitive=sensitive,
        taken_on=on,
        taken_by=taken_by,
        source=source,
        openness=openness,
        openness_ground=openness_ground,
        circle=circle(known_to),
    )


def note_recording(
    case: Case,
    device: str,
    begins: datetime,
    ends: datetime,
    place: str,
    digest: str,
    *,
    actor: Actor,
    on: date,
    act: Act | None = None,
    taken_by: Officer | None = None,
    kept_until: date | None = None,
) -> Recording:
    """Note a recording that stays where it is; `digest`: SHA-256 in hex, made where it lies."""
    refuse_secrets(place, device)
    if ends <= begins:
        raise NotKept(f"recording of {device}: ends {ends}, expected later than {begins}")
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise NotKept(f"recording of {device}: found the digest {digest!r}, expected SHA-256 as 64 signs 0-9a-f")
    if act is not None and act.case_id != case.id:
        raise NotKept(f"case {case.number}: {act.kind} is an act of another case")
    with verb_of("recording-noted", case.organ, actor, on, {"case_number": case.number}) as writing:
        row = Recording(
            case=case,
            act=act,
            device=device,
            begins=begins,
            ends=ends,
            place=place,
            digest=digest,
            kept_until=kept_until,
            taken_by=taken_by,
        )
        [row] = writing.insert(row)
    return row


def read_file(item: Item, *, officer: Officer, actor: Actor, on: date) -> Iterator[bytes]:
    """A file block by block, for an officer in whose scope it is; where it is sensitive, the chain tells who and why.

    Raises `NotThere`; `Damaged` where it is missing, or at its end where it is not what was taken in.
    """
    found = Item.objects.select_related("case__organ").filter(id=item.id, destroyed_on__isnull=True).first()
    if found is None:
        raise NotThere(f"file {item.id}: is not there for officer {officer.number}")
    blocks = store().read(found.digest, found.size)
    if found.sensitive:
        if not actor.because:
            raise NotKept(f"file {item.id}: is sensitive, expected what it is read for")
        with verb_of("evidence-read", found.case.organ, actor, on, {"case_number": found.case.number}) as writing:
            writing.insert(Reading(item=found, officer=officer, at=actor.recorded, purpose=actor.because))
    return blocks


def destroy_file(item: Item, *, actor: Actor, on: date) -> Item:
    """Destroy a file for good, for a reason; its row and digest stay, and a file that another case has too."""
    if not actor.because:
        raise NotKept(f"file {item.id}: destroyed without a reason, expected one")
    if item.destroyed_on is not None:
        raise NotThere(f"file {item.id}: was destroyed on {item.destroyed_on}")
    with verb_of("evidence-destroyed", item.case.organ, actor, on, {"case_number": item.case.number}) as writing:
        writing.change(item, destroyed_on=on)
        elsewhere = QuerySet(Item).filter(digest=item.digest, destroyed_on__isnull=True).exists()  # of any organ
    if not elsewhere:
        store().destroy(item.digest)
    return item
