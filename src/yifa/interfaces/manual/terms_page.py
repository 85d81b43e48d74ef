"""Every term of the corpus in both languages and where it is used: procedures, acts, entries, values, lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yifa.interfaces.manual.words import tell_term_kind
from yifa.law.catalogue.code_tables import code_tables
from yifa.law.catalogue.folders import folder, procedure_ids, register_ids
from yifa.wording import Language


class Term(NamedTuple):
    """A Chinese term, its English, what it names, and the folders or lists that use it."""

    zh: str
    en: str
    kind: str
    used: tuple[str, ...]


def terms(speech: Language) -> list[Term]:
    """All terms in the order of the language spoken, a line for each Chinese term with its English."""
    used: dict[tuple[str, str, str], list[str]] = {}
    for zh, en, kind, where in _named():
        places = used.setdefault((zh, en, kind), [])
        if where not in places:
            places.append(where)
    found = [Term(zh, en, tell_term_kind(kind, speech), tuple(where)) for (zh, en, kind), where in used.items()]
    return sorted(
        found, key=(lambda one: (one.zh, one.en)) if speech.tag == "zh" else (lambda one: (one.en.lower(), one.zh))
    )


def _named() -> Iterator[tuple[str, str, str, str]]:
    for id_ in (*procedure_ids(), *register_ids()):
        procedure = folder(id_).procedure
        yield procedure.title.zh, procedure.title.en, "procedure", id_
        for act in procedure.acts.values():
            yield act.zh, act.en, "act", id_
        for field in procedure.fields.values():
            yield field.zh, field.en, "field", id_
            for word in field.words.values():
                if word is not None:
                    yield word.zh, word.en, "value", id_
        for definition in procedure.definitions.values():
            yield definition.zh, definition.en, "definition", id_
    for id_, table in {**code_tables().tables, **code_tables().sets}.items():
        yield table.title.zh, table.title.en, "list", id_
        for entry in table.entries.values():
            yield entry.zh, entry.en, "value", id_
