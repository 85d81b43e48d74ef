"""Drafts that go with a party that is forgotten."""

from __future__ import annotations

from yifa.record.cases.forgetting import Forgotten
from yifa.record.chain.writing import Writing
from yifa.record.papers.models import Draft


def forget_drafts(of: Forgotten, writing: Writing) -> None:
    """Drop the papers that were being written in the cases a party took part in; the chain never knew of them."""
    Draft.objects.filter(case__in=of.cases).delete()
