"""The verbs of lists: begin one, draw an edition up, put it in force, amend it, withdraw it. All raise `NotListed`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from yifa.record.chain.writing import Writing
from yifa.record.lists.choices import EditionState, ListKind
from yifa.record.lists.errors import NotListed, OutOfOrder, WrongItem, WrongState
from yifa.record.lists.models import Edition, ListItem, OrganList
from yifa.record.lists.queries import values_by_key
from yifa.record.lists.reading import ReadList, Row, key_of
from yifa.record.lists.sheets import PARTY_COLUMNS, SHEETS
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ
from yifa.record.parties.actions import identified, known_parties, new_party
from yifa.record.parties.models import Party


def begin_list(organ: Organ, kind: ListKind, title: str, *, actor: Actor, on: date) -> OrganList:
    """Begin a list of an organ; it has no edition yet."""
    if OrganList.objects.filter(organ=organ, kind=kind).exists():
        raise NotListed(f"organ {organ.code}: has a list of {kind} already, expected a new edition of it")
    with verb_of("list-begun", organ, actor, on) as writing:
        [made] = writing.insert(OrganList(organ=organ, kind=kind, title=title))
    return made


def draw_up_edition(organ_list: OrganList, read: ReadList, *, actor: Actor, on: date, basis: str = "") -> Edition:
    """Draw an edition up from a workbook that was read; a draft that is there is dropped for it.

    Raises `WrongItem` where rows of the workbook are to be corrected first.
    """
    if read.kind != organ_list.kind:
        raise WrongItem(f"{organ_list.title}: is a list of {organ_list.kind}, found one of {read.kind}")
    if not read.is_whole:
        wrong = sum(1 for one in read.problems if one.severity == "error")
        raise WrongItem(f"{organ_list.title}: {wrong} places of {read.file} are to be corrected first")
    if not read.rows:
        raise WrongItem(f"{organ_list.title}: no item stands in {read.file}, expected at least one")
    came_from = {"file": read.file, "sheet": read.sheet, "digest": read.digest}
    return _drawn_up("list-edition-drawn-up", organ_list, read.rows, actor, on, basis, came_from)


def amend(
    organ_list: OrganList,
    put: Sequence[Mapping[str, Any]] = (),
    take_out: Sequence[str] = (),
    *,
    actor: Actor,
    on: date,
    basis: str = "",
) -> Edition:
    """Draw an edition up that is as the one in force but for some items: `put` in or anew, `take_out` by their keys."""
    current = Edition.objects.filter(list=organ_list, state=EditionState.IN_FORCE).first()
    if current is None:
        raise WrongState(f"{organ_list.title}: no edition is in force, expected one to amend")
    kind = ListKind(organ_list.kind)
    rows = dict(values_by_key(current))
    for key in take_out:
        if rows.pop(key, None) is None:
            raise WrongItem(f"{organ_list.title}: has no item {key}, expected one to take out")
    known = {column.id for column in SHEETS[kind].columns}
    for values in put:
        if unknown := sorted(set(values) - known):
            raise WrongItem(
                f"{organ_list.title}: has no column {unknown[0]}, expected one of {', '.join(sorted(known))}"
            )
        rows[key_of(kind, values)] = values
    if not put and not take_out:
        raise WrongItem(f"{organ_list.title}: nothing is amended, expected an item to put in or to take out")
    told = [Row(key, values) for key, values in rows.items()]
    return _drawn_up("list-amendment-drawn-up", organ_list, told, actor, on, basis, {"edition": current.number})


def _drawn_up(
    act: str,
    organ_list: OrganList,
    rows: Iterable[Row],
    actor: Actor,
    on: date,
    basis: str,
    came_from: Mapping[str, Any],
) -> Edition:
    organ = organ_list.organ
    told = list(rows)
    draft = Edition.objects.filter(list=organ_list, state=EditionState.DRAFT).first()
    last = Edition.objects.filter(list=organ_list).order_by("-number").values_list("number", flat=True).first()
    with verb_of(act, organ, actor, on) as writing:
        if draft is not None:
            writing.change(draft, state=EditionState.DROPPED)
        edition = Edition(list=organ_list, number=(last or 0) + 1, basis=basis, came_from=dict(came_from))
        [edition] = writing.insert(edition)
        parties = _parties(writing, organ, told) if organ_list.kind == ListKind.ENTERPRISES else {}
        writing.insert(
            *(
                ListItem(
                    edition=edition,
                    key=_kept_key(row, parties),
                    place=place,
                    values=_kept_values(row, parties),
                    party=parties.get(row.key),
                )
                for place, row in enumerate(told, 1)
            )
        )
    return edition


def _parties(writing: Writing, organ: Organ, rows: Sequence[Row]) -> dict[str, Party]:
    """The enterprises of a list as parties of the organ, new ones written."""
    codes = {row.key: identified(str(row.values["code"])) for row in rows}
    known = known_parties(organ, (code for code, _ in codes.values()))
    new = [row for row in rows if codes[row.key][0] not in known]
    made = writing.insert(*(new_party(organ, str(row.values["name"]), *codes[row.key]) for row in new))
    known |= {codes[row.key][0]: party for row, party in zip(new, made, strict=True)}
    return {row.key: known[codes[row.key][0]] for row in rows}


def _kept_key(row: Row, parties: Mapping[str, Party]) -> str:
    return f"party{parties[row.key].id}" if row.key in parties else row.key


def _kept_values(row: Row, parties: Mapping[str, Party]) -> dict[str, Any]:
    if row.key not in parties:
        return dict(row.values)
    return {name: value for name, value in row.values.items() if name not in PARTY_COLUMNS}


def put_in_force(edition: Edition, *, actor: Actor, first: date, published_on: date | None = None) -> Edition:
    """Put a draft in force from a day; the edition before it ends the day before."""
    if edition.state != EditionState.DRAFT:
        raise WrongState(f"{_called(edition)}: is {edition.state}, expected a draft")
    current = Edition.objects.filter(list=edition.list, state=EditionState.IN_FORCE).first()
    ended = Edition.objects.filter(list=edition.list, last__gte=first).exists()
    if ended or (current is not None and current.first is not None and first <= current.first):
        raise OutOfOrder(f"{_called(edition)}: from {first}, expected a day after the edition before it began or ended")
    with verb_of("list-in-force", edition.list.organ, actor, first) as writing:
        if current is not None:
            writing.change(current, state=EditionState.AMENDED, last=first - timedelta(1))
        return writing.change(edition, state=EditionState.IN_FORCE, first=first, published_on=published_on)


def drop_edition(edition: Edition, *, actor: Actor, on: date) -> Edition:
    """Drop a draft; it stays on record and was never in force."""
    if edition.state != EditionState.DRAFT:
        raise WrongState(f"{_called(edition)}: is {edition.state}, expected a draft")
    with verb_of("list-draft-dropped", edition.list.organ, actor, on) as writing:
        return writing.change(edition, state=EditionState.DROPPED)


def withdraw(edition: Edition, *, actor: Actor, last: date) -> Edition:
    """Withdraw a list with a day, the last on which it holds; nothing takes its place. A reason is asked for."""
    if edition.state != EditionState.IN_FORCE or edition.first is None:
        raise WrongState(f"{_called(edition)}: is {edition.state}, expected one in force")
    if not actor.because:
        raise WrongState(f"{_called(edition)}: withdrawn without a reason, expected one")
    if last < edition.first:
        raise OutOfOrder(f"{_called(edition)}: began on {edition.first}, expected no earlier day; found {last}")
    with verb_of("list-withdrawn", edition.list.organ, actor, last) as writing:
        return writing.change(edition, state=EditionState.WITHDRAWN, last=last)


def _called(edition: Edition) -> str:
    return f"{edition.list.title}, edition {edition.number}"
