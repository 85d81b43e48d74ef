"""How measures are counted from the acts of a procedure: `figures.yaml` of its folder.

A measure of `corpus/measures` says what is counted; this says by which acts it is told, so that one definition serves
the figure book, the statistics forms and the report. Three ways of counting:

    of: decision-made            each such act, in the period of its own day
    when: it.result = penalty    … of those for which this holds (the language of conditions, `it` is the act)
    once: yes                    … a case once only, on the first day on which it holds
    sum: it.fine                 … an amount or number of each, added up
    days: case-filed             … days from that day to the day of the act: their sum, and how many there are
    heaviest: {penalties: fine}  … where this is the heaviest step of a scale that the act's list names

    in-hand: end                 cases that have one of `since` and none of `until` by the end (start) of the period
    since: [application-accepted]
    until: [decision-made, terminated]

What a record leaves open is counted apart, never left out in silence. Names are not read: a figure is counted again
from its snapshot, which holds nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from yifa.law.catalogue.errors import CorpusFault
from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.reading import CorpusModel, Steps, Written
from yifa.law.catalogue.scopes import case_scope
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.conditions import NotACondition, Scope, Type, condition, value
from yifa.law.conditions.columns import Answered, CrossCount, Derived, DutyPart, OverlapOf, SizeOf, UnqualifiedOf
from yifa.law.conditions.tree import columns_of

FIGURES = "figures.yaml"
REST = "rest"
_NOT_OF_ACTS = (Answered, CrossCount, Derived, DutyPart)
_OF_NAMES = (SizeOf, OverlapOf, UnqualifiedOf)
_KINDS: Mapping[str, tuple[str, ...]] = {"sum": ("amount", "count"), "days": ("duration",)}
"""Which kinds of measure each way of counting gives; all others give counts."""


def _one_is_a_list(given: object) -> object:
    return (given,) if isinstance(given, str) else given


Acts = Annotated[tuple[str, ...], BeforeValidator(_one_is_a_list)]


class Step(CorpusModel):
    """One step of a scale, with the words records have for it."""

    id: str
    words: tuple[str, ...] = Field(min_length=1)


class Scale(CorpusModel):
    """Steps from light to heavy, of a field that lists words; what none of the steps names is of the `rest`."""

    field: str
    steps: tuple[Step, ...] = Field(min_length=2)
    law: tuple[str, ...] = ()
    note: Bilingual | None = None


class Counting(CorpusModel):
    """One way in which a measure is counted from this procedure; several of one measure are added up."""

    measure: str
    of: str | None = None
    when: str | None = None
    once: bool = False
    sum: str | None = None
    days: str | None = None
    heaviest: Mapping[str, str] = Field(default_factory=dict, max_length=1)
    in_hand: Literal["start", "end"] | None = Field(default=None, alias="in-hand")
    since: Acts = ()
    until: Acts = ()
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Counting:
        if (self.of is None) == (self.in_hand is None):
            raise ValueError("either `of` or `in-hand` says what is counted")
        if self.in_hand is not None:
            if not (self.since and self.until):
                raise ValueError("`in-hand` needs `since` and `until`")
            if self.when or self.once or self.sum or self.days or self.heaviest:
                raise ValueError("`in-hand` counts cases by `since` and `until` alone")
        elif self.since or self.until:
            raise ValueError("`since` and `until` go with `in-hand`")
        if self.sum and self.days:
            raise ValueError("either `sum` or `days`")
        return self

    @property
    def acts(self) -> tuple[str, ...]:
        """The kinds of act whose days tell of it."""
        return (self.of,) if self.of is not None else (*self.since, *self.until)


class FiguresFile(CorpusModel):
    """`figures.yaml`: how measures are counted from this procedure."""

    scales: Mapping[str, Scale] = Field(default_factory=dict)
    figures: tuple[Counting, ...] = Field(min_length=1)


def figure_scope(procedure: Procedure, act: str) -> Scope:
    """What a figure over an act may name: its fields, other acts of the case, attributes and definitions."""
    base = case_scope(procedure, ())
    return Scope(base.acts, act, {}, base.definitions, base.attributes)


def figure_faults(written: Written, figures: FiguresFile, procedure: Procedure) -> Iterator[CorpusFault]:
    """Every fault of a file of figures against its procedure and the measures."""
    for path, message in _faults(figures, procedure):
        yield written.fault(path, message)


def _faults(figures: FiguresFile, procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    for name, scale in figures.scales.items():
        declared = procedure.fields.get(scale.field)
        if declared is None or declared.type is not Type.NAMES:
            yield ("scales", name, "field"), f"«{scale.field}» is no field of this procedure that lists names"
        words = [word for step in scale.steps for word in step.words]
        if len(set(words)) < len(words) or REST in [step.id for step in scale.steps]:
            yield ("scales", name, "steps"), "a word stands in two steps, or a step is called `rest`"
    seen: list[Counting] = []
    for place, one in enumerate(figures.figures):
        path: Steps = ("figures", place)
        if one in seen:
            yield path, "says the same as one before"
        seen.append(one)
        try:
            of = measure(one.measure)
        except UnknownMeasure as error:
            hint = f"; did you mean `{error.near[0]}`?" if error.near else ""
            yield (*path, "measure"), f"`{one.measure}` is no measure{hint}"
            continue
        yield from _kind_faults(one, of, path)
        unknown = [act for act in one.acts if act not in procedure.acts]
        for act in unknown:
            yield (*path, "of"), f"`{act}` is no act of this procedure"
        for act in one.acts:
            if any(act in kind.counts_as for kind in procedure.acts.values()):
                yield (*path, "of"), f"other acts count as `{act}`; count those"
        for act in one.until:
            if act in procedure.acts and act not in procedure.ending_acts:
                yield (*path, "until"), f"`{act}` ends no case: it does not stand under `ends` of the procedure"
        if one.of is not None and not unknown:
            yield from _text_faults(one, procedure, figures, path)


def _kind_faults(one: Counting, of: Measure, path: Steps) -> Iterator[tuple[Steps, str]]:
    way = "sum" if one.sum else "days" if one.days else ""
    if of.kind not in _KINDS.get(way, ("count",)):
        yield (*path, "measure"), f"`{of.id}` is of kind `{of.kind}`, which is not counted so"
    if of.formulas:
        yield (*path, "measure"), f"`{of.id}` is computed from others"
    if (one.in_hand is not None) != (of.counted != "in-period"):
        yield (*path, "measure"), f"`{of.id}` is counted {of.counted}"
    elif one.in_hand is not None and of.counted != f"at-{one.in_hand}":
        yield (*path, "in-hand"), f"`{of.id}` is counted {of.counted}"


def _text_faults(one: Counting, procedure: Procedure, figures: FiguresFile, path: Steps) -> Iterator[tuple[Steps, str]]:
    scope = figure_scope(procedure, one.of or "")
    for key, text, types in (
        ("when", one.when, (Type.YES_NO,)),
        ("sum", one.sum, (Type.MONEY, Type.NUMBER)),
        ("days", one.days, (Type.DAY,)),
    ):
        if text is None:
            continue
        try:
            found = value(text, scope) if key != "when" else None
            expr = found.expr if found is not None else condition(text, scope)
        except NotACondition as error:
            yield (*path, key), str(error)
            continue
        if found is not None and found.type not in types:
            yield (*path, key), f"expected {types[0].article}, found {found.type.article}"
        if any(isinstance(column, _NOT_OF_ACTS) for column in columns_of(expr)):
            yield (*path, key), "a figure speaks of acts and their fields only"
        if any(isinstance(column, _OF_NAMES) for column in columns_of(expr)):
            yield (*path, key), "a figure reads no names, which no snapshot keeps; count a field that holds a number"
    for name, step in one.heaviest.items():
        scale = figures.scales.get(name)
        if scale is None:
            yield (*path, "heaviest"), f"«{name}» is no scale of this file"
        elif step != REST and step not in [known.id for known in scale.steps]:
            yield (*path, "heaviest"), f"«{step}» is no step of the scale"
        elif scale.field not in procedure.acts[one.of or ""].fields:
            yield (*path, "heaviest"), f"`{one.of}` has no field «{scale.field}»"
