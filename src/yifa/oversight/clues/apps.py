"""Clues as a part of the site."""

from django.apps import AppConfig


class CluesConfig(AppConfig):
    """Clues and what was said to them."""

    name = "yifa.oversight.clues"
    label = "clues"

    def ready(self) -> None:
        """Be told which cases were judged anew."""
        from yifa.oversight.clues.following import take_down  # noqa: PLC0415 - models must stand first
        from yifa.oversight.standing.following import ALSO_TOLD  # noqa: PLC0415 - as above

        if take_down not in ALSO_TOLD:
            ALSO_TOLD.append(take_down)
