"""Forms of papers as an organ edits them (文书模板): edition after edition, each from a day on; none is ever changed.

Their files lie beside those of evidence, in a folder of their own, so that destroying a file of a case touches no form.
A case uses the edition that is in force on the day its paper is begun. An organ without a form of its own uses that of
the nearest organ above it that has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db.models import QuerySet

from yifa.law.catalogue.folders import folder
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.evidence.choices import Media
from yifa.record.evidence.contents import media_of
from yifa.record.evidence.errors import WrongFile
from yifa.record.evidence.queries import FileFault, FileFaultKind
from yifa.record.evidence.store import FileStore
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ
from yifa.record.organs.queries import looked_up_to
from yifa.record.papers.errors import NotATemplate
from yifa.record.papers.models import Template

LARGEST = 5_000_000
"""Bytes of a form."""
FOLDER = "templates"


@dataclass(frozen=True, slots=True)
class FormOf:
    """Which form is meant: of a paper that an act of a procedure leaves."""

    procedure: str
    act: str
    paper: str


def templates() -> FileStore:
    """The folder of forms of this installation."""
    return FileStore(Path(settings.YIFA_FILES) / FOLDER)


def put_template(
    organ: Organ,
    of: FormOf,
    stream: BinaryIO | None,
    file: str = "",
    *,
    actor: Actor,
    on: date,
    first: date,
    look: Callable[[Path], None] | None = None,
) -> Template:
    """Put the next edition of a form in: a .docx, or nothing, where the organ gives its own form up.

    `look` raises where the file is not one to be filled. Raises `NotATemplate`.
    """
    acts = folder(of.procedure).procedure.acts
    if of.act not in acts or (acts[of.act].papers and of.paper not in acts[of.act].papers):
        raise NotATemplate(f"{of.procedure}, {of.act}: leaves no {of.paper}")
    refuse_secrets(file, actor.because)
    last = editions(organ, of).first()
    if last is not None and first < last.first:
        raise NotATemplate(f"{of.paper}: edition {last.number} is used from {last.first}, expected no earlier day")
    if last is not None and not actor.because:
        raise NotATemplate(f"{of.paper}: another edition without a word what was changed, expected one")

    def looked(path: Path) -> None:
        if media_of(path) is not Media.DOCX:
            raise WrongFile("found a file of another kind, expected a Word document (.docx)")
        if look is not None:
            look(path)

    stored = None if stream is None else templates().keep(stream, LARGEST, looked)
    with verb_of("template-put", organ, actor, on) as writing:
        row = Template(
            organ=organ,
            procedure=of.procedure,
            act=of.act,
            paper=of.paper,
            number=1 if last is None else last.number + 1,
            first=first,
            digest="" if stored is None else stored.digest,
            size=0 if stored is None else stored.size,
            file=file,
            note=actor.because,
        )
        [row] = writing.insert(row)
    return row


def editions(organ: Organ, of: FormOf) -> QuerySet[Template]:
    """The editions of a form of an organ, the newest first."""
    rows = Template.objects.filter(organ=organ, procedure=of.procedure, act=of.act, paper=of.paper)
    return rows.order_by("-number")


def template_on(organ: Organ, of: FormOf, day: date) -> Template | None:
    """The edition of its own that an organ uses on a day; none, where it has no form of its own."""
    found = editions(organ, of).filter(first__lte=day).first()
    return found if found is not None and found.digest else None


def templates_for(organ: Organ, day: date, **asked: str) -> dict[FormOf, Template]:
    """The editions an organ uses on a day: its own, else that of the nearest organ above it that has one of its own.

    `asked`: of this `procedure`, `act`, `paper` alone. What is not there is the form that comes with the program.
    A form tells nothing of anybody: within reach are those of the organ and all above it, whatever scope holds.
    """
    nearest = [organ.id, *looked_up_to(organ, day)]
    rows: QuerySet[Template] = QuerySet(Template).filter(organ__in_scope=nearest, first__lte=day, **asked)
    newest: dict[FormOf, dict[int, Template]] = {}
    for row in rows.order_by("number"):
        newest.setdefault(FormOf(row.procedure, row.act, row.paper), {})[row.organ_id] = row
    found = {}
    for of, held in newest.items():
        own = next((held[one] for one in nearest if one in held and held[one].digest), None)
        if own is not None:
            found[of] = own
    return found


def template_for(organ: Organ, of: FormOf, day: date) -> Template | None:
    """The edition an organ uses on a day, its own or one from above; none, where it is the form of the program."""
    return templates_for(organ, day, procedure=of.procedure, act=of.act, paper=of.paper).get(of)


def template_bytes(template: Template) -> bytes:
    """The file of an edition. Raises `Damaged`."""
    return b"".join(templates().read(template.digest, template.size))


def template_faults() -> Iterator[FileFault]:
    """Compare every form with what its row tells; in the scope of everything."""
    for digest, size in Template.objects.exclude(digest="").order_by("digest").values_list("digest", "size").distinct():
        state = templates().state(digest, size)
        if state != "whole":
            yield FileFault(FileFaultKind.MISSING if state == "missing" else FileFaultKind.CHANGED, digest)
