"""What can be wrong with a condition.

NotACondition (a text the language does not know, or that asks for something senseless)
"""

from __future__ import annotations


class NotACondition(ValueError):
    """A text that is no condition; `at` is the place of the fault, counted from 1 in characters."""

    def __init__(self, text: str, at: int, message: str) -> None:
        self.text = text
        self.at = at
        self.message = message
        super().__init__(f"«{text}» at character {at}: {message}")
