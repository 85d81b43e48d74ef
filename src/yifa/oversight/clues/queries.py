"""What can be asked of clues; all within the scope that holds."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from yifa.oversight.clues.choices import Stage, Verdict
from yifa.oversight.clues.models import Clue, Explanation, Screening, Turn

WAITING = (Stage.NEW, Stage.AGAIN)
"""What nobody has said a fitting word to yet."""


def clue_of(case: int, duty: str, subject: str) -> Clue | None:
    """A clue by its key, found still or gone."""
    rows = Clue.objects.filter(case=case, duty=duty, subject=subject)
    return rows.select_related("case__organ").first()


def screenings_of(clue: Clue) -> list[Screening]:
    """What was said to a clue, the first word first."""
    rows = Screening.objects.filter(case=clue.case_id, duty=clue.duty, subject=clue.subject)
    return list(rows.select_related("screened_by__organ").order_by("id"))


def explanations_of(clue: Clue) -> list[Explanation]:
    """What the organ said to a clue, the first word first."""
    rows = Explanation.objects.filter(case=clue.case_id, duty=clue.duty, subject=clue.subject)
    return list(rows.select_related("explained_by__organ").order_by("id"))


def turns_of(clue: Clue) -> list[Turn]:
    """What became of a clue since it was first found, the first first."""
    return list(Turn.objects.filter(case=clue.case_id, duty=clue.duty, subject=clue.subject).order_by("id"))


def confirmed() -> QuerySet[Screening]:
    """Findings: the last words that say of a clue that it is so, whether or not the record has changed since.

    Each is known for ever by its case, its duty and its subject; what puts it right takes up from here.
    """
    same = Screening.objects.filter(case=OuterRef("case"), duty=OuterRef("duty"), subject=OuterRef("subject"))
    last = same.order_by("-id").values("id")[:1]
    rows = Screening.objects.filter(id=Subquery(last), verdict=Verdict.TRUE)
    return rows.select_related("case__organ", "screened_by").order_by("id")
