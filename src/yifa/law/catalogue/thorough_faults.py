"""What a thorough check of a folder finds beyond its duties: rules without a class, duties that differ from their rule,
examples that name what is not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.errors import CorpusFault
from yifa.law.catalogue.examples import Carries, Group
from yifa.law.catalogue.folder_faults import Listed
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.reading import Steps, Written
from yifa.law.catalogue.rulebook import against_rule, find_rule, rulebook, unclassed
from yifa.law.catalogue.rules import RuleLine


def rulebook_faults(listed: Listed) -> Iterator[CorpusFault]:
    """Where duties say otherwise than the rulebook."""
    rules = {duty.rule for _, _, duty in listed}
    for written, place, duty in listed:
        for path, message in against_rule(duty, rules):
            yield written.fault(("duties", place, *path), message)


def rules_faults(
    written: Written, rules: Mapping[str, RuleLine], duties: Collection[Duty], sections: Sequence[str]
) -> Iterator[CorpusFault]:
    """Duties that carry out no rule, rules carried out by no duty, rules of the sections that are not classed."""
    ids = {duty.id for duty in duties}
    for section in sections:
        if section not in rulebook():
            yield written.fault(("rules",), f"«{section}» is no section of the rulebook")
    for section, missing in unclassed(sections, rules):
        yield written.fault(("rules",), f"{len(missing)} rules of {section} are not classed: {', '.join(missing)}")
    for rule, line in rules.items():
        if find_rule(rule) is None:
            yield written.fault(("rules", rule), "is no rule of the rulebook")
        for place, id_ in enumerate(line.by):
            if id_.split("/", maxsplit=1)[0] != rule:
                message = f"«{id_}» carries out another rule: expected `{rule}` or `{rule}/…`"
                yield written.fault(("rules", rule, "by", place), message)
    for rule, line in rules.items():
        for place, id_ in enumerate(line.by):
            if id_ not in ids:
                yield written.fault(("rules", rule, "by", place), f"«{id_}» is no duty of this folder")
    carried = {id_ for line in rules.values() for id_ in line.by}
    for duty in duties:
        if duty.id not in carried:
            yield written.fault(("rules",), f"no rule is carried out by the duty «{duty.id}»")


def examples_faults(
    written: Written, groups: Sequence[Group], procedure: Procedure, duties: Collection[Duty], seen: set[str]
) -> Iterator[CorpusFault]:
    """Acts, fields and duties that an example names and the folder does not know; two examples of one name.

    `seen`: the names of the folder's other files; those of this file are added.
    """
    ids = {duty.id for duty in duties}
    for number, group in enumerate(groups):
        for place, example in enumerate(group.examples):
            path: Steps = ("groups", number, "examples", place)
            if example.name in seen:
                yield written.fault((*path, "name"), f"two examples are called «{example.name}»")
            seen.add(example.name)
            for id_ in example.expect:
                if id_ not in ids:
                    yield written.fault((*path, "expect", id_), f"«{id_}» is no duty of this folder")
            if example.as_of is None and not any(happening.get("on") for happening in example.events):
                yield written.fault(path, "has no act with a day: say `as-of`")
            yield from _carried_faults(written, path, example.carries, procedure)
            for of, given in example.attributes.items():
                for name in set(given) - set(procedure.attributes.get(of, {})):
                    yield written.fault((*path, "attributes", of, name), f"«{of}» has no attribute «{name}»")
            for row, happening in enumerate(example.events):
                for message in _event_faults(happening, procedure):
                    yield written.fault((*path, "events", row), message)


def unasked_faults(listed: Listed, groups: Sequence[Group]) -> Iterator[CorpusFault]:
    """Duties that no worked case asks about."""
    asked = {id_ for group in groups for example in group.examples for id_ in example.expect}
    for written, place, duty in listed:
        if duty.id not in asked:
            message = "no worked case asks about it: write one where it is met and one where it is not"
            yield written.fault(("duties", place, "id"), message)


def _carried_faults(written: Written, path: Steps, carries: Carries, procedure: Procedure) -> Iterator[CorpusFault]:
    for row, name in enumerate(carries.without):
        act, _, field = name.partition(".")
        if act not in procedure.acts or (field and field not in procedure.acts[act].fields):
            yield written.fault((*path, "carries", "without", row), f"«{name}» is no act, and no field of an act")


def _event_faults(happening: Mapping[str, object], procedure: Procedure) -> Iterator[str]:
    act = happening.get("act")
    if act not in procedure.acts:
        yield f"«{act}» is not among `acts`" if act else "`act` is missing"
        return
    known = {*procedure.acts[str(act)].fields, "on", "act", "id", "recorded-at"}
    for key in happening:
        if key not in known:
            fields = ", ".join(sorted(known - {"on", "act", "id", "recorded-at"})) or "none"
            yield f"`{act}` has no field «{key}»; it has {fields}"
