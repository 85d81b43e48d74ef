"""Takes a register of organs that was sent in: new organs, other names, sectors and places, superiors and relations.

Each change is the verb it would be by hand, from the day that is said; all of them are one transaction. Nobody ends an
organ by leaving it out, and what a blank cell says nothing of stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from yifa.ledgers.registers.columns import PLACES, SECTORS, RegisterSheet
from yifa.ledgers.taking_in.one_sheet import ReadSheet, Row, read_sheet
from yifa.record.importing.changes import Changes, told_only, whole_or_nothing
from yifa.record.importing.register_sheets import (
    ORGAN_RELATIONS,
    ORGANS,
    key_of_organ,
    key_of_relation,
)
from yifa.record.organs.actions import Actor, end_relation, relate, rename, set_up
from yifa.record.organs.choices import Kind, Level, RelationKind
from yifa.record.organs.correcting import end_profile, give_profile, put_organ_right
from yifa.record.organs.errors import CannotBe
from yifa.record.organs.models import Organ, OrganName, OrganProfile, Relation
from yifa.record.organs.queries import on_day

_DAY = timedelta(days=1)
MOST = 2000
"""So many organs a workbook holds at most; a whole province is taken in by `yifa record import`."""
_PROFILES = ("sector", "place", "rules")


def take_organs(
    path: Path, *, actor: Actor, on: date, kept: frozenset[int] | None = None, dry_run: bool = False
) -> Changes:
    """Take a workbook of organs and relations in as of a day. `kept`: the organs that may be touched; None is all."""
    organs = read_sheet(path, ORGANS, key_of_organ, key_column="id", needed=False)
    relations = read_sheet(path, ORGAN_RELATIONS, key_of_relation, key_column="organ", needed=False)
    if not organs.sheet and not relations.sheet:
        organs = read_sheet(path, ORGANS, key_of_organ, key_column="id")

    def do() -> Changes:
        found = Changes()
        found.take(ORGANS, organs)
        if relations.sheet != organs.sheet:
            found.take(ORGAN_RELATIONS, relations)
        if len(organs.rows) > MOST:
            found.problems.append(organs.problem("too-many-rows", organs.rows[MOST], "id", most=MOST))
        else:  # also beside rows that were held back, so that all that is wrong is told at once; nothing of it stays
            _Taking(actor, on, kept, found).take(*(one for _, one in found.read))
        return found

    return whole_or_nothing(do, dry_run=dry_run)


def rows_of_organs(on: date, kept: frozenset[int] | None = None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The organs that last on a day, and their relations but for whom they belong to, as the sheets tell them."""
    there = _There.of(on)
    wanted = [one for one in there.organs.values() if kept is None or one.id in kept]
    relations = [
        {
            "organ": there.called(one.organ_id),
            "kind": one.kind,
            "other": there.called(one.to_id),
            "from": one.first.isoformat(),
            "to": one.last.isoformat() if one.last else None,
        }
        for one in there.relations
        if one.kind != RelationKind.BELONGS_TO and (kept is None or one.organ_id in kept)
    ]
    return [there.told(one) for one in wanted], relations


@dataclass
class _There:
    """What is on record on a day, by the numbers of organs."""

    on: date
    organs: dict[int, Organ]
    names: dict[int, OrganName]
    profiles: dict[int, list[OrganProfile]] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    @classmethod
    def of(cls, on: date) -> _There:
        organs = {one.id: one for one in on_day(Organ.objects.all(), on).order_by("level", "code")}
        names = {one.organ_id: one for one in on_day(OrganName.objects.all(), on).order_by("first")}
        found = cls(on, organs, names)
        for profile in on_day(OrganProfile.objects.all(), on).order_by("id"):
            found.profiles.setdefault(profile.organ_id, []).append(profile)
        found.relations = list(on_day(Relation.objects.all(), on).order_by("organ_id", "id"))
        return found

    def called(self, organ: int) -> str:
        """The name by which an organ is found again; its code where several are called so."""
        name = self.names[organ].name if organ in self.names else ""
        return name if name and len(self.meant(name)) == 1 else self.organs[organ].code

    def meant(self, text: str) -> set[int]:
        """The organs that are called so, or have this code."""
        if not hasattr(self, "_meant"):
            found: dict[str, set[int]] = {}
            for id_, organ in self.organs.items():
                name = self.names.get(id_)
                for one in {organ.code, *((name.name, name.short) if name else ())} - {""}:
                    found.setdefault(one, set()).add(id_)
            self._meant = found
        return self._meant.get(text.strip(), set())

    def above(self, organ: int) -> Relation | None:
        """To whom an organ belongs."""
        return next(
            (one for one in self.relations if one.organ_id == organ and one.kind == RelationKind.BELONGS_TO), None
        )

    def told(self, organ: Organ) -> dict[str, Any]:
        """An organ as the sheet tells it."""
        name, above = self.names.get(organ.id), self.above(organ.id)
        held = [one.profile for one in self.profiles.get(organ.id, [])]
        return {
            "id": organ.code,
            "name": name.name if name else "",
            "also": [name.short] if name and name.short else None,
            "code": organ.credit_code or None,
            "level": organ.level or None,
            "sector": [one for one in held if one in SECTORS] or None,
            "place": [one for one in held if one in PLACES] or None,
            "rules": [one for one in held if one not in SECTORS and one not in PLACES] or None,
            "to": self.called(above.to_id) if above and above.to_id in self.organs else None,
            "kind": organ.kind,
        }


