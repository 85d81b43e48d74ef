"""Which duties rest on which article: the citations of all procedures, gathered by statute and article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from yifa.law.catalogue import Statute, statutes
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder, folder, procedure_ids

WHOLE = ""
"""Where a duty cites a statute and no article of it."""


@dataclass(frozen=True)
class Resting:
    """A duty, in the procedure that states it. `texts`: the versions whose article it is; all, where none is named."""

    folder: Folder
    duty: Duty
    texts: tuple[str, ...] = ()


@dataclass
class Cited:
    """A statute and its articles, each with the duties that rest on it."""

    statute: Statute
    articles: dict[str, list[Resting]] = field(default_factory=dict)

    @property
    def duties(self) -> int:
        """How many duties rest on it."""
        return len({one.duty.id for several in self.articles.values() for one in several})

    @property
    def ordered(self) -> Sequence[tuple[str, Sequence[Resting]]]:
        """Its articles by their numbers, what cites it as a whole at the end."""
        return sorted(self.articles.items(), key=lambda one: _order(one[0]))


@lru_cache(maxsize=1)
def cited() -> Mapping[str, Cited]:
    """Every statute that a duty rests on, by its id."""
    found: dict[str, Cited] = {}
    known = {one.id: one for one in statutes()}
    for id_ in procedure_ids():
        of = folder(id_)
        for duty in of.duties:
            if duty.id not in of.own:
                continue
            for text in duty.law:
                told = citation(text)
                held = found.setdefault(told.statute.id, Cited(known.get(told.statute.id, told.statute)))
                places: dict[str, list[str]] = {}
                for version, article in told.by_text.items():
                    places.setdefault(article, []).append(version)
                for article in places or (told.article or WHOLE,):
                    line = Resting(of, duty, tuple(places.get(article, ())))
                    held.articles.setdefault(article, []).append(line)
    return found


def resting(duty: Duty) -> list[tuple[Statute, str]]:
    """The statutes and articles a duty rests on, each article once."""
    found = []
    for text in duty.law:
        told = citation(text)
        articles = dict.fromkeys(told.by_text.values()) if told.by_text else {told.article or WHOLE: None}
        found += [(told.statute, article) for article in articles]
    kept: dict[tuple[str, str], tuple[Statute, str]] = {}
    for statute, article in found:
        kept.setdefault((statute.id, article), (statute, article))
    return list(kept.values())


_CHINESE = "一二三四五六七八九十"


def _order(article: str) -> tuple[int, list[tuple[int, str]]]:
    parts = re.findall(r"\d+|[一二三四五六七八九十]+|[^\d一二三四五六七八九十]+", article)
    numbers = [(int(one), "") if one.isdigit() else (_CHINESE.find(one[0]) + 1, one) for one in parts]
    return (1 if article == WHOLE else 0), numbers
