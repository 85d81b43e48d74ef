"""Figures set against one another, and the text against the calendar, the rules and the outline: what agrees, what not.

One file for each kind of check; its docstring says what it asks, where the question comes from, and shows wrong and
right. A relation that the words announce (其中, 占, …率 beside its two numbers, a bracket) may be called a
difference; one that is only guessed never is. Extent, cut-off day, rounding and digits cut off are tried as
explanations first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def check(document: Document, *, speech: Language) -> tuple[Check, ...]:
    """Every check of one text, in the order of its kinds and of the text."""
    sheet = Sheet(document)
    return _kept(one for kind in _OF_ONE_TEXT for one in kind.find(sheet, speech))


def check_across(documents: Sequence[Document], *, speech: Language) -> tuple[Check, ...]:
    """Every check that needs several texts; figures are named `d1:f12`."""
    sheets = [Sheet(document) for document in documents]
    return _kept(one for kind in _OF_SEVERAL for one in kind.find(sheets, speech))


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
