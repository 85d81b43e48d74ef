"""document-element: met where every element of the paper is there; one that is missing breaks it in any case."""

from __future__ import annotations

from yifa.law.catalogue.kinds.document_element import DocumentElement
from yifa.law.conditions.tree import YES, both
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking


def meaning(duty: DocumentElement, asking: Asking) -> Answer:
    """Nothing is missing."""
    return Answer(applies=YES, met=both(*(asking.condition(f"it.{name}") for name in duty.elements)))
