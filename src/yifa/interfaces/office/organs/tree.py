"""The organs of a day as a tree: who stands under whom, and how; of many only as far as can be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from yifa.interfaces.office.registers.words import tell_kind, tell_level, tell_relation
from yifa.record.organs.choices import Level, RelationKind
from yifa.record.organs.models import Organ, OrganName, Relation
from yifa.record.organs.queries import on_day
from yifa.wording import Language

SHOWN = 300
"""So many organs are shown at once; what lies deeper is one step away."""
BY = (
    RelationKind.BELONGS_TO,
    RelationKind.BRANCH_OF,
    RelationKind.ZONE_OF,
    RelationKind.SECTION_OF,
    RelationKind.ENTRUSTED_BY,
    RelationKind.EMPOWERED_BY,
    RelationKind.VERTICAL,
    RelationKind.DUAL,
)
"""By which relation an organ stands under another in the tree: the first of these that it has."""
_ORDER = {Level.NATIONAL: 0, Level.PROVINCE: 1, Level.CITY: 2, Level.COUNTY: 3, Level.TOWNSHIP: 4}


@dataclass
class Node:
    """An organ in the tree. `also`: how else it stands to others; `deeper`: so many below it that are not shown."""

    organ: Organ
    name: str
    short: str
    kind: str
    level: str
    by: str = ""
    also: tuple[str, ...] = ()
    below: list[Node] = field(default_factory=list)
    deeper: int = 0

    @property
    def size(self) -> int:
        """How many organs stand below it, at any depth."""
        return sum(1 + one.size for one in self.below)


def tree(day: date, speech: Language, under: str = "") -> list[Node]:
    """The organs of a day; those below one, where its code is said."""
    nodes = {one.organ.id: one for one in _nodes(day, speech)}
    relations = [
        one
        for one in on_day(Relation.objects.all(), day).order_by("id")
        if one.organ_id in nodes and one.to_id in nodes
    ]
    above: dict[int, Relation] = {}
    for kind in BY:
        for one in relations:
            if one.kind == kind:
                above.setdefault(one.organ_id, one)
    for one in relations:
        node = nodes[one.organ_id]
        if above.get(one.organ_id) is not one:
            node.also += (f"{tell_relation(one.kind, speech)} {nodes[one.to_id].name}",)
    tops = []
    for id_, node in nodes.items():
        relation = above.get(id_)
        if relation is None:
            tops.append(node)
            continue
        nodes[relation.to_id].below.append(node)
        if relation.kind != RelationKind.BELONGS_TO:
            node.by = tell_relation(relation.kind, speech)
    if under:
        tops = [one for one in nodes.values() if one.organ.code == under]
    _cut(tops)
    return tops


def found(day: date, words: str, speech: Language) -> list[Node]:
    """The organs of a day whose name, short name or code has these words."""
    sought = words.split()
    return [
        one
        for one in _nodes(day, speech)
        if all(word in f"{one.name} {one.short} {one.organ.code} {one.organ.credit_code}" for word in sought)
    ][:SHOWN]


def _nodes(day: date, speech: Language) -> list[Node]:
    names: dict[int, OrganName] = {}
    for row in on_day(OrganName.objects.all(), day).order_by("first"):
        names[row.organ_id] = row
    rows = sorted(
        on_day(Organ.objects.all(), day),
        key=lambda one: (_ORDER.get(Level(one.level), 9) if one.level else 9, one.code),
    )
    return [
        Node(
            one,
            names[one.id].name if one.id in names else one.code,
            names[one.id].short if one.id in names else "",
            tell_kind(one.kind, speech),
            tell_level(one.level, speech),
        )
        for one in rows
    ]


def _cut(tops: list[Node]) -> None:
    """Leave away what lies too deep, level by level, so that no more than can be read is left."""
    left, level, first = SHOWN - len(tops), list(tops), True
    while level:
        below = [one for node in level for one in node.below]
        if len(below) > left and not first:
            for node in level:
                node.deeper, node.below = node.size, []
            return
        left, level, first = left - len(below), below, False
