"""What is known of jobs beside the queue itself: when each was last due, who works, how far one is, what came of it."""

from __future__ import annotations

from django.db import models


class Schedule(models.Model):
    """When a job of the schedule was last put into the queue."""

    name = models.CharField(max_length=40, primary_key=True)
    last = models.DateTimeField(null=True)

    class Meta:
        db_table = "jobs_schedule"

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """A worker that gave a sign of life."""

    id = models.CharField(max_length=64, primary_key=True)
    seen = models.DateTimeField()

    class Meta:
        db_table = "jobs_worker"

    def __str__(self) -> str:
        return self.id


class Progress(models.Model):
    """How far a job is. `asked_by`: the officer who asked for it, and who may look."""

    job = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=40)
    asked_by = models.BigIntegerField(null=True)
    done = models.PositiveBigIntegerField(default=0)
    whole = models.PositiveBigIntegerField(default=0)
    told = models.JSONField(default=dict)
    """What came of it, in numbers."""
    at = models.DateTimeField()

    class Meta:
        db_table = "jobs_progress"

    def __str__(self) -> str:
        return f"{self.name} {self.done}/{self.whole}"


class Outcome(models.Model):
    """What came of a job that was due: whether it went well, and what it found, in numbers and digests."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=40)
    at = models.DateTimeField()
    well = models.BooleanField()
    told = models.JSONField(default=dict)

    class Meta:
        db_table = "jobs_outcome"
        indexes = (models.Index(fields=("name", "-id"), name="jobs_outcome_last"),)

    def __str__(self) -> str:
        return f"{self.name} {self.at.isoformat()}"
