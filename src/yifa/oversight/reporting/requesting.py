"""What to ask of whom: every measure that no ledger tells and that somebody is named for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from yifa.law.catalogue.contributors import Contributor, asked_of
from yifa.law.catalogue.measures import measures
from yifa.law.figures import Period
from yifa.oversight.reporting.last_year import Earlier
from yifa.oversight.reporting.request_form import AskedFigure, Request, may_be_asked


def requests(
    period: Period,
    of: Sequence[Contributor],
    *,
    counted: Collection[str] = (),
    published: Mapping[str, Earlier] | None = None,
    only_published: bool = False,
) -> list[Request]:
    """One request for each contributor that has anything to give.

    `counted`: measures that records tell. `only_published`: ask for no more than last year's report stated.
    """
    said = published or {}
    wanted = [
        one
        for one in measures()
        if may_be_asked(one) and one.id not in counted and (not only_published or one.id in said)
    ]
    asked = asked_of(wanted, of)
    return [
        Request(one, period, tuple(AskedFigure(of_it, said.get(of_it.id)) for of_it in asked[one.id]))
        for one in of
        if one.id in asked
    ]
