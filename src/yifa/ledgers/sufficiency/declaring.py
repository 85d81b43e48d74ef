"""What a ledger decides once whoever keeps it declares that what it has no column for did not occur.

Most terms may be prolonged, suspended or ended otherwise by acts for which many ledgers, and the layouts of publicity,
have no column. So they decide next to nothing by themselves, and adding one column hardly helps: what would, is told
here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from yifa.law.catalogue.ledgers import Ledger
from yifa.law.duties import DutySet
from yifa.law.facts import Source
from yifa.ledgers.sufficiency.needed import Keeping
from yifa.ledgers.sufficiency.prolonging import prolonging
from yifa.ledgers.sufficiency.sufficient import Step, Sufficiency, steps_of, sufficiency


@dataclass(frozen=True)
class Declared:
    """The acts that may be declared not to have occurred, those most duties ask about first; what is decided then.

    `columns`: what to add next in the main sheet alone, which has a row for each case as the ledger has.
    """

    acts: tuple[str, ...]
    then: Sufficiency
    columns: tuple[Step, ...]


def once_declared(
    bare: Sufficiency,
    whole: DutySet,
    source: Source,
    ledger: Ledger | None,
    profiles: Collection[frozenset[str]] | None = None,
) -> Declared | None:
    """What a source decides once acts that may prolong a term are declared; None where it carries them all.

    `bare` is what it decides as it is, for the same `profiles`.
    """
    may = prolonging(whole.folder)
    asked = Counter(act for acts in bare.acts.values() for act in sorted(acts & may))
    acts = tuple(act for act, _ in asked.most_common())
    if not acts or source.acts is None:
        return None
    fields = {f"{act}.{name}" for act in acts for name in whole.folder.procedure.vocabulary.get(act, {})}
    told = replace(
        source,
        acts=source.acts.union(acts),
        fields=None if source.fields is None else source.fields | fields,
        without=source.without.difference(acts),
    )
    then = sufficiency(whole, told, ledger, profiles)
    main = "" if ledger is None else ledger.main.id
    short = {
        duty: missing
        for duty, missing in then.lacking.items()
        if all(isinstance(one, Keeping) and one.sheet == main for one in missing)
    }
    return Declared(acts, then, tuple(steps_of(short)))
