"""Issuing a paper (签发): its day, its number, the act it is the paper of, the sheet that approves it, what is public.

A paper whose act is its own service records nothing yet. Where the act is recorded with it, the form of the act stands
on the same page, and what it would meet or break is told before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from yifa.interfaces.duty_telling import tell_laws
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.next_act.form import Form, form_of
from yifa.interfaces.office.next_act.pages import foreseen, units
from yifa.interfaces.office.openness_words import tell_ground, tell_openness
from yifa.interfaces.office.papers.draft_files import DraftFile, draft_file
from yifa.interfaces.office.papers.filled_in import (
    Errors,
    day_in,
    found_or_404,
    not_his,
    number_in,
    page_of_case,
    past_day,
)
from yifa.interfaces.office.papers.places import NUMBER
from yifa.interfaces.office.papers.printed import tell_print, with_print
from yifa.interfaces.office.papers.problems import tell_changed, tell_problem
from yifa.law.run.findings import Finding
from yifa.oversight.standing.foresight import foresee
from yifa.record.cases.choices import Ground, Openness
from yifa.record.cases.columns import procedure_of, standing
from yifa.record.cases.errors import NeedsReason, Unlawful
from yifa.record.cases.models import Act, Case
from yifa.record.chain.writing import Overtaken
from yifa.record.despatch.choices import NumberState, SheetState
from yifa.record.despatch.models import Number, NumberCount, Series, Sheet
from yifa.record.despatch.numbers import begin_series
from yifa.record.papers.documents import Openly, issue
from yifa.record.papers.models import Document, Draft

NEW = "new"
"""The act is recorded with the paper."""
NEXT, NONE, BEGIN = "next", "none", "begin"


@dataclass(frozen=True)
class Choice:
    """One of several ways, with its value and what it is called."""

    value: str
    words: str


@dataclass(frozen=True)
class Refused:
    """A duty that issuing would break."""

    title: str
    law: str
    cure: str


@page(
    "cases/<int:case>/drafts/<int:draft>/issue/",
    name="issue_paper",
    roles=WRITERS,
    methods=("GET", "POST"),
    writes=True,
)
def issue_paper(request: Asked, case: Case, draft: int) -> HttpResponse:
    """Issue a draft."""
    if (refused := not_his(request, case)) is not None:
        return refused
    rows = Draft.objects.filter(case=case).select_related("case__organ", "template", "drafter")
    found: Draft = found_or_404(rows, pk=draft)
    asking = _Issuing(request, case, found)
    if request.method != "POST" or request.POST.get("as") == "look":
        return asking.page()
    return asking.posted()


class _Issuing:
    """One draft about to be issued."""

    def __init__(self, request: Asked, case: Case, draft: Draft) -> None:
        self.request, self.case, self.draft = request, case, draft
        self.posted_day = day_in(request.POST, "on") if request.method == "POST" else None
        self.day = self.posted_day or request.desk.today
        self.held: DraftFile = draft_file(draft, request.desk.today)
        procedure = procedure_of(case)
        serving = procedure.services.get(draft.act)
        self.by_service = serving is not None and serving.served == draft.act
        self.needs_sheet = draft.act in procedure.approvals
        self.name = act_name(procedure, draft.act, request.speech)
        self.series = Series.objects.filter(organ=case.organ, paper=draft.paper).first()
        self.acts = self._acts()
        self.sheets = self._sheets()
        self.ways = self._ways()
        self.way = request.POST.get("way", self.ways[0].value if self.ways else "")
        filled = request.POST if request.method == "POST" else None
        self.form: Form = form_of(case, draft.act, filled, request.desk.today, request.speech)
        self.problem = ""
        self.errors: Errors = []
        self.refused: list[Refused] = []

    def _acts(self) -> list[Act]:
        """The acts of this kind that have no paper of this sort yet, the last first."""
        used = set(Document.objects.filter(case=self.case, paper=self.draft.paper).values_list("act_row_id", flat=True))
        rows = standing(self.case.acts.order_by("id"))
        return [one for one in reversed(rows) if one.kind == self.draft.act and one.id not in used]

    def _sheets(self) -> list[Sheet]:
        """The signed sheets for this act that were not used."""
        rows = Sheet.objects.filter(case=self.case, act=self.draft.act, state=SheetState.SIGNED, act_row=None)
        return list(rows.order_by("-id"))

    def _ways(self) -> list[Choice]:
        say, speech = self.request.speech.say, self.request.speech
        found = [
            Choice(
                f"act{one.id}", say("of the act recorded on {day}", day="—" if one.on is None else speech.day(one.on))
            )
            for one in self.acts
        ]
        found += [
            Choice(f"sheet{one.id}", say("on the sheet signed for it, drawn up on {day}", day=speech.day(one.drawn_on)))
            for one in self.sheets
        ]
        if self.by_service:
            found.append(Choice(NONE, say("nothing is recorded before it is served")))
        elif not self.needs_sheet:
            found.append(Choice(NEW, say("the act is recorded with it, on the day it is issued")))
        else:
            found.append(Choice(NEW, say("it went out without a signed sheet; recorded as such, for a reason")))
        return found

    @property
    def numbers(self) -> list[Choice]:
        """Under which number it may go out."""
        say, year = self.request.speech.say, self.day.year
        if self.series is None:
            begin = Choice(BEGIN, say("begin a series of numbers with the letters"))
            without = Choice(NONE, say("without a number"))
            return [begin, without] if any(one.name == NUMBER for one in self.held.places) else [without, begin]
        count = NumberCount.objects.filter(series=self.series, year=year).first()
        place = 1 if count is None else count.last + 1
        following = Number(series=self.series, year=year, place=place).text
        reserved = Number.objects.filter(series=self.series, state=NumberState.RESERVED).order_by("year", "place")
        found = [Choice(NEXT, say("{number}, the next", number=following))]
        found += [
            Choice(str(one.id), say("{number}, reserved", number=one.text)) for one in reserved.select_related("series")
        ]
        return [*found, Choice(NONE, say("without a number"))]

    def page(self, status: int = 200) -> HttpResponse:
        """The page, with what was chosen."""
        speech, given = self.request.speech, self.request.POST
        told = {
            "draft": self.draft,
            "held": self.held,
            "name": self.name,
            "by_service": self.by_service,
            "ways": self.ways,
            "way": self.way,
            "new": NEW,
            "needs_sheet": self.needs_sheet,
            "numbers": self.numbers,
            "number": given.get("number", self.numbers[0].value),
            "letters": given.get("letters", ""),
            "begin": BEGIN,
            "form": self.form,
            "units": units(speech),
            "effects": foreseen(self.request, self.case, self.form) if self.way == NEW else [],
            "shown": self.form.happening,
            "on": given.get("on", self.request.desk.today.isoformat()),
            "sealed": given.get("sealed", "" if given else "yes") == "yes",
            "openness": given.get("openness", Openness.ON_REQUEST.value),
            "opennesses": [(one.value, tell_openness(one, speech)) for one in Openness],
            "ground": given.get("ground", ""),
            "grounds": [(one.value, tell_ground(one, speech)) for one in Ground],
            "blanks": given.get("blanks") == "yes",
            "because": given.get("because", ""),
            "refused": self.refused,
            "problem": self.problem,
            "errors": self.errors,
            "print_note": tell_print(speech),
            "open": self.case.takes_acts,
        }
        return page_of_case(self.request, self.case, "papers/issue.html", told, status=status)

    def posted(self) -> HttpResponse:
        """Issue it, or say why not."""
        say, desk, given = self.request.speech.say, self.request.desk, self.request.POST
        past_day(self.request, self.errors)
        if number_in(given, "version") not in (None, self.draft.version):
            self.problem = tell_changed(self.request.speech)
            return self.page(409)
        if self.held.empty and given.get("blanks") != "yes":
            names = self.request.speech.list([one.name for one in self.held.empty])
            self.errors.append(
                ("blanks", say("Places are empty: {names}. Fill them, or leave them for the hand.", names=names))
            )
        openness, ground = given.get("openness", Openness.ON_REQUEST.value), given.get("ground", "")
        if openness == Openness.CLOSED and ground not in Ground.values:
            self.errors.append(("ground", say("Say on which ground it is not made public.")))
        if self.way not in {one.value for one in self.ways}:
            self.errors.append(("way", say("Choose of which act it is the paper.")))
        if given.get("number") == BEGIN and not given.get("letters", "").strip():
            self.errors.append(("letters", say("Write the letters of the number, such as 青市监罚.")))
        if self.way == NEW:
            self.errors += [(name, words) for name, words in self.form.errors if name != "on"]
        if self.errors:
            return self.page(409)
        because, happened = given.get("because", "").strip(), given.get("as") == "happened"
        if self._without_sheet and not because:
            self.errors.append(("because", say("Say why it went out without a signed sheet.")))
            return self.page(409)
        if self._without_sheet and not happened and (broken := self._foreseen()):
            self.refused = broken
            return self.page(409)
        try:
            document = self._issued(because, as_happened=happened or self._without_sheet)
        except (Unlawful, NeedsReason) as error:
            self.refused = self._refused(error)
            return self.page(409)
        except (ValueError, Overtaken) as error:
            self.problem = tell_problem(error, self.request.speech)
            return self.page(409)
        with_print(document, desk.actor())
        told = document.number_text or document.paper
        messages.success(self.request, say("Issued: {number}. Next it is served.", number=told))
        return redirect("paper", case=self.case.id, document=document.id)

    @property
    def _without_sheet(self) -> bool:
        return self.way == NEW and self.needs_sheet

    def _refused(self, error: Unlawful | NeedsReason) -> list[Refused]:
        """What it would break, and what cures that."""
        return self._told(error.findings)

    def _told(self, findings: Sequence[Finding]) -> list[Refused]:
        speech, tag = self.request.speech, self.request.speech.tag
        return [
            Refused(one.title[tag], speech.list(tell_laws(one.law, speech)), one.cure.get(tag, "") if one.cure else "")
            for one in findings
        ]

    def _foreseen(self) -> list[Refused]:
        """What the act would break, as it was filled in."""
        if self.form.happening is None:
            return []
        told = foresee(self.case, self.form.happening, actor=self.request.desk.actor())
        return self._told(told.breaks)

    @property
    def _chosen_sheet(self) -> Sheet | None:
        return next((one for one in self.sheets if f"sheet{one.id}" == self.way), None)

    def _issued(self, because: str, *, as_happened: bool) -> Document:
        given, desk = self.request.POST, self.request.desk
        act = next((one for one in self.acts if f"act{one.id}" == self.way), None)
        fields = self.form.happening.fields if self.way == NEW and self.form.happening is not None else None
        shown = Openly(given.get("openness", Openness.ON_REQUEST.value), given.get("ground", ""))
        day = self.day
        return issue(
            self.draft,
            actor=desk.actor(because),
            on=day,
            number=self._number(),
            sheet=self._chosen_sheet,
            sealed_on=day if given.get("sealed") == "yes" else None,
            shown=shown,
            act=act,
            fields=fields,
            as_happened=as_happened,
            made=lambda number: self.held.made(number, day),
        )

    def _number(self) -> Number | Series | None:
        """The number that was chosen; a series is begun where it was asked for."""
        chosen, desk = self.request.POST.get("number", NONE), self.request.desk
        if chosen == BEGIN:
            letters = self.request.POST.get("letters", "").strip()
            return begin_series(self.case.organ, self.draft.paper, letters, actor=desk.actor(), on=desk.today)
        if self.series is None or chosen == NONE:
            return None
        if chosen == NEXT:
            return self.series
        found: Number = found_or_404(
            Number.objects.filter(series=self.series, state=NumberState.RESERVED).select_related("series"),
            pk=int(chosen),
        )
        return found
