"""Views that seek a party by its name go with it when it is forgotten."""

from __future__ import annotations

from urllib.parse import quote, quote_plus

from django.db.models import Q

from yifa.interfaces.office.views.models import View
from yifa.record.cases.forgetting import Forgotten
from yifa.record.chain.writing import Writing


def forget_views(of: Forgotten, writing: Writing) -> None:
    """Let go of the saved views that seek it, or are called so."""
    for word in of.words:
        sought = Q(name__contains=word)
        for said in {word, quote(word), quote_plus(word)}:
            sought |= Q(query__contains=said)
        View.objects.filter(sought).delete()
