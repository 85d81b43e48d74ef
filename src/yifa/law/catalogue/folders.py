"""The folders of the corpus: one procedure or register each, read whole and checked whole.

`folder("licence")` finds it by its id or by another id it handles. All faults of all its files are reported at once. A
register is a procedure without duties: what an office keeps, its columns, its steps, what is counted from it.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.examples import ExamplesFile, Group
from yifa.law.catalogue.figures import FIGURES, FiguresFile, figure_faults
from yifa.law.catalogue.folder_faults import folder_faults
from yifa.law.catalogue.kinds import kinds
from yifa.law.catalogue.kinds.qualification import Qualification
from yifa.law.catalogue.kinds.value_limit import ValueLimit
from yifa.law.catalogue.ledger_faults import ledger_faults
from yifa.law.catalogue.ledgers import Ledger
from yifa.law.catalogue.packs import roots
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.reading import CorpusModel, Model, Written, read_file
from yifa.law.catalogue.rules import RuleLine, RulesFile
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.catalogue.term import TermDuty
from yifa.law.catalogue.thorough_faults import examples_faults, rulebook_faults, rules_faults, unasked_faults

PROCEDURES = "procedures"
REGISTERS = "registers"
LEDGER = "ledger.yaml"


class Chapter(NamedTuple):
    """The duties of one file: their ids, under the file's heading where it has one."""

    name: str
    about: Bilingual | None
    duties: tuple[str, ...]


class UnknownProcedure(LookupError):
    """An id no folder handles; `near` lists those that look like it, `known` all."""

    def __init__(self, id_: str, near: list[str], known: list[str]) -> None:
        self.id = id_
        self.near = near
        self.known = known
        super().__init__(id_)


