"""How cases stand, as a part of the site."""

from django.apps import AppConfig


class StandingConfig(AppConfig):
    """Tables that can be worked out again."""

    name = "yifa.oversight.standing"
    label = "standing"
