"""Measures: the one space of ids for what is counted, shared by reader, figures, report tokens and statistics forms.

A measure says what is counted, in which unit, of which greater number it is a part, and for a rate what is divided by
what. Sources are the yearly enforcement statistics (国办发〔2018〕118号 6), the reconsideration and disclosure forms,
and the custom of annual reports; what could not be checked is marked. Ids never change. How reports write a measure
stands in its `words`; `yifa.law.catalogue.measure_words` reads them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.reading import CORPUS, CorpusModel, corpus_files, read_file
from yifa.law.catalogue.statutes import Bilingual, UnknownStatute, Verified, find_statute

Kind = Literal["count", "amount", "percent", "duration"]
Direction = Literal["higher", "lower", "neutral"]
Scope = Literal["whole-area", "own-level", "organ"]
Counted = Literal["in-period", "at-end", "at-start"]
"""What happened in the period, or what there is on its last day (before its first)."""
GROUPS = ("about", "near", "counts", "says")
TURNING_WORDS = "turning-words.yaml"
# A unit on the left also goes where one on the right is accepted.
SAME_UNITS = {"名": "人", "位": "人", "件次": "件", "场次": "场", "批次": "批"}


class UnknownMeasure(LookupError):
    """An id no measure has; `near` lists those that look like it."""

    def __init__(self, id_: str, near: list[str]) -> None:
        self.id = id_
        self.near = near
        super().__init__(id_)


def _alternatives(given: object) -> object:
    return tuple(given.split("|")) if isinstance(given, str) else given


Alternatives = Annotated[tuple[str, ...], BeforeValidator(_alternatives)]


class Words(CorpusModel):
    """One way in which reports write a measure; every group given must be found, one of its alternatives each.

    `about`, `counts` and `says` must stand in the phrase of the figure itself; `near` there or in the words before it;
    none of `excluded` (in files: `not`) may stand in the phrase, none of `excluded_before` (`not-before`) in the part
    of the same sentence that comes before it.
    """

    about: Alternatives = ()
    near: Alternatives = ()
    counts: Alternatives = ()
    says: Alternatives = ()
    excluded: Alternatives = Field(default=(), alias="not")
    excluded_before: Alternatives = Field(default=(), alias="not-before")

    @model_validator(mode="after")
    def _can_be_found(self) -> Words:
        if not (self.about or self.counts or self.says):
            raise ValueError("at least one of `about`, `counts`, `says` is needed")
        for group in GROUPS:
            if any(len(word) < 2 for word in getattr(self, group)):
                raise ValueError(f"`{group}` holds a word of less than two characters")
        if any(not word for word in (*self.excluded, *self.excluded_before)):
            raise ValueError("`not` or `not-before` holds an empty word")
        if unreachable := set(self.excluded) & {*self.about, *self.counts, *self.says}:
            raise ValueError(f"asked for and excluded at once: {', '.join(sorted(unreachable))}")
        return self

    def same_as(self, other: Words) -> bool:
        """Whether both ask for the same words."""
        return all(set(getattr(self, group)) == set(getattr(other, group)) for group in GROUPS)


class Formula(CorpusModel):
    """A rate: the sum of some measures divided by the sum of others."""

    numerator: tuple[str, ...] = Field(min_length=1)
    denominator: tuple[str, ...] = Field(min_length=1)


class After(CorpusModel):
    """The step before in a funnel: at most as many as there, unless cases of earlier periods come in."""

    measure: str
    carries_over: bool = Field(alias="carries-over")


class Recorded(CorpusModel):
    """The act of a procedure (rulebook 3) that is counted where the record is kept."""

    procedure: str
    act: str


class Source(CorpusModel):
    """Where the measure comes from; `form` names the statistics form, and stands alone with `kind: statistics`."""

    kind: Literal["statistics", "custom"]
    form: str | None = None
    verified: Verified

    @model_validator(mode="after")
    def _names_its_form(self) -> Source:
        if (self.kind == "statistics") != (self.form is not None):
            raise ValueError("`form` is given with `kind: statistics` and only then")
        return self


class Measure(CorpusModel):
    """One thing that is counted, with its unit, relations and words."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)+$")
    name: Bilingual
    kind: Kind
    unit: str
    units: tuple[str, ...] = ()
    meaning: Bilingual
    direction: Direction
    scope: Scope
    counted: Counted = "in-period"
    record: Recorded | None = None
    part_of: str | None = Field(default=None, alias="part-of")
    after: After | None = None
    adds_up_from: tuple[str, ...] = Field(default=(), alias="adds-up-from")
    formulas: tuple[Formula, ...] = ()
    over_100: bool = Field(default=False, alias="over-100")
    law: tuple[str, ...] = ()
    source: Source
    words: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _is_written_somewhere(self) -> Measure:
        if not self.words and self.source.kind != "statistics":
            raise ValueError("`words` say how reports write it; only a cell of a statistics form may have none")
        return self

    def accepts(self, unit: str) -> bool:
        """Whether figures in this unit may be of this measure."""
        return {unit, SAME_UNITS.get(unit, unit)} & {self.unit, *self.units} != set()

    def shares_a_unit(self, other: Measure) -> bool:
        """Whether some unit is accepted by both."""
        return any(other.accepts(unit) for unit in (self.unit, *self.units))


