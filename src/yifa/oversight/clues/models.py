"""Clues and their turns, which follow how cases stand; screenings and explanations, which are of the record."""

from __future__ import annotations

from django.db import models

from yifa.oversight.clues.choices import Sort, Stage, Turned, Verdict
from yifa.record.cases.models import Case
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.organs.models import Officer, Organ
from yifa.record.scope import ScopedManager

HERE = models.Q(here=True)
"""A condition of indexes, in the words of lists: SQLite looks up no yes or no in one."""


class Clue(models.Model):
    """A duty that a case, going by the record, does not keep: as it stands, and how far it was looked into.

    Not chained: made again it is the same but for the days on which it was seen. Of the secondary part of the file, as
    what is said to it is: who reviews a decision reads the case, not what those who supervise hold of it.
    """

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="clues")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    procedure = models.SlugField(max_length=60, db_index=False)
    duty = models.CharField(max_length=120)
    subject = models.CharField(max_length=120)
    sort = models.CharField(max_length=12, choices=Sort)
    severity = models.CharField(max_length=12)
    """The tag of what would follow if it is so."""
    gravity = models.PositiveSmallIntegerField()
    """The place of the severity, the graver first."""
    due = models.DateField(null=True)
    done_on = models.DateField(null=True)
    """When it was done after all, where it was too late or too early."""
    print = models.CharField(max_length=64)
    """Digest of what it says and of the facts it rests on: another one, another clue to look at."""
    here = models.BooleanField(default=True)
    """Whether it is still found."""
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.NEW)
    explained = models.BooleanField(default=False)
    """Whether the organ has said something since it was last screened."""
    found_on = models.DateField()
    turned = models.CharField(max_length=8, choices=Turned, default=Turned.NEW)
    turned_on = models.DateField()

    objects = ScopedManager()
    case_path = "case"
    secondary_part = True

    class Meta:
        db_table = "clues_clue"
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("case", "duty", "subject"), name="clues_clue_once"),)
        indexes = (
            models.Index(
                fields=("organ", "stage", "gravity", "-found_on", "-id"), condition=HERE, name="clues_clue_gravity"
            ),
            models.Index(fields=("organ", "stage", "-found_on", "-id"), condition=HERE, name="clues_clue_found"),
            models.Index(fields=("organ", "stage", "due", "id"), condition=HERE, name="clues_clue_due"),
            models.Index(
                fields=("organ", "gravity", "-found_on", "-id"),
                condition=models.Q(here=False),
                name="clues_clue_gone",
            ),
            models.Index(
                fields=("organ", "gravity", "-found_on", "-id"),
                condition=models.Q(here=True, explained=True),
                name="clues_clue_explained",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.duty} {self.subject}"


class Turn(models.Model):
    """A clue that came, went, moved or came back, on a day; only added to."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=120)
    subject = models.CharField(max_length=120)
    turned = models.CharField(max_length=8, choices=Turned)
    on = models.DateField()
    sort = models.CharField(max_length=12, choices=Sort)
    due = models.DateField(null=True)
    done_on = models.DateField(null=True)
    was_due = models.DateField(null=True)
    """The day it had before, where it moved."""

    objects = ScopedManager()
    case_path = "case"
    secondary_part = True

    class Meta:
        db_table = "clues_turn"
        base_manager_name = "objects"
        indexes = (
            models.Index(fields=("case", "id"), name="clues_turn_case"),
            models.Index(fields=("organ", "-on", "-id"), name="clues_turn_day"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.duty} {self.turned}"


class OfClue(Chained):
    """What was said to a clue: of which case, under which duty, about what. These three are its key for ever."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=120)
    subject = models.CharField(max_length=120)
    on = models.DateField()
    told = models.JSONField(default=dict)
    """The clue as it was then: `sort`, `due`, `done`, `print`."""

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"
    secondary_part = True

    class Meta:
        abstract = True


class Screening(OfClue):
    """What somebody who supervises says to a clue, and why; the last word counts."""

    verdict = models.CharField(max_length=8, choices=Verdict)
    reason = PersonalField()
    screened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "clues_screening"
        base_manager_name = "objects"
        indexes = (models.Index(fields=("case", "duty", "subject", "id"), name="clues_screening_of"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.duty} {self.verdict}"


class Explanation(OfClue):
    """What the organ says to a clue about one of its cases (说明)."""

    text = PersonalField()
    explained_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "clues_explanation"
        base_manager_name = "objects"
        indexes = (models.Index(fields=("case", "duty", "subject", "id"), name="clues_explanation_of"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.duty}"
