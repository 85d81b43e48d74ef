"""Articles: the statutes that duties rest on, a statute with its texts and articles, an article with its duties."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.duty_telling import tell_date, tell_validity
from yifa.interfaces.manual.words import tell_grade
from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.law.resting import WHOLE, Cited, Resting, cited
from yifa.interfaces.office.matters import procedure_name
from yifa.law.catalogue import Statute, StatuteVersion
from yifa.wording import Language


@page("law/statutes/", name="statutes", roles=ANYBODY)
def statutes(request: Asked) -> HttpResponse:
    """The statutes that duties rest on."""
    zh, words = request.speech.tag == "zh", request.GET.get("words", "").strip()
    told = [
        (one.statute, one.statute.title.zh if zh else one.statute.title.en, len(one.articles), one.duties)
        for one in cited().values()
        if not words or any(words.lower() in name.lower() for name in one.statute.names())
    ]
    told.sort(key=lambda one: (-one[3], one[1]))
    return render(request, "law/statutes.html", {"statutes": told, "words": words})


@page("law/statutes/<str:statute>/", name="statute", roles=ANYBODY)
def statute(request: Asked, statute: str) -> HttpResponse:
    """A statute: its texts with their days, its articles with the duties that rest on each."""
    found, speech = _known(statute), request.speech
    articles = [(name, _article(name, speech), _told(rows, speech)) for name, rows in found.ordered]
    return render(request, "law/statute.html", _statute(found.statute, speech) | {"articles": articles, "alone": ""})


@page("law/statutes/<str:statute>/<str:article>/", name="article", roles=ANYBODY)
def article(request: Asked, statute: str, article: str) -> HttpResponse:
    """An article: which duties rest on it."""
    found, speech = _known(statute), request.speech
    if article not in found.articles:
        raise Http404
    told = _article(article, speech)
    shown = _statute(found.statute, speech) | {"articles": [(article, told, _told(found.articles[article], speech))]}
    return render(request, "law/statute.html", shown | {"alone": told})


def _known(statute: str) -> Cited:
    found = cited().get(statute)
    if found is None:
        raise Http404
    return found


def _statute(of: Statute, speech: Language) -> dict[str, object]:
    return {
        "statute": of,
        "title": of.title.zh if speech.tag == "zh" else of.title.en,
        "texts": [_text(one, speech) for one in of.versions],
    }


def _text(one: StatuteVersion, speech: Language) -> dict[str, str]:
    span, say = one.valid, speech.say
    if one.counting is None:
        counts = ""
    elif one.counting.rolls_over:
        counts = say("a last day off moves to the next working day")
    else:
        counts = say("a last day off does not move")
    return {
        "id": "" if one.id == "unknown" else one.id,
        "first": tell_date(span.from_, speech) if span.from_ else "",
        "validity": tell_validity(span, speech),
        "grade": tell_grade(one.verified, speech),
        "counts": counts,
    }


def _article(name: str, speech: Language) -> str:
    if name == WHOLE:
        return speech.say("the statute as a whole")
    if any(one in "0123456789" for one in name):
        return speech.say("Art. {article}", article=name)
    return name


def _told(rows: Sequence[Resting], speech: Language) -> list[dict[str, object]]:
    zh = speech.tag == "zh"
    return [
        {
            "id": one.duty.id,
            "procedure": one.folder.id,
            "of": procedure_name(one.folder.id, speech),
            "title": one.duty.title.zh if zh else one.duty.title.en,
            "texts": one.texts,
            "validity": tell_validity(one.duty.valid, speech),
        }
        for one in rows
    ]
