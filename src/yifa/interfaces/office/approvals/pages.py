"""Approval sheets: those one has to do with, one as it stands, and what its reader says to it."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.approvals.deciding import decided, urged
from yifa.interfaces.office.approvals.lists import PAGE, Listed, listed, page_of, sheets_of
from yifa.interfaces.office.approvals.on_paper import signed_on_paper, signers
from yifa.interfaces.office.approvals.told import told_sheet
from yifa.interfaces.office.approvals.way import post_words, posts_of
from yifa.interfaces.office.counting import COUNTED, so_many
from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.next_act.effect import Effect, effects
from yifa.interfaces.office.workbench.waiting import Waiting, waiting
from yifa.oversight.standing.foresight import foresee
from yifa.record.cases.acting import Happening
from yifa.record.cases.errors import NotRecorded
from yifa.record.despatch.approvals import waiting_numbers
from yifa.record.despatch.choices import SheetState, StepState
from yifa.record.despatch.models import Sheet, Step

WAITING, ON_THE_WAY, DONE = "", "mine", "done"


@page("approvals/", name="approvals", roles=READERS)
def approvals(request: Asked) -> HttpResponse:
    """The sheets that wait for who asks; his own on their way; those that came to their end."""
    desk, speech, say = request.desk, request.speech, request.speech.say
    asked, before = request.GET.get("show", WAITING), request.GET.get("before", "")
    show = asked if asked in (ON_THE_WAY, DONE) else WAITING
    numbers = waiting_numbers(desk.officer, desk.today, most=COUNTED + 1)
    mine, ended = (len(sheets_of(desk, ended=one, before=None, many=COUNTED + 1)) for one in (False, True))
    steps: list[Waiting] = []
    sheets: list[Listed] = []
    following = ""
    if show == WAITING:
        steps, following = _waiting_page(request, numbers)
    else:
        rows, last = page_of(desk, before, ended=show == DONE)
        sheets, following = listed(rows, desk, speech), f"?show={show}&before={last}" if last else ""
    waits, on_their_way, over = map(so_many, (len(numbers), mine, ended))
    told = {
        "show": show,
        "chips": [
            (WAITING, say("Waits for me ({n})", n=waits), reverse("approvals")),
            (ON_THE_WAY, say("Mine on the way ({n})", n=on_their_way), f"{reverse('approvals')}?show={ON_THE_WAY}"),
            (DONE, say("Done ({n})", n=over), f"{reverse('approvals')}?show={DONE}"),
        ],
        "steps": steps,
        "sheets": sheets,
        "next": following,
        "begun": "" if not (before or request.GET.get("after")) else f"?show={show}" if show else reverse("approvals"),
    }
    return render(request, "approvals/approvals.html", told)


def _waiting_page(request: Asked, numbers: Sequence[int]) -> tuple[list[Waiting], str]:
    """A page of the steps that wait, and where the next begins. `numbers`: the first of them."""
    desk, after = request.desk, request.GET.get("after", "")
    if after.isascii() and after.isdigit() and len(after) < 19:
        numbers = waiting_numbers(desk.officer, desk.today, after=int(after), most=PAGE + 1)
    shown = numbers[:PAGE]
    return waiting(desk, request.speech, shown), f"?after={shown[-1]}" if len(numbers) > PAGE else ""


@page("approvals/<int:sheet>/", name="approval", roles=READERS, methods=("GET", "POST"), writes=True)
def approval(request: Asked, sheet: int) -> HttpResponse:
    """A sheet: what is proposed, what everybody said; whom it waits for decides, who drew it up urges."""
    found = Sheet.objects.filter(pk=sheet).select_related("case__organ", "drawn_by").first()
    if found is None:
        raise Http404
    desk, speech = request.desk, request.speech
    of_sheet = waiting_numbers(desk.officer, desk.today, sheet=found.id, most=1)
    mine = next(iter(waiting(desk, speech, of_sheet)), None)
    writes = desk.may_write(found.case.organ_id, found.case.procedure)
    may_urge = found.state == SheetState.UNDER_WAY and (found.drawn_by_id == desk.officer.id or writes)
    how, problem = request.POST.get("how", ""), ""
    if request.method == "POST":
        if how == "urge" and may_urge:
            problem = urged(request, found)
        elif how == "paper" and writes:
            problem = signed_on_paper(request, found)
        elif mine is not None:
            problem = decided(request, mine.step)
        else:
            problem = speech.say("This sheet does not wait for you.")
        if not problem:
            messages.success(request, speech.say("Noted on the sheet."))
            return redirect("approval", sheet=found.id) if how in ("urge", "paper", "also") else redirect("approvals")
    open_steps = list(found.steps.filter(state=StepState.OPEN).select_related("post__officer", "sheet"))
    posts = posts_of(found.case, desk)
    words = post_words(posts.values())
    told = {
        "told": told_sheet(found, desk.today, speech),
        "mine": mine,
        "instead_of": _instead_of(mine.step if mine else None, request, words),
        "posts": [(one, words[one]) for one in posts if posts[one].officer_id != desk.officer.id],
        "may_urge": may_urge and mine is None,
        "may_note_paper": writes and found.state == SheetState.UNDER_WAY,
        "signers": signers(open_steps, speech) if writes else [],
        "may_carry_out": writes and found.state == SheetState.SIGNED and found.act_row_id is None,
        "may_draw_anew": writes and found.state in (SheetState.TAKEN_BACK, SheetState.REFUSED),
        "problem": problem,
        "effects": _effects(request, found),
        "shown": True,
        "kept": "",
        "opinion": request.POST.get("opinion", ""),
        "today": desk.today.isoformat(),
    }
    return render(request, "approvals/approval.html", told, status=409 if problem else 200)


def _instead_of(step: Step | None, request: Asked, words: dict[int, str]) -> str:
    """In whose place somebody signs (代签), where it is not his own post; blank where it is."""
    if step is None or step.post.officer_id == request.desk.officer.id:
        return ""
    return words.get(step.post_id, step.post.title)


def _effects(request: Asked, sheet: Sheet) -> list[Effect]:
    """What the proposed act would do if it were done today; nothing for a sheet that has come to its end."""
    if sheet.act_row_id is not None or sheet.state not in (SheetState.UNDER_WAY, SheetState.SIGNED):
        return []
    proposed = Happening(sheet.act, request.desk.today, fields=sheet.fields)
    try:
        return effects(foresee(sheet.case, proposed, actor=request.desk.actor()), request.speech)
    except NotRecorded:
        return []
