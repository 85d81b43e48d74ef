"""Announcements as a part of the site."""

from django.apps import AppConfig


class AnnouncementsConfig(AppConfig):
    """What everybody is told."""

    name = "yifa.record.announcements"
    label = "announcements"