@dataclass
class _Taking:
    """A workbook that is being taken in."""

    actor: Actor
    on: date
    kept: frozenset[int] | None
    found: Changes
    new: set[int] = field(default_factory=set)

    def take(self, organs: ReadSheet, relations: ReadSheet | None = None) -> None:
        """Set up what is new, then what changes, then relations."""
        by_code = {one.code: one for one in Organ.objects.all()}
        before = _There.of(self.on)
        told_before = {one.code: before.told(one) for one in before.organs.values()}
        refused: set[str] = set()
        for row in organs.rows:
            if row.key not in by_code and not self._try(
                ORGANS, organs, row, "id", lambda row=row: self._set_up(row.values)
            ):
                refused.add(row.key)
        there = _There.of(self.on)
        by_code = {one.code: one for one in there.organs.values()}
        for row in organs.rows:
            organ = by_code.get(row.key)
            if organ is None:
                if row.key not in refused:
                    self.found.problems.append(organs.problem("organ-ended", row, "id"))
                continue
            if not self._may(organ.id):
                self.found.problems.append(organs.problem("organ-not-kept", row, "id"))
                continue
            old = told_before.get(row.key)
            if self._try(
                ORGANS, organs, row, "to", lambda row=row, organ=organ: self._belong(organ, row, organs, there)
            ):
                if old is not None:
                    self._try(ORGANS, organs, row, "name", lambda row=row, organ=organ: self._change(organ, row, there))
                told = told_only(row.values, (column.id for column in ORGANS.columns))
                self.found.note(ORGANS, organs, row, str(row.values["name"]), old, self._after(old, told, there))
        there = _There.of(self.on)
        for row in relations.rows if relations is not None else ():
            if relations is not None:
                self._relation(row, relations, there)

    def _after(self, old: Mapping[str, Any] | None, told: dict[str, Any], there: _There) -> dict[str, Any]:
        after = {**(old or {}), **told}
        if told.get("to") and len(meant := there.meant(str(told["to"]))) == 1:
            after["to"] = there.called(*meant)
        if old is not None and told.get("also") and old.get("also"):
            after["also"] = old["also"] if set(old["also"]) <= set(told["also"]) else told["also"][:1]
        return after

    def _try(self, sheet: RegisterSheet, read: ReadSheet, row: Row, column: str, do: Any) -> bool:
        """Do it, or note why it cannot be."""
        try:
            do()
        except CannotBe as error:
            self.found.problems.append(read.problem(f"register-{type(error).__name__}", row, column, error=error))
            return False
        return True

    def _may(self, organ: int) -> bool:
        return self.kept is None or organ in self.kept or organ in self.new

    def _set_up(self, values: Mapping[str, Any]) -> None:
        profiles = [one for name in _PROFILES for one in values.get(name) or ()]
        kind = Kind(values["kind"]) if values.get("kind") else kind_of(str(values["name"]))
        made = set_up(
            str(values["id"]),
            str(values["name"]),
            actor=self.actor,
            on=self.on,
            kind=kind,
            level=Level(values.get("level") or Level.COUNTY),
            short=(values.get("also") or ("",))[0],
            credit_code=values.get("code") or "",
            profiles=tuple(dict.fromkeys(profiles)),
        )
        self.new.add(made.id)

    def _belong(self, organ: Organ, row: Row, read: ReadSheet, there: _There) -> None:
        """Put an organ under the one it is told to belong to."""
        named = str(row.values.get("to") or "")
        above = there.above(organ.id)
        if not named:
            if organ.id in self.new and self.kept is not None:
                self.found.problems.append(read.problem("organ-without-superior", row, "to"))
            return
        meant = there.meant(named)
        if above is not None and meant == {above.to_id}:
            return
        if len(meant) != 1 or not self._may(next(iter(meant))):
            kind = "organ-not-kept" if len(meant) == 1 else "organ-several" if meant else "organ-not-listed"
            self.found.problems.append(read.problem(kind, row, "to"))
            return
        [to] = meant
        if above is not None:
            end_relation(above, actor=self.actor, last=self.on - _DAY)
        relate(organ, RelationKind.BELONGS_TO, there.organs[to], actor=self.actor, on=self.on)

    def _change(self, organ: Organ, row: Row, there: _There) -> None:
        """What is told differently of an organ that is on record."""
        told, name = row.values, there.names.get(organ.id)
        also = list(told.get("also") or ())
        short = name.short if name else ""
        if also and short not in also:
            short = also[0]
        if name is None or told["name"] != name.name or short != name.short:
            rename(organ, str(told["name"]), actor=self.actor, on=self.on, short=short)
        right = {
            "kind": Kind(told.get("kind") or organ.kind),
            "level": Level(told.get("level") or organ.level or Level.COUNTY),
            "credit_code": str(told.get("code") or organ.credit_code),
        }
        if any(getattr(organ, column) != held for column, held in right.items()):
            put_organ_right(organ, actor=self.actor, on=self.on, area=organ.area, **right)  # type: ignore[arg-type]
        held = there.profiles.get(organ.id, [])
        for column, known in (("sector", SECTORS), ("place", PLACES)):
            if not told.get(column):
                continue
            for profile in held:
                if profile.profile in known and profile.profile not in told[column]:
                    end_profile(profile, actor=self.actor, last=self.on - _DAY)
        wanted = dict.fromkeys(one for column in _PROFILES for one in told.get(column) or ())
        for profile_name in wanted:
            if profile_name not in {one.profile for one in held}:
                give_profile(organ, profile_name, actor=self.actor, on=self.on)

    def _relation(self, row: Row, read: ReadSheet, there: _There) -> None:
        told = row.values
        organs, first = there.meant(str(told["organ"])), _day(told.get("from"))
        if len(organs) != 1:
            self.found.problems.append(read.problem("organ-not-listed", row, "organ"))
            return
        organ = there.organs[next(iter(organs))]
        if not self._may(organ.id):
            self.found.problems.append(read.problem("organ-not-kept", row, "organ"))
            return
        if told["kind"] in ("sector", "place"):
            self._profile(organ, row, read, there)
            return
        others = there.meant(str(told["other"]))
        if len(others) != 1:
            self.found.problems.append(read.problem("organ-not-listed", row, "other"))
            return
        other = there.organs[next(iter(others))]
        kind, last = RelationKind(told["kind"]), _day(told.get("to"))
        held = next(
            (one for one in there.relations if (one.organ_id, one.kind, one.to_id) == (organ.id, kind, other.id)), None
        )
        same = {"organ": there.called(organ.id), "kind": kind, "other": there.called(other.id)}
        name = f"{same['organ']} → {same['other']}"
        if held is None:

            def begin() -> None:
                made = relate(organ, kind, other, actor=self.actor, on=first or self.on)
                if last is not None:
                    end_relation(made, actor=self.actor, last=last)

            if self._try(ORGAN_RELATIONS, read, row, "from", begin):
                shown = {**same, "from": (first or self.on).isoformat(), "to": told.get("to")}
                self.found.note(ORGAN_RELATIONS, read, row, name, None, shown)
            return
        before = {**same, "from": held.first.isoformat(), "to": held.last.isoformat() if held.last else None}
        if last is None or last == held.last:
            self.found.note(ORGAN_RELATIONS, read, row, name, before, before)
        elif self._try(ORGAN_RELATIONS, read, row, "to", lambda: end_relation(held, actor=self.actor, last=last)):
            self.found.note(ORGAN_RELATIONS, read, row, name, before, {**before, "to": last.isoformat()})

    def _profile(self, organ: Organ, row: Row, read: ReadSheet, there: _There) -> None:
        """The rules of a sector or a place, from a day on or to one."""
        told = row.values
        words = SECTORS if told["kind"] == "sector" else PLACES
        named = str(told["other"])
        profile = next((word for word, names in words.items() if named in (word, *names)), named)
        held = next((one for one in there.profiles.get(organ.id, []) if one.profile == profile), None)
        first, last = _day(told.get("from")) or self.on, _day(told.get("to"))
        same = {"organ": there.called(organ.id), "kind": told["kind"], "other": named}
        shown = {**same, "from": first.isoformat(), "to": told.get("to")}
        name = f"{same['organ']} · {named}"
        if held is None:
            if self._try(
                ORGAN_RELATIONS, read, row, "other", lambda: give_profile(organ, profile, actor=self.actor, on=first)
            ):
                self.found.note(ORGAN_RELATIONS, read, row, name, None, shown)
            return
        before = {**same, "from": held.first.isoformat(), "to": held.last.isoformat() if held.last else None}
        if last is None or last == held.last:
            self.found.note(ORGAN_RELATIONS, read, row, name, before, before)
        elif self._try(ORGAN_RELATIONS, read, row, "to", lambda: end_profile(held, actor=self.actor, last=last)):
            self.found.note(ORGAN_RELATIONS, read, row, name, before, {**before, "to": last.isoformat()})


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def kind_of(name: str) -> Kind:
    """What an organ is by its name, where the sheet does not say."""
    if name.endswith(("人民政府", "街道办事处")):
        return Kind.GOVERNMENT
    return Kind.ZONE if "开发区" in name else Kind.DEPARTMENT
