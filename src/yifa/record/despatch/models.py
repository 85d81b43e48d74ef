"""Numbers and approval sheets. A number belongs to its series for ever; a sheet to the case and the act it is about."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yifa.record.cases.models import Act, Case
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.despatch.choices import NumberState, SheetState, StepRole, StepState
from yifa.record.organs.choices import Rank
from yifa.record.organs.models import Officer, Organ, Post
from yifa.record.scope import ScopedManager


class Series(Chained):
    """A series of numbers of an organ, for one kind of paper: 青市监罚〔2026〕6号 has the letters 青市监罚."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="series")
    paper = models.CharField(max_length=60)
    letters = models.CharField(max_length=60)

    objects = ScopedManager()

    class Meta:
        db_table = "despatch_series"
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(fields=("organ", "letters"), name="despatch_series_letters"),
            models.UniqueConstraint(fields=("organ", "paper"), name="despatch_series_paper"),
        )

    def __str__(self) -> str:
        return self.letters


class Number(Chained):
    """A number of a series in a year; never given twice, voided only for a reason."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="numbers")
    year = models.PositiveSmallIntegerField()
    place = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=NumberState)
    reason = models.CharField(max_length=300, blank=True)

    objects = ScopedManager()
    organ_path = "series__organ"

    class Meta:
        db_table = "despatch_number"
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(fields=("series", "year", "place"), name="despatch_number_once"),
            models.CheckConstraint(
                condition=~Q(state=NumberState.VOIDED) | ~Q(reason=""), name="despatch_number_voided_for_a_reason"
            ),
        )

    @property
    def text(self) -> str:
        """As it is printed: letters, year in hexagonal brackets (GB/T 9704), number without 第 and leading zeros."""
        return f"{self.series.letters}〔{self.year}〕{self.place}号"

    def __str__(self) -> str:
        return f"{self.series_id} {self.year} {self.place}"


class NumberCount(models.Model):
    """How many numbers a series has given in a year: what those who want the next wait for. Told by the numbers."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "despatch_count"
        constraints = (models.UniqueConstraint(fields=("series", "year"), name="despatch_count_once"),)

    def __str__(self) -> str:
        return f"{self.series_id} {self.year} {self.last}"


class Sheet(Chained):
    """An approval sheet: an act that somebody proposes, going from step to step until it is signed or refused."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sheets")
    act = models.SlugField(max_length=60)
    fields = models.JSONField(default=dict, blank=True)
    """What is proposed: fields of the act, as they are kept."""
    proposal = PersonalField()
    """Proposals tell of people, as opinions do: both lie behind commitments."""
    drawn_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="sheets")
    drawn_on = models.DateField()
    state = models.CharField(max_length=12, choices=SheetState, default=SheetState.UNDER_WAY)
    round = models.PositiveSmallIntegerField(default=1)
    """How often it went round: a sheet that goes back begins another."""
    act_row = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="sheets")
    """The act that was done on it."""

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"
    secondary_part = True

    class Meta:
        db_table = "despatch_sheet"
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.case_id} {self.act}"


class Step(Chained):
    """One step of a round: who is asked, as what, and what he said. Steps of one place are asked together (会签)."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="steps")
    round = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=12, choices=StepRole)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="steps", db_index=False)
    rank = models.CharField(max_length=15, choices=Rank)
    """The rank of the post when it was asked."""
    state = models.CharField(max_length=12, choices=StepState)
    opinion = PersonalField(blank=True)
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="decided", db_index=False)
    decided_on = models.DateField(null=True)
    in_place_of_holder = models.BooleanField(default=False)
    """代签: by whom the post was delegated to."""
    on_paper = models.CharField(max_length=64, blank=True)
    """Digest of the scan, where it was signed on paper."""
    urged = models.PositiveSmallIntegerField(default=0)
    """催办: how often."""

    objects = ScopedManager()
    organ_path = "sheet__case__organ"
    case_path = "sheet__case"
    secondary_part = True

    class Meta:
        db_table = "despatch_step"
        base_manager_name = "objects"
        indexes = (
            models.Index(fields=("post", "state", "id"), name="despatch_step_waits"),
            models.Index(fields=("decided_by", "sheet"), name="despatch_step_decided"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_on__isnull=True)
                | Q(decided_by__isnull=False, decided_on__isnull=False),
                name="despatch_step_decided_by_somebody_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.round}/{self.place} {self.role}"
