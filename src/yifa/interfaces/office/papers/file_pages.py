"""Files of a case: evidence and scans as they came, each by its digest; recordings that stay where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import READERS, WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.papers.evidence_words import tell_size, tell_sort, told_sorts
from yifa.interfaces.office.papers.filled_in import (
    Errors,
    day_in,
    found_or_404,
    handed_out,
    not_his,
    page_of_case,
    past_day,
    stream_of,
)
from yifa.interfaces.office.papers.problems import tell_problem
from yifa.record.cases.choices import Part
from yifa.record.cases.columns import procedure_of, standing
from yifa.record.cases.models import Act, Case
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Overtaken
from yifa.record.dossiers.leaves import dated
from yifa.record.evidence.actions import keep_file, note_recording, read_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item, Recording
from yifa.record.evidence.queries import items_of, readings_of, recordings_of


@dataclass(frozen=True)
class ToldFile:
    """A file in a line."""

    item: Item
    title: str
    sort: str
    act: str
    size: str
    taken: str
    by: str


@page("cases/<int:case>/files/", name="case_files", roles=READERS)
def case_files(request: Asked, case: Case) -> HttpResponse:
    """The files of a case, and the recordings kept elsewhere."""
    return _files(request, case)


@page("cases/<int:case>/files/keep/", name="keep_file", roles=WRITERS, methods=("POST",), writes=True)
def keep(request: Asked, case: Case) -> HttpResponse:
    """Keep a file, or note a recording."""
    if (refused := not_his(request, case)) is not None:
        return refused
    errors: Errors = []
    try:
        done = _noted(request, case, errors) if request.POST.get("how") == "recording" else _kept(request, case, errors)
    except (ValueError, Overtaken) as error:
        return _files(request, case, problem=tell_problem(error, request.speech), status=409)
    if errors:
        return _files(request, case, errors=errors, status=409)
    messages.success(request, done)
    return redirect("case_files", case=case.id)


def _kept(request: Asked, case: Case, errors: Errors) -> str:
    """Keep one or several files of one kind."""
    given, desk, say = request.POST, request.desk, request.speech.say
    files, sort = request.FILES.getlist("file"), given.get("sort", "")
    on, act = past_day(request, errors, "taken"), _act(case, given.get("act", ""))
    if not files:
        errors.append(("file", say("Choose a file first.")))
    if sort not in Sort.values:
        errors.append(("sort", say("Say what kind of evidence it is.")))
    if errors:
        return ""
    title = given.get("title", "").strip()
    for number, file in enumerate(files, 1):
        own = str(file.name).rpartition(".")[0] or str(file.name)
        called = title if len(files) == 1 else f"{title} {number}".strip()
        keep_file(
            case,
            stream_of(file),
            (called if title else own)[:200],
            Sort(sort),
            actor=desk.actor(),
            on=on,
            act=act,
            part=Part.SECONDARY if given.get("part") == Part.SECONDARY else Part.MAIN,
            sensitive=given.get("sensitive") == "yes",
            taken_by=desk.officer,
            source=given.get("source", "").strip()[:200],
        )
    return request.speech.count("{n} file is kept.", "{n} files are kept.", len(files))


def _noted(request: Asked, case: Case, errors: Errors) -> str:
    """Note a recording that stays where it is."""
    given, desk, say = request.POST, request.desk, request.speech.say
    begins, ends = _moment(given.get("begins", "")), _moment(given.get("ends", ""))
    device, place = given.get("device", "").strip(), given.get("place", "").strip()
    digest = "".join(given.get("digest", "").split()).lower()
    if not device:
        errors.append(("device", say("Say which device recorded it.")))
    if not place:
        errors.append(("place", say("Say where it is kept.")))
    if begins is None or ends is None or begins >= ends or ends > desk.now:
        errors.append(("begins", say("Say from when to when it runs; it does not end before it begins, or ahead.")))
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        errors.append(("digest", say("Its digest (SHA-256) has 64 signs, 0–9 and a–f.")))
    if errors or begins is None or ends is None:
        return ""
    note_recording(
        case,
        device[:100],
        begins,
        ends,
        place[:300],
        digest,
        actor=desk.actor(),
        on=desk.today,
        act=_act(case, given.get("recorded-act", "")),
        taken_by=desk.officer,
        kept_until=day_in(given, "until"),
    )
    return say("The recording is noted.")


@page("cases/<int:case>/files/<int:item>/", name="file", roles=READERS, methods=("GET", "POST"), writes=True)
def file(request: Asked, case: Case, item: int) -> HttpResponse:
    """Read a file. Of a sensitive one it is asked what it is read for, and the chain tells who read it."""
    rows = Item.objects.filter(case=case, destroyed_on=None).select_related("case__organ", "act", "taken_by")
    found: Item = found_or_404(rows, pk=item)
    desk, speech = request.desk, request.speech
    because, problem = request.POST.get("because", "").strip(), ""
    if not found.sensitive or (request.method == "POST" and because):
        title = str(values_of([found]).get(found.title, "") or found.digest[:12])
        try:
            blocks = b"".join(read_file(found, officer=desk.officer, actor=desk.actor(because), on=desk.today))
        except (ValueError, Overtaken) as error:
            problem = tell_problem(error, speech)
        else:
            return handed_out(request, case, blocks, title, found.media, shown=request.GET.get("as") != "file")
    elif request.method == "POST":
        problem = speech.say("Say what it is read for.")
    readings = list(readings_of(found)) if desk.may_write(case.organ_id, case.procedure) else []
    names = values_of([one.officer for one in readings])
    told = {
        "told": _told(found, values_of([found, *([found.taken_by] if found.taken_by else [])]), request, case),
        "readings": [
            (names.get(one.officer.name, one.officer.number), speech.moment(timezone.localtime(one.at)), one.purpose)
            for one in readings
        ],
        "problem": problem,
    }
    return page_of_case(request, case, "papers/file.html", told, status=409 if problem else 200)


def _files(
    request: Asked, case: Case, *, problem: str = "", errors: Errors | None = None, status: int = 200
) -> HttpResponse:
    rows = list(items_of(case).exclude(sort=Sort.PAPER))  # those stand with the papers
    values = values_of([*rows, *(one.taken_by for one in rows if one.taken_by)])
    acts = [one for one in standing(case.acts.order_by("id")) if one.on is not None]
    procedure, speech = procedure_of(case), request.speech
    told = {
        "files": [_told(one, values, request, case) for one in rows],
        "recordings": [_recording(one, request) for one in recordings_of(case)],
        "sorts": told_sorts(speech),
        "acts": [
            (one.id, f"{dated(one.on or case.opened, speech)} {act_name(procedure, one.kind, speech)}")
            for one in reversed(acts)
        ],
        "given": request.POST,
        "of": next((one.id for one in reversed(acts) if one.kind == request.GET.get("act")), ""),
        "open": case.takes_acts,
        "problem": problem,
        "errors": errors or [],
        "secondary": Part.SECONDARY.value,
        "is_recording": request.POST.get("how") == "recording",
    }
    return page_of_case(request, case, "papers/files.html", told, status=status)


def _told(item: Item, values: dict[str, str], request: Asked, case: Case) -> ToldFile:
    speech = request.speech
    return ToldFile(
        item,
        str(values.get(item.title, "") or "—"),
        tell_sort(Sort(item.sort), speech),
        "" if item.act is None else act_name(procedure_of(case), item.act.kind, speech),
        tell_size(item.size),
        dated(item.taken_on, speech),
        "" if item.taken_by is None else str(values.get(item.taken_by.name, item.taken_by.number)),
    )


def _recording(one: Recording, request: Asked) -> tuple[Recording, str, str, str]:
    speech = request.speech
    act = "" if one.act is None else act_name(procedure_of(one.case), one.act.kind, speech)
    return one, speech.moment(timezone.localtime(one.begins)), speech.moment(timezone.localtime(one.ends)), act


def _act(case: Case, chosen: str) -> Act | None:
    return case.acts.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdecimal() else None


def _moment(text: str) -> datetime | None:
    try:
        return timezone.make_aware(datetime.fromisoformat(text))
    except ValueError:
        return None
