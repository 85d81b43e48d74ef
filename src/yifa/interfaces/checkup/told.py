"""A judged folder in words: its findings in the languages asked for, sorted, and what each ledger is good for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from yifa.interfaces.finding_telling import Found, ToldFinding, told_finding
from yifa.ledgers.sufficiency.declaring import Declared, once_declared
from yifa.ledgers.sufficiency.sufficient import Sufficiency, sufficiency
from yifa.oversight.supervision.comparing import Changed
from yifa.oversight.supervision.points import points
from yifa.oversight.supervision.supervised import JudgedLedger, Supervised
from yifa.wording import language


@dataclass(frozen=True)
class Told:
    """A judged folder told.

    `findings`: by language, each in the same order: by organ, then what is looked at first. In the order of the ledgers
    `sufficiency`, and in `declared` what is decided once it is declared that some acts did not occur. `changed`: what
    changed since an earlier run, None where none was given.
    """

    run: Supervised
    findings: Mapping[str, tuple[ToldFinding, ...]]
    sufficiency: tuple[Sufficiency, ...]
    declared: tuple[Declared | None, ...]
    organs: Mapping[str, str]
    personal: bool
    changed: tuple[Changed, ...] | None = None

    def of(self, tag: str) -> tuple[ToldFinding, ...]:
        """The findings in one language."""
        return self.findings[tag]

    def lights(self, organ: str | None = None) -> Counter[Found]:
        """How many findings there are of each light, of one organ or of all."""
        some = next(iter(self.findings.values()))
        return Counter(one.light for one in some if organ is None or one.organ_id == organ)

    @property
    def organs_with_cases(self) -> Mapping[str, int]:
        """The organs whose cases were judged, and how many each has; the empty id where the ledger names none."""
        found: Counter[str] = Counter()
        for ledger in self.run.ledgers:
            found.update(ledger.of_organs)
        return dict(sorted(found.items()))


Several = tuple[ToldFinding, ...]
"""One finding in several languages."""


def tell_run(
    run: Supervised,
    languages: Sequence[str],
    *,
    personal: bool = False,
    changed: Collection[Changed] | None = None,
) -> Told:
    """Tell every finding of a judged folder; `personal`: show what tells of persons as it stands in the ledgers."""
    return all_told(
        run, languages, tell_findings(run, languages, personal=personal), personal=personal, changed=changed
    )


def tell_findings(run: Supervised, languages: Sequence[str], *, personal: bool = False) -> list[Several]:
    """Every finding in some languages, ledger by ledger."""
    organs = _names(run)
    spoken = [language(tag) for tag in languages]
    return [
        tuple(told_finding(point, organs, one, personal=personal) for one in spoken)
        for ledger in run.ledgers
        for point in points(run, ledger)
    ]


def all_told(
    run: Supervised,
    languages: Sequence[str],
    findings: Iterable[Several],
    *,
    personal: bool = False,
    changed: Collection[Changed] | None = None,
) -> Told:
    """A judged folder told, its findings being told already."""
    found = sorted(findings, key=lambda several: (several[0].organ_id, *several[0].weight, several[0].subject_id))
    enough, declared = [], []
    for one in run.ledgers:
        asked = one.whole, one.source, one.whole.folder.ledger, _profiles(one, run)
        enough.append(sufficiency(*asked))
        declared.append(once_declared(enough[-1], *asked))
    return Told(
        run,
        {tag: tuple(several[place] for several in found) for place, tag in enumerate(languages)},
        tuple(enough),
        tuple(declared),
        _names(run),
        personal,
        None if changed is None else tuple(changed),
    )


def _names(run: Supervised) -> Mapping[str, str]:
    return {office.id: office.name for office in run.taken.organs.offices.values()}


def _profiles(ledger: JudgedLedger, run: Supervised) -> set[frozenset[str]]:
    """The sectors and places of each organ that a ledger tells of."""
    return {frozenset(one.name for one in run.taken.organs.profiles(organ or None)) for organ in ledger.of_organs}