@dataclass(frozen=True)
class Folder:
    """One procedure with its duties, how its rules are classed, and its worked cases.

    `duties` come in the order of the files, those borrowed from other folders last; `own` are the ids of its own.
    """

    procedure: Procedure
    duties: tuple[Duty, ...]
    own: frozenset[str]
    digest: str = field(repr=False)
    place: Traversable | Path = field(repr=False, compare=False)
    read_groups: tuple[Group, ...] | None = field(default=None, repr=False, compare=False)
    """The worked cases, where they were read with the folder."""

    @property
    def id(self) -> str:
        """The folder's name."""
        return self.procedure.id

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """Its own duties, file by file."""
        found = []
        for name in sorted(entry.name for entry in self.place.iterdir()):
            if name.startswith("duties") and name.endswith(".yaml"):
                read = Written.file(self.place / name).as_(DutiesFile)
                ids = tuple(str(one["id"]) for one in read.duties)
                found.append(Chapter(name.removesuffix(".yaml"), read.about, ids))
        return tuple(found)

    @cached_property
    def rules(self) -> Mapping[str, RuleLine]:
        """How each rule is classed, by its id."""
        found = _read_if_there(self.place / "rules.yaml", RulesFile, [])
        return found[1].rules if found else {}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The worked cases of all files, in the order of their names."""
        if self.read_groups is not None:
            return self.read_groups
        return tuple(group for _, read in _read_examples(self.place, []) for group in read.groups)

    @cached_property
    def ledger(self) -> Ledger | None:
        """The columns an office keeps of these matters; None where nobody has said. Raises `CorpusFaults`."""
        path = self.place / LEDGER
        return read_file(path, Ledger) if path.is_file() else None

    @cached_property
    def figures(self) -> FiguresFile | None:
        """How measures are counted from these matters; None where nobody has said. Raises `CorpusFaults`."""
        path = self.place / FIGURES
        return read_file(path, FiguresFile) if path.is_file() else None

    def duty(self, id_: str) -> Duty | None:
        """A duty by its id."""
        return next((one for one in self.duties if one.id == id_), None)

    def duties_of(self, rule: str) -> tuple[Duty, ...]:
        """The duties that carry out a rule, wholly or in part."""
        return tuple(one for one in self.duties if one.rule == rule)


class DutiesFile(CorpusModel):
    """A `duties*.yaml`: a chapter of duties, each read by the schema of its kind; `about` is its heading."""

    about: Bilingual | None = None
    duties: tuple[Mapping[str, object], ...] = Field(min_length=1)


@cache
def procedure_ids() -> tuple[str, ...]:
    """The ids of all procedures, those of packs among them."""
    return tuple(sorted(_places(PROCEDURES)))


@cache
def register_ids() -> tuple[str, ...]:
    """The ids of all registers."""
    return tuple(sorted(_places(REGISTERS)))


def place_of(id_: str) -> Traversable:
    """Where the folder of a procedure or register lies; raises `KeyError` where there is none."""
    return {**_places(REGISTERS), **_places(PROCEDURES)}[id_]


@cache
def _places(below: str) -> Mapping[str, Traversable]:
    """The folders of our own and of all packs by id; raises `CorpusFaults` where two have one id."""
    found: dict[str, Traversable] = {}
    faults = []
    for pack, root in roots().items():
        for entry in (root / below).iterdir() if (root / below).is_dir() else ():
            if entry.name in found:
                faults.append(
                    CorpusFault(f"{pack}/{below}/{entry.name}", None, "", "another folder has this id already")
                )
            elif (entry / "procedure.yaml").is_file():
                found[entry.name] = entry
    if faults:
        raise CorpusFaults(faults)
    return found


@cache
def ledger_ids() -> tuple[str, ...]:
    """The ids of the folders that say which columns an office keeps; raises `CorpusFaults`."""
    return tuple(id_ for id_ in (*procedure_ids(), *register_ids()) if folder(id_).ledger is not None)


@cache
def folder(name: str) -> Folder:
    """A folder by its id or another id it handles; raises `UnknownProcedure` or `CorpusFaults`."""
    owner = _handled().get(name)
    if owner is None:
        known = sorted(_handled())
        raise UnknownProcedure(name, difflib.get_close_matches(name, known, 3, 0.4), known)
    return read_folder(place_of(owner))


@cache
def _handled() -> dict[str, str]:
    """Every procedure id of the case format that a folder handles, and the folder."""
    found: dict[str, str] = {}
    for id_ in (*procedure_ids(), *register_ids()):
        written = Written.file(place_of(id_) / "procedure.yaml")
        found[id_] = id_
        for other in written.at(("also",)) or ():
            found[str(other)] = id_
    return found


def read_folder(place: Traversable | Path, *, thorough: bool = False) -> Folder:
    """Read and check a folder, wherever it lies; raises `CorpusFaults` with every fault of every file.

    `thorough`: its rules and examples too, and everything against the rulebook.
    """
    vocabulary = Written.file(place / "procedure.yaml")
    procedure = vocabulary.as_(Procedure)
    faults: list[CorpusFault] = []
    listed: list[tuple[Written, int, Duty]] = []
    for name in sorted(entry.name for entry in place.iterdir()):
        if name.startswith("duties") and name.endswith(".yaml"):
            listed += _read_duties(Written.file(place / name), faults)
    lent: tuple[Duty, ...] = ()
    if procedure.borrows:
        procedure, lent = _borrow(vocabulary, procedure, faults)
    own = [duty for _, _, duty in listed]
    duties = (*own, *lent)
    faults += folder_faults(vocabulary, procedure, listed, duties)
    groups: list[Group] = []
    if thorough:
        faults += rulebook_faults(listed)
        if not procedure.ending_acts:
            faults.append(vocabulary.fault(("acts",), "none of them ends a case: say `ends: yes`, or `ends` below"))
        classed = _read_if_there(place / "rules.yaml", RulesFile, faults)
        if classed is not None:
            faults += rules_faults(classed[0], classed[1].rules, own, procedure.sections)
        kept = _read_if_there(place / LEDGER, Ledger, faults)
        if kept is not None:
            faults += ledger_faults(*kept, procedure)
        counted = _read_if_there(place / FIGURES, FiguresFile, faults)
        if counted is not None:
            faults += figure_faults(*counted, procedure)
        names: set[str] = set()
        for written, read in _read_examples(place, faults):
            faults += examples_faults(written, read.groups, procedure, duties, names)
            groups += read.groups
        if not faults:
            faults += unasked_faults(listed, groups)
    if faults:
        raise CorpusFaults(faults)
    ids = frozenset(duty.id for duty in own)
    return Folder(procedure, duties, ids, _digest(place), place, tuple(groups) if thorough else None)


def _read_if_there(
    path: Traversable | Path, model: type[Model], faults: list[CorpusFault]
) -> tuple[Written, Model] | None:
    """A file of the folder that need not be there; what is wrong is added to the faults."""
    if not path.is_file():
        return None
    try:
        written = Written.file(path)
        return written, written.as_(model)
    except CorpusFaults as error:
        faults += error.faults
        return None


def _read_examples(place: Traversable | Path, faults: list[CorpusFault]) -> Iterator[tuple[Written, ExamplesFile]]:
    """The `examples*.yaml` of a folder; what is wrong is added to the faults."""
    for name in sorted(entry.name for entry in place.iterdir()):
        if name.startswith("examples") and name.endswith(".yaml"):
            found = _read_if_there(place / name, ExamplesFile, faults)
            if found is not None:
                yield found


def _read_duties(written: Written, faults: list[CorpusFault]) -> Iterator[tuple[Written, int, Duty]]:
    """The duties of one file, each by the schema of its kind; what is wrong is added to the faults."""
    try:
        count = len(written.as_(DutiesFile).duties)
    except CorpusFaults as error:
        faults += error.faults
        return
    known = kinds()
    for place in range(count):
        kind = written.at(("duties", place, "kind"))
        if kind not in known:
            path = ("duties", place, "kind") if kind is not None else ("duties", place)
            found = f"«{kind}» is no kind of duty" if kind is not None else "`kind` is missing"
            faults.append(written.fault(path, f"{found}; there are {', '.join(known)}"))
            continue
        try:
            yield written, place, written.as_(known[kind], ("duties", place))
        except CorpusFaults as error:
            faults += error.faults


def _borrow(written: Written, procedure: Procedure, faults: list[CorpusFault]) -> tuple[Procedure, tuple[Duty, ...]]:
    """The procedure with the words it needs of those it borrows from; and the borrowed duties."""
    duties: list[Duty] = []
    for place, borrowed in enumerate(procedure.borrows):
        try:
            lender = folder(borrowed.from_)
        except UnknownProcedure as error:
            known = ", ".join(error.known)
            faults.append(written.fault(("borrows", place, "from"), f"no folder is called so; there are {known}"))
            continue
        for number, id_ in enumerate(borrowed.duties):
            found = lender.duty(id_)
            if found is None:
                faults.append(written.fault(("borrows", place, "duties", number), f"`{lender.id}` has no duty «{id_}»"))
            else:
                duties.append(found)
        procedure = _with_words_of(procedure, lender.procedure, duties)
    return procedure, tuple(duties)


def _with_words_of(procedure: Procedure, lender: Procedure, duties: Sequence[Duty]) -> Procedure:
    """The procedure with the words that borrowed duties need of another: what they name, and what that rests on.

    Its own words go first. What the other takes as done is not borrowed.
    """
    words = words_of(duties, lender)
    acts = {name for name in lender.acts if name in words}
    acts |= {name for name, act in lender.acts.items() if acts & set(act.counts_as)}
    acts |= {other for name in acts for other in lender.acts[name].counts_as}
    borrowed: dict[str, set[str]] = {
        "acts": acts,
        "fields": {field for name in acts for field in lender.acts[name].fields},
        "pauses": {kind for duty in duties for kind in _pauses_of(duty)},
        "definitions": words & set(lender.definitions),
        "attributes": set(lender.attributes),
    }
    update = {
        name: {one: held for one, held in getattr(lender, name).items() if one in wanted}
        | dict(getattr(procedure, name))
        for name, wanted in borrowed.items()
    }
    own = {line.act for line in procedure.certificate_lapses}
    lapses = (line for line in lender.certificate_lapses if line.act in acts - own)
    return procedure.model_copy(
        update={**update, "certificate_lapses": (*procedure.certificate_lapses, *lapses)},
    )


def words_of(duties: Iterable[Duty], procedure: Procedure) -> set[str]:
    """Every name in the texts of duties, in what they name beside them, and in the definitions these rest on."""
    held = tuple(duties)
    words: set[str] = set()
    waiting = [text.text for duty in held for text in duty.texts()]
    waiting += [name for duty in held for name in _named_beside(duty, procedure)]
    while waiting:
        found = set(re.findall(r"[\w/-]+", waiting.pop())) - words
        words |= found
        waiting += [procedure.definitions[name].is_ for name in found & set(procedure.definitions)]
    return words


def _named_beside(duty: Duty, lender: Procedure) -> Iterator[str]:
    """The acts that a duty names beside its texts: what it is for, what stops or prolongs its term."""
    yield duty.each or ""
    if isinstance(duty, TermDuty) and duty.extension is not None:
        yield duty.extension.act
    if isinstance(duty, Qualification) and duty.certified:
        yield from (line.act for line in lender.certificate_lapses)
    for kind in _pauses_of(duty):
        yield from (*lender.pauses[kind].from_, *lender.pauses[kind].to)


def _pauses_of(duty: Duty) -> Iterator[str]:
    if isinstance(duty, TermDuty):
        yield from duty.pauses
    if isinstance(duty, ValueLimit):
        yield from (kind for counted in duty.days.values() for kind in counted.pauses)


def _digest(place: Traversable | Path) -> str:
    """Twelve hexadecimal digits that change when a file of the folder does."""
    digest = hashlib.sha256()
    for entry in sorted(place.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".yaml") and not entry.name.startswith(("examples", "ledger")):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
