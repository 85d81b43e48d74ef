"""A judged folder in words: its findings in the languages asked for, sorted, and what each ledger is good for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from yifa.interfaces.finding_telling import ToldFinding, told_finding
from yifa.law.run.story import Light
from yifa.ledgers.sufficiency.sufficient import Sufficiency, sufficiency
from yifa.oversight.supervision.comparing import Changed
from yifa.oversight.supervision.points import points
from yifa.oversight.supervision.supervised import JudgedLedger, Supervised
from yifa.wording import language

Progress = Callable[[int, int], None]
_EVERY = 200
"""After so many findings the progress is told."""


@dataclass(frozen=True)
class Told:
    """A judged folder told.

    `findings`: by language, each in the same order: by organ, then what is looked at first. `sufficiency`: in the order
    of the ledgers. `changed`: what changed since an earlier run, None where none was given.
    """

    run: Supervised
    findings: Mapping[str, tuple[ToldFinding, ...]]
    sufficiency: tuple[Sufficiency, ...]
    organs: Mapping[str, str]
    personal: bool
    changed: tuple[Changed, ...] | None = None

    def of(self, tag: str) -> tuple[ToldFinding, ...]:
        """The findings in one language."""
        return self.findings[tag]

    def lights(self, organ: str | None = None) -> Counter[Light]:
        """How many findings there are of each light, of one organ or of all."""
        some = next(iter(self.findings.values()))
        return Counter(one.light for one in some if organ is None or one.organ_id == organ)

    @property
    def organs_with_cases(self) -> Mapping[str, int]:
        """The organs whose cases were judged, and how many each has; the empty id where the ledger names none."""
        found: Counter[str] = Counter()
        for ledger in self.run.ledgers:
            if "organ" in ledger.cases.column_names:
                counted = ledger.cases["organ"].value_counts().to_pylist()
                found.update({one["values"] or "": one["counts"] for one in counted})
            else:
                found[""] += ledger.cases.num_rows
        return dict(sorted(found.items()))


def tell_run(
    run: Supervised,
    languages: Collection[str],
    *,
    personal: bool = False,
    changed: Collection[Changed] | None = None,
    progress: Progress = lambda done, of: None,
) -> Told:
    """Tell every finding of a judged folder; `personal`: show what tells of persons as it stands in the ledgers."""
    organs = {office.id: office.name for office in run.taken.organs.offices.values()}
    spoken = {tag: language(tag) for tag in languages}
    found: list[tuple[ToldFinding, ...]] = []
    for ledger in run.ledgers:
        for point in points(run, ledger):
            found.append(tuple(told_finding(point, organs, one, personal=personal) for one in spoken.values()))
            if len(found) % _EVERY == 0:
                progress(len(found), run.found)
    progress(len(found), run.found)
    found.sort(key=lambda several: (several[0].organ_id, *several[0].weight))
    return Told(
        run,
        {tag: tuple(several[place] for several in found) for place, tag in enumerate(spoken)},
        tuple(sufficiency(one.whole, one.source, one.whole.folder.ledger, _profiles(one, run)) for one in run.ledgers),
        organs,
        personal,
        None if changed is None else tuple(changed),
    )


def _profiles(ledger: JudgedLedger, run: Supervised) -> set[frozenset[str]]:
    """The sectors and places of each organ that a ledger tells of."""
    if "organ" not in ledger.cases.column_names:
        return set()
    organs = ledger.cases["organ"].unique().to_pylist()
    return {frozenset(one.name for one in run.taken.organs.profiles(organ)) for organ in organs}
