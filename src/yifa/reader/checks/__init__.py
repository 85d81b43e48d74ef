"""Figures set against one another, and the text against the calendar, the rules and the outline: what agrees, what not.

One file for each kind of check; its docstring says what it asks, where the question comes from, and shows wrong and
right. A relation that the words announce (其中, 占, …率 beside its two numbers, a bracket) may be called a
difference; one that is only guessed never is. Extent, cut-off day, rounding and digits cut off are tried as
explanations first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from yifa.reader.checks import (
    all_claims,
    announced_members,
    bounds,
    cited_law,
    completeness_custom,
    completeness_law,
    dates,
    family,
    funnel,
    growth,
    growth_across,
    part_of_whole,
    rate,
    rate_denominator,
    reduction,
    reporting_dates,
    sum,  # noqa: A004 (the name of the check)
    twice_stated,
    twice_stated_across,
)
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.verdicts import AGREES
from yifa.reader.reading import Check, Document
from yifa.reader.subjects.aims import PLANNED
from yifa.wording import Language

_OF_ONE_TEXT = (
    rate,
    rate_denominator,
    sum,
    funnel,
    part_of_whole,
    growth,
    reduction,
    twice_stated,
    bounds,
    announced_members,
    all_claims,
    dates,
    reporting_dates,
    completeness_law,
    completeness_custom,
    cited_law,
)
_OF_SEVERAL = (twice_stated_across, growth_across, family)
# Where one of these holds, a weaker question about the same figures need not be put.
_STRONGER = ("rate", "sum", "reduction", "all-claims")
_WEAKER = ("funnel", "part-of-whole")


def check_kinds() -> tuple[CheckKind, ...]:
    """Every kind of check, in the order in which they are asked."""
    return (*(kind.KIND for kind in _OF_ONE_TEXT), family.KIND)


def check(document: Document, *, speech: Language, strict: bool = False) -> tuple[Check, ...]:
    """Every check of one text, in the order of its kinds and of the text.

    A kind of check that fails is named in a line of its own, and the rest is done; `strict` lets the failure through.
    """
    sheet = Sheet(document)
    answers = _answers([(kind.KIND, kind.find, sheet) for kind in _OF_ONE_TEXT], speech, strict)
    aims = {figure.id for figure in document.figures if figure.period == PLANNED}
    return _kept(one for one in answers if not _mixes_aims(one, aims))


def _mixes_aims(one: Check, aims: set[str]) -> bool:
    """Whether a difference lies only between what was done and what is aimed at."""
    planned = aims.intersection(one.figures)
    return 0 < len(planned) < len(one.figures) and one.verdict not in AGREES


def check_across(documents: Sequence[Document], *, speech: Language, strict: bool = False) -> tuple[Check, ...]:
    """Every check that needs several texts; figures are named `d1:f12`. Failures as in `check`."""
    sheets = [Sheet(document) for document in documents]
    return _kept(_answers([(kind.KIND, kind.find, sheets) for kind in _OF_SEVERAL], speech, strict))


def _answers(asked: Iterable[tuple[CheckKind, Any, Any]], speech: Language, strict: bool) -> Iterator[Check]:
    for kind, find, given in asked:
        try:
            yield from find(given, speech)
        except Exception as error:  # a fault in one kind of check must not cost the others
            if strict:
                raise
            yield kind.failed(error, speech)


def _kept(found: Iterable[Check]) -> tuple[Check, ...]:
    """Each check once, weaker questions left out where a stronger one answers them."""
    kept: dict[str, Check] = {}
    for one in found:
        kept.setdefault(one.id, one)
    members = {id_ for one in kept.values() if one.kind == "sum" and one.verdict in AGREES for id_ in one.figures[1:]}
    answered: dict[str, list[set[str]]] = {}
    for one in kept.values():
        if one.kind in _STRONGER and one.verdict in AGREES:
            for id_ in one.figures:
                answered.setdefault(id_, []).append(set(one.figures))
    return tuple(
        one
        for one in kept.values()
        if not (
            one.kind in _WEAKER
            and one.verdict in AGREES
            and any(set(one.figures) <= some for some in answered.get(one.figures[0], ()))
        )
        and not (one.kind == part_of_whole.KIND.id and one.verdict in AGREES and one.figures[0] in members)
    )
