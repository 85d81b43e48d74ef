"""Despatch as a part of the site."""

from django.apps import AppConfig


class DespatchConfig(AppConfig):
    """Series of numbers, numbers, approval sheets and their steps."""

    name = "yifa.record.despatch"
    label = "despatch"