class MeasureFile(CorpusModel):
    """One topic: `whole-words` are read as one, so that a shorter word inside them is not found."""

    topic: str
    title: Bilingual
    whole_words: tuple[str, ...] = Field(default=(), alias="whole-words")
    measures: tuple[Measure, ...]


class TurningWords(CorpusModel):
    """Words that turn a figure into another (growth, share, average), and words that say nothing of what is counted."""

    growth: tuple[str, ...]
    share: tuple[str, ...]
    average: tuple[str, ...]
    level_verbs: tuple[str, ...] = Field(alias="level-verbs")
    level_marks: tuple[str, ...] = Field(alias="level-marks")
    weak_topics: tuple[str, ...] = Field(alias="weak-topics")
    fillers: tuple[str, ...]


@cache
def measure_files() -> tuple[MeasureFile, ...]:
    """Every topic of the corpus, checked; raises `CorpusFaults` with every fault of every file."""
    paths = [path for path in corpus_files("measures") if path.name != TURNING_WORDS]
    faults: list[CorpusFault] = []
    read: list[MeasureFile] = []
    for path in paths:
        try:
            read.append(read_file(path, MeasureFile))
        except CorpusFaults as error:
            faults += error.faults
    if faults:
        raise CorpusFaults(faults)
    if found := relation_faults(read):
        raise CorpusFaults([_placed(fault, paths, read) for fault in found])
    return tuple(read)


