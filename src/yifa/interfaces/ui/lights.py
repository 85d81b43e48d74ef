"""The one system of lights: three that call for a look, and three that do not; a shape each, never colour alone.

▲ overdue or broken · ◆ due within the warning window · ● in order · ‖ the term stands still · ○ nothing to do · ◌ not
known. They stand on matters and terms, never on persons.
"""

from __future__ import annotations

from enum import StrEnum

from yifa.wording import Language


class Sign(StrEnum):
    """A light. What is looked at first stands first."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    PAUSED = "paused"
    NONE = "none"
    UNKNOWN = "unknown"

    @property
    def shape(self) -> str:
        """Its shape, the same on every page and in print."""
        return {"red": "▲", "amber": "◆", "green": "●", "paused": "‖", "none": "○", "unknown": "◌"}[self.value]

    def word(self, speech: Language) -> str:
        """What it stands for."""
        say = speech.say
        return {
            Sign.RED: say("overdue or not as the rule asks"),
            Sign.AMBER: say("due soon"),
            Sign.GREEN: say("in order"),
            Sign.PAUSED: say("the term stands still"),
            Sign.NONE: say("nothing to do"),
            Sign.UNKNOWN: say("not known"),
        }[self]
