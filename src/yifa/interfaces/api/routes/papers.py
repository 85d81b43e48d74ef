"""Papers and files of a case, and the lists of an organ in force on a day."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from ninja import Query, Router

from yifa.interfaces.api.declaring import READERS, route
from yifa.interfaces.api.holders import Asked
from yifa.interfaces.api.routes.reading_cases import found_case, note
from yifa.interfaces.api.shapes.fields import After, Code, Day, Id, Many, Reason
from yifa.interfaces.api.shapes.papers import (
    DocumentList,
    DocumentShape,
    EditionList,
    EditionShape,
    FileList,
    FileShape,
    ListItemShape,
    ListPage,
    ServiceShape,
)
from yifa.record.chain.chained import values_of
from yifa.record.evidence.actions import read_file
from yifa.record.evidence.models import Item
from yifa.record.evidence.queries import items_of
from yifa.record.lists.models import Edition
from yifa.record.lists.queries import in_force_on
from yifa.record.lists.queries import items_of as items_of_edition
from yifa.record.organs.models import Organ
from yifa.record.papers.models import Document
from yifa.record.papers.queries import documents_of

router = Router(tags=["papers and lists"])
ListWord = Literal["powers", "permits", "discretion", "leniency", "enterprises", "inspections"]
BYTES: dict[str, Any] = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


@route(router, "GET", "/cases/{case}/documents", roles=READERS, answer=DocumentList, refuses=(404,))
def list_documents(request: Asked, case: Id) -> DocumentList:
    """List the papers of a case that were issued, each in its last edition, and how they were served."""
    rows = documents_of(found_case(request, case))
    titles = values_of(rows)
    return DocumentList(documents=[_document(one, titles.get(one.title, "")) for one in rows])


@route(router, "GET", "/cases/{case}/files", roles=READERS, answer=FileList, refuses=(404,))
def list_files(request: Asked, case: Id) -> FileList:
    """List the files of a case: evidence and scans, by their digests."""
    rows = list(items_of(found_case(request, case)))
    titles = values_of(rows)
    return FileList(files=[_file(one, titles.get(one.title, "")) for one in rows])


@route(router, "GET", "/files/{file}", roles=READERS, answer=None, refuses=(404, 409), content=BYTES)
def read_one_file(request: Asked, file: Id, because: Annotated[Reason | None, Query()] = None) -> HttpResponseBase:
    """Read a file as it was taken in; of a sensitive one (`because`) the chain tells who read it, and why."""
    item = Item.objects.select_related("case").filter(id=file, destroyed_on__isnull=True).first()
    if item is None:
        raise Http404
    holder = request.auth
    note(request, item.case)
    blocks = read_file(item, officer=holder.officer, actor=holder.actor(because or ""), on=holder.today)
    answer = StreamingHttpResponse(blocks, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = "attachment"
    answer.headers["Content-Length"] = str(item.size)
    answer.headers["Yifa-Digest"] = item.digest
    return answer


@route(router, "GET", "/organs/{code}/lists", roles=READERS, answer=EditionList, refuses=(404,))
def list_lists(request: Asked, code: Code, on: Day | None = None) -> EditionList:
    """List the lists of an organ in the editions that were in force on a day."""
    day = on or request.auth.today
    rows = in_force_on(day).filter(list__organ=_organ(code)).order_by("list__kind")
    return EditionList(on=day, lists=[_edition(one) for one in rows])


@route(router, "GET", "/organs/{code}/lists/{kind}", roles=READERS, answer=ListPage, refuses=(404,))
def read_list(
    request: Asked, code: Code, kind: ListWord, on: Day | None = None, after: After = 0, limit: Many = 50
) -> ListPage:
    """Read what stood in a list of an organ on a day."""
    edition = in_force_on(on or request.auth.today).filter(list__organ=_organ(code), list__kind=kind).first()
    if edition is None:
        raise Http404
    page = list(items_of_edition(edition).filter(id__gt=after).order_by("id")[: limit + 1])
    items = [ListItemShape(id=one.id, key=one.key, values=one.values) for one in page[:limit]]
    return ListPage(
        kind=kind, edition=edition.number, items=items, next=page[limit - 1].id if len(page) > limit else None
    )


def _organ(code: str) -> Organ:
    found = Organ.objects.filter(code=code).first()
    if found is None:
        raise Http404
    return found


def _document(one: Document, title: str) -> DocumentShape:
    return DocumentShape(
        id=one.id,
        act=one.act,
        act_row=one.act_row_id,
        paper=one.paper,
        title=title,
        number=one.number_text,
        issued_on=one.issued_on,
        sealed_on=one.sealed_on,
        edition=one.edition,
        part=one.part,
        openness=one.openness,
        file=one.scan_id,
        services=[
            ServiceShape(
                id=held.id,
                to=held.to_id,
                means=held.means,
                state=held.state,
                begun_on=held.begun_on,
                ended_on=held.ended_on,
            )
            for held in one.services.all()
        ],
    )


def _file(one: Item, title: str) -> FileShape:
    return FileShape(
        id=one.id,
        act=one.act_id,
        sort=one.sort,
        title=title,
        media=one.media,
        size=one.size,
        pages=one.pages,
        digest=one.digest,
        part=one.part,
        sensitive=one.sensitive,
        taken_on=one.taken_on,
    )


def _edition(one: Edition) -> EditionShape:
    return EditionShape(
        kind=one.list.kind,
        title=one.list.title,
        edition=one.number,
        basis=one.basis,
        first=one.first,
        last=one.last,
    )
