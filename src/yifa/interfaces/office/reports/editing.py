"""Editing a report by paragraph: the form of one, saving it, figures to put in, and all versions there were."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.declaring import Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.reports.opening import open_report
from yifa.interfaces.office.reports.pages import READING, WRITING, around
from yifa.interfaces.office.reports.told import as_it_prints, tokens_for, tokens_in
from yifa.interfaces.office.reports.versions import ChangedMeanwhile, Version, block
from yifa.oversight.reporting.tokens import UnknownToken, read_tokens
from yifa.wording import Language

LONGEST = 20_000
"""So many signs a paragraph may have."""


@page("reports/<slug:tray>/lines/<int:line>/", name="report_line", roles=WRITING, methods=("GET", "POST"))
def report_line(request: Asked, tray: str, line: int) -> HttpResponse:
    """A paragraph to be edited; posted, it becomes a new version, unless somebody changed it meanwhile."""
    of, desk, speech = open_report(request, tray), request.desk, request.speech
    seen = _number(request.POST.get("seen") or request.GET.get("seen"), of.version.number)
    base = of.versions.get(seen)
    try:
        words = "\n".join(block(base.lines if base else (), line))
    except LookupError:
        raise Http404 from None
    told: dict[str, Any] = {"line": line, "seen": seen, "words": words, "errors": [], "theirs": None, "new": False}
    if request.method == "POST":
        written = request.POST.get("words", "")
        errors = _wrong(written, of.report.figures, speech)
        told |= {"words": written, "errors": errors}
        if not errors:
            try:
                made = of.versions.edit(line, written, by=desk.name, at=desk.now, seen=seen)
            except ChangedMeanwhile as error:
                told |= {"theirs": error.theirs or "", "last": error.last, "seen": of.versions.last().number}
            else:
                messages.success(request, _saved(made, seen, speech))
                return redirect(f"{reverse('report', kwargs={'tray': tray})}#l{made.line}")
    told |= {"tokens": tokens_in(told["words"], of.report), "shown": as_it_prints(told["words"], of.report)}
    if getattr(request, "htmx", False) and request.method == "GET":
        return render(request, "reports/line_form.html", {**told, "tray": of.tray})
    status = 409 if told["errors"] or told["theirs"] is not None else 200
    return render(request, "reports/line.html", {**around(request, of), **told}, status=status)


def _wrong(written: str, figures: Any, speech: Language) -> list[tuple[str, str]]:
    """What is wrong with the words of a paragraph."""
    say = speech.say
    if len(written) > LONGEST:
        return [("words", say("It is too long for one paragraph."))]
    if "\x00" in written:
        return [("words", say("It has signs that cannot be printed."))]
    try:
        unknown = [one for one in read_tokens(written) if one.form in ("value", "change", "earlier")]
        lost = next((one.id for one in unknown if one.id not in figures), None)
    except UnknownToken as error:
        lost = str(error)
    if lost is not None:
        return [("words", say("{token} is a token the book has no figure for", token=lost))]
    return []


def _saved(made: Version, seen: int, speech: Language) -> str:
    if made.number == seen + 1:
        return speech.say("Kept as version {number}.", number=made.number)
    return speech.say("Kept as version {number}; what others wrote elsewhere meanwhile stays too.", number=made.number)


@page(
    "reports/<slug:tray>/lines/shown/", name="report_line_shown", roles=WRITING, kind=Kind.FRAGMENT, methods=("POST",)
)
def report_line_shown(request: Asked, tray: str) -> HttpResponse:
    """A paragraph that is being written, as it will print; nothing is kept."""
    of, words = open_report(request, tray), request.POST.get("words", "")[:LONGEST]
    return render(request, "reports/shown.html", {"shown": as_it_prints(words, of.report)})


@page("reports/<slug:tray>/tokens/", name="report_tokens", roles=WRITING, kind=Kind.FRAGMENT)
def report_tokens(request: Asked, tray: str) -> HttpResponse:
    """Figures to put into a paragraph, by words of their names."""
    of = open_report(request, tray)
    words = request.GET.get("find", "")
    return render(
        request, "reports/tokens.html", {"found": tokens_for(words, of.report, request.speech), "find": words}
    )


@page("reports/<slug:tray>/versions/", name="report_versions", roles=READING, methods=("GET", "POST"))
def report_versions(request: Asked, tray: str) -> HttpResponse:
    """All versions: who wrote when, and what changed; an earlier one can be taken up again, as a new one."""
    of, speech = open_report(request, tray), request.speech
    versions = of.versions.all()
    if request.method == "POST" and WRITING & request.desk.roles:
        back = of.versions.get(_number(request.POST.get("number"), 0))
        if back is None:
            raise Http404
        try:
            of.versions.write(
                back.text, by=request.desk.name, at=request.desk.now, what=f"as-{back.number}", upon=of.version.number
            )
            messages.success(request, speech.say("Version {number} holds again, as a new one.", number=back.number))
        except ChangedMeanwhile:
            messages.error(request, speech.say("Somebody wrote meanwhile; look again."))
        return redirect("report_versions", tray=tray)
    shown = _number(request.GET.get("number"), versions[0].number)
    one = of.versions.get(shown)
    if one is None:
        raise Http404
    before = of.versions.get(shown - 1)
    told = {
        "versions": [(each, tell_what(each, speech)) for each in versions],
        "one": one,
        "changes": changes(before.lines if before else [], one.lines) if before else [],
    }
    return render(request, "reports/versions.html", {**around(request, of), **told})


def tell_what(one: Version, speech: Language) -> str:
    """What was done in a version."""
    say = speech.say
    if one.what.startswith("as-"):
        return say("version {number} again", number=one.what.removeprefix("as-"))
    return {
        "drafted": say("drafted"),
        "edited": say("edited"),
        "reconciled": say("brought back from Word"),
        "rebound": say("bound to another book"),
    }.get(one.what, one.what)


def changes(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """What changed between two texts: paragraphs as they were and as they are; empty where there was or is none."""
    found = []
    old, new = ([one for one in lines if one.strip()] for lines in (before, after))
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            found.append(("\n".join(old[a:b]), "\n".join(new[c:d])))
    return found


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise
