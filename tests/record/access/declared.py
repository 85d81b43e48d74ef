"""Every query and every verb of the record, declared: how a stranger might ask it, and what he must not get.

A new query or verb that is not declared here fails a test, so that nobody forgets to think of who may read it.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from tests.record.register import TODAY
from yifa.record import access, chain, dossiers, evidence, lists, organs, papers, parties
from yifa.record.cases.models import Case
from yifa.record.dossiers.queries import dossiers_of, entries_of, entry_faults, rows_of
from yifa.record.evidence.queries import file_faults, items_of, keeps, readings_of, recordings_of
from yifa.record.organs.models import Officer, Organ, Post
from yifa.record.organs.queries import away, certified, signs_for
from yifa.record.papers.queries import documents_of, drafts_of, editions_of, services_under_way
from yifa.record.parties.queries import facts_on, parties_called

RECORD = Path(inspect.getfile(access)).parent.parent
ROOMS: tuple[ModuleType, ...] = (access, chain, dossiers, evidence, lists, organs, papers, parties)


@dataclass(frozen=True)
class Told:
    """What somebody got hold of before, from outside his scope: one of each."""

    case: Case
    officer: Officer
    post: Post
    organ: Organ
    by_table: dict[str, Any]
    day: date = TODAY


Asked = Callable[[Told], Any]

ASKED: dict[str, Asked] = {
    "dossiers.dossiers_of": lambda told: list(dossiers_of(told.case)),
    "dossiers.entries_of": lambda told: list(entries_of(told.by_table["dossiers_dossier"])),
    "dossiers.rows_of": lambda told: rows_of(list(entries_of(told.by_table["dossiers_dossier"]))),
    "dossiers.entry_faults": lambda told: entry_faults(told.by_table["dossiers_dossier"]),
    "evidence.items_of": lambda told: list(items_of(told.case)),
    "evidence.keeps": lambda told: keeps(told.case, told.by_table["evidence_item"].digest),
    "evidence.recordings_of": lambda told: list(recordings_of(told.case)),
    "evidence.readings_of": lambda told: list(readings_of(told.by_table["evidence_item"])),
    "evidence.file_faults": lambda told: file_faults(),
    "organs.certified": lambda told: certified(told.officer, told.day),
    "organs.away": lambda told: away(told.officer, told.day),
    "organs.signs_for": lambda told: signs_for(told.post, told.day, "licence"),
    "parties.parties_called": lambda told: list(parties_called("柳三春")),
    "parties.facts_on": lambda told: facts_on([told.by_table["parties_party"]], told.day),
    "papers.documents_of": lambda told: list(documents_of(told.case)),
    "papers.editions_of": lambda told: list(editions_of(told.by_table["papers_document"])),
    "papers.drafts_of": lambda told: list(drafts_of(told.case)),
    "papers.services_under_way": lambda told: list(services_under_way(told.case)),
}
"""Queries that tell of cases or officers: asked about a stranger's, within the scope of each officer."""
_OF_ORGANS = (
    "on_day",
    "organ",
    "name_of",
    "called",
    "profiles_of",
    "supervised_by",
    "successors",
    "taken_over",
    "looked_up_to",
)
_OF_LISTS = ("lists_of", "in_force_on", "edition_on", "items_on", "items_of", "values_by_key", "what_changes")
OPEN = {f"organs.{name}" for name in _OF_ORGANS} | {f"lists.{name}" for name in (*_OF_LISTS, "would_change")}
"""Queries of the public registers: organs, their names and relations, the lists in force (公开的权责清单)."""
OF_PROOF = {f"chain.{name}" for name in ("organs", "rows", "seals", "seals_by_digest", "faults", "value")}
OF_PROOF |= {"access.roles_held", "access.scope_of", "access.administered", "evidence.store"}
"""Queries that verify and hand out, and those that say what a scope is: for commands, never for a person's page."""
ABOUT_ORGANS = {
    "put_organ_right",
    "give_profile",
    "end_profile",
    "set_up",
    "rename",
    "relate",
    "end_relation",
    "merge",
    "split",
    "abolish",
    "merge_market",
    "appoint",
}
ABOUT_ORGANS |= {"begin_list", "draw_up_edition", "amend", "put_in_force", "drop_edition", "withdraw_list"}
ABOUT_ORGANS |= {"begin_series", "put_template", "note_party", "open_case", "import_cases", "seal"}
ABOUT_ORGANS |= {"put_up", "take_down", "end_organ", "issue_report"}
ABOUT_ORGANS |= {"take_organs", "take_officers", "take_parties", "import_organ", "import_relation", "import_officers"}
"""Verbs that start from nothing that anybody could be kept from: who may is asked where they are offered."""


def known_queries() -> set[str]:
    """The public functions of every room's `queries`."""
    found = set()
    for room in ROOMS:
        name = room.__name__.rpartition(".")[2]
        module = importlib.import_module(f"{room.__name__}.queries")
        own = inspect.getmembers(module, inspect.isfunction)
        found |= {f"{name}.{one}" for one, what in own if what.__module__ == module.__name__ and one[0] != "_"}
    return found


def known_verbs() -> set[str]:
    """The public functions that somebody does, with their modules: they take an `actor`."""
    found = set()
    source = RECORD.parent.parent
    for path in sorted([*RECORD.rglob("*.py"), *(RECORD.parent / "oversight" / "clues").rglob("*.py")]):
        module = ".".join(path.relative_to(source).with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if public and "actor" in {one.arg for one in node.args.kwonlyargs}:
                found.add(f"{module}.{node.name}")
    return found


def called_by(tried: Iterable[Callable[..., object]]) -> set[str]:
    """The functions of the package that some of the tests call, by what they are and not by what they are called."""
    found: set[str] = set()
    waiting, seen = list(tried), set[CodeType]()
    while waiting:
        code, names = waiting[-1].__code__, waiting.pop().__globals__
        if code in seen:
            continue
        seen.add(code)
        for one in _named_in(code, names):
            if one.__module__.startswith("tests."):
                waiting.append(one)
            else:
                found.add(f"{one.__module__}.{one.__name__}")
    return found


def _named_in(code: CodeType, names: Mapping[str, Any]) -> Iterator[FunctionType]:
    """The functions that a function names, by themselves or as part of a module."""
    held = [names[one] for one in code.co_names if one in names]
    modules = [one for one in held if isinstance(one, ModuleType)]
    held += [getattr(module, name) for module in modules for name in code.co_names if hasattr(module, name)]
    yield from (one for one in held if isinstance(one, FunctionType))
    for inner in (one for one in code.co_consts if isinstance(one, CodeType)):
        yield from _named_in(inner, names)
