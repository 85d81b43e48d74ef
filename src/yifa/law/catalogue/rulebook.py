"""The rulebook's own list of its rules (`corpus/rulebook.yaml`): what every folder is held to.

A folder must class every rule of its sections; a duty must agree with its rule on the consequence, on how far the text
was read, on where and when it holds, and on what it stands in for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from pydantic import Field

from yifa.law.catalogue.duty import Duty, Grade, Severity
from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.packs import roots
from yifa.law.catalogue.procedures import ALWAYS
from yifa.law.catalogue.reading import CorpusModel, Steps, read_file
from yifa.law.catalogue.statutes import Span


class Rule(CorpusModel):
    """One rule: its kind, the first tag of its consequence, where and when it holds."""

    kind: str
    tag: Severity
    profile: tuple[str, ...] = ()
    verified: Grade = "text"
    valid: Span = ALWAYS
    replaces: tuple[str, ...] = ()


class Rulebook(CorpusModel):
    """`rulebook.yaml`."""

    sections: Mapping[str, Mapping[str, Rule]] = Field(min_length=1)


@cache
def rulebook() -> Mapping[str, Mapping[str, Rule]]:
    """Every rule by section and id; packs add sections of their own."""
    found: dict[str, Mapping[str, Rule]] = {}
    for name, root in roots().items():
        path = root / "rulebook.yaml"
        if path.is_file():
            sections = read_file(path, Rulebook).sections
            known = {id_ for rules in found.values() for id_ in rules}
            twice = {
                *(found.keys() & sections.keys()),
                *(known & {id_ for rules in sections.values() for id_ in rules}),
            }
            if twice:
                fault = f"{', '.join(sorted(twice))}: another rulebook has it already"
                raise CorpusFaults([CorpusFault(f"{name}/rulebook.yaml", None, "sections", fault)])
            found.update(sections)
    return found


def find_rule(id_: str) -> Rule | None:
    """A rule by its id."""
    return next((rules[id_] for rules in rulebook().values() if id_ in rules), None)


def against_rule(duty: Duty, folder_rules: Collection[str]) -> Iterator[tuple[Steps, str]]:
    """Where a duty says otherwise than its rule; nothing where the rulebook has no such rule."""
    rule = find_rule(duty.rule)
    if rule is None:
        yield ("id",), f"«{duty.rule}» is no rule of the rulebook"
        return
    differs = duty.breach.removesuffix("-risk") != rule.tag
    if differs and not (duty.breach_reason and "/" in duty.id):
        hint = "; a part with another tag says why in `breach-reason`" if "/" in duty.id else ""
        yield ("breach",), f"the first tag of `{duty.rule}` is {rule.tag}{hint}"
    if duty.verified != rule.verified:
        yield ("verified",), f"`{duty.rule}` is {rule.verified} in the rulebook"
    if rule.profile and not set(rule.profile) & set(duty.overlay):
        yield ("overlay",), f"`{duty.rule}` holds in {', '.join(rule.profile)} only"
    if not _within(duty.valid, rule.valid):
        yield ("valid",), f"`{duty.rule}` holds from {rule.valid.from_ or '…'} to {rule.valid.to or '…'}"
    for other in rule.replaces:
        if other in folder_rules and other not in {id_.split("/")[0] for id_ in duty.replaces}:
            yield ("replaces",), f"`{duty.rule}` replaces `{other}`"


def _within(inner: Span, outer: Span) -> bool:
    starts = outer.from_ is None or (inner.from_ is not None and inner.from_ >= outer.from_)
    ends = outer.to is None or (inner.to is not None and inner.to <= outer.to)
    return starts and ends


def unclassed(sections: Collection[str], classed: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """For each section the rules that are not classed; a section the rulebook has not is left to the caller."""
    for section in sections:
        missing = [id_ for id_ in rulebook().get(section, {}) if id_ not in classed]
        if missing:
            yield section, missing
