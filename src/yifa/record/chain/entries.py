"""Entries: one act each, in the chain of one organ.

    {"form": "yifa.entry/1", "hash": "sha256", "number": 17, "organ": "…", "previous": "<digest of 16>",
     "recorded": "2026-03-01T10:00:00+08:00", "what": { … }}

The digest of an entry is that of its canonical bytes. `number` counts from 1 in the chain of the organ; `previous` of
the first is empty. When a clock goes backwards `recorded` does too: the order is that of the numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from yifa.record.chain.canonical import NotCanonical, Plain, canonical, is_canonical_text
from yifa.record.chain.digests import digest

FORM = "yifa.entry/1"
_WHAT = '{"what":'


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its place, its canonical text and the digest (hex) of that."""

    organ: str
    number: int
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The end of an organ's chain, to which the next entry is joined; `digest` is empty where there is none yet."""

    organ: str
    number: int = 0
    digest: str = ""

    def next(
        self, what: Mapping[str, Plain] | str, recorded: datetime, algorithm: str = "sha256"
    ) -> tuple[Entry, Chain]:
        """The next entry, and the chain with it; `what` may be canonical text already.

        `recorded` must know its zone. Raises `NotCanonical`.
        """
        number = self.number + 1
        text = entry_text(self.organ, number, self.digest, what, recorded, algorithm)
        entry = Entry(self.organ, number, text, digest(text.encode(), algorithm).hex())
        return entry, Chain(self.organ, number, entry.digest)


def entry_text(
    organ: str, number: int, previous: str, what: Mapping[str, Plain] | str, recorded: datetime, algorithm: str
) -> str:
    """The canonical text of an entry."""
    if recorded.tzinfo is None:
        raise NotCanonical("recorded", "a time without a zone", "a time with its zone")
    told = what if isinstance(what, str) else what_text(what)
    text = f'{beginning(canonical(organ), number, previous, algorithm)}{recorded.isoformat()}",{_WHAT[1:]}{told}}}'
    return text if is_canonical_text(text) else canonical(json.loads(text))


def what_text(what: Mapping[str, Plain]) -> str:
    """What an entry says, as canonical text. Raises `NotCanonical`."""
    return canonical({"what": what})[len(_WHAT) : -1]


def beginning(organ: str, number: int, previous: str, algorithm: str) -> str:
    """How the text of an entry at this place must begin, whatever it says: its keys stand in order, the place first.

    `organ` is written as in canonical text, quotes included.
    """
    return f'{form_of(algorithm)},"number":{number},"organ":{organ},"previous":"{previous}","recorded":"'


def form_of(algorithm: str) -> str:
    """How the text of any entry made with a digest begins."""
    return f'{{"form":"{FORM}","hash":"{algorithm}"'
