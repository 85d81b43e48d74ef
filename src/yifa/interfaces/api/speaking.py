"""The language of an answer: what `Accept-Language` asks for first of the two, Chinese if neither."""

from __future__ import annotations

from django.http import HttpRequest

from yifa.wording import Language, language


def speech_of(request: HttpRequest) -> Language:
    """The language asked for."""
    wanted = []
    for place, part in enumerate(request.headers.get("Accept-Language", "").split(",")):
        tag, _, weight = part.strip().lower().partition(";q=")
        try:
            wanted.append((-float(weight or 1), place, tag))
        except ValueError:
            continue
    for negated, _, tag in sorted(wanted):
        if negated < 0 and tag[:2] in ("zh", "en"):
            return language(tag)
    return language("zh")