@cache
def turning_words() -> TurningWords:
    """The words that turn a figure into another."""
    return read_file(CORPUS / "measures" / TURNING_WORDS, TurningWords)


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure, topic by topic."""
    return tuple(measure for file in measure_files() for measure in file.measures)


@cache
def _by_id() -> dict[str, Measure]:
    return {measure.id: measure for measure in measures()}


def measure(id_: str) -> Measure:
    """The measure with this id; raises `UnknownMeasure` with ids that look like it."""
    try:
        return _by_id()[id_]
    except KeyError:
        raise UnknownMeasure(id_, difflib.get_close_matches(id_, _by_id(), 3, 0.5)) from None


def parts(id_: str) -> tuple[Measure, ...]:
    """The measures that are a direct part of this one."""
    return tuple(one for one in measures() if one.part_of == id_)


def relation_faults(files: Sequence[MeasureFile]) -> list[CorpusFault]:
    """What is wrong between measures; `file` of a fault is the id of the measure, `line` not yet known."""
    every = [one for file in files for one in file.measures]
    known = {one.id: one for one in every}
    faults: list[CorpusFault] = []

    def fault(one: Measure, where: str, message: str) -> None:
        faults.append(CorpusFault(one.id, None, where, message))

    seen: dict[str, str] = {}
    for one in every:
        for where, word in (("id", one.id), ("name.zh", one.name.zh), ("name.en", one.name.en)):
            if seen.setdefault(word, one.id) != one.id or (where == "id" and known[one.id] is not one):
                fault(one, where, f"«{word}» is used by another measure too")
        if (one.kind == "percent") != (one.unit == "%"):
            fault(one, "unit", f"`{one.unit}` does not go with kind `{one.kind}`")
        for cited in one.law:
            try:
                find_statute(cited.rpartition(" ")[0])
            except UnknownStatute as error:
                fault(one, "law", f"«{error.name}» is no statute of the corpus")
        for where, id_ in _relations(one):
            if id_ not in known:
                near = difflib.get_close_matches(id_, known, 1)
                fault(one, where, f"`{id_}` is no measure" + (f"; did you mean `{near[0]}`?" if near else ""))
    if not faults:
        for one in every:
            faults += _unfitting(one, known)
        faults += _circles(known)
    return [*faults, *_equal_words(every)]


def _relations(one: Measure) -> Iterator[tuple[str, str]]:
    if one.part_of:
        yield "part-of", one.part_of
    if one.after:
        yield "after", one.after.measure
    for id_ in one.adds_up_from:
        yield "adds-up-from", id_
    for formula in one.formulas:
        for id_ in (*formula.numerator, *formula.denominator):
            yield "formulas", id_


def _unfitting(one: Measure, known: dict[str, Measure]) -> Iterator[CorpusFault]:
    """Relations between measures that cannot be set against each other."""
    for where, id_ in _relations(one):
        if where != "formulas" and not (known[id_].kind == one.kind and known[id_].shares_a_unit(one)):
            yield CorpusFault(one.id, None, where, f"`{id_}` is counted in another unit")
    for id_ in one.adds_up_from:
        if known[id_].part_of != one.id:
            yield CorpusFault(one.id, None, "adds-up-from", f"`{id_}` is not `part-of` this measure")
    if one.formulas and one.kind != "percent":
        yield CorpusFault(one.id, None, "formulas", "only a measure in % is computed from others")
    for formula in one.formulas:
        tops, bottoms = ([known[id_] for id_ in side] for side in (formula.numerator, formula.denominator))
        for bad in (term for term in (*tops, *bottoms) if term.kind not in ("count", "amount")):
            yield CorpusFault(one.id, None, "formulas", f"`{bad.id}` is itself no count and no amount")
        for top in tops:
            for bottom in bottoms:
                if not (top.kind == bottom.kind and top.shares_a_unit(bottom)):
                    yield CorpusFault(one.id, None, "formulas", f"`{top.id}` over `{bottom.id}`: units do not fit")


def _circles(known: dict[str, Measure]) -> Iterator[CorpusFault]:
    """Measures that are part of, or come after, themselves."""
    above = {id_: [other for where, other in _relations(one) if where != "adds-up-from"] for id_, one in known.items()}
    for start, steps in above.items():
        open_, seen = list(steps), set()
        while open_:
            if (step := open_.pop()) == start:
                yield CorpusFault(start, None, "part-of, after", "leads back to itself")
                break
            if step not in seen:
                seen.add(step)
                open_ += above[step]


def _equal_words(every: Sequence[Measure]) -> Iterator[CorpusFault]:
    """Two measures whose words could not be told apart."""
    held: dict[tuple[frozenset[str], ...], list[tuple[Measure, Words]]] = {}
    for one in every:
        for number, words in enumerate(one.words):
            for other, its in held.setdefault(tuple(frozenset(getattr(words, group)) for group in GROUPS), []):
                if other.id == one.id or (other.shares_a_unit(one) and set(its.excluded) == set(words.excluded)):
                    yield CorpusFault(one.id, None, f"words[{number}]", f"asks for the same words as `{other.id}`")
            held[tuple(frozenset(getattr(words, group)) for group in GROUPS)].append((one, words))


def _placed(fault: CorpusFault, paths: Sequence[Traversable], files: Sequence[MeasureFile]) -> CorpusFault:
    """The fault with the file and line of its measure (the last line where the id is used twice)."""
    for path, file in zip(paths, files, strict=True):
        if any(one.id == fault.file for one in file.measures):
            lines = path.read_text(encoding="utf-8").splitlines()
            line = max((n for n, text in enumerate(lines, 1) if text == f"- id: {fault.file}"), default=None)
            return CorpusFault(f"measures/{path.name}", line, f"{fault.file}: {fault.where}", fault.message)
    return fault
