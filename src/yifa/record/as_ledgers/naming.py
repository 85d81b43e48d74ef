"""Names in the place of references, in what was found: for whom the scope lets know them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pyarrow as pa

from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.record.parties.models import Party

REFERENCE = re.compile(r"\b(officer|party)([1-9][0-9]*)\b")


def with_names(findings: pa.Table) -> pa.Table:
    """A table of findings whose facts name people, as far as their names are kept and lie in the scope."""
    place = findings.column_names.index("facts")
    lists = findings["facts"].combine_chunks()
    facts = lists.values
    texts = facts.field("value").to_pylist()
    referring = {text for text in texts if text is not None and REFERENCE.search(text)}
    if not referring:
        return findings
    names = _names(referring)
    told = {text: _told(text, names) for text in referring}
    values = pa.array([told.get(text, text) for text in texts], pa.string())
    kinds = [facts.type.field(at) for at in range(facts.type.num_fields)]
    columns = [values if one.name == "value" else facts.field(one.name) for one in kinds]
    named = pa.StructArray.from_arrays(columns, fields=kinds)
    made = pa.ListArray.from_arrays(lists.offsets, named, type=lists.type)
    return findings.set_column(place, findings.schema.field("facts"), made)


def _told(text: str, names: Mapping[str, str]) -> str:
    return REFERENCE.sub(lambda found: names.get(found.group(), found.group()), text)


def _names(texts: Iterable[str]) -> dict[str, str]:
    """How everybody is called whom these texts refer to; who was erased stays a reference."""
    asked: dict[str, set[int]] = {"officer": set(), "party": set()}
    for text in texts:
        for kind, number in REFERENCE.findall(text):
            asked[kind].add(int(number))
    officers = list(Officer.objects.filter(id__in=asked["officer"]))
    parties = list(Party.objects.filter(id__in=asked["party"]))
    values = values_of([*officers, *parties])
    found = {f"officer{one.id}": values.get(one.name) for one in officers}
    found |= {f"party{one.id}": values.get(one.name) or values.get(one.identifier) for one in parties}
    return {reference: str(name) for reference, name in found.items() if name}
