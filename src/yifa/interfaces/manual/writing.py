"""Writes the manual into a folder: pages of procedures and registers, an index, what is kept where; one style sheet."""

from __future__ import annotations

from collections.abc import Callable, Collection
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from yifa import __version__
from yifa.interfaces.manual import procedure_page
from yifa.interfaces.manual.terms_page import terms
from yifa.interfaces.manual.words import heads, tell_importance, tell_list_state, tell_mode
from yifa.law.catalogue.code_tables import CodeTable, code_tables
from yifa.law.catalogue.coverage import keepers
from yifa.law.catalogue.folders import folder, procedure_ids, register_ids
from yifa.law.catalogue.systems import systems_file
from yifa.wording import CHINESE, ENGLISH, Language, language

STYLE = "manual.css"
ENDINGS = {CHINESE: ".html", ENGLISH: ".en.html"}
OnProgress = Callable[[int, int, str], None]


def write_manual(
    into: Path, on_progress: OnProgress = lambda *_: None, *, only: Collection[str] | None = None
) -> list[Path]:
    """Write every page in both languages; gives the pages in order. Raises `CorpusFaults`, `OSError`.

    `only`: just the pages of these folders, beside the index and what is kept where.
    """
    into.mkdir(parents=True, exist_ok=True)
    (into / STYLE).write_text((files(__package__) / STYLE).read_text(encoding="utf-8"), encoding="utf-8")
    names = [id_ for id_ in (*procedure_ids(), *register_ids()) if only is None or id_ in only]
    written: list[Path] = []
    for tag in (CHINESE, ENGLISH):
        speech = language(tag)
        book = _Book(into, speech)
        told = []
        for place, id_ in enumerate(names):
            on_progress(place + len(names) * (tag == ENGLISH), 2 * len(names), id_)
            told.append(procedure_page.collect(folder(id_), speech))
            written.append(book.write(id_, "procedure.html", {"one": told[-1], "title": told[-1]["title"]}))
        procedures = [one for one in told if one["id"] in procedure_ids()]
        registers = [one for one in told if one["id"] in register_ids()]
        title = heads(speech)["manual"]
        written.append(
            book.write("index", "index.html", {"procedures": procedures, "registers": registers, "title": title})
        )
        coverage = {"pillars": pillars(speech), "title": heads(speech)["coverage"]}
        written.append(book.write("coverage", "coverage.html", coverage))
        written.append(book.write("terms", "terms.html", {"terms": terms(speech), "title": heads(speech)["terms"]}))
        written.append(book.write("lists", "lists.html", {"lists": lists(speech), "title": heads(speech)["lists"]}))
    return written


class _Book:
    """The pages in one language."""

    def __init__(self, into: Path, speech: Language) -> None:
        self.into = into
        self.speech = speech
        self.environment = Environment(
            autoescape=True,
            loader=PackageLoader("yifa.interfaces.manual"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write(self, name: str, template: str, values: dict[str, Any]) -> Path:
        """Write one page."""
        other = ENGLISH if self.speech.tag == CHINESE else CHINESE
        page = self.environment.get_template(template).render(
            w=heads(self.speech),
            lang="zh-Hans" if self.speech.tag == CHINESE else "en",
            colon="：" if self.speech.tag == CHINESE else ": ",
            ending=ENDINGS[self.speech.tag],
            other=name + ENDINGS[other],
            other_name="English" if other == ENGLISH else "中文",
            version=__version__,
            style=STYLE,
            name=name,
            **values,
        )
        path = self.into / (name + ENDINGS[self.speech.tag])
        path.write_text(page, encoding="utf-8")
        return path


def pillars(speech: Language) -> list[dict[str, Any]]:
    """What governments run, pillar by pillar, and which folders keep each."""
    held = keepers()
    zh = speech.tag == CHINESE
    file = systems_file()
    found = []
    for pillar, title in file.pillars.items():
        rows = [
            {
                "id": id_,
                "name": one.zh if zh else one.en,
                "kind": tell_importance(one.kind, speech),
                "mode": tell_mode(one.mode, speech),
                "kept": [(name, _title(name, zh)) for name in held[id_]],
            }
            for id_, one in file.systems.items()
            if one.pillar == pillar
        ]
        found.append({"title": title.zh if zh else title.en, "rows": rows})
    return found


def lists(speech: Language) -> list[dict[str, Any]]:
    """The lists offices work by, and the sets they fill for themselves."""
    zh = speech.tag == CHINESE
    tables = code_tables()
    found = []
    for id_, one in {**tables.tables, **tables.sets}.items():
        entries = [(name, entry.zh if zh else entry.en) for name, entry in one.entries.items()]
        kept = [(name, _title(name, zh)) for name in one.kept_in]
        state = tell_list_state(one.closed if isinstance(one, CodeTable) else None, speech)
        title = one.title.zh if zh else one.title.en
        found.append({"id": id_, "title": title, "state": state, "kept": kept, "entries": entries})
    return found


def _title(name: str, zh: bool) -> str:
    title = folder(name).procedure.title
    return title.zh if zh else title.en
