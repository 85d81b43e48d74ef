"""Jobs as a part of the site."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The schedule, its workers, and what came of jobs."""

    name = "yifa.record.jobs"
    label = "jobs"
